"""Taking a change back, also after others."""

from dataclasses import replace

import pytest

from agents.changes import PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.intentions import merge
from agents.curation.undoing import happened, undo
from agents.model import Edge, Node
from tests.agents.curation.conftest import BONN, FLOWS, MAIN, RHINE

NILE = Node("nile", "River", "Nile")


def things(done):
    made, applied = done
    return happened(made, applied.inverse)


@pytest.mark.parametrize(
    "changes",
    [
        (PutNode(NILE), PutEdge(Edge("main", "NEAR", "nile"))),
        (RemoveNode("rhine"),),
        (PutNode(replace(BONN, name="Bonna")), RemoveEdge(*FLOWS.triple)),
        (RemoveEdge(*FLOWS.triple), PutEdge(replace(FLOWS, confidence=0.1))),
    ],
)
def test_what_nobody_touched_since_is_taken_back_whole(store, do, everything, changes):
    before = everything()
    back = undo(store, "rivers", things(do(*changes)))
    assert back.conflicts == ()
    do(*back.changes)
    assert everything() == before


def test_an_undo_is_undone(store, do, everything):
    done = do(*merge(store, "rivers", "rhine", "rhin"))
    after = everything()
    undone = do(*undo(store, "rivers", things(done)).changes)
    do(*undo(store, "rivers", things(undone)).changes)
    assert everything() == after


def test_what_was_changed_since_is_a_conflict_and_the_rest_goes(store, do):
    first = do(PutNode(replace(BONN, name="Bonna")), PutNode(replace(MAIN, name="Moenus")))
    later = replace(BONN, name="Bonn!")
    do(PutNode(later))
    back = undo(store, "rivers", things(first))
    assert [(each.touched.subject.id, each.now) for each in back.conflicts] == [("bonn", later)]
    do(*back.changes)
    assert [each.name for each in store.nodes("rivers", ["bonn", "main"])] == ["Bonn!", "Main"]


def test_a_new_node_that_others_tied_facts_to_stays(store, do):
    first = do(PutNode(NILE), PutEdge(Edge("nile", "NEAR", "main")))
    do(PutEdge(Edge("bonn", "NEAR", "nile")))
    back = undo(store, "rivers", things(first))
    assert [each.why for each in back.conflicts] == ["Facts were tied to it since."]
    do(*back.changes)
    assert store.nodes("rivers", ["nile"]) == (NILE,)
    assert store.edges("rivers", [("nile", "NEAR", "main")]) == ()


def test_a_fact_whose_end_is_gone_stays_away(store, do):
    first = do(RemoveEdge(*FLOWS.triple))
    do(RemoveNode("rhine"))
    back = undo(store, "rivers", things(first))
    assert (back.changes, [each.why for each in back.conflicts]) == ((), ["A thing that it speaks of is gone."])


def test_nothing_is_left_to_do_for_what_changed_nothing(store, do):
    assert things(do(PutNode(RHINE))) == ()
