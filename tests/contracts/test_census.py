"""What a load counts of an empty graph is what the store counts when it reads all of it back."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.changes import ChangeSet, PutNode, RemoveNode
from agents.graphs.census import Census
from agents.model import Edge, Node
from tests.contracts.conftest import EDGES, NODES

TEXTS = st.sampled_from(
    ["", "x", "2001", "2001-02", "2001-02-03T04:05", "1999-1", "2001-02\nx", "١٩٩٩", "20011", "q\0"]
)
SCALARS = TEXTS | st.booleans() | st.sampled_from([0, 1, -7, 2**70, 10**400, 1.5, float("inf"), float("nan")])
VALUES = SCALARS | st.lists(SCALARS, max_size=3).map(tuple)
PROPS = st.dictionaries(st.sampled_from(["a", "b", "name", "_c", "d`e"]), VALUES, max_size=3)
NAMES = st.sampled_from(["", "Town", "Entity", "über"])
names = count()


@st.composite
def graphs(draw):
    nodes = [Node(f"n{at}", draw(NAMES), "x", (), "", draw(PROPS)) for at in range(draw(st.integers(0, 8)))]
    ids = [each.id for each in nodes]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(["in", "of"]), st.sampled_from(ids)) if ids else st.nothing()
    triples = draw(st.lists(ends, unique=True, max_size=12)) if ids else []
    return [*nodes, *(Edge(*each, draw(PROPS)) for each in triples)]


def counted(store, graph):
    """Return the schema as the store counts it, for a node came and went."""
    passing = PutNode(Node("passing", "Passing", "passing")), RemoveNode("passing")
    store.apply(graph, ChangeSet(f"passing-{next(names)}", passing))
    return store.schema(graph)


def loaded(store, records, batch=5):
    name = f"census-{next(names)}"
    store.create(name)
    store.load(name, records, batch)
    return name


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=graphs(), batch=st.integers(1, 9))
def test_it_is_what_the_store_counts(shared_store, records, batch):
    name = loaded(shared_store, records, batch)
    before = shared_store.schema(name)
    assert replace(before, version=0) == replace(counted(shared_store, name), version=0)
    shared_store.drop(name)


@pytest.mark.parametrize(
    "more",
    [
        [replace(NODES[0], name="Gaul")],
        [NODES[0]],
        [Edge("fr", "borders", "atlantis")],
        [replace(EDGES[0], props={"km": 1})],
        [Node("", "Town", "nameless")],
    ],
    ids=["changed", "same", "dangling", "other", "unsound"],
)
def test_what_is_not_new_leaves_the_counting_to_the_store(store, more):
    name = loaded(store, [*NODES, *EDGES, *more])
    assert replace(store.schema(name), version=0) == replace(counted(store, name), version=0)


def test_another_writer_beside_the_load_is_counted_too(store):
    store.create("shared")

    def beside(counts):
        if counts.nodes_added == 3:
            store.load("shared", [Node("x", "Other", "x"), Edge("x", "of", "x")])

    store.load("shared", NODES, 3, beside)
    store.load("shared", EDGES)
    schema = store.schema("shared")
    assert (schema.type("Other").count, schema.nodes, schema.edges) == (1, 10, 13)
    assert replace(schema, version=0) == replace(counted(store, "shared"), version=0)


def test_a_load_into_an_empty_graph_is_counted_as_it_comes(store, monkeypatch):
    """Were all of them left to the store, the tests above would prove nothing."""
    told = []
    real = Census.schema
    monkeypatch.setattr(Census, "schema", lambda self, version: told.append(real(self, version)) or told[-1])
    name = loaded(store, [*NODES, *EDGES])
    assert told == [store.schema(name)]
    assert told[0].relation("borders").count == 4
