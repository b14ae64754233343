"""The review queue's page, as a curator without a script has it."""

import pytest

from agents.changes import PutEdge, PutNode
from agents.model import Edge, Node
from webapp.curate import proposals
from webapp.curate.models import Commit, Proposal

pytestmark = pytest.mark.django_db
HERE = "/graphs/rivers/curate/"
HTMX = {"HX-Request": "true"}


def propose(rivers, person, number, **said):
    changes = [PutNode(Node(f"n{number}", "River", f"River {number}"))]
    return proposals.propose(rivers, person, changes, words=f"There is a River {number}", **said)


@pytest.fixture
def some(rivers, connie):
    return [propose(rivers, connie, number, confidence=number / 10) for number in range(5)]


@pytest.fixture
def page(client, carl, rivers):
    client.force_login(carl)
    return client


def decide(page, proposal, **said):
    seen = page.get(f"{HERE}?at={proposal.pk}").context.get("token", "")
    return page.post(f"{HERE}proposals/{proposal.pk}/", {"token": seen, **said}, headers=HTMX)


def test_it_shows_the_oldest_with_what_it_changes_and_what_is_alike(page, rivers, connie):
    proposals.propose(
        rivers, connie, [PutNode(Node("r2", "River", "Rhein"))], words="There is a Rhein", sentence="The Rhein!"
    )
    shown = page.get(HERE).content.decode()
    assert all(words in shown for words in ("There is a Rhein", "The Rhein!", "Rhein (River)", "is called so too"))


def test_accepting_shows_the_next(page, some, store):
    answer = decide(page, some[0], do="accept")
    assert answer.context["proposal"] == some[1]
    assert "<html" not in answer.content.decode()
    assert store.nodes("rivers", ["n0"])


def test_accepting_what_looks_otherwise_by_now_does_nothing(page, some, store):
    token = page.get(f"{HERE}?at={some[0].pk}").context["token"]
    store.load("rivers", [Node("n0", "City", "Somebody was here")])
    answer = page.post(f"{HERE}proposals/{some[0].pk}/", {"token": token, "do": "accept"}, headers=HTMX)
    assert "The graph changed since you looked" in answer.content.decode()
    assert answer.context["proposal"] == some[0]
    assert store.nodes("rivers", ["n0"])[0].type == "City"


def test_rejecting_needs_a_reason_which_is_offered_again(page, some):
    assert decide(page, some[0], do="reject").context["proposal"] == some[0]
    answer = decide(page, some[0], do="reject", reason="It is dry")
    assert (answer.context["proposal"], answer.context["reasons"]) == (some[1], ["It is dry"])


def test_a_skipped_one_is_not_the_first_any_more(page, some):
    assert decide(page, some[0], do="skip").context["proposal"] == some[1]
    assert page.get(HERE).context["proposal"] == some[1]


def test_undo_takes_back_ones_own_last_decision(page, some, store):
    decide(page, some[0], do="accept")
    decide(page, some[1], do="reject", reason="No")
    assert page.post(f"{HERE}undo/", headers=HTMX).context["proposal"] == some[1]
    assert page.post(f"{HERE}undo/", headers=HTMX).context["proposal"] == some[0]
    assert store.nodes("rivers", ["n0"]) == ()
    assert "no decision of yours" in page.post(f"{HERE}undo/", headers=HTMX).content.decode()


def test_filters_and_sorts(page, some, rivers, carl):
    propose(rivers, carl, 77)
    assert page.get(f"{HERE}?sort=unsure").context["proposal"] == some[0]
    assert page.get(f"{HERE}?sort=new").context["proposal"].words == "There is a River 77"
    assert len(page.get(f"{HERE}?who=carl").context["listed"]) == 1
    assert len(page.get(f"{HERE}?q=river+3").context["listed"]) == 1
    assert page.get(f"{HERE}?state=rejected").context.get("proposal") is None
    assert page.get(f"{HERE}?state=nonsense&sort=%00&q=%00").status_code == 200


def test_it_groups_by_what_they_are_about_and_by_whom(page, some, rivers, connie):
    edge = Edge("bonn", "LIES_ON", "river:rhine")
    proposals.propose(rivers, connie, [PutEdge(edge)], words="Bonn lies on the Rhine")
    context = page.get(HERE).context
    assert {"proposer_name": "connie", "count": 6} in context["people"]
    assert {"subject": "bonn", "subject_name": "bonn", "count": 1} in context["subjects"]


