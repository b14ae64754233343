"""What every store can do, the one before all stores can do, too."""

import pytest

from agents.graphs.bolt import BoltStore
from agents.graphs.rooms import Rooms
from agents.graphs.sqlite import SqliteStore
from agents.graphs.store import GraphStore


@pytest.mark.parametrize("kind", [SqliteStore, BoltStore, Rooms])
def test_no_verb_is_missing(kind):
    verbs = {name for name in vars(GraphStore) if not name.startswith("_")}
    assert len(verbs) > 20
    assert verbs - set(dir(kind)) == set()
