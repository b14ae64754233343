"""Paths and neighbourhoods, by example."""

import pytest

from agents.errors import QueryError
from agents.model import Edge, Node
from agents.query import Neighbourhood, Paths


def found(store, **parts):
    return [tuple(node.id for node in path.nodes) for path in store.paths("europe", Paths(**parts))]


def test_the_shortest_path_comes_first(europe):
    assert found(europe, sources=("lyon",), targets=("berlin",))[0] == ("lyon", "fr", "de", "berlin")


def test_a_path_carries_its_edges_in_their_own_direction(europe):
    (path,) = europe.paths("europe", Paths(sources=("ch",), targets=("ad",), k=1))
    assert [edge.triple for edge in path.edges] == [("fr", "borders", "ch"), ("fr", "borders", "ad")]


def test_direction_is_kept(europe):
    assert found(europe, sources=("ch",), targets=("ad",), direction="out") == []
    assert found(europe, sources=("ch",), targets=("fr",), direction="in")[0] == ("ch", "fr")


def test_relations_are_kept(europe):
    paths = europe.paths("europe", Paths(sources=("fr",), targets=("de",), relations=("member_of",)))
    assert [[edge.relation for edge in path.edges] for path in paths] == [["member_of", "member_of"]]


def test_two_edges_between_the_same_nodes_are_two_paths(europe):
    paths = europe.paths("europe", Paths(sources=("paris",), targets=("fr",), max_hops=1, k=5))
    assert sorted(path.edges[0].relation for path in paths) == ["capital_of", "city_of"]


def test_a_node_that_is_both_ends_is_a_path_of_no_edge(europe):
    (path,) = europe.paths("europe", Paths(sources=("fr",), targets=("fr",), k=1))
    assert ([node.id for node in path.nodes], path.edges) == (["fr"], ())


def test_no_path_within_the_hops_is_none(europe):
    assert found(europe, sources=("lyon",), targets=("berlin",), max_hops=2) == []
    assert found(europe, sources=("nowhere",), targets=("berlin",)) == []


def test_an_unknown_relation_is_refused(europe):
    with pytest.raises(QueryError, match="did you mean 'borders'"):
        found(europe, sources=("fr",), targets=("de",), relations=("border",))
    with pytest.raises(QueryError):
        europe.neighbourhood("europe", Neighbourhood(ids=("fr",), relations=("border",)))


def test_a_neighbourhood_says_how_many_were_left_out(store):
    store.create("star")
    store.load("star", [Node("hub", "T", "hub"), *(Node(f"n{at}", "T", "n") for at in range(50))])
    store.load("star", [Edge("hub", "r", f"n{at}") for at in range(50)])
    around = store.neighbourhood("star", Neighbourhood(ids=("hub",), limit=11))
    assert around.nodes[0].id == "hub"
    assert (len(around.nodes), len(around.edges), around.omitted) == (11, 10, 40)


def test_a_neighbourhood_of_no_hops_is_the_nodes_and_the_edges_between_them(europe):
    around = europe.neighbourhood("europe", Neighbourhood(ids=("fr", "de", "nowhere"), hops=0))
    assert [node.id for node in around.nodes] == ["fr", "de"]
    assert [edge.triple for edge in around.edges] == [("fr", "borders", "de")]


def test_ties_bring_every_path_that_is_as_short_as_the_shortest(store):
    store.create("diamond")
    middles = [f"m{at}" for at in range(6)]
    nodes = [Node(each, "", each) for each in ("a", "b", "c", *middles)]
    edges = [edge for each in middles for edge in (Edge("a", "r", each), Edge(each, "r", "b"))]
    store.load("diamond", [*nodes, *edges, Edge("b", "r", "c"), Edge("a", "r", "c")])
    query = Paths(sources=("a",), targets=("b",), k=2, ties=True)
    assert [len(path.edges) for path in store.paths("diamond", query)] == [2] * 7
    longer = Paths(sources=("a",), targets=("c",), k=2, ties=True)
    assert [len(path.edges) for path in store.paths("diamond", longer)] == [1, 3]


def test_ties_are_bounded(store):
    store.create("wide")
    middles = [f"m{at}" for at in range(200)]
    nodes = [Node(each, "", each) for each in ("a", "b", *middles)]
    store.load("wide", [*nodes, *(edge for each in middles for edge in (Edge("a", "r", each), Edge(each, "r", "b")))])
    assert len(store.paths("wide", Paths(sources=("a",), targets=("b",), k=3, ties=True))) == 50
