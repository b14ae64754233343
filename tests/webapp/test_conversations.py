"""Branches, links, exports and thumbs; who may do what with them."""

import json

import pytest
from django.test import Client

from tests.webapp.scripted import FLOWS, MAIN, RHINE
from tests.webapp.test_pages import make_talk, shape
from webapp.chat import branches, turns
from webapp.chat.models import Conversation, Feedback, Message, Run, RunEvent
from webapp.graphs.models import Membership

pytestmark = pytest.mark.django_db
CLAIM = {"text": "The <b>Main</b> ends in the Rhine.", "edges": [FLOWS.id], "nodes": [], "kind": "graph"}


@pytest.fixture
def as_rita(client, rita):
    client.force_login(rita)
    return client


@pytest.fixture
def as_stan(stan):
    browser = Client()
    browser.force_login(stan)
    return browser


def asked(talk, question, after=None):
    """Keep an answered question that follows another."""
    run = Run.objects.create(conversation=talk, question=question, after=after, state="done")
    grown = {"nodes": [RHINE.to_json(), MAIN.to_json()], "edges": [FLOWS.to_json()], "omitted": 0}
    told = [("run.started", {}), ("graph.grown", grown), ("answer.done", {"text": question, "claims": [CLAIM]})]
    for seq, (kind, payload) in enumerate(told, start=1):
        RunEvent.objects.create(run=run, seq=seq, type=kind, payload=payload, at=run.started_at)
    Message.objects.create(conversation=talk, run=run, role="loregraph", text=f"About {question}")
    Conversation.objects.filter(pk=talk.pk).update(leaf=run)
    talk.refresh_from_db()
    return run


def questions(client, talk):
    return [run["question"] for run in client.get(f"/g/{talk.graph.slug}/c/{talk.pk}/").context["state"]["runs"]]


# --- branches -----------------------------------------------------------------------------------


def test_the_latest_branch_is_shown_and_another_can_be_walked_to(client, rivers):
    talk = make_talk(client, "rivers")
    first = asked(talk, "one")
    second = asked(talk, "two", first)
    asked(talk, "three", second)
    asked(talk, "other two", first)
    assert questions(client, talk) == ["one", "other two"]
    client.post(f"/g/rivers/c/{talk.pk}/walk/", {"run": str(second.pk)})
    assert questions(client, talk) == ["one", "two", "three"]


def test_the_engine_hears_of_the_turns_of_its_own_branch_alone(client, rivers):
    talk = make_talk(client, "rivers")
    first = asked(talk, "one")
    asked(talk, "two", first)
    other = asked(talk, "other two", first)
    assert [each.question for each in turns.turns(talk, other.pk)] == ["one", "other two"]


def test_a_run_whose_place_was_deleted_begins_a_branch_of_its_own(client, rivers):
    talk = make_talk(client, "rivers")
    first = asked(talk, "one")
    second = asked(talk, "two", first)
    first.delete()
    assert branches.path(talk, second.pk) == [second.pk]


@pytest.mark.parametrize("run", ["", "no-id", "5f0f6f4e-8a3c-4d7a-9a45-0a8bb4c7b7f1"])
def test_walking_to_no_run_is_refused(client, rivers, run):
    talk = make_talk(client, "rivers")
    assert client.post(f"/g/rivers/c/{talk.pk}/walk/", {"run": run}).status_code == 404


def test_nobody_walks_to_a_run_of_another_conversation(client, rivers):
    talk, other = make_talk(client, "rivers"), make_talk(client, "rivers")
    run = asked(other, "one")
    assert client.post(f"/g/rivers/c/{talk.pk}/walk/", {"run": str(run.pk)}).status_code == 404


# --- links --------------------------------------------------------------------------------------


def shared(client, talk):
    return client.post(f"/g/{talk.graph.slug}/c/{talk.pk}/share/").json()["share"]


def test_a_link_is_read_without_an_account_and_tells_nothing_of_the_graph(as_rita, secret):
    talk = make_talk(as_rita, "secret")
    asked(talk, "one")
    page = Client().get(shared(as_rita, talk))
    assert page.status_code == 200
    assert page.context["state"]["neighbourhoodUrl"] == ""
    assert page.context["state"]["urls"] == {}
    assert page.context["state"]["maySend"] is False
    assert "/g/secret/" not in page.content.decode()
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]


def test_a_link_of_a_private_graph_opens_no_other_door(as_rita, secret):
    talk = make_talk(as_rita, "secret")
    stranger = Client()
    stranger.get(shared(as_rita, talk))
    for path in ("/g/secret/", f"/g/secret/c/{talk.pk}/", "/g/secret/neighbourhood/?id=river:rhine"):
        assert stranger.get(path).status_code == 404


