"""Notes of a load, and taking it back in batches, whatever came after it, whoever was killed in between."""

import random

import pytest

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, Swap
from agents.curation import notebook, unloading
from agents.curation.journal import Journal
from agents.curation.notebook import Notebook
from agents.curation.unloading import look, take_back
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node, Provenance

NODES = [Node(f"n{number}", "Town", f"Town {number}", (), "", {"p": number}) for number in range(60)]
EDGES = [Edge(f"n{number}", "NEAR", f"n{(number * 7 + 1) % 60}", {"km": number}) for number in range(60)]
OLD = [NODES[0], Node("n1", "Village", "Town 1"), Edge("n0", "NEAR", "n1", {"km": 9.5}, (Provenance("file", "a"),))]


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(unloading, "BATCH", 7)
    made = SqliteStore(tmp_path / "graphs.sqlite3")
    made.create("towns")
    yield made
    made.close()


def loaded(store, path, records=(*NODES, *EDGES)):
    journal = Journal(store, path)
    journal.load("towns", records)
    journal.notes.close()
    return path


def everything(store):
    return [each.to_json() for each in store.export("towns")]


def apply(store, *changes):
    store.apply("towns", ChangeSet(str(changes), changes))


def back(store, path, notes):
    book = Notebook(notes)
    found = take_back(store, "towns", path, book)
    book.close()
    return found


def test_a_load_into_what_was_there_is_taken_back_whole_and_done_again(store, tmp_path):
    store.load("towns", OLD)
    before = everything(store)
    path = loaded(store, tmp_path / "load.jsonl")
    after = everything(store)
    assert notebook.said(notebook.counted(path)) == "58 nodes added, 59 facts added, 1 node changed, 1 fact changed"
    assert back(store, path, tmp_path / "undo.jsonl").stays == 0
    assert everything(store) == before
    assert back(store, tmp_path / "undo.jsonl", tmp_path / "redo.jsonl").stays == 0
    assert everything(store) == after


def test_looking_says_what_taking_back_does(store, tmp_path):
    path = loaded(store, tmp_path / "load.jsonl")
    new = Node("new", "Town", "New")
    apply(store, PutNode(new), PutEdge(Edge("n5", "NEAR", "new")), PutNode(Node("n7", "Town", "Other")))
    apply(store, PutEdge(Edge(*EDGES[9].triple, {"km": -1})), RemoveEdge(*EDGES[11].triple))
    seen = look(store, "towns", path)
    found = back(store, path, tmp_path / "undo.jsonl")
    assert (seen.already, seen.stays) == (found.already, found.stays) == (1, 5)
    assert {tag.replace("+", "-") for tag in seen.back} == set(found.back)
    told = {(each.swap.key, each.why) for each in found.some}
    assert told == {(each.swap.key, each.why) for each in seen.some}
    assert {key for key, why in told if why == unloading.TIED} == {"n5", "n9", "n4"}
    assert {each["id"] for each in everything(store) if "name" in each} == {"n4", "n5", "n7", "n9", "new"}


def test_nothing_new_begins_no_notes(store, tmp_path):
    loaded(store, tmp_path / "one.jsonl")
    loaded(store, tmp_path / "two.jsonl")
    assert [each.name for each in tmp_path.glob("two*")] == []


class Killed(Exception):
    pass


@pytest.mark.parametrize("seed", range(8))
def test_killed_anywhere_it_goes_on_and_can_be_taken_back_in_turn(store, tmp_path, monkeypatch, seed):
    chance, notes, swap, left = random.Random(seed), tmp_path / "undo.jsonl", SqliteStore.swap, 30

    def dying(self, graph, swaps):
        nonlocal left
        done = swap(self, graph, swaps) if chance.random() < 0.8 else None
        if left and chance.random() < 0.3:
            left -= 1
            raise Killed
        return done or swap(self, graph, swaps)

    store.load("towns", OLD)
    before = everything(store)
    path = loaded(store, tmp_path / "load.jsonl")
    after = everything(store)
    monkeypatch.setattr(SqliteStore, "swap", dying)
    for _ in range(40):
        try:
            back(store, path, notes)
            break
        except Killed:
            if notes.exists():
                with notes.open("a") as file:
                    file.write('n+ [{"cut')
    assert everything(store) == before
    monkeypatch.setattr(SqliteStore, "swap", swap)
    back(store, notes, tmp_path / "redo.jsonl")
    assert everything(store) == after


ODD = [
    Node("a b\n\u2028\x00", "", 'q"\\', ("ü", "\r"), "", {"k\n": ("", 1, 1.0, True), "e": ()}),
    Node("half \ud800", "", "of a character"),
    Node("null", "", "", (), "", {"nan": float("nan"), "far": float("-inf"), "big": 2**70, "small": -(2**63) - 1}),
    Node("numbers", "", "", (), "", {"u": 2**64 - 1, "e": 1e300, "z": -0.0, "t": (5e-324, 0.1, 1)}),
]
ODD_FACT = Edge("a", "b\n", "null", {"x": (1, 1.0, "1")}, (Provenance("file", "f", "\udfff"),), 0.5, "")


@pytest.mark.parametrize("odd", [*ODD, ODD_FACT], ids=lambda each: each.id)
def test_odd_things_are_noted_as_they_are(tmp_path, odd):
    book = Notebook(tmp_path / "notes.jsonl")
    book.add([Swap(None, odd), Swap(odd, None), Swap(odd, odd)])
    book.add_new([odd])
    book.close()
    found = list(notebook.read(tmp_path / "notes.jsonl"))
    assert [repr(each) for each in found] == [
        repr(Swap(*p)) for p in ((None, odd), (odd, None), (odd, odd), (None, odd))
    ]
    assert notebook.counted(tmp_path / "notes.jsonl") == book.counts


def test_a_record_that_is_nearly_json_already_is_noted_whole(tmp_path):
    seen = Edge("a", "b", "c")
    assert seen.id  # which a record remembers, and which is none of its fields
    book = Notebook(tmp_path / "notes.jsonl")
    book.add_new([seen])
    assert [each.after for each in notebook.read(book.path)] == [seen]
