"""Kinship in whatever steps a graph has."""

from pathlib import Path

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

PEOPLE = {"Ada": "female", "Ben": "male", "Cleo": "female", "Dan": "male", "Eve": "female", "Finn": "male"}
EDGES = [
    Edge("Cleo", "father", "Ben"),
    Edge("Cleo", "mother", "Ada"),
    Edge("Dan", "father", "Ben"),
    Edge("Dan", "mother", "Ada"),
    Edge("Eve", "mother", "Cleo"),
    Edge("Finn", "father", "Dan"),
]


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [Node(name, "Person", name, props={"sex": sex}) for name, sex in PEOPLE.items()]
    return world(tmp_path_factory.mktemp("family"), [*nodes, *EDGES])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who are the children of Ada?", {"Cleo", "Dan"}),  # only `mother` and `father` are there
        ("Ben's daughter?", {"Cleo"}),
        ("Who are Eve's parents?", {"Cleo"}),
        ("Who is Finn's grandmother?", {"Ada"}),
        ("Who are the grandchildren of Ben?", {"Eve", "Finn"}),
        ("Who is the brother of Cleo?", {"Dan"}),  # and not Cleo herself
        ("Who is Eve's uncle?", {"Dan"}),
        ("Who is Finn's cousin?", {"Eve"}),
    ],
)
def test_a_word_of_kinship_is_glossed_by_the_steps_that_are_there(
    family: World, question: str, answers: set[str]
) -> None:
    assert family.answers(question) == answers


def test_a_relation_that_is_called_so_needs_no_gloss(family: World) -> None:
    assert family.best("Who is Cleo's father?").score > -0.5
    assert family.answers("Who is Cleo's father?") == {"Ben"}


def test_a_father_is_no_mother_where_only_mothers_are_recorded(tmp_path: Path) -> None:
    nodes = [Node(name, "Person", name, props={"sex": sex}) for name, sex in PEOPLE.items()]
    mothers = world(tmp_path, [*nodes, *(each for each in EDGES if each.relation == "mother")])
    assert mothers.answers("Who is Dan's mother?") == {"Ada"}
    assert mothers.read("Who is Dan's father?").status == "none"