def test_a_link_that_was_taken_back_is_like_one_that_never_was(as_rita, secret):
    talk = make_talk(as_rita, "secret")
    link = shared(as_rita, talk)
    as_rita.post(f"/g/secret/c/{talk.pk}/share/", {"end": "yes"})
    gone, never = Client().get(link), Client().get("/s/never/")
    assert gone.status_code == 404
    assert str(shape(gone)).replace(link, "/s/never/") == str(shape(never))
    assert shared(as_rita, talk) != link


def test_a_link_ends_with_the_membership_of_whoever_made_it(as_rita, secret, rita):
    talk = make_talk(as_rita, "secret")
    link = shared(as_rita, talk)
    Membership.objects.filter(user=rita).delete()
    assert Client().get(link).status_code == 404


def test_a_visitors_link_ends_when_the_graph_is_closed(client, rivers):
    link = shared(client, make_talk(client, "rivers"))
    assert Client().get(link).status_code == 200
    rivers.public = False
    rivers.save()
    assert Client().get(link).status_code == 404


def test_the_page_warns_whoever_shares_a_private_graph(as_rita, secret, rivers):
    assert "This graph is private." in as_rita.get("/g/secret/").content.decode()
    assert "This graph is private." not in as_rita.get("/g/rivers/").content.decode()


# --- exports ------------------------------------------------------------------------------------


def test_an_export_numbers_the_facts_that_sentences_stand_on(client, rivers):
    talk = make_talk(client, "rivers")
    asked(talk, "Where does it end?")
    told = json.loads(client.get(f"/g/rivers/c/{talk.pk}/export/json/").content)
    assert told["turns"][0]["facts"][0] | {"number": 1, "head": "river:main"} == told["turns"][0]["facts"][0]
    page = client.get(f"/g/rivers/c/{talk.pk}/export/markdown/")
    assert page["Content-Type"].startswith("text/markdown")
    assert "attachment" in page["Content-Disposition"]
    assert r"The \<b\>Main\</b\> ends in the Rhine. [1]" in page.content.decode()
    assert "1. Main flows into Rhine" in page.content.decode()


def test_a_conversation_has_no_other_form(client, rivers):
    talk = make_talk(client, "rivers")
    assert client.get(f"/g/rivers/c/{talk.pk}/export/exe/").status_code == 404


# --- thumbs -------------------------------------------------------------------------------------


def test_a_thumb_is_changed_and_taken_back(client, rivers):
    talk = make_talk(client, "rivers")
    address = f"/g/rivers/c/{talk.pk}/runs/{asked(talk, 'one').pk}/judge/"
    client.post(address, {"thumb": "down", "reason": " wrong \x00 " + "x" * 900})
    assert Feedback.objects.get().reason.startswith("wrong x")
    assert len(Feedback.objects.get().reason) == 500
    client.post(address, {"thumb": "up"})
    assert Feedback.objects.get().thumb == "up"
    client.post(address, {"thumb": "elephant"})
    assert not Feedback.objects.exists()


def test_curators_alone_see_the_thumbs_of_their_graph(as_rita, secret, carl, as_stan):
    talk = make_talk(as_rita, "secret")
    as_rita.post(f"/g/secret/c/{talk.pk}/runs/{asked(talk, 'one').pk}/judge/", {"thumb": "down", "reason": "no"})
    assert as_rita.get("/g/secret/feedback/").status_code == 404
    assert as_stan.get("/g/secret/feedback/").status_code == 404
    as_carl = Client()
    as_carl.force_login(carl)
    page = as_carl.get("/g/secret/feedback/")
    assert page.context["counts"] == {"up": 0, "down": 1}
    assert [each.reason for each in page.context["page"]] == ["no"]
    assert not as_carl.get("/g/secret/feedback/", {"thumb": "up"}).context["page"].object_list


@pytest.mark.parametrize("action", ["share/", "walk/", "export/json/", "export/markdown/"])
def test_nobody_else_does_anything_with_a_conversation(client, as_stan, rivers, action):
    talk = make_talk(client, "rivers")
    run = asked(talk, "one")
    send = as_stan.get if "export" in action else as_stan.post
    assert send(f"/g/rivers/c/{talk.pk}/{action}", {"run": str(run.pk)}).status_code == 404
    assert as_stan.post(f"/g/rivers/c/{talk.pk}/runs/{run.pk}/judge/", {"thumb": "up"}).status_code == 404


def test_a_search_finds_titles_and_answers_of_ones_own_conversations(client, as_stan, rivers):
    mine, other = make_talk(client, "rivers"), make_talk(as_stan, "rivers")
    for talk in (mine, other):
        asked(talk, "salmon")
    found = client.get("/g/rivers/conversations/", {"q": "SALMON"}).context["conversations"]
    assert found == [mine]
    assert client.get("/g/rivers/conversations/", {"q": "%"}).context["conversations"] == []
