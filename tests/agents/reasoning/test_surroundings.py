"""What lies around nodes, bounded also at a hub."""

from pathlib import Path

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
from agents.reasoning.surroundings import near, wider

GRAPH = "hub"
FANS = 20_000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SqliteStore:
    folder: Path = tmp_path_factory.mktemp("hub")
    store = SqliteStore(folder / "graphs.db")
    store.create(GRAPH)
    fans = [Node(f"f{at}", "Fan", f"Fan {at}") for at in range(FANS)]
    edges = [Edge(each.id, "likes", "star") for each in fans]
    few = [Edge("star", "lives_in", "town"), Edge("town", "part_of", "land"), Edge("quiet", "part_of", "town")]
    places = [Node(each, "Place", each) for each in ("town", "land", "quiet")]
    store.load(GRAPH, [Node("star", "Star", "Star"), *places, *fans, *few, *edges])
    return store


def test_each_relation_of_a_hub_gives_its_share(store: SqliteStore):
    around = near(store, GRAPH, ["star"], each=10)
    assert len(around.edges) == 11
    assert ("star", "lives_in", "town") in around.edges
    assert around.weight("star") == FANS + 1


def test_the_second_ring_opens_what_has_few_edges(store: SqliteStore):
    around = wider(store, GRAPH, ["star"], each=10)
    assert {"land", "quiet"} <= around.nodes.keys()


def test_a_hub_in_the_first_ring_stays_closed(store: SqliteStore):
    around = wider(store, GRAPH, ["f7"])
    assert around.nodes.keys() == {"f7", "star"}


def test_what_is_not_there_has_nothing_around_it(store: SqliteStore):
    assert near(store, GRAPH, ["nobody"]).edges == {}
