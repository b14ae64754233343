"""A graph as a table: it comes back as it was, and no cell runs."""

import csv
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings

from agents.curation.drafting import draft
from agents.curation.sheets import read_sheet
from agents.exports.sheet import lines, safe
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance
from tests.agents.exports.conftest import graphs

CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORD = Provenance("person", "Carl")


def table(store, graph):
    return "".join(lines(lambda: store.export(graph)))


@CALM
@given(records=graphs())
def test_a_table_that_comes_back_unchanged_changes_nothing(tmp_path, records):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.drop("g")
    store.create("g")
    store.load("g", records)
    sheet = read_sheet(store, "g", table(store, "g"), store.schema("g"), WORD)
    said = [key for each in records for key in (*each.props, *(each.triple if isinstance(each, Edge) else [each.id]))]
    if all(key and key == key.strip() for key in said) and not sheet.problems:
        assert draft(store, "g", sheet.changes).touched == ()
    store.close()


def test_plain_things_come_back_in_another_graph_as_they_were(tmp_path):
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    ada = Node("ada", "Person", "Ada", ("Countess", "Lady"), "=SUM(A1)", {"born": 1815, "alive": False, "height": -1.5})
    for graph in ("one", "two"):
        store.create(graph)
    store.load("one", [ada, Node("bob", "", "Bob"), Edge("ada", "KNOWS", "bob", {"since": 1833})])
    sheet = read_sheet(store, "two", table(store, "one"), store.schema("two"), WORD)
    store.load("two", [change.node if hasattr(change, "node") else change.edge for change in sheet.changes])
    assert store.nodes("two", ["ada", "bob"]) == store.nodes("one", ["ada", "bob"])
    assert [each.props for each in store.edges("two", [("ada", "KNOWS", "bob")])] == [{"since": 1833}]
    store.close()


@CALM
@given(records=graphs())
def test_no_cell_begins_as_a_formula_does(records):
    for row in csv.reader(StringIO("".join(lines(lambda: records)), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("-5", "-5"), ("-5+1", "'-5+1"), ("'x", "''x"), ("x", "x")]
)
def test_a_number_stays_a_number(text, cell):
    assert safe(text) == cell
