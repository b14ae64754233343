"""The chart keeps the best of what stretches may be."""

from collections.abc import Iterator

import pytest

from agents.reading.chart import BEAM, Chart
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.meaning import Things
from agents.reading.question import Position
from agents.reading.rules import together
from tests.agents.reading.worlds import World

A, B = Position("a", "a", "NOUN", "NN"), Position("b", "b", "NOUN", "NN")


def thing(name: str, score: float, **more: frozenset[str]) -> Item:
    return Item("set", score, Things((name,), name), explained=more.get("explained", frozenset()))


def test_neighbours_are_joined_with_the_words_between_them() -> None:
    gaps = []
    chart = Chart([A, Position("b", "b", "NOUN", "NN", ("of",))], lambda a, b, gap: gaps.append(gap) or [], [-3, -3])
    chart.fill({(0, 1): [thing("x", 0.0)], (1, 2): [thing("y", 0.0)]})
    assert gaps == [("of",)]


def test_a_word_that_nothing_explains_costs() -> None:
    (best, *_) = Chart([A, B], lambda a, b, gap: [], [-3.0, -1.0]).fill({(0, 1): [thing("x", -0.5)]})
    assert best.score == -1.5


def test_a_word_that_an_item_has_said_already_costs_little() -> None:
    said = thing("x", 0.0, explained=frozenset({"b"}))
    (best, *_) = Chart([A, B], lambda a, b, gap: [], [-3.0, -3.0]).fill({(0, 1): [said]})
    assert best.score == -0.2


def test_of_the_same_reading_the_better_is_kept() -> None:
    cell = Chart([A], lambda a, b, gap: [], [0.0]).fill({(0, 1): [thing("x", -2.0), thing("x", -1.0)]})
    assert [item.score for item in cell] == [-1.0]


def test_a_cell_keeps_the_best_few() -> None:
    many = [thing(f"x{n}", -float(n)) for n in range(50)]
    cell = Chart([A], lambda a, b, gap: [], [0.0]).fill({(0, 1): many[::-1]})
    assert [item.score for item in cell] == [-float(n) for n in range(BEAM)]


def test_nothing_comes_of_nothing() -> None:
    assert Chart([], lambda a, b, gap: [], []).fill({}) == []
    assert Chart([A, B], lambda a, b, gap: [], [-1.0, -1.0]).fill({}) == []


QUESTIONS = """
    Which states border Alder or Cedar but not Dogwood?
    What is the population of the largest state by area?
    How many rivers flow through states with a population over 200?
    Which engineers live in the city that is the capital of Birch?
    Is the Long River longer than the Short River?
    Which state has the most cities, and who was born after 1960?
    Which people have the same profession as Ada Bloom?
    Which crowded states border no states?
    What is the total population of the states that the Long River flows through?
    Who was mentored by the doctor from Oakton?
"""


def test_two_neighbours_are_never_worth_more_than_they_are_apart(land: World, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[float] = []

    def weighed(ground: Ground, left: Item, right: Item, gap: tuple[str, ...]) -> Iterator[Item]:
        for item in together(ground, left, right, gap):
            made.append(item.score - left.score - right.score)
            yield item

    monkeypatch.setattr("agents.reading.read.together", weighed)
    for question in filter(None, map(str.strip, QUESTIONS.splitlines())):
        land.read(question)
    assert len(made) > 1000
    assert max(made) < 1e-9


def test_pairs_that_cannot_be_among_the_best_are_not_looked_at() -> None:
    looked: list[float] = []

    def combine(left: Item, right: Item, gap: tuple[str, ...]) -> list[Item]:
        looked.append(left.score + right.score)
        return [thing(f"{left.name}{right.name}{len(looked)}", left.score + right.score)]

    many = [thing(f"x{n}", -float(n)) for n in range(BEAM)]
    cell = Chart([A, B], combine, [-99.0, -99.0]).fill({(0, 1): many, (1, 2): many})
    assert [item.score for item in cell] == sorted((-float(n + m) for n in range(5) for m in range(5)), reverse=True)[
        :14
    ]
    assert len(looked) < 2 * BEAM
