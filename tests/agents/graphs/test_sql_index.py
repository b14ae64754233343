"""The index of values answers as a look at every node does, whatever the size from which it is asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.graphs import sql_index
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from agents.query import Condition, Match, Return, Var
from tests.contracts.naive import Naive
from tests.contracts.test_match_properties import KEYS, graphs, loaded, rounded

TYPES = st.sampled_from([(), ("A",), ("B",), ("A", "B")])


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = SqliteStore(tmp_path_factory.mktemp("index") / "graphs.db")
    yield made
    made.close()


@pytest.fixture
def from_the_first_node(monkeypatch):
    monkeypatch.setattr(sql_index, "_FEW", 0)
    monkeypatch.setattr(sql_index, "_SHARE", 0.0)


def asking(types, key, aggregate=None):
    exists = () if aggregate else (Condition(variable="x", key=key, operator="exists"),)
    wanted = (Return(variable="x", key=key, aggregate=aggregate),)
    return Match(variables=(Var(name="x", types=types),), conditions=exists, returns=wanted)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), TYPES, st.sampled_from(KEYS), st.sampled_from(["min", "max"]))
def test_the_least_and_the_greatest_value_are_found(store, from_the_first_node, graph, types, key, way):
    name = loaded(store, *graph)
    query = asking(types, key, way)
    assert [rounded(row.cells) for row in store.match(name, query).rows] == list(
        map(rounded, Naive(*graph).match(query))
    )
    store.drop(name)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(graphs(), TYPES, st.sampled_from(KEYS), st.sampled_from([1, 2, 400]))
def test_each_distinct_value_is_found_once(store, from_the_first_node, graph, types, key, limit):
    name = loaded(store, *graph)
    known = list(map(rounded, Naive(*graph).match(asking(types, key))))
    found = store.match(name, asking(types, key), limit=limit, evidence=False)
    rows = [rounded(row.cells) for row in found.rows]
    assert (len(rows), found.truncated) == (min(limit, len(known)), len(known) > limit)
    assert all(row in known and rows.count(row) == 1 for row in rows)
    store.drop(name)


def test_the_index_is_asked_of_many_nodes_and_not_of_a_few_among_many(store):
    name = "many"
    store.create(name)
    nodes = [Node(f"n{at}", "Many", "n", (), "", {"size": at}) for at in range(3_000)]
    store.load(name, [*nodes, Node("few", "Few", "few", (), "", {"size": 7}), Edge("few", "of", "n1")])
    statements = {kind: store.match(name, asking((kind,), "size", "max")) for kind in ("Many", "Few")}
    assert {kind: found.rows[0].cells for kind, found in statements.items()} == {"Many": (2999,), "Few": (7,)}
    assert "ORDER BY b.sort" in statements["Many"].statement
    assert "ORDER BY b.sort" not in statements["Few"].statement