def test_many_are_previewed_then_accepted_as_one_commit(page, some, store):
    chosen = {"chosen": [each.pk for each in some[:3]]}
    preview = page.post(f"{HERE}bulk/", chosen, headers=HTMX)
    assert len(preview.context["lines"]) == 3
    assert store.nodes("rivers", ["n0"]) == ()
    page.post(f"{HERE}bulk/", {**chosen, "do": "accept", "token": preview.context["token"]}, headers=HTMX)
    assert (Commit.objects.count(), len(store.nodes("rivers", ["n0", "n1", "n2"]))) == (1, 3)


def test_many_that_look_otherwise_by_now_are_shown_again(page, some, store):
    chosen = {"chosen": [each.pk for each in some[:3]], "do": "accept", "token": "another"}
    assert "changed since you looked" in page.post(f"{HERE}bulk/", chosen, headers=HTMX).content.decode()
    assert store.nodes("rivers", ["n0"]) == ()


def test_all_that_the_filter_shows_are_rejected_for_one_reason(page, some):
    page.post(f"{HERE}bulk/", {"all": "yes", "q": "River", "do": "reject", "reason": "All dry"}, headers=HTMX)
    assert set(Proposal.objects.values_list("state", "reason")) == {("rejected", "All dry")}


def test_a_comment_and_an_assignment_are_kept(page, some, carl, connie):
    decide(page, some[0], do="comment", comment="Is it <b>wet</b>?")
    answer = decide(page, some[0], do="assign", person=carl.pk)
    assert "Is it &lt;b&gt;wet" in answer.content.decode()
    some[0].refresh_from_db()
    assert some[0].assigned == carl
    decide(page, some[0], do="assign", person=connie.pk)
    some[0].refresh_from_db()
    assert some[0].assigned is None  # she may not decide


def test_without_a_script_the_page_comes_back(page, some):
    token = page.get(f"{HERE}?at={some[0].pk}").context["token"]
    answer = page.post(f"{HERE}proposals/{some[0].pk}/", {"token": token, "do": "accept"})
    assert answer.url == f"{HERE}?&at={some[1].pk}"
    assert page.get(answer.url).context["proposal"] == some[1]


def test_a_proposal_is_edited_and_shown_again(page, some, store):
    address = f"{HERE}proposals/{some[0].pk}/edit/"
    fields = {"c0-name": "The River", "c0-type": "River", "c0-aliases": "", "c0-description": "", "c0-more": "km: 12"}
    assert page.get(address).status_code == 200
    assert page.post(address, fields).url == f"{HERE}?at={some[0].pk}"
    decide(page, some[0], do="accept")
    assert store.nodes("rivers", ["n0"])[0].props == {"km": 12}


def test_a_proposal_of_another_graph_is_out_of_reach(page, rivers, carl):
    from webapp.graphs.models import Graph

    theirs = propose(Graph.objects.get(slug="other"), carl, 1)
    assert page.post(f"{HERE}proposals/{theirs.pk}/", {"do": "reject", "reason": "x"}).status_code == 404
    page.post(f"{HERE}bulk/", {"chosen": [theirs.pk], "do": "reject", "reason": "x"})
    theirs.refresh_from_db()
    assert theirs.state == "open"


# --- history ------------------------------------------------------------------------------------


def test_history_tells_every_commit_and_undoes_it(page, some, store):
    decide(page, some[0], do="accept")
    made = Commit.objects.get()
    assert "1 node added" in page.get(f"{HERE}history/").content.decode()
    assert "River 0" in page.get(f"{HERE}commits/{made.pk}/").content.decode()
    page.post(f"{HERE}commits/{made.pk}/undo/", {"reason": "Wrong"})
    assert store.nodes("rivers", ["n0"]) == ()
    assert "undone" in page.get(f"{HERE}history/").content.decode()


def test_a_nodes_history_tells_who_and_why(page, some):
    decide(page, some[0], do="accept", reason="It is on the map")
    shown = page.get(f"{HERE}nodes/n0/history/").content.decode()
    assert "carl" in shown
    assert "It is on the map" in shown
    assert "<h1>What happened to River 0</h1>" in shown
    assert "<local-time" in shown


def test_a_facts_history_calls_its_ends_by_their_names(page, rivers):
    told = {"head": "river:main", "relation": "FLOWS_INTO", "tail": "river:rhine"}
    shown = page.get(f"{HERE}edges/history/", told).content.decode()
    assert "What happened to Main — FLOWS_INTO → Rhine" in shown
