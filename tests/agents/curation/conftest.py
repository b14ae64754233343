"""A small graph of rivers, on a real store."""

import pytest

from agents.changes import ChangeSet
from agents.curation.drafting import draft
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance

RHINE = Node("rhine", "River", "Rhine", ("Rhein",), "Flows north", {"km": 1230})
RHIN = Node("rhin", "River", "Rhin", ("Rhenus",), "", {"km": 1233, "mouth": "Rotterdam"})
MAIN = Node("main", "River", "Main", (), "", {"km": 525})
BONN = Node("bonn", "City", "Bonn")
FLOWS = Edge("main", "FLOWS_INTO", "rhine", {}, (Provenance("file", "a map"),), 0.8)
FLOWS_TOO = Edge("main", "FLOWS_INTO", "rhin", {"at": "Mainz"}, (Provenance("file", "an atlas"),), 0.9)
LIES = Edge("bonn", "LIES_ON", "rhin")
SAME = Edge("rhin", "IS_LIKE", "rhine")
RECORDS = (RHINE, RHIN, MAIN, BONN, FLOWS, FLOWS_TOO, LIES, SAME)


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "graphs.sqlite3")
    made.create("rivers")
    made.load("rivers", RECORDS)
    yield made
    made.close()


@pytest.fixture
def do(store):
    """Drafts and applies changes, and returns what was applied."""
    numbers = iter(range(1000))

    def apply(*changes):
        made = ChangeSet(f"c{next(numbers)}", draft(store, "rivers", changes).changes)
        return made, store.apply("rivers", made)

    return apply


@pytest.fixture
def everything(store):
    return lambda: {repr(each) for each in store.export("rivers")}
