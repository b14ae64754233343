"""A load that is noted, and taken back whole."""

from agents.curation import journal
from agents.curation.journal import Journal, read
from agents.curation.undoing import undo
from agents.model import Edge, Node
from tests.agents.curation.conftest import BONN, MAIN, RECORDS

NEW = [Node("nile", "River", "Nile"), Node("main", "River", "Moenus"), BONN, Edge("nile", "NEAR", "bonn")]


def test_a_load_is_taken_back_whole(store, do, everything, tmp_path):
    before = everything()
    noted = Journal(store, tmp_path / "load.jsonl.gz")
    counts = noted.load("rivers", NEW)
    assert (counts.nodes_added, counts.nodes_changed, counts.nodes_same, counts.edges_added) == (1, 1, 1, 1)
    things = read(tmp_path / "load.jsonl.gz")
    assert [each.before for each in things] == [None, MAIN, None]
    do(*undo(store, "rivers", things).changes)
    assert everything() == before


def test_what_was_changed_since_stays(store, do, tmp_path):
    Journal(store, tmp_path / "load.jsonl.gz").load("rivers", NEW)
    store.load("rivers", [Node("main", "River", "Main!")])
    back = undo(store, "rivers", read(tmp_path / "load.jsonl.gz"))
    assert [each.touched.subject.id for each in back.conflicts] == ["main"]


def test_one_that_changes_nothing_is_nothing_to_take_back(store, tmp_path):
    Journal(store, tmp_path / "load.jsonl.gz").load("rivers", RECORDS)
    assert read(tmp_path / "load.jsonl.gz") == ()


def test_a_large_one_is_loaded_whole_and_not_noted_to_its_end(store, tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "MOST", 10)
    monkeypatch.setattr(journal, "_AT_ONCE", 4)
    counts = Journal(store, tmp_path / "load.jsonl.gz").load("rivers", [Node(f"n{i}", "T", "n") for i in range(50)])
    assert counts.nodes_added == 50
    assert read(tmp_path / "load.jsonl.gz") is None


def test_one_that_was_not_noted_is_not_known(tmp_path):
    assert read(tmp_path / "nowhere") is None
