"""A change before it happens."""

from dataclasses import replace

import pytest

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.drafting import Touched, draft
from agents.curation.intentions import merge
from agents.curation.words import lines, summary
from agents.errors import ChangeConflict
from agents.model import Edge, Node
from tests.agents.curation.conftest import BONN, FLOWS, MAIN, RHINE

NAMED = replace(BONN, name="Bonn am Rhein")


def test_it_tells_before_and_after(store):
    made = draft(store, "rivers", [PutNode(NAMED), RemoveEdge(*FLOWS.triple)])
    assert made.touched == (Touched(BONN, NAMED), Touched(FLOWS, None))
    assert made.problems == ()


def test_it_writes_nothing(store, everything):
    before = everything()
    draft(store, "rivers", [RemoveNode("rhine")])
    assert everything() == before


def test_what_is_as_it_is_wanted_is_not_touched(store):
    assert draft(store, "rivers", [PutNode(BONN), PutEdge(FLOWS)]).touched == ()


def test_a_removed_node_takes_its_facts_along_in_sight(store):
    made = draft(store, "rivers", [RemoveNode("main")])
    facts = [each.subject.triple for each in made.touched if isinstance(each.subject, Edge)]
    assert sorted(facts) == [("main", "FLOWS_INTO", "rhin"), FLOWS.triple]


@pytest.mark.parametrize(
    "wrong", [RemoveNode("nile"), RemoveEdge("main", "NEAR", "bonn"), PutEdge(Edge("main", "NEAR", "nile"))]
)
def test_what_cannot_be_is_a_problem(store, wrong):
    assert len(draft(store, "rivers", [wrong]).problems) == 1


def test_changes_see_each_other_in_order(store):
    nile = Node("nile", "River", "Nile")
    made = draft(store, "rivers", [PutNode(nile), PutEdge(Edge("main", "NEAR", "nile")), RemoveNode("nile")])
    assert (made.touched, made.problems) == ((), ())


@pytest.mark.parametrize(
    "meanwhile",
    [
        PutNode(replace(RHINE, name="Rhein")),
        PutEdge(Edge("bonn", "LIES_ON", "rhine")),
        RemoveEdge(*FLOWS.triple),
        PutNode(replace(MAIN, id="rhin")),
    ],
)
def test_a_draft_does_what_was_seen_or_nothing(store, everything, meanwhile):
    seen = draft(store, "rivers", merge(store, "rivers", "rhin", "rhine"))
    store.apply("rivers", ChangeSet("meanwhile", (meanwhile,)))
    now = everything()
    with pytest.raises(ChangeConflict):
        store.apply("rivers", ChangeSet("late", seen.changes))
    assert everything() == now


def test_its_token_tells_whether_the_same_was_seen(store):
    first = draft(store, "rivers", [PutNode(NAMED)]).token
    assert draft(store, "rivers", [PutNode(NAMED)]).token == first
    store.apply("rivers", ChangeSet("meanwhile", (PutNode(replace(BONN, name="Bonna")),)))
    assert draft(store, "rivers", [PutNode(NAMED)]).token != first


def test_it_reads_as_lines(store):
    made = draft(store, "rivers", [PutNode(NAMED), PutNode(Node("nile", "River", "Nile")), RemoveEdge(*FLOWS.triple)])
    said = lines(made.touched, made.names)
    assert [(each.sign, each.words) for each in said] == [
        ("~", "Bonn am Rhein (City)"),
        ("+", "Nile (River)"),
        ("-", "Main — FLOWS_INTO → Rhine"),
    ]
    assert said[0].fields == (("name", "Bonn", "Bonn am Rhein"),)
    assert summary(made.touched) == "1 node changed, 1 node added, 1 fact removed"
