"""A land whose things are talked about with the real reader, and a talk over it."""

from collections.abc import Awaitable, Callable

import pytest

from agents.declaration import declaration
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node, Provenance
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State, Turn
from tests.agents.conftest import DECLARED, EDGES, GRAPH, NODES
from tests.fakes import Ear, ScriptedIntents

CENSUS = (Provenance("file", "census.csv", "row 7"),)
MORE = (
    Node("c:co", "City", "Columbus", props={"population": 900_000}),
    Node("c:cl", "City", "Cleveland", props={"population": 370_000}),
    Node("c:ma", "City", "Maine", props={"population": 12_000}),
    Node("s:ut", "State", "Utah", props={"population": 3_300_000}),
    Node("p:an", "Person", "Ann", props={"born": 1960}),
    Node("p:bo", "Person", "Bob", props={"born": 1980}),
    Node("p:b2", "Person", "Bob", props={"born": 1950}),
    Node("r:ol", "River", "Olentangy"),
    Edge("c:co", "located_in", "s:oh", sources=CENSUS),
    Edge("c:cl", "located_in", "s:oh", sources=CENSUS),
    Edge("c:ma", "located_in", "s:ut"),
    Edge("s:oh", "capital", "c:co"),
    Edge("c:co", "mayor", "p:an"),
    Edge("c:au", "mayor", "p:bo"),
    Edge("c:ma", "mayor", "p:b2"),
    Edge("r:ol", "flowsThrough", "s:oh"),
)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    store = SqliteStore(tmp_path_factory.mktemp("talk") / "graphs.db")
    store.create(GRAPH)
    store.load(GRAPH, [*NODES, *EDGES, *MORE])
    store.declare(GRAPH, declaration(DECLARED))
    return Kit(store, GraphReader(store, embedder()), ScriptedIntents())


@pytest.fixture
def talk(kit: Kit) -> Callable[..., Awaitable[State]]:
    """Return what says things one after the other and gives the last end."""

    async def said(*questions: str, picks: dict[str, str] | None = None) -> State:
        turns: tuple[Turn, ...] = ()
        for question in questions:
            chosen = picks if picks and question == questions[0] else {}
            state = await run(kit, GRAPH, question, Ear(), turns=turns, picks=chosen)
            turns = (*turns, turn(state, kit))
        return state

    return said


def turn(state: State, kit: Kit) -> Turn:
    ids = [each["id"] for each in state.answers if "id" in each]
    nodes = tuple(kit.store.nodes(GRAPH, ids))
    return Turn(state.question, state.answer, nodes, len(nodes), state.text, state.mentions, state.picks)


def names(state: State) -> set[object]:
    return {each.get("name", each.get("value")) for each in state.answers}
