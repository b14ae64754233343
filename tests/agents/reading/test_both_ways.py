"""Relations that hold both ways, and those that lead on."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world


@pytest.mark.parametrize(
    ("question", "answers"),
    [("Which states border Birch?", {"Alder", "Cedar"}), ("Which states does Cedar border?", {"Birch"})],
)
def test_a_symmetric_relation_is_asked_both_ways(land: World, question: str, answers: set[str]) -> None:
    assert land.answers(question) == answers


def test_a_relation_between_alike_things_is_symmetric_by_its_meaning(tmp_path_factory: pytest.TempPathFactory) -> None:
    nodes = [Node("p:1", "Person", "Ana Pires"), Node("p:2", "Person", "Rui Melo")]
    pair = world(tmp_path_factory.mktemp("pair"), [*nodes, Edge("p:1", "married_to", "p:2")])
    assert pair.answers("Who is married to Ana Pires?") == {"Rui Melo"}
    assert pair.answers("Who is married to Rui Melo?") == {"Ana Pires"}


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [Node(f"n:{n}", "Place", name) for n, name in enumerate(["Arna", "Belm", "Corvo", "Dunmore"])]
    edges = [Edge(f"n:{n}", "part_of", f"n:{n + 1}") for n in range(3)]
    declared = {"relations": {"part_of": {"transitive": True}}}
    return world(tmp_path_factory.mktemp("chain"), [*nodes, *edges], declared)


@pytest.mark.parametrize(("question", "yes"), [("Is Arna part of Dunmore?", True), ("Is Belm part of Arna?", False)])
def test_a_yes_or_no_question_follows_a_transitive_relation(chain: World, question: str, yes: bool) -> None:
    assert chain.best(question).form == "verdict"
    assert bool(chain.answers(question)) is yes


def test_what_something_is_part_of_is_one_step_away(chain: World) -> None:
    assert chain.answers("What is Arna part of?") == {"Belm"}
