"""Words that a graph's people define themselves."""

from pathlib import Path
from typing import Any

import pytest

from agents.errors import PackError
from agents.model import Node, NodeType, PropertyType, Schema
from agents.reading.definitions import check, defined
from agents.reading.meaning import Kind, Where
from tests.agents.reading.worlds import World, world


def test_a_definition_is_a_type_with_conditions() -> None:
    text = {"Old City": "City where age >= 1,000 and country = 'Velm'"}
    meaning = Where(Where(Kind("City"), "age", ">=", 1000.0), "country", "=", "Velm")
    assert defined(text) == {"old city": meaning}


@pytest.mark.parametrize("text", ["", "City", "City where", "City where old", "City where age >", "where age > 5"])
def test_a_definition_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(PackError, match="old city"):
        defined({"old city": text})


def test_a_definition_of_what_the_graph_does_not_hold_is_passed_over(tmp_path: Path) -> None:
    empty = world(tmp_path, [Node("c:1", "City", "Arna")], {"definitions": {"old ghost": "Ghost where age > 5"}})
    assert empty.read("List the old ghosts").status == "none"


def test_a_definition_that_cannot_be_read_silences_nothing_else(tmp_path: Path) -> None:
    town = world(tmp_path, [Node("c:1", "City", "Arna")], {"definitions": {"old city": "City, the old ones"}})
    assert town.answers("List the cities") == {"Arna"}


@pytest.mark.parametrize(
    ("text", "missing"),
    [("Cite where population > 1", "Did you mean|did you mean 'City'"), ("City where populace > 1", "'populace'")],
)
def test_a_definition_of_what_the_graph_has_not_can_be_told(text: str, missing: str) -> None:
    schema = Schema((NodeType("City", 1, (PropertyType("population", "number"),)),))
    with pytest.raises(PackError, match=missing):
        check({"large city": text}, schema)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Which states that border Birch are crowded?", {"Alder"}),
        ("Which crowded states are in Ulmia?", {"Alder", "Birch"}),
        ("How many crowded states does Long River flow through?", {2}),
        ("Which cities are in crowded states?", {"Springfield", "Oakton", "Port Vale"}),
        ("Which river flows through the most crowded states?", {"Long River"}),
        ("What is the largest crowded state?", {"Alder"}),
        ("Which states are not crowded states?", {"Cedar", "Dogwood"}),
        ("Which crowded states have more than 1 city?", {"Alder"}),
    ],
)
def test_a_defined_phrase_stands_wherever_a_type_may(land: World, question: str, answers: set[Any]) -> None:
    assert land.answers(question) == answers


@pytest.mark.parametrize("question", ["List the crowded states", "Which crowded state borders Cedar?"])
def test_a_question_may_use_a_defined_word(land: World, question: str) -> None:
    assert land.answers(question) == {"Birch"} | ({"Alder"} if question.startswith("List") else set())


def test_the_biggest_of_what_is_defined_as_big_is_one(tmp_path: Path) -> None:
    cities = [Node(f"c:{name}", "City", name, props={"population": size}) for name, size in (("Arna", 9), ("Bly", 7))]
    town = world(tmp_path, cities, {"definitions": {"big city": "City where population > 5"}})
    assert town.answers("What is the biggest city?") == {"Arna"}
    assert town.answers("Which big cities are there?") == {"Arna", "Bly"}
