"""A value that a question says gives way to another or gains one; who is known already is not asked for."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State, Turn
from tests.agents.talk.conftest import GRAPH, names, turn
from tests.fakes import Ear, ScriptedIntents

CLAIMS = tuple(
    Node(f"k:{place}", "Claim", name, props={"outcome": outcome, "year": year})
    for place, (name, outcome, year) in enumerate(
        [
            ("Alder", "granted", 2019),
            ("Birch", "refused", 2020),
            ("Cedar", "refused", 2021),
            ("Dogwood", "settled", 2021),
        ]
    )
)
TAUGHT = (
    *(Node(f"p:{name}", "Teacher", name) for name in ("Una", "Vera", "Wim")),
    Edge("p:Una", "taught", "p:Vera"),
    Edge("p:Vera", "taught", "p:Wim"),
)


@pytest.fixture
def claims(tmp_path: Path) -> Callable[..., Awaitable[State]]:
    store = SqliteStore(tmp_path / "graphs.db")
    store.create(GRAPH)
    store.load(GRAPH, [*CLAIMS, *TAUGHT])
    kit = Kit(store, GraphReader(store, embedder()), ScriptedIntents())

    async def said(*questions: str) -> State:
        turns: tuple[Turn, ...] = ()
        for question in questions:
            state = await run(kit, GRAPH, question, Ear(), turns=turns)
            turns = (*turns, turn(state, kit))
        return state

    return said


async def test_a_value_is_corrected(claims):
    state = await claims("Which claims were refused?", "no, granted")
    assert state.text == "Which claims were granted?"
    assert names(state) == {"Alder"}


async def test_or_asks_for_one_value_more(claims):
    state = await claims("Which claims were refused?", "or settled")
    assert state.text == "Which claims were refused or settled?"


async def test_whom_she_taught_is_asked_of_who_is_not_known_to_be_taught(claims):
    state = await claims("Who taught Vera?", "And whom did she teach?")
    assert names(state) == {"Wim"}
