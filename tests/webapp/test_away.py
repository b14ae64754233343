"""The chat while its Neo4j server is away, and after."""

import asyncio
from time import monotonic

import pytest
from asgiref.sync import sync_to_async

from agents.graphs.bolt import BoltStore
from agents.model import Edge, Node
from deploy.neo4j.server import Server
from tests.servers import started
from tests.webapp.test_socket import Opened, talk, told  # noqa: F401 (a fixture)
from webapp import engine
from webapp.chat.models import Message

pytestmark = [pytest.mark.server, pytest.mark.django_db(transaction=True)]
RIVERS = [Node("main", "River", "Main"), Node("rhine", "River", "Rhine"), Edge("main", "flows_into", "rhine")]


@pytest.fixture
def server(tmp_path):
    made = started(Server(tmp_path / "neo4j"))
    yield made
    made.stop(kill=True)


@pytest.fixture
def store(server, monkeypatch):
    """The site's store is a real one on a real server."""
    made = BoltStore(server.address)
    made.create("rivers")
    made.load("rivers", RIVERS)
    monkeypatch.setattr(engine, "store", lambda: made)
    engine._kit.cache_clear()
    yield made
    made.close()
    engine._kit.cache_clear()


async def test_a_question_is_kept_while_the_store_is_away_and_answered_when_it_is_back(server, talk, store):  # noqa: F811
    question = "Which river does the Main flow into?"
    async with Opened(talk) as rita:
        assert "Rhine" in (await asked(rita, question, "answer.done"))[-1]["text"]
        await sync_to_async(server.stop)(kill=True)
        begun = monotonic()
        failed = (await asked(rita, question, "run.failed"))[-1]
        assert monotonic() - begun < 2
        assert failed["reason"] == "The graph store does not answer: it cannot be reached."
        await sync_to_async(server.start)()
        await until_up(store)
        assert "Rhine" in (await asked(rita, question, "answer.done"))[-1]["text"]
    kept = [each.text async for each in Message.objects.filter(conversation=talk, role="person")]
    assert kept == [question] * 3


async def asked(socket, question, last):
    await asyncio.sleep(0.2)  # the last run has ended
    await socket.send_json_to({"type": "ask", "text": question})
    events = []
    while not events or events[-1]["type"] != last:
        events.append(await socket.receive_json_from(60))
    return events


async def until_up(store):
    for _ in range(100):
        if (await sync_to_async(store.health)()).ok:
            return
        await asyncio.sleep(0.3)
