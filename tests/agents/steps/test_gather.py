"""Look-ups run, independent ones at once."""

import threading

import pytest

from agents.kit import Kit
from agents.query import Match, Neighbourhood, Return, Var
from agents.state import Lookup, State
from agents.steps.gather import gather, summary
from tests.agents.conftest import GRAPH
from tests.fakes import ScriptedIntents


def around(id: str, *after: int) -> Lookup:
    return Lookup(f"around {id}", Neighbourhood(ids=(id,)), after)


class Meeting:
    """A store whose neighbourhoods come back only once two are asked for at the same time."""

    def __init__(self, store):
        self._store, self._both = store, threading.Barrier(2, timeout=5)

    def __getattr__(self, name):
        return getattr(self._store, name)

    def neighbourhood(self, graph, query):
        self._both.wait()
        return self._store.neighbourhood(graph, query)


async def test_it_runs_independent_lookups_at_once(store, reader, ear):
    state = State(GRAPH, "", plan=(around("s:tx"), around("s:ok")))
    state = await gather(state, Kit(Meeting(store), reader, ScriptedIntents()), ear)
    assert [each.lookup.words for each in state.findings] == ["around s:tx", "around s:ok"]


async def test_a_lookup_waits_for_those_that_it_follows(store, reader, ear):
    state = State(GRAPH, "", plan=(around("s:tx", 1), around("s:ok")))
    state = await gather(state, Kit(store, reader, ScriptedIntents()), ear)
    assert [each.words for each in ear.of("query.ran")] == ["around s:ok", "around s:tx"]
    assert [each.lookup.words for each in state.findings] == ["around s:tx", "around s:ok"]


async def test_lookups_that_wait_for_each_other_are_a_defect(store, reader, ear):
    state = State(GRAPH, "", plan=(around("s:tx", 1), around("s:ok", 0)))
    with pytest.raises(ValueError, match="wait for each other"):
        await gather(state, Kit(store, reader, ScriptedIntents()), ear)


async def test_an_edge_is_shown_once(store, reader, ear):
    state = State(GRAPH, "", plan=(around("s:tx"), around("s:ok")))
    state = await gather(state, Kit(store, reader, ScriptedIntents()), ear)
    shown = [edge.id for event in ear.of("graph.grown") for edge in event.edges]
    assert len(shown) == len(set(shown)) == len(state.evidence.edges)


async def test_what_the_cap_left_out_is_told_as_nodes_and_as_edges(store, reader, ear):
    state = State(GRAPH, "", plan=(around("s:tx"),))
    whole = (await gather(state, Kit(store, reader, ScriptedIntents()), ear)).evidence
    await gather(state, Kit(store, reader, ScriptedIntents(), evidence_limit=1), ear)
    grown = ear.of("graph.grown")[-1]
    assert grown.omitted == len(whole.nodes) - len(grown.nodes) > 0
    assert grown.omitted_edges == len(whole.edges) - 1 > 0


async def test_edges_are_told_of_where_there_are_any(store, reader, ear):
    counted = Lookup("states", Match(variables=(Var(name="x", types=("State",)),), returns=(Return(variable="x"),)))
    for lookup, joined in ((around("s:tx"), True), (counted, False)):
        state = await gather(State(GRAPH, "", plan=(lookup,)), Kit(store, reader, ScriptedIntents()), ear)
        assert summary(state).startswith("Found ")
        assert (" on " in summary(state)) is joined
