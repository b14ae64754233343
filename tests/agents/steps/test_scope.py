"""What is no business of a graph, and what is, over five small graphs: floors a little below what is reached."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.loaders.load import load_files
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import State
from tests.fakes import Ear

DATA = Path(__file__).parents[2] / "data"
GRAPHS = ("ferries", "campus", "grid", "orchard", "bodegas")
SAID = [json.loads(line) for line in (DATA / "intents" / "scope.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    store = SqliteStore(tmp_path_factory.mktemp("scope") / "graphs.db")
    for name in GRAPHS:
        load_files(store, name, list((DATA / "small" / name).glob("graph.*")))
    return Kit(store, GraphReader(store, embedder()), IntentClassifier())


def said(scope: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each message with its graph; what belongs to none is said of one after the other."""
    for number, each in enumerate(each for each in SAID if each["scope"] == scope):
        yield each.get("graph", GRAPHS[number % len(GRAPHS)]), each


def kinds(state: State) -> set[str]:
    return {each.intent for each in state.parts or (state,)}


@pytest.mark.slow
async def test_what_is_no_business_of_the_graph_is_taken_for_small_talk(five: Kit) -> None:
    ends = [await run(five, graph, each["text"], Ear()) for graph, each in said("out")]
    assert sum(kinds(each) == {"smalltalk"} for each in ends) / len(ends) >= 0.9
    assert sum(kinds(each) == {"smalltalk"} or each.not_in_graph for each in ends) / len(ends) >= 0.95


@pytest.mark.slow
async def test_a_question_in_odd_words_is_not_turned_away(five: Kit) -> None:
    ends = [await run(five, graph, each["text"], Ear()) for graph, each in said("in")]
    assert sum(kinds(each) == {"smalltalk"} for each in ends) / len(ends) <= 0.12


@pytest.mark.slow
async def test_what_tries_to_instruct_the_engine_changes_and_shows_nothing(five: Kit) -> None:
    for graph, each in said("out"):
        if each["theme"] == "instruct":
            end = await run(five, graph, each["text"], Ear())
            assert (end.plan, end.answers, end.proposals) == ((), (), ())
