"""What nouns and verbs ask for by the way they stand: "in which year", "does X coach", "the museums in X"."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

NODES = [
    Node("b:hall", "Building", "Elm Hall", props={"opened": 1931}),
    Node("b:mill", "Building", "Old Mill", props={"opened": 1802}),
    Node("b:gate", "Building", "North Gate", props={"opened": 1650}),
    Node("t:selby", "Town", "Selby"),
    Node("t:wick", "Town", "Wick"),
    Node("u:museum", "Use", "Museum"),
    Node("u:school", "Use", "School"),
    Node("u:station", "Use", "Station"),
    Node("c:rovers", "Club", "Rovers"),
    Node("m:ida", "Mgr", "Ida Falk"),
]
EDGES = [
    Edge("b:hall", "used_as", "u:museum"),
    Edge("b:mill", "used_as", "u:museum"),
    Edge("b:gate", "used_as", "u:school"),
    Edge("b:hall", "stands_in", "t:selby"),
    Edge("b:gate", "stands_in", "t:selby"),
    Edge("b:mill", "stands_in", "t:wick"),
    Edge("c:rovers", "HAS_MGR", "m:ida"),
    Edge("m:ida", "born_in", "t:wick"),
]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> World:
    return world(tmp_path_factory.mktemp("town"), [*NODES, *EDGES])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("In which year was Old Mill opened?", {1802}),  # a year, and a place, of what the verb says
        ("In which place was Ida Falk born?", {"Wick"}),
        ("Which club does Ida Falk coach?", {"Rovers"}),  # no type is called by a verb, and "mgr" is short for it
        ("Which museums are there in Selby?", {"Elm Hall"}),  # a noun for what has the value
        ("museums in Wick", {"Old Mill"}),
    ],
)
def test_a_word_asks_by_the_way_it_stands(town: World, question: str, answers: set[object]) -> None:
    asked = town.read(question)
    assert asked.status != "none"
    assert town.cells(asked.readings[0]) == answers


def test_where_something_is_asks_for_nothing_that_is_in_it(town: World) -> None:
    assert town.answers("Where is Elm Hall?") == {"Selby"}
    assert all("Elm Hall" not in town.cells(each) for each in town.read("Where is Selby?").readings[:1])


def test_two_words_for_one_relation_are_two_steps(tmp_path_factory: pytest.TempPathFactory) -> None:
    edges = [Edge("Ada", "children", "Ben"), Edge("Ben", "children", "Cleo")]
    line = world(tmp_path_factory.mktemp("line"), [*(Node(name, "", name) for name in ("Ada", "Ben", "Cleo")), *edges])
    assert line.answers("the kids of the offspring of Ada") == {"Cleo"}


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Do more buildings stand in Selby or in Wick?", {"Selby"}),  # the most of two
        ("Which buildings are used as neither museum nor station?", {"North Gate"}),
        ("Where does the building stand that is used as a school?", {"Selby"}),  # a clause goes with its noun
    ],
)
def test_a_clause_and_a_list_go_with_what_they_tell_of(town: World, question: str, answers: set[object]) -> None:
    assert town.answers(question) == answers
