"""A claim of a document or card that the graph lacks is handed to the curators, from the answer that quotes it."""

from types import SimpleNamespace

import pytest

from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.model import Edge, Node, Passage, Place
from agents.reading.read import GraphReader
from agents.tasks.told import quoted
from webapp import engine
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.curate import proposals
from webapp.curate.models import Proposal
from webapp.documents.models import Document
from webapp.graphs.models import Membership

pytestmark = pytest.mark.django_db
NECKAR = "The Neckar flows into the Rhine."
CARD = Passage(NECKAR, "water", "card", 0.5, scores={"relevance": 0.8})


@pytest.fixture
def flowing(tmp_path, monkeypatch, secret):
    """A graph of rivers that knows where the Main flows."""
    store = SqliteStore(tmp_path / "graphs.sqlite3")
    store.create("secret")
    store.load("secret", [Node(f"r:{each.lower()}", "River", each) for each in ("Main", "Rhine", "Neckar")])
    store.load("secret", [Edge("r:main", "FLOWS_INTO", "r:rhine")])
    kit = SimpleNamespace(store=store, reader=GraphReader(store, embedder()))
    monkeypatch.setattr(engine, "kit", lambda: kit)
    monkeypatch.setattr(engine, "store", lambda: store)
    return store


@pytest.fixture
def as_carl(client, carl, flowing):
    client.force_login(carl)
    return client


def answered(person, graph, *passages):
    """Keep an answered question of a person's: a claim a passage."""
    talk = Conversation.objects.create(graph=graph, owner=person)
    run = Run.objects.create(conversation=talk, question="Where does the Neckar flow?", state="done")
    told = [
        ("source.asked", {"passages": [each.to_json() for each in passages]}),
        ("answer.done", {"text": "", "claims": [quoted(each).to_json() for each in passages]}),
    ]
    for seq, (kind, payload) in enumerate(told, start=1):
        RunEvent.objects.create(run=run, seq=seq, type=kind, payload=payload, at=run.started_at)
    Conversation.objects.filter(pk=talk.pk).update(leaf=run)
    return run


def address(run, number=0):
    talk = run.conversation
    return f"/g/{talk.graph.slug}/c/{talk.pk}/runs/{run.pk}/claims/{number}/propose/"


def proposed(browser, run, number=0):
    return browser.post(address(run, number)).json()["proposed"]


def test_a_cards_claim_waits_with_its_passage_its_source_and_its_confidence(as_carl, carl, secret):
    run = answered(carl, secret, CARD)
    (told,) = proposed(as_carl, run)
    made = Proposal.objects.get()
    assert told == {"proposal": made.pk, "words": "Neckar flows into Rhine", "state": "open", "reason": "", "by": ""}
    assert (made.sentence, made.source, made.place, made.run) == (NECKAR, "the card water", "", run.pk)
    assert made.proposer == carl
    assert 0.2 < made.confidence <= 0.5
    assert "may have made it up" in made.why


def test_what_is_accepted_names_the_card(as_carl, carl, secret, flowing):
    proposed(as_carl, answered(carl, secret, CARD))
    waiting = list(Proposal.objects.all())
    proposals.accept(secret, waiting, carl, proposals.drafted(secret, waiting))
    (edge,) = flowing.edges("secret", [("r:neckar", "FLOWS_INTO", "r:rhine")])
    assert [(each.kind, each.name, each.detail) for each in edge.sources] == [("model", "water", NECKAR)]
    assert edge.confidence <= 0.5


def test_a_documents_claim_leads_to_its_sentence(as_carl, carl, secret):
    paper = Document.objects.create(graph=secret, title="On rivers", file_name="a", kind="text", state="done")
    text = f"Rivers are long. {NECKAR}"
    place = Place(str(paper.pk), "On rivers", 100, 100 + len(text))
    proposed(as_carl, answered(carl, secret, Passage(text, "documents", "document", 0.4, place)))
    made = Proposal.objects.get()
    assert (made.source, made.sentence) == ("On rivers", NECKAR)
    assert made.place == f"/g/secret/documents/{paper.pk}/?from=117&to=149#cited"
    assert made.confidence > 0.5


def test_only_the_claim_that_was_asked_for_is_proposed(as_carl, carl, secret, flowing):
    flowing.load("secret", [Node("r:aare", "River", "Aare")])
    other = Passage("The Aare flows into the Rhine.", "water", "card", 0.5)
    assert [each["words"] for each in proposed(as_carl, answered(carl, secret, CARD, other), 1)] == [
        "Aare flows into Rhine"
    ]
    assert Proposal.objects.count() == 1


def test_asked_twice_it_waits_once(as_carl, carl, secret):
    run = answered(carl, secret, CARD)
    assert proposed(as_carl, run) == proposed(as_carl, run)
    assert Proposal.objects.count() == 1


def test_the_same_from_another_talk_is_told_to_wait_already(as_carl, carl, secret):
    proposed(as_carl, answered(carl, secret, CARD))
    (told,) = proposed(as_carl, answered(carl, secret, CARD))
    assert told["state"] == "repeated"


def test_what_was_rejected_stays_rejected_with_its_reason(as_carl, carl, secret):
    proposed(as_carl, answered(carl, secret, CARD))
    proposals.reject(list(Proposal.objects.all()), carl, "It does not")
    (told,) = proposed(as_carl, answered(carl, secret, CARD))
    assert (told["state"], told["reason"]) == ("rejected", "It does not")


@pytest.mark.parametrize(
    "text",
    [
        "The Main flows into the Rhine.",
        "The Neckar does not flow into the Rhine.",
        "The Neckar may flow into the Rhine.",
        "Nothing of this is known.",
        "<script>alert(1)</script>",
    ],
)
def test_what_the_graph_says_or_what_is_left_open_is_no_proposal(as_carl, carl, secret, text):
    assert proposed(as_carl, answered(carl, secret, Passage(text, "water", "card", 0.5))) == []
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("number", [1, 99_999])
def test_a_claim_that_is_none_proposes_nothing(as_carl, carl, secret, number):
    assert proposed(as_carl, answered(carl, secret, CARD), number) == []


def test_a_claim_of_the_graph_itself_proposes_nothing(as_carl, carl, secret):
    run = answered(carl, secret, CARD)
    event = run.events.get(type="answer.done")
    event.payload["claims"][0]["kind"] = "graph"
    event.save()
    assert proposed(as_carl, run) == []


def test_a_reader_may_not_propose(client, rita, secret, flowing):
    client.force_login(rita)
    assert client.post(address(answered(rita, secret, CARD))).status_code == 404
    assert not Proposal.objects.exists()


def test_nobody_proposes_from_another_persons_talk(as_carl, rita, secret):
    Membership.objects.filter(user=rita).update(role="curator")
    assert as_carl.post(address(answered(rita, secret, CARD))).status_code == 404


def test_a_link_proposes_nothing(as_carl, carl, secret):
    assert as_carl.get(address(answered(carl, secret, CARD))).status_code == 405


def test_the_page_tells_later_what_became_of_it(as_carl, carl, secret):
    run = answered(carl, secret, CARD)
    proposed(as_carl, run)
    proposals.reject(list(Proposal.objects.all()), carl, "no")
    page = as_carl.get(f"/g/secret/c/{run.conversation.pk}/")
    (told,) = page.context["state"]["runs"][0]["proposed"]
    assert (told["words"], told["state"], told["by"]) == ("Neckar flows into Rhine", "rejected", "carl")
