"""Every test of this folder runs on every store: a new one is a line in STORES.

Properties take fewer examples on a server, where each makes a graph of its own over the wire.
"""

import pytest
from hypothesis import settings

from agents.graphs.bolt import BoltStore
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node

FEWER = 5  # times fewer examples on a server


def sqlite_store(request, folder):
    return SqliteStore(folder / "graphs.db")


def neo4j_store(request, folder):
    """Return a store on the session's one server, emptied."""
    made = BoltStore(request.getfixturevalue("neo4j").address, timeout=30)  # a cold server plans slowly
    for graph in made.graphs():
        made.drop(graph)
    return made


MAKERS = {"sqlite": sqlite_store, "neo4j": neo4j_store}
STORES = ["sqlite", pytest.param("neo4j", marks=pytest.mark.server)]


@pytest.fixture(params=STORES)
def store(request, tmp_path):
    made = MAKERS[request.param](request, tmp_path)
    yield made
    made.close()


@pytest.fixture(params=STORES, scope="module")
def shared_store(request, tmp_path_factory):
    """A store for properties that make a graph of their own for each example."""
    made = MAKERS[request.param](request, tmp_path_factory.mktemp("shared"))
    yield made
    made.close()


def pytest_runtest_setup(item):
    """Let a property on a server take fewer examples."""
    kept = getattr(item.obj, "_hypothesis_internal_use_settings", None)
    if kept is not None:
        full = item.obj.__dict__.setdefault("_examples_elsewhere", kept.max_examples)
        on_server = item.get_closest_marker("server") is not None
        item.obj._hypothesis_internal_use_settings = settings(kept, max_examples=full // (FEWER if on_server else 1))


NODES = (
    Node("fr", "Country", "France", ("French Republic",), "A country in Europe", {"population": 68, "eu": True}),
    Node("de", "Country", "Germany", ("Deutschland",), "A country in Europe", {"population": 84, "eu": True}),
    Node("ch", "Country", "Switzerland", (), "Not in the Union", {"population": 9, "eu": False}),
    Node("ad", "Country", "Andorra", (), "", {"languages": ("Catalan", "French")}),
    Node("paris", "City", "Paris", ("Lutetia",), "", {"population": 2.1, "founded": "0250-01-01"}),
    Node("lyon", "City", "Lyon", (), "", {"population": 0.5, "founded": "0043-10-10"}),
    Node("berlin", "City", "Berlin", (), "", {"population": 3.7}),
    Node("bern", "City", "Bern", (), "", {"nickname": "paris"}),
    Node("eu", "Union", "European Union", ("EU",), "A union of countries"),
)
EDGES = (
    Edge("fr", "borders", "de", {"km": 418}),
    Edge("fr", "borders", "ch", {"km": 573}),
    Edge("fr", "borders", "ad", {"km": 57}),
    Edge("de", "borders", "ch", {"km": 362}),
    Edge("paris", "city_of", "fr", {"since": "1200"}, (), 0.9, "accepted"),
    Edge("lyon", "city_of", "fr"),
    Edge("berlin", "city_of", "de"),
    Edge("bern", "city_of", "ch"),
    Edge("paris", "capital_of", "fr"),
    Edge("berlin", "capital_of", "de"),
    Edge("fr", "member_of", "eu"),
    Edge("de", "member_of", "eu"),
)


@pytest.fixture
def europe(store):
    """A store that holds the graph "europe"."""
    store.create("europe")
    store.load("europe", [*NODES, *EDGES])
    return store
