"""Loading in bulk."""

import os
import signal
import subprocess
import sys
import time

import pytest

from agents.errors import UnknownGraph
from agents.graphs import bolt_write, sqlite_write
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance
from tests.contracts.conftest import EDGES, NODES


def everything(store, graph="europe"):
    return list(store.export(graph))


def test_it_keeps_every_field(store):
    node = Node("n", "T", "Ünï", ("a", "b"), "d", {"n": 1, "f": 1.5, "t": "x", "b": True, "many": ("a", 2)})
    edge = Edge("n", "r", "n", {"k": ("x",)}, (Provenance("file", "f", "row 1"),), 0.25, "doubtful")
    store.create("one")
    store.load("one", [node, edge])
    assert everything(store, "one") == [node, edge]


def test_it_counts_what_was_added(store):
    store.create("europe")
    counts = store.load("europe", [*NODES, *EDGES])
    assert (counts.nodes_added, counts.edges_added, counts.effective) == (9, 12, 21)


def test_loading_the_same_again_changes_nothing(europe):
    before, version = everything(europe), europe.version("europe")
    counts = europe.load("europe", [*NODES, *EDGES], batch=4)
    assert (counts.nodes_same, counts.edges_same, counts.effective) == (9, 12, 0)
    assert everything(europe) == before
    assert europe.version("europe") == version


def test_it_replaces_what_differs(europe):
    counts = europe.load("europe", [Node("fr", "Country", "Frankreich"), Edge("fr", "borders", "de", {"km": 1})])
    assert (counts.nodes_changed, counts.edges_changed) == (1, 1)
    assert europe.nodes("europe", ["fr"]) == (Node("fr", "Country", "Frankreich"),)
    assert Edge("fr", "borders", "de", {"km": 1}) in everything(europe)


def test_the_last_of_two_records_of_one_thing_stays(store):
    store.create("twice")
    counts = store.load("twice", [Node("n", "T", "first"), Node("n", "T", "second")])
    assert (counts.nodes_added, counts.nodes_changed) == (1, 1)
    assert store.nodes("twice", ["n"])[0].name == "second"


def test_an_edge_without_an_end_is_rejected_and_named(europe):
    edge = Edge("fr", "borders", "atlantis")
    counts = europe.load("europe", [edge, Edge("ad", "member_of", "eu")])
    ((rejected, reason),) = counts.rejected
    assert (rejected, counts.edges_added) == (edge, 1)
    assert "atlantis" in reason


def test_an_edge_joins_a_node_just_known_to_one_looked_up_when_no_more_can_be_remembered(store, monkeypatch):
    for module in (bolt_write, sqlite_write):
        monkeypatch.setattr(module, "_KEPT", 2)
    store.create("europe")
    nodes = [Node(each, "T", each) for each in ("a", "b", "c", "d")]
    assert store.load("europe", [*nodes, Edge("a", "r", "b"), Edge("c", "r", "a")], batch=1).rejected == ()
    assert store.load("europe", [Edge("b", "r", "c"), Edge("b", "r", "d"), Edge("a", "r", "d")], batch=1).rejected == ()


@pytest.mark.parametrize("record", [Node("", "T", "x"), Edge("fr", "", "de"), Node("x", "T", "\ud800")])
def test_an_unsound_record_is_rejected(europe, record):
    counts = europe.load("europe", [record])
    assert counts.effective == 0
    assert counts.rejected[0][0] == record


def test_it_tells_the_running_counts_after_each_batch(store):
    seen = []
    store.create("europe")
    store.load("europe", [*NODES, *EDGES], batch=9, on_batch=lambda counts: seen.append(counts.effective))
    assert seen == [9, 18, 21]


def test_it_stops_where_the_caller_says_so(store):
    def stop(counts):
        raise KeyboardInterrupt

    store.create("europe")
    with pytest.raises(KeyboardInterrupt):
        store.load("europe", [*NODES, *EDGES], batch=9, on_batch=stop)
    assert len(everything(store)) == 9
    assert store.load("europe", [*NODES, *EDGES]).effective == 12


def test_records_may_come_from_the_same_store(europe):
    europe.create("copy")
    europe.load("copy", europe.export("europe"), batch=5)
    assert everything(europe, "copy") == everything(europe)


def test_an_unknown_graph_is_named(store):
    with pytest.raises(UnknownGraph):
        store.load("nowhere", NODES)


HOSTILE = [
    "'; DROP TABLE nodes; --",
    'say "hi"',
    "a\0b",
    "NEAR(a b)",
    "🦉",
    "\u202e",
    "<script>",
    "%_*?[",
    "x" * 5000,
    " ",
]


def test_hostile_texts_are_kept_as_they_are(store):
    nodes = [Node(text, text, text, (text,), text, {text: text}) for text in HOSTILE]
    edges = [Edge(text, text, text, {text: text}) for text in HOSTILE]
    store.create("'\"; --")
    store.load("'\"; --", [*nodes, *edges])
    assert set(map(repr, everything(store, "'\"; --"))) == set(map(repr, [*nodes, *edges]))
    assert store.nodes("'\"; --", HOSTILE) == tuple(nodes)
    assert {each.name for each in store.schema("'\"; --").types} == set(HOSTILE)


LOAD = """
import sys
from agents.graphs import bolt_write, sqlite_write
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node
store = SqliteStore(sys.argv[1])
store.create("big")
store.load("big", (Node(f"n{at}", "T", f"name {at}") for at in range(10**7)), batch=500,
           on_batch=lambda counts: print(counts.nodes_added, flush=True))
"""


def test_a_kill_in_the_middle_loses_nothing_acknowledged(tmp_path):
    path = str(tmp_path / "graphs.db")
    with subprocess.Popen([sys.executable, "-c", LOAD, path], stdout=subprocess.PIPE, text=True) as process:
        told = [int(process.stdout.readline()) for _ in range(5)]
        time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
        told += [int(line) for line in process.stdout if line.endswith("\n")]
    store = SqliteStore(path)
    kept = sum(1 for _ in store.export("big"))
    assert kept >= told[-1]
    assert kept % 500 == 0
    assert [each.node.id for each in store.find("big", f"name {kept - 1}", limit=1)] == [f"n{kept - 1}"]
    with store._connections.snapshot() as session:
        assert session.conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert session.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    assert store.load("big", [Node("n1", "T", "name 1"), Node("new", "T", "new")]).nodes_added == 1
    store.close()
