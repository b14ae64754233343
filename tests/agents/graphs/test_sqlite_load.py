"""What a load leaves in the file."""

import sqlite3
from contextlib import closing

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node

RECORDS = (
    *(Node(f"n{at}", "T", f"n{at}", (), "", {"size": at}) for at in range(20)),
    *(Edge("n0", "r", f"n{at}", {"weight": at}) for at in range(20)),
)


def property_sets(file):
    with closing(sqlite3.connect(file)) as conn:
        return conn.execute("SELECT count(*) FROM bags").fetchone()[0]


def test_a_second_load_writes_no_property_set_again(tmp_path):
    store = SqliteStore(tmp_path / "graphs.db")
    store.create("g")
    store.load("g", RECORDS)
    before = property_sets(tmp_path / "graphs.db")
    again = SqliteStore(tmp_path / "graphs.db").load("g", RECORDS)
    assert (again.nodes_same, again.edges_same, again.effective) == (20, 20, 0)
    assert property_sets(tmp_path / "graphs.db") == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=["there first", "new first", "changed first"])
def test_what_is_new_and_what_differs_is_told_from_what_is_there(tmp_path, order):
    store = SqliteStore(tmp_path / "graphs.db")
    store.create("g")
    store.load("g", RECORDS)
    there, changed, new = RECORDS[23], Edge("n0", "r", "n4", {"weight": 9}), Edge("n6", "r", "n1")
    counts = store.load("g", [(there, changed, new)[at] for at in order])
    assert (counts.edges_same, counts.edges_changed, counts.edges_added) == (1, 1, 1)
    kept = {each.triple: each.props for each in store.export("g") if isinstance(each, Edge)}
    assert (kept["n0", "r", "n4"], kept["n0", "r", "n3"], len(kept)) == ({"weight": 9}, {"weight": 3}, 21)
