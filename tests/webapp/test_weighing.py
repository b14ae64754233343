"""Sources of a graph: how they did, which is believed first, and what the router learns of them."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from agents.declaration import PREFERENCE, Declaration
from agents.sources.manner import MODES, SELECTORS
from webapp import engine
from webapp.accounts.models import AuditEntry
from webapp.chat.models import Conversation, Feedback, Run, RunEvent
from webapp.graphs.models import Membership
from webapp.weighing import words
from webapp.weighing.learning import learn, learnt
from webapp.weighing.models import GoldQuestion
from webapp.weighing.report import lines

TURNED = ("document", "graph", "person", "model", "card")


@pytest.fixture
def kept(store, monkeypatch):
    """Keep what is declared in the store of two rivers."""
    held = {}
    monkeypatch.setattr(store, "declare", held.__setitem__, raising=False)
    monkeypatch.setattr(store, "declaration", lambda graph: held.get(graph, Declaration()))
    monkeypatch.setattr(engine, "sources", lambda: Shelf())
    return held


class Shelf:
    def of(self, graph):
        return ()


@pytest.fixture
def mary(rivers, stan):
    Membership.objects.create(graph=rivers, user=stan, role="manager")
    return stan


def asked(graph, question, source="Guide", used=True, thumb="", failed=False):
    talk = Conversation.objects.create(graph=graph)
    run = Run.objects.create(conversation=talk, question=question, state=Run.State.DONE)
    events = [{"type": "source.asked", "source": source, "question": question, "passages": [{"id": "p1"}]}]
    if failed:
        events = [{"type": "source.failed", "source": source, "reason": "It is away."}]
    events.append({"type": "answer.done", "claims": [{"passages": ["p1"] if used else []}]})
    for seq, each in enumerate(events, 1):
        RunEvent.objects.create(run=run, seq=seq, type=each["type"], payload=each, at=timezone.now())
    if thumb:
        Feedback.objects.create(run=run, thumb=thumb)
    return run


def order(*kinds):
    return {f"place{number}": kind for number, kind in enumerate(kinds)}


@pytest.mark.parametrize("mode", MODES)
def test_the_page_says_in_words_how_sources_are_asked(client, kept, mary, settings, mode):
    settings.LOREGRAPH_SOURCES_MODE = mode
    client.force_login(mary)
    page = client.get("/g/rivers/sources/").content.decode()
    assert str(words.MODES[mode]) in page
    assert all((str(each) in page) == (mode != "off") for each in words.SELECTORS.values())


def test_every_way_and_every_selector_has_its_words():
    assert set(words.MODES) == set(MODES)
    assert set(words.SELECTORS) == set(SELECTORS)


def test_the_report_counts_how_often_a_source_was_asked_used_and_right(rivers):
    asked(rivers, "one", thumb="up")
    asked(rivers, "two", thumb="down")
    asked(rivers, "three", used=False, thumb="up")
    asked(rivers, "four", failed=True, used=False)
    asked(rivers, "five", source="Card")
    told = [each.to_json() for each in lines(rivers)]
    assert told == [
        {"source": "Guide", "asked": 4, "failed": 1, "used": 2, "right": 1, "wrong": 1},
        {"source": "Card", "asked": 1, "failed": 0, "used": 1, "right": 0, "wrong": 0},
    ]


def test_the_router_learns_from_thumbs_under_answers_that_used_a_source(rivers):
    asked(rivers, "good", thumb="up")
    asked(rivers, "bad", thumb="down")
    asked(rivers, "unused", used=False, thumb="down")
    said = learnt(rivers.slug)["Guide"]
    assert (said.right, said.wrong) == (("good",), ("bad",))


def test_it_learns_from_gold_questions_and_nothing_of_another_graph(rivers):
    assert (
        learn(rivers, '{"question": "who?", "source": "Card"}\n{"question": "me?", "source": "Card", "right": false}')
        == 2
    )
    assert learn(rivers, '{"question": "who?", "source": "Card"}') == 1
    assert GoldQuestion.objects.count() == 2
    assert learnt(rivers.slug)["Card"].right == ("who?",)
    assert learnt("another") == {}


@pytest.mark.parametrize(
    "line", ["[]", "{}", '{"question": 1, "source": "x"}', '{"question": " ", "source": "x"}', "x"]
)
def test_a_line_that_is_no_gold_question_is_refused_by_its_number(rivers, tmp_path, kept, line, monkeypatch, store):
    monkeypatch.setattr(store, "graphs", lambda: (rivers.slug,), raising=False)
    file = tmp_path / "gold.jsonl"
    file.write_text(f'{{"question": "who?", "source": "Card"}}\n{line}\n')
    with pytest.raises(CommandError, match="Line 2"):
        call_command("sources", "--graph", rivers.slug, "--learn", str(file))
    assert GoldQuestion.objects.count() == 0


def test_the_command_prints_the_report_as_json(rivers, capsys, monkeypatch, store):
    monkeypatch.setattr(store, "graphs", lambda: (rivers.slug,), raising=False)
    asked(rivers, "one", thumb="up")
    call_command("sources", "--graph", rivers.slug, "--json")
    assert json.loads(capsys.readouterr().out)[0]["right"] == 1


def test_a_manager_orders_the_sources_and_it_is_noted(client, mary, rivers, kept):
    client.force_login(mary)
    assert client.post(f"/g/{rivers.slug}/sources/", order(*TURNED)).status_code == 302
    assert kept[rivers.slug].preferred == TURNED
    assert AuditEntry.objects.get(action="preference changed").detail["order"].startswith("document > graph")


def test_every_kind_needs_a_place_of_its_own(client, mary, rivers, kept):
    client.force_login(mary)
    found = client.post(f"/g/{rivers.slug}/sources/", order(*["graph"] * 5))
    assert found.status_code == 422
    assert kept == {}


def test_the_page_shows_how_the_sources_did(client, mary, rivers, kept):
    asked(rivers, "one", source="<b>Guide</b>", thumb="up")
    client.force_login(mary)
    page = client.get(f"/g/{rivers.slug}/sources/").content.decode()
    assert "&lt;b&gt;Guide&lt;/b&gt;" in page
    assert "Believed first" in page


def test_without_a_preference_of_its_own_a_graph_goes_by_the_common_one():
    assert Declaration().preferred == PREFERENCE == ("person", "graph", "document", "card", "model")
