"""Words that a graph's people define themselves."""

from pathlib import Path

import pytest

from agents.errors import PackError
from agents.model import Node
from agents.reading.definitions import defined
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


@pytest.mark.parametrize("question", ["List the crowded states", "Which crowded state borders Cedar?"])
def test_a_question_may_use_a_defined_word(land: World, question: str) -> None:
    assert land.answers(question) == {"Birch"} | ({"Alder"} if question.startswith("List") else set())
