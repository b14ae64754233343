"""A Neo4j server that goes away and comes back: in order, or by a kill in the middle of a write."""

from contextlib import suppress
from threading import Timer
from time import monotonic

import pytest

from agents.changes import ChangeSet, PutNode
from agents.errors import StoreUnavailable
from agents.graphs.bolt import BoltStore
from agents.model import Edge, Node
from deploy.neo4j.server import Server
from tests.servers import started

pytestmark = pytest.mark.server
NODES = [Node(f"n{at:05}", "T", f"name {at}", (), "", {"size": at}) for at in range(4_000)]
EDGES = [Edge(NODES[at].id, "next", NODES[at + 1].id, {"at": at}) for at in range(3_999)]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that a test may stop and start."""
    made = started(Server(tmp_path_factory.mktemp("away")))
    yield made
    made.stop(kill=True)


@pytest.fixture
def store(server):
    made = BoltStore(server.address, timeout=30)
    for graph in made.graphs():
        made.drop(graph)
    made.create("g")
    yield made
    made.close()


def test_a_server_that_is_down_is_told_in_words_within_two_seconds_and_used_again_once_it_is_back(server, store):
    store.load("g", NODES[:10])
    server.stop()
    begun = monotonic()
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        store.find("g", "name 1")
    assert monotonic() - begun < 2
    assert (store.health().ok, store.health().store) == (False, "neo4j")
    server.start()
    assert until_it_answers(lambda: store.find("g", "name 1"))[0].node == NODES[1]


def test_a_wrong_password_is_told_in_words(server):
    with pytest.raises(StoreUnavailable, match="user or the password"):
        BoltStore(server.address.replace(server.password, "not-the-password")).graphs()


def test_a_database_that_is_not_there_is_told_in_words(server):
    with pytest.raises(StoreUnavailable, match=r"it has no such database\.$") as refusal:
        BoltStore(server.address.removesuffix("neo4j") + "elsewhere").graphs()
    assert refusal.value.place.endswith("/elsewhere")


def test_a_load_that_a_kill_cuts_keeps_what_it_acknowledged_and_ends_the_same_when_run_again(server, store):
    told = []

    def note(counts):
        told.append(counts.effective)
        if len(told) == 4:
            server.stop(kill=True)

    with pytest.raises(StoreUnavailable):
        store.load("g", [*NODES, *EDGES], batch=500, on_batch=note)
    server.start()
    kept = until_it_answers(lambda: list(store.export("g")))
    assert len(kept) >= told[-1]
    assert len(kept) % 500 == 0
    store.load("g", [*NODES, *EDGES], batch=500)
    assert list(store.export("g")) == [*NODES, *EDGES]


@pytest.mark.parametrize("seconds", [0.05, 0.6])
def test_a_change_that_a_kill_cuts_is_there_whole_or_not_at_all(server, store, seconds):
    changes = ChangeSet("c1", tuple(PutNode(each) for each in NODES[:300]), "Carl")
    killing = Timer(seconds, server.stop, kwargs={"kill": True})
    killing.start()
    with suppress(StoreUnavailable):
        store.apply("g", changes)
    killing.join()
    server.start()
    assert len(until_it_answers(lambda: store.nodes("g", [each.id for each in NODES]))) in (0, 300)
    assert store.apply("g", changes).effective == 300
    assert len(store.nodes("g", [each.id for each in NODES])) == 300


def until_it_answers(look, seconds=30):
    """Return what a look gives, once the server that has just come up serves its database."""
    end = monotonic() + seconds
    while True:
        try:
            return look()
        except StoreUnavailable:
            if monotonic() > end:
                raise
