"""A no tells what is recorded instead, and only where that is no maybe."""

from pathlib import Path

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State
from tests.fakes import Ear, ScriptedIntents

SHED = "shed"
RECORDS = [
    Node("t:1", "Tram", "Old Bess", props={"retired": False, "livery": "Maroon", "builtOn": "1921-06-14"}),
    Node("t:2", "Tram", "Swift", props={"retired": True, "livery": "Cream", "builtOn": "1950-01-02"}),
    Node("t:3", "Tram", "Nameless"),
    Node("d:n", "Depot", "North Shed"),
    Node("d:s", "Depot", "South Shed"),
    Node("r:1", "Route", "Harbour Loop"),
    Node("r:2", "Route", "Hill Climb"),
    Edge("t:1", "kept_in", "d:n"),
    Edge("t:2", "kept_in", "d:s"),
    Edge("t:1", "serves", "r:1"),
    Edge("t:2", "serves", "r:1"),
    Edge("t:2", "serves", "r:2"),
]


@pytest.fixture(scope="module")
def shed(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    folder: Path = tmp_path_factory.mktemp("shed")
    store = SqliteStore(folder / "shed.db")
    store.create(SHED)
    store.load(SHED, RECORDS)
    return Kit(store, GraphReader(store, embedder()), ScriptedIntents("question"))


async def said(kit: Kit, question: str) -> State:
    return await run(kit, SHED, question, Ear())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is Old Bess retired?", "No. Old Bess is not retired."),
        ("Is Swift retired?", "Yes. Swift is retired."),
        ("Is the livery of Swift Maroon?", "No. The livery of Swift is Cream."),
        ("Is the livery of Swift Cream?", "Yes. The livery of Swift is Cream."),
        ("Was Old Bess built in March 1921?", "No. Old Bess was built on 14 June 1921."),
        ("Was Old Bess built before 1900?", "No. Old Bess was built on 14 June 1921."),
        ("Is Nameless retired?", "The graph does not say that Nameless is retired."),
        (
            "Is Old Bess kept in South Shed?",
            "The graph does not say that Old Bess is kept in South Shed. "
            "What it does say: Old Bess is kept in North Shed.",
        ),
        ("Does Old Bess serve Hill Climb?", "The graph does not say that Old Bess serves Hill Climb."),
    ],
)
async def test_it_answers(shed: Kit, question: str, answer: str) -> None:
    state = await said(shed, question)
    assert state.answer == answer
    assert state.verdict == ("yes" if answer.startswith("Yes") else "no")


async def test_what_is_recorded_instead_is_tied_to_its_edge(shed: Kit) -> None:
    state = await said(shed, "Is Old Bess kept in South Shed?")
    (edge,) = state.claims[-1].edges
    assert edge in {each.id for each in state.evidence.edges}
