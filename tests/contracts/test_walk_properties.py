"""Paths and neighbourhoods on random graphs, compared with the naive evaluation."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.model import Edge, Node
from agents.query import Neighbourhood, Paths
from tests.contracts.naive import Naive

NUMBERS = count()
IDS = [f"n{at}" for at in range(7)]
some_ids = st.lists(st.sampled_from([*IDS, "nowhere"]), min_size=1, max_size=2).map(tuple)
relations = st.sampled_from([(), ("r",), ("s",)])
triples = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from("rs"), st.sampled_from(IDS)), unique=True, max_size=16
)
KNOWN = [Edge("m0", "r", "m1"), Edge("m0", "s", "m1")]
path_queries = st.builds(
    Paths, sources=some_ids, targets=some_ids, relations=relations, direction=st.sampled_from(["out", "in", "both"]),
    max_hops=st.integers(1, 6), k=st.integers(1, 8),
)  # fmt: skip
neighbourhoods = st.builds(
    Neighbourhood, ids=some_ids, hops=st.integers(0, 3), relations=relations, limit=st.integers(1, 8)
)


def built(store, triples):
    nodes = [Node(id, "T", id) for id in [*IDS, "m0", "m1"]]
    edges = [*KNOWN, *(Edge(*each) for each in triples)]
    graph = f"g{next(NUMBERS)}"
    store.create(graph)
    store.load(graph, [*nodes, *edges])
    return graph, Naive(nodes, edges)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(triples, path_queries)
def test_paths_are_the_k_shortest_of_all_loopless_ones(shared_store, triples, query):
    graph, naive = built(shared_store, triples)
    every = {(nodes, edges) for nodes, edges in naive.paths(query)}
    found = [
        (tuple(node.id for node in path.nodes), tuple(edge.triple for edge in path.edges))
        for path in shared_store.paths(graph, query)
    ]
    assert len(set(found)) == len(found)
    assert set(found) <= every
    assert [len(edges) for _, edges in found] == sorted(len(edges) for _, edges in every)[: query.k]
    shared_store.drop(graph)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(triples, neighbourhoods)
def test_a_neighbourhood_is_the_nearest_nodes_and_every_edge_among_them(shared_store, triples, query):
    graph, naive = built(shared_store, triples)
    distances = naive.distances(query)
    found = shared_store.neighbourhood(graph, query)
    kept = [node.id for node in found.nodes]
    assert [distances[id] for id in kept] == sorted(distances.values())[: query.limit]
    assert found.omitted == len(distances) - len(kept)
    between = {
        edge.triple
        for edge in naive.edges.values()
        if {edge.head, edge.tail} <= set(kept) and (not query.relations or edge.relation in query.relations)
    }
    assert {edge.triple for edge in found.edges} == between
    assert len(found.edges) == len(between)
    shared_store.drop(graph)
