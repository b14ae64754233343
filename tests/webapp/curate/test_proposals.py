"""Proposals: who may make them, which come back, what decisions do."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from agents.changes import ChangeSet, ExpectNode, PutEdge, PutNode, RemoveEdge
from agents.errors import ChangeRefused
from agents.model import Edge, Node
from tests.webapp.curate.conftest import BONN, FLOWS
from webapp.curate import commits, proposals
from webapp.curate.models import Commit, Proposal

pytestmark = pytest.mark.django_db
LIES = Edge("bonn", "LIES_ON", "river:rhine")


def told(*changes, **more):
    """Return a `proposal.made` as a run tells it."""
    data = ChangeSet("p", changes or (PutEdge(LIES),)).to_json()
    return {"type": "proposal.made", "words": "Bonn lies on the Rhine", "changes": data, **more}


def take(rivers, person, *changes, **more):
    kept = proposals.take(rivers, person, uuid4(), told(*changes, **more))
    return Proposal.objects.filter(pk=kept["proposal"]).first(), kept


def accept(rivers, carl, *some):
    return proposals.accept(rivers, some, carl, proposals.drafted(rivers, some))


def test_a_contributors_proposal_waits_with_all_that_was_said(rivers, connie):
    made, kept = take(rivers, connie, sentence="Bonn lies on the Rhine.", confidence=0.7, why="It says so")
    assert (kept["state"], made.proposer_name, made.sentence, made.confidence, made.why) == (
        "open", "connie", "Bonn lies on the Rhine.", 0.7, "It says so",
    )  # fmt: skip
    assert (made.subject, made.run is not None) == ("bonn", True)


@pytest.mark.parametrize("who", ["rita", "stan", "nobody", "visitor"])
def test_whoever_may_not_propose_is_told_and_nothing_is_kept(rivers, rita, stan, who):
    person = {"rita": rita, "stan": stan, "nobody": AnonymousUser(), "visitor": None}[who]
    made, kept = take(rivers, person)
    assert (made, kept["state"]) == (None, "refused")
    assert "not propose" in kept["reason"]


@pytest.mark.parametrize(
    "wrong",
    [{}, {"changes": []}, {"changes": [{"op": "Drop"}]}, {"changes": [7]}, {"changes": None},
     {"changes": [{"op": "PutNode"}] * 501}],
)  # fmt: skip
def test_what_is_no_change_is_refused(rivers, connie, wrong):
    kept = proposals.take(rivers, connie, None, {"words": "x", "changes": wrong})
    assert (kept["state"], Proposal.objects.count()) == ("refused", 0)


def test_an_accepted_one_is_in_the_graph_with_its_source(rivers, connie, carl, store):
    made, _ = take(rivers, connie, sentence="Bonn lies on the Rhine.", confidence=0.7)
    commit = accept(rivers, carl, made)
    (edge,) = store.edges("rivers", [LIES.triple])
    assert (edge.sources[0].kind, edge.sources[0].name, edge.sources[0].detail, edge.confidence) == (
        "person", "connie", "Bonn lies on the Rhine.", 0.7,
    )  # fmt: skip
    made.refresh_from_db()
    assert (made.state, made.decided_by, made.commit) == ("accepted", carl, commit)
    assert commit.source == "Proposed by connie"


def test_the_same_once_rejected_does_not_come_back_and_says_why(rivers, connie, carl):
    made, _ = take(rivers, connie)
    assert proposals.reject([made], carl, "It is Cologne that you mean") == 1
    again, kept = take(rivers, connie, sentence="Said otherwise", confidence=0.2)
    assert kept == {"proposal": again.pk, "state": "rejected", "reason": "It is Cologne that you mean"}
    assert again.repeats == made


def test_the_same_that_waits_already_waits_once_and_shares_its_fate(rivers, connie, carl):
    made, _ = take(rivers, connie)
    again, kept = take(rivers, connie)
    assert kept["state"] == "repeated"
    accept(rivers, carl, made)
    again.refresh_from_db()
    assert (again.state, again.decided_by) == ("accepted", carl)


def test_a_new_node_is_the_same_by_its_name_and_type_whatever_its_id(rivers, connie):
    first, _ = take(rivers, connie, PutNode(Node("x1", "River", "Nile")), PutEdge(Edge("x1", "NEAR", "bonn")))
    second, _ = take(rivers, connie, PutNode(Node("x2", "River", "nile ")), PutEdge(Edge("x2", "NEAR", "bonn")))
    other, _ = take(rivers, connie, PutNode(Node("x3", "City", "Nile")), PutEdge(Edge("x3", "NEAR", "bonn")))
    assert (second.repeats, other.repeats) == (first, None)


def test_different_changes_of_one_node_are_different(rivers, connie):
    seen = ExpectNode("bonn", BONN)
    first, _ = take(rivers, connie, seen, PutNode(Node("bonn", "City", "Bonna")))
    second, _ = take(rivers, connie, seen, PutNode(Node("bonn", "City", "Bonn am Rhein")))
    assert second.repeats is None
    assert first.fingerprint != second.fingerprint


def test_many_are_accepted_as_one_commit_and_undone_as_one(rivers, connie, carl, store):
    before = list(store.export("rivers"))
    some = [take(rivers, connie, PutNode(Node(f"n{i}", "River", f"River {i}")))[0] for i in range(5)]
    commit = accept(rivers, carl, *some)
    assert (Commit.objects.count(), commit.summary) == (1, "5 nodes added")
    commits.take_back(commit, carl)
    assert list(store.export("rivers")) == before
    assert set(Proposal.objects.values_list("state", flat=True)) == {"open"}


def test_one_that_cannot_be_applied_stays_open(rivers, connie, carl):
    made, _ = take(rivers, connie, PutEdge(Edge("bonn", "NEAR", "atlantis")))
    with pytest.raises(ChangeRefused):
        accept(rivers, carl, made)
    made.refresh_from_db()
    assert (made.state, made.commit) == ("open", None)


def test_of_two_curators_who_decide_on_one_the_second_is_told(rivers, connie, carl):
    made, _ = take(rivers, connie)
    seen = proposals.drafted(rivers, [made])
    proposals.accept(rivers, [made], carl, seen)
    with pytest.raises(ChangeRefused, match="Somebody else decided"):
        proposals.accept(rivers, [made], carl, seen)
    assert proposals.reject([made], carl, "late") == 0


def test_decisions_are_taken_back(rivers, connie, carl, store):
    one, _ = take(rivers, connie)
    other, _ = take(rivers, connie, RemoveEdge(*FLOWS.triple))
    accept(rivers, carl, one)
    proposals.reject([other], carl, "No")
    for each in (one, other):
        each.refresh_from_db()
        proposals.reopen(each, carl)
        each.refresh_from_db()
        assert (each.state, each.commit, each.decided_by) == ("open", None, None)
    assert store.edges("rivers", [LIES.triple]) == ()


def test_an_edited_one_asks_for_something_else_and_says_who_edited(rivers, connie, carl, store):
    made, _ = take(rivers, connie)
    proposals.edit(made, [PutEdge(Edge("bonn", "LIES_ON", "river:main"))], carl)
    made.refresh_from_db()
    accept(rivers, carl, made)
    assert store.edges("rivers", [("bonn", "LIES_ON", "river:main")])
    assert made.comments.get().author_name == "carl"
