"""Which relation is likely between two nodes, learnt from the graph's own edges."""

from pathlib import Path

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from agents.reasoning.predicting import between

GRAPH = "family"


def family(number: int) -> list[Node | Edge]:
    """A father, a mother and two children; the younger one's mother is told only of odd families."""
    ids = [f"{who}{number}" for who in ("dad", "mum", "kid", "baby")]
    dad, mum, kid, baby = ids
    edges = [Edge(dad, "married", mum), Edge(kid, "father", dad), Edge(kid, "mother", mum), Edge(baby, "father", dad)]
    told = [Edge(baby, "mother", mum)] if number % 2 else []
    return [*(Node(each, "", each) for each in ids), *edges, *told]


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    store = SqliteStore(tmp_path / "graphs.db")
    store.create(GRAPH)
    records = [each for number in range(12) for each in family(number)]
    store.load(GRAPH, sorted(records, key=lambda each: isinstance(each, Edge)))
    return store


def test_the_ways_between_two_nodes_tell_their_relation(store: SqliteStore):
    baby, mum = store.nodes(GRAPH, ["baby4", "mum4"])
    best = between(store, GRAPH, baby, mum)[0]
    assert (best.relation, best.head, best.tail) == ("mother", "baby4", "mum4")


def test_chances_of_all_relations_either_way_make_one(store: SqliteStore):
    baby, mum = store.nodes(GRAPH, ["baby4", "mum4"])
    assert sum(each.chance for each in between(store, GRAPH, baby, mum)) == pytest.approx(1.0)


def test_given_edges_count_as_known_ones(store: SqliteStore):
    store.load(GRAPH, [Node("x", "", "x"), Node("y", "", "y")])
    x, y = store.nodes(GRAPH, ["x", "y"])
    given = {"x": {("married", "out"): 3}, "y": {("married", "in"): 3}}
    assert between(store, GRAPH, x, y, given)[0].relation == "married"


def test_it_learns_anew_when_the_graph_changes(store: SqliteStore):
    baby, mum = store.nodes(GRAPH, ["baby4", "mum4"])
    between(store, GRAPH, baby, mum)
    store.load(GRAPH, [Edge("baby4", "aunt", "mum6")])
    assert {each.relation for each in between(store, GRAPH, baby, mum)} == {"married", "father", "mother", "aunt"}
