"""The words that work on sets, each in a question whose answer plain Python knows."""

from collections.abc import Callable
from typing import Any

import pytest

from agents.language.words import words
from agents.reading.operators import Operators
from agents.reading.question import asked
from tests.agents.reading.conftest import CITIES, STATES
from tests.agents.reading.worlds import GRAPH, World

POPULATION = {name: population for name, (population, _) in STATES.items()}
AREA = {name: area for name, (_, area) in STATES.items()}
IN = {name: sum(state == name for state in [*CITIES.values(), "Cedar"]) for name in STATES}  # cities of each state


def those(keep: Callable[[str], bool]) -> set[str]:
    return {name for name in STATES if keep(name)}


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What is the largest state?", those(lambda s: AREA[s] == max(AREA.values()))),
        ("Which state has the smallest area?", those(lambda s: AREA[s] == min(AREA.values()))),
        ("Which state has the highest population?", those(lambda s: POPULATION[s] == max(POPULATION.values()))),
        ("Which state has the most cities?", those(lambda s: IN[s] == max(IN.values()))),
        ("Which state has the fewest cities?", those(lambda s: IN[s] == min(IN.values()))),
        ("Which states have more than 1 city?", those(lambda s: IN[s] > 1)),
        ("Which states have at least 2 cities?", those(lambda s: IN[s] >= 2)),
        ("Which states have a population over 400?", those(lambda s: POPULATION[s] > 400)),
        ("Which states have a population of at least 500?", those(lambda s: POPULATION[s] >= 500)),
        ("Which states have a population below 200?", those(lambda s: POPULATION[s] < 200)),
        ("Which states have a population between 200 and 600?", those(lambda s: 200 <= POPULATION[s] <= 600)),
        ("What is the second largest state?", {"Dogwood"}),
        ("Which is the 3rd largest state?", {"Alder"}),
        ("Name the two largest states.", {"Cedar", "Dogwood"}),
        ("Which states have exactly two cities?", those(lambda s: IN[s] == 2)),
        ("Which states have two cities?", those(lambda s: IN[s] == 2)),
        ("Which states have more than one city?", those(lambda s: IN[s] > 1)),
        ("Which states have 2 or more cities?", those(lambda s: IN[s] >= 2)),
        ("Which states have no more than 1 city?", those(lambda s: IN[s] <= 1)),
        ("Which states border no other states?", {"Dogwood"}),
        ("Which rivers are longer than 100 km?", {"Long River"}),
        ("Which rivers are more than 100 miles long?", {"Long River"}),
        ("Who was born in the 1980s?", {"Ada Bloom"}),
        ("Who was born from 1975 to 1985?", {"Ada Bloom"}),
        ("Which states have a larger area than Alder?", those(lambda s: AREA[s] > AREA["Alder"])),
        ("What is the largest state except Cedar?", {"Dogwood"}),
        ("What is the largest state excluding Cedar and excluding Dogwood?", {"Alder"}),
        ("Where is Elmhurst?", {"Cedar"}),
        ("Which states are larger than Alder?", those(lambda s: AREA[s] > AREA["Alder"])),
        ("What is the total population of the states?", {sum(POPULATION.values())}),
        ("What is the average area of states?", {sum(AREA.values()) / len(AREA)}),
        ("Which states do not border Birch?", {"Birch", "Dogwood"}),
        ("Which is longer, Long River or Short River?", {"Long River"}),
        ("Which rivers flow through Alder and Birch?", {"Long River"}),
        ("Which rivers flow through Alder or Birch?", {"Long River", "Short River"}),
        ("Who was born before 1960?", {"Dr. Lucia Conti"}),
        ("Who was born between 1975 and 1985?", {"Ada Bloom"}),
        ("What do Alder and Birch have in common?", {"Kingdom of Ulmus", "Long River"}),
        ("Which people live in the same city as Ada Bloom?", {"Dr. Lucia Conti"}),
    ],
)
def test_it_works_on_sets(land: World, question: str, answers: set[Any]) -> None:
    assert land.answers(question) == answers


def items(land: World, text: str) -> list[tuple[str, float | None, str]]:
    """Return the operators of a text: their kind, number and sign."""
    lexicon = land.reader.lexicon(GRAPH)
    positions = asked(words(text), [], lexicon.said).positions
    operators = Operators(positions, lexicon)
    return [(item.kind, item.number, item.name) for n in range(len(positions)) for _, item in operators.at(n)]


@pytest.mark.parametrize(
    ("text", "number"), [("5", 5), ("1,200", 1200), ("2.5", 2.5), ("three", 3), ("5 million", 5e6), ("2 thousand", 2e3)]
)
def test_it_reads_numbers(land: World, text: str, number: float) -> None:
    assert ("number", number, "") in items(land, text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [("over 5", ">"), ("more than 5", ">"), ("fewer than 5", "<"), ("at least 5", ">="), ("at most 5", "<=")],
)
def test_it_reads_comparisons(land: World, text: str, sign: str) -> None:
    assert ("comparative", None, sign) in items(land, text)


@pytest.mark.parametrize("word", ["not", "without", "except", "never"])
def test_it_reads_negation(land: World, word: str) -> None:
    assert ("not", None, "") in items(land, f"states {word} rivers")


def test_between_takes_both_ends(land: World) -> None:
    assert ("filter", 1980, ">=") in items(land, "between 1980 and 1990")
