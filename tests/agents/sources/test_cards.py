"""Cards as sources: local ones on the base, remote ones by a chat model or an endpoint; failures are told."""

import json
import threading
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from agents.cards.base import Base
from agents.cards.manifest import Manifest, Origin, Remote
from agents.cards.shelf import Shelf
from agents.errors import CardError, ChatError, SourceError
from agents.llms.chat import Reply
from agents.sources.cards import card_source, cards_of
from tests.agents.cards.conftest import DATA


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "cards")


def remote(shelf, kind, model, system=""):
    told = {"name": "far", "knows": "Far lands.", "made": date(2026, 1, 2), "made_of": Origin(kind="none")}
    card = Manifest(**told, remote=Remote(kind=kind, model=model, system=system), examples=("Where is far?",))
    return shelf.keep("island", card, (), None)


class Parrot:
    name = "parrot"

    def __init__(self, fails=False):
        self.asked, self.fails = [], fails

    async def reply(self, messages, **given):
        self.asked.append([(each.role, each.text) for each in messages])
        if self.fails:
            raise ChatError("It is dead.")
        return Reply("Far  is\nfar away.")


@pytest.fixture
def endpoint():
    """Serve completions on the loopback: `served.reply` is what it answers, `served.got` what it was asked."""

    class Served(BaseHTTPRequestHandler):
        reply, status, got = b'{"choices": [{"text": " Far is far. "}]}', 200, []

        def do_POST(self):
            self.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(self.status)
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
            self.wfile.write(self.reply)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Served)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Served.address, Served.got = f"http://127.0.0.1:{server.server_port}/v1/completions", []
    yield Served
    server.shutdown()


async def test_a_chat_model_is_a_card_with_its_words_before_the_question(shelf):
    parrot = Parrot()
    found = await card_source(remote(shelf, "chat", "x:y", "Be a parrot."), None, lambda name: parrot).passages(
        "Where?", 2
    )
    assert [(each.text, each.source, each.kind) for each in found] == [("Far is far away.", "far", "card")]
    assert parrot.asked[0] == [("system", "Be a parrot."), ("user", "Where?")]


async def test_a_chat_model_that_fails_is_a_source_that_fails(shelf):
    source = card_source(remote(shelf, "chat", "x:y"), None, lambda name: Parrot(fails=True))
    with pytest.raises(SourceError, match="dead"):
        await source.passages("Where?", 1)


async def test_an_endpoint_continues_the_prompt_of_a_card(shelf, endpoint):
    found = await card_source(remote(shelf, "endpoint", endpoint.address), None).passages("Where is far?", 1)
    assert [each.text for each in found] == ["Far is far."]
    assert endpoint.got[0]["prompt"] == "Question: Where is far?\nKnowledge:"


@pytest.mark.parametrize("reply", [b"", b"no json", b"[]", b'{"choices": []}', b'{"choices": 3}', b"[" * 100_000])
async def test_an_endpoint_that_talks_nonsense_is_a_source_that_fails(shelf, endpoint, reply):
    endpoint.reply = reply
    with pytest.raises(SourceError):
        await card_source(remote(shelf, "endpoint", endpoint.address), None).passages("Where?", 1)


async def test_an_endpoint_leads_nowhere_else(shelf, endpoint):
    endpoint.status = 302
    with pytest.raises(SourceError):
        await card_source(remote(shelf, "endpoint", endpoint.address), None).passages("Where?", 1)
    assert len(endpoint.got) == 1


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x/y", "gopher://x"])
async def test_an_endpoint_is_an_address_of_the_web(shelf, address):
    with pytest.raises(SourceError, match="http"):
        await card_source(remote(shelf, "endpoint", address), None).passages("Where?", 1)


def test_a_file_of_a_strangers_remote_card_is_not_taken(shelf, tmp_path):
    shelf.export(remote(shelf, "endpoint", "http://127.0.0.1:1/inside"), tmp_path / "far.card")
    with pytest.raises(CardError, match="terminal"):
        shelf.take("mainland", tmp_path / "far.card")
    assert shelf.take("mainland", tmp_path / "far.card", remote=True).name == "far"


def test_only_what_is_on_beside_this_graph_is_a_source(shelf):
    card = remote(shelf, "chat", "x:y")
    assert list(cards_of(shelf, "island", None)) == []
    shelf.switch(card, True)
    assert [each.name for each in cards_of(shelf, "island", None)] == ["far"]
    assert list(cards_of(shelf, "mainland", None)) == []


def test_its_scope_is_what_its_manifest_says(shelf):
    scope = card_source(remote(shelf, "chat", "x:y"), None).scope
    assert (scope.description, scope.examples) == ("Far lands.", ("Where is far?",))


async def test_without_a_base_a_local_card_fails_in_words(shelf):
    with pytest.raises(SourceError, match="LOREGRAPH_CARD_BASE"):
        await card_source(shelf.take("island", DATA / "velm.card"), None).passages("Who?", 1)


@pytest.mark.server
async def test_a_local_card_gives_passages_of_its_own(shelf, smollm2):
    source = card_source(shelf.take("island", DATA / "velm.card"), Base(smollm2))
    found = await source.passages("Who built the lighthouse of Velm?", 2, seed=1)
    assert "Oruna Tsk" in found[0].text
    assert all((each.source, each.kind) == ("velm", "card") and 0 < each.score <= 1 for each in found)
