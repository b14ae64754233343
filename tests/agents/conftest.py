"""A small graph of a few states that every test of the engine may ask."""

from collections.abc import Callable
from pathlib import Path

import pytest

from agents.declaration import declaration
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.model import Edge, Node
from agents.pipeline import run
from agents.state import State
from tests.fakes import Ear, ScriptedIntents, ScriptedReader

GRAPH = "land"
NAMES = ("Texas", "Oklahoma", "Ohio", "Maine", "Austin", "Dallas", "Red River", "Fooville")
NODES = (
    Node("s:tx", "State", "Texas", ("Lone Star State",), "A state in the south.", {"population": 29145505}),
    Node("s:ok", "State", "Oklahoma", props={"population": 3959353}),
    Node("s:oh", "State", "Ohio"),
    Node("s:me", "State", "Maine"),
    Node("c:au", "City", "Austin"),
    Node("c:da", "City", "Dallas"),
    Node("r:rr", "River", "Red River"),
    Node("a:us", "Area", "South"),
    Node("a:na", "Area", "America"),
)
EDGES = (
    Edge("s:tx", "borders", "s:ok"),
    Edge("c:au", "located_in", "s:tx"),
    Edge("c:da", "located_in", "s:tx"),
    Edge("s:tx", "located_in", "a:us"),
    Edge("a:us", "located_in", "a:na"),
    Edge("s:tx", "capital", "c:au"),
    Edge("r:rr", "flowsThrough", "s:tx"),
    Edge("r:rr", "flowsThrough", "s:ok"),
)
DECLARED = {
    "title": "States and rivers",
    "examples": ["Which rivers flow through Texas?"],
    "types": {"State": {"properties": {"population": {"unit": "people"}}}},
    "relations": {
        "borders": {"symmetric": True, "template": "{head} borders {tail}"},
        "located_in": {"transitive": True},
    },
}


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    store = SqliteStore(tmp_path / "graphs.db")
    store.create(GRAPH)
    store.load(GRAPH, [*NODES, *EDGES])
    store.declare(GRAPH, declaration(DECLARED))
    return store


@pytest.fixture
def reader(store: SqliteStore) -> ScriptedReader:
    return ScriptedReader(store, NAMES)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def ask(store: SqliteStore, reader: ScriptedReader, ear: Ear) -> Callable[..., object]:
    async def asked(kind: str, text: str, **more: object) -> State:
        kit = Kit(store, reader, ScriptedIntents(kind), evidence_limit=more.pop("evidence_limit", 300))  # type: ignore[arg-type]
        return await run(kit, GRAPH, text, ear, **more)  # type: ignore[arg-type]

    return asked
