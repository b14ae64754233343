"""Turns of English that do not say what they ask for."""

import pytest

from agents.model import Edge, Node
from tests.agents.reading.worlds import World, world

NODES = [Node(name, "Person", name) for name in ("Ivo Lund", "Mara Lund")]
VALUES = ("baker", "Norway", "female", "male", "fever")
EDGES = [
    Edge("Ivo Lund", "spouse", "Mara Lund"),
    Edge("Mara Lund", "profession", "baker"),
    Edge("Mara Lund", "nationality", "Norway"),
    Edge("Mara Lund", "gender", "female"),
    Edge("Ivo Lund", "gender", "male"),
    Edge("Ivo Lund", "cause_of_death", "fever"),
]


@pytest.fixture(scope="module")
def couple(tmp_path_factory: pytest.TempPathFactory) -> World:
    nodes = [*NODES, *(Node(name, "Thing", name) for name in VALUES)]
    return world(tmp_path_factory.mktemp("couple"), [*nodes, *EDGES])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does Mara Lund do?", "baker"),
        ("what does Ivo Lund's wife do for a living?", "baker"),
        ("Where does Mara Lund come from?", "Norway"),
        ("Is Ivo Lund's wife a man or a woman?", "female"),
        ("What did Ivo Lund die from?", "fever"),
        ("Ivo Lund's other half's nationality?", "Norway"),
    ],
)
def test_a_turn_asks_for_what_it_means(couple: World, question: str, answer: str) -> None:
    assert couple.answers(question) == {answer}
