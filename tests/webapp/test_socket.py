"""The socket of a conversation, and runs that outlive it."""

import asyncio
import logging
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.utils import timezone

from agents.errors import StoreTimeout
from agents.events import AnswerDelta, AnswerDone, EntitiesLinked, IntentGuess, IntentUnderstood, StepStarted
from agents.model import Candidate, Mention, Node
from webapp import processes
from webapp.asgi import application
from webapp.chat import records, runs
from webapp.chat.models import Conversation, Message, Run, RunEvent
from webapp.graphs.models import Graph

pytestmark = pytest.mark.django_db(transaction=True)
PLACE = "/ws/g/{slug}/c/{id}/"


@pytest.fixture
def talk(rivers, client):
    """A conversation of a nameless visitor, and the cookie that proves it."""
    made = client.post(f"/g/{rivers.slug}/c/").json()
    talk = Conversation.objects.get(pk=made["id"])
    talk.cookie = client.cookies["sessionid"].value
    talk.path = made["socket"]
    return talk


def socket(path, cookie="", origin=b"http://localhost", wish=b"en"):
    headers = [(b"origin", origin), (b"cookie", f"sessionid={cookie}".encode()), (b"accept-language", wish)]
    return WebsocketCommunicator(application, path, headers=headers)


class Opened:
    """A socket that is open for the length of a block; it has read `ready`."""

    def __init__(self, talk, **options):
        self.socket = socket(talk.path, talk.cookie, **options)

    async def __aenter__(self):
        connected, _ = await self.socket.connect(5)
        assert connected
        self.socket.ready = await self.socket.receive_json_from(5)
        return self.socket

    async def __aexit__(self, *_):
        await self.socket.disconnect()


async def told(socket, last="answer.done"):
    """Return the events up to one of type `last`."""
    events = []
    while not events or events[-1]["type"] != last:
        events.append(await socket.receive_json_from(5))
    return events


async def ended():
    """Wait until no run is under way."""
    while tasks := [task for task in runs._live.values() if task]:
        await asyncio.wait(tasks, timeout=5)


async def test_it_says_that_it_is_ready(talk, pipeline):
    async with Opened(talk) as rita:
        assert rita.ready == {"type": "ready", "running": None}


async def test_it_tells_a_run_in_order_and_numbered(talk, pipeline):
    pipeline.enqueue_answer("The Rhine.")
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where does the Main end?"})
        events = await told(rita)
    assert [each["type"] for each in events] == [
        "run.started", "step.started", "answer.delta", "answer.delta", "answer.done",
    ]  # fmt: skip
    assert [each["seq"] for each in events] == [1, 2, 3, 4, 5]
    assert events[0]["question"] == "Where does the Main end?"
    assert len({each["run"] for each in events}) == 1


async def test_it_keeps_what_it_told_before_it_tells_it(talk, pipeline):
    pipeline.enqueue_answer()
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        for event in await told(rita):
            kept = await RunEvent.objects.aget(run=event["run"], seq=event["seq"])
            assert kept.wire() == event


async def test_it_hands_over_what_the_person_chose(talk, pipeline):
    pipeline.enqueue_answer()
    async with Opened(talk) as rita:
        chosen = {"picks": {"Main": "river:main"}, "reading": 2, "intent": "path"}
        await rita.send_json_to({"type": "ask", "text": "Where?", **chosen})
        await told(rita)
    asked = pipeline.asked[0]
    assert (asked["picks"], asked["reading"], asked["intent"]) == ({"main": "river:main"}, 2, "path")


async def test_it_hands_over_earlier_turns(talk, pipeline):
    pipeline.enqueue_answer("The Rhine.", answers=({"id": "river:rhine", "name": "Rhine", "type": "River"},))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where does the Main end?"})
        await told(rita)
        await ended()
        pipeline.enqueue_answer("In the sea.")
        await rita.send_json_to({"type": "ask", "text": "And that one?"})
        await told(rita)
    (turn,) = pipeline.asked[1]["turns"]
    assert (turn.question, turn.answer) == ("Where does the Main end?", "The Rhine.")
    assert [node.id for node in turn.nodes] == ["river:rhine"]


async def test_an_earlier_turn_is_handed_over_as_it_was_understood_with_what_was_chosen(talk, pipeline):
    rhine = Mention("it", 6, 8, (Candidate(Node("river:rhine", "River", "Rhine"), 1.0),))
    understood = IntentUnderstood("Where does the Rhine end?", IntentGuess("question", 0.9))
    pipeline.enqueue(understood, EntitiesLinked((rhine,)))
    pipeline.enqueue_answer("In the sea.")
    async with Opened(talk) as rita:
        picks = {"it": "river:rhine"}
        await rita.send_json_to({"type": "ask", "text": "And it?", "picks": picks, "reading": 1, "intent": "question"})
        await told(rita)
        await ended()
        pipeline.enqueue_answer("So it is.")
        await rita.send_json_to({"type": "ask", "text": "Why?"})
        await told(rita)
    (turn,) = pipeline.asked[1]["turns"]
    assert (turn.question, turn.text, turn.answer) == ("And it?", "Where does the Rhine end?", "In the sea.")
    assert [(each.text, each.node.id) for each in turn.mentions] == [("it", "river:rhine")]
    assert (turn.picks, turn.reading, turn.intent) == (picks, 1, "question")


async def test_what_was_asked_again_with_a_choice_takes_the_place_of_what_was_first_understood(talk, pipeline):
    pipeline.enqueue_answer("The Rhine.")
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where does it end?"})
        first = (await told(rita))[0]["run"]
        await ended()
        pipeline.enqueue_answer("The Main.")
        picks = {"it": "river:main"}
        await rita.send_json_to({"type": "ask", "text": "Where does it end?", "picks": picks, "instead": first})
        await told(rita)
        await ended()
        pipeline.enqueue_answer("So it is.")
        await rita.send_json_to({"type": "ask", "text": "Why?"})
        await told(rita)
    assert [(turn.answer, turn.picks) for turn in pipeline.asked[2]["turns"]] == [("The Main.", picks)]


async def test_it_hands_over_the_best_reading_where_that_was_picked(talk, pipeline):
    pipeline.enqueue_answer()
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?", "reading": 0})
        await told(rita)
    assert pipeline.asked[0]["reading"] == 0


async def test_it_keeps_both_sides_of_the_talk_and_takes_its_title_from_the_first_question(talk, pipeline):
    pipeline.enqueue_answer("The Rhine.")
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where does  the Main end?" + " really" * 20})
        await told(rita)
    said = [(each.role, each.text[:9]) async for each in Message.objects.filter(conversation=talk)]
    assert said == [("person", "Where doe"), ("loregraph", "The Rhine")]
    title = (await Conversation.objects.aget(pk=talk.pk)).title
    assert title.startswith("Where does the Main end? really")
    assert len(title) <= 80
    assert title.endswith("…")


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ({"type": "dance"}, "'dance'"),
        ({"type": ["ask"]}, "['ask']"),
        ({"no": "type"}, "None"),
        (["ask"], "object"),
        ({"type": "ask"}, "'text'"),
        ({"type": "ask", "text": "   "}, "'text'"),
        ({"type": "ask", "text": 7}, "'text'"),
        ({"type": "ask", "text": "x" * 2001}, "2001"),
        ({"type": "ask", "text": "nul\x00"}, "'text'"),
        ({"type": "ask", "text": "half \ud800"}, "'text'"),
        ({"type": "ask", "text": "Where?", "graph": "other"}, "'graph'"),
        ({"type": "ask", "text": "Where?", "picks": ["a"]}, "'picks'"),
        ({"type": "ask", "text": "Where?", "picks": {"a": 1}}, "'picks'"),
        ({"type": "ask", "text": "Where?", "reading": -1}, "'reading'"),
        ({"type": "ask", "text": "Where?", "reading": True}, "'reading'"),
        ({"type": "ask", "text": "Where?", "intent": "a b"}, "'intent'"),
        ({"type": "stop"}, "'run'"),
        ({"type": "stop", "run": 5}, "'run'"),
        ({"type": "stop", "run": str(uuid4())}, "no such run"),
        ({"type": "resume", "run": str(uuid4())}, "'after'"),
        ({"type": "resume", "run": str(uuid4()), "after": 0}, "no such run"),
        ({"type": "ask", "text": "Where?", "picks": {str(n): "x" * 500 for n in range(99)}}, "longer"),
    ],
)
async def test_it_refuses_by_name_and_stays_open(talk, pipeline, message, named):
    pipeline.enqueue_answer()
    async with Opened(talk) as rita:
        await rita.send_json_to(message)
        refused = await rita.receive_json_from(5)
        assert refused["type"] == "refused"
        assert named in refused["reason"]
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert await told(rita)


@pytest.mark.parametrize("raw", [{"text_data": "{not json"}, {"text_data": "[" * 20_000}, {"bytes_data": b"\x00"}])
async def test_it_refuses_what_is_no_json_text(talk, pipeline, raw):
    async with Opened(talk) as rita:
        await rita.send_to(**raw)
        assert (await rita.receive_json_from(5))["type"] == "refused"


async def test_it_refuses_a_second_question_while_one_is_under_way(talk, pipeline):
    gate = asyncio.Event()
    pipeline.enqueue(gate, AnswerDone("Here."))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        await told(rita, "run.started")
        await rita.send_json_to({"type": "ask", "text": "And now?"})
        refused = await rita.receive_json_from(5)
        gate.set()
        await told(rita)
    assert "under way" in refused["reason"]
    assert await Run.objects.acount() == 1
    assert await Message.objects.filter(role="person").acount() == 1


async def test_it_refuses_more_questions_of_one_person_than_allowed(talk, pipeline, settings):
    settings.LOREGRAPH_MAX_RUNS = 1
    other = await Conversation.objects.acreate(graph_id=talk.graph_id, visitor=talk.visitor)
    await Run.objects.acreate(conversation=other, question="Long?", process=processes.own_name("other"))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert "another conversation" in (await rita.receive_json_from(5))["reason"]


async def test_stop_stops_a_run(talk, pipeline):
    pipeline.enqueue(StepStarted("gather"), asyncio.Event())
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        step = (await told(rita, "step.started"))[-1]
        await rita.send_json_to({"type": "stop", "run": step["run"]})
        assert (await rita.receive_json_from(5))["type"] == "run.stopped"
        await ended()
        await rita.send_json_to({"type": "stop", "run": step["run"]})
        assert "not under way" in (await rita.receive_json_from(5))["reason"]
    run = await Run.objects.aget()
    assert run.state == "stopped"
    assert run.ended_at


async def test_a_run_stops_that_another_process_was_asked_to_stop(talk, pipeline, monkeypatch):
    monkeypatch.setattr(runs, "LOOK", 0.01)
    pipeline.enqueue(asyncio.Event())
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        run = (await told(rita, "run.started"))[0]["run"]
        assert await database_sync_to_async(records.ask_to_stop)(UUID(run))
        assert (await rita.receive_json_from(5))["type"] == "run.stopped"
        await ended()


async def test_stop_reaches_a_run_of_another_process(talk, pipeline):
    run = await Run.objects.acreate(conversation=talk, question="Where?", process=processes.own_name("other"))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "stop", "run": str(run.pk)})
        assert await rita.receive_nothing(0.1)
    assert (await Run.objects.aget()).stop_asked


async def test_a_run_goes_on_without_its_socket(talk, pipeline):
    gate = asyncio.Event()
    pipeline.enqueue(gate, AnswerDone("Here."))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        await told(rita, "run.started")
    gate.set()
    await ended()
    assert (await Run.objects.aget()).state == "done"


async def test_two_sockets_hear_the_same(talk, pipeline):
    pipeline.enqueue_answer()
    async with Opened(talk) as desk, Opened(talk) as phone:
        await desk.send_json_to({"type": "ask", "text": "Where?"})
        assert await told(desk) == await told(phone)


async def test_resume_tells_the_rest_without_gap_or_repetition(talk, pipeline):
    first, second = asyncio.Event(), asyncio.Event()
    early = [AnswerDelta(str(number)) for number in range(20)]
    late = [AnswerDelta(str(number)) for number in range(20)]
    pipeline.enqueue(*early, first, *late, second, AnswerDone("Here."))
    async with Opened(talk) as desk:
        await desk.send_json_to({"type": "ask", "text": "Where?"})
        run = (await told(desk, "run.started"))[0]["run"]
        async with Opened(talk) as phone:
            assert phone.ready["running"] == run
            first.set()  # events come while the phone has not said from where it goes on
            await phone.send_json_to({"type": "resume", "run": run, "after": 7})
            second.set()
            events = await told(phone)
    assert [each["seq"] for each in events] == list(range(8, 43))


async def test_a_socket_that_joins_a_run_waits_for_resume(talk, pipeline):
    gate = asyncio.Event()
    pipeline.enqueue(gate, AnswerDone("Here."))
    async with Opened(talk) as desk:
        await desk.send_json_to({"type": "ask", "text": "Where?"})
        await told(desk, "run.started")
        async with Opened(talk) as phone:
            gate.set()
            await told(desk)
            assert await phone.receive_nothing(0.1)


async def test_an_event_that_was_dropped_on_the_way_is_told_with_the_next(talk, pipeline, monkeypatch):
    pipeline.enqueue_answer()
    tell = runs._tell

    async def lossy(conversation, events):
        await tell(conversation, [each for each in events if each.seq not in (2, 3)])

    monkeypatch.setattr(runs, "_tell", lossy)
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert [each["seq"] for each in await told(rita)] == [1, 2, 3, 4, 5]


async def test_the_engine_reckons_on_once_the_first_words_were_told(talk, pipeline, monkeypatch):
    told_yet, tell = [], runs._tell

    async def noted(conversation, events):
        await tell(conversation, events)
        told_yet.extend(each.type for each in events)

    class Look(asyncio.Event):
        async def wait(self):
            told_yet.append("reckoned on")

    monkeypatch.setattr(runs, "_tell", noted)
    pipeline.enqueue(AnswerDelta("The Rhine."), Look(), AnswerDone("The Rhine."))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        await told(rita)
    assert told_yet.index("answer.delta") < told_yet.index("reckoned on")


async def test_an_engine_error_is_told_in_its_words(talk, pipeline):
    pipeline.enqueue(StoreTimeout("The question costs too much."))
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Everything?"})
        assert (await told(rita, "run.failed"))[-1]["reason"] == "The question costs too much."
    assert (await Run.objects.aget()).state == "failed"


async def test_a_defect_is_told_in_plain_words_and_logged_with_its_cause(talk, pipeline, caplog):
    pipeline.enqueue(ZeroDivisionError("secret detail"))
    async with Opened(talk) as rita:
        with caplog.at_level(logging.ERROR):
            await rita.send_json_to({"type": "ask", "text": "Where?"})
            failed = (await told(rita, "run.failed"))[-1]
    assert "secret detail" not in failed["reason"]
    assert "secret detail" in caplog.text


async def test_a_run_that_never_answers_fails(talk, pipeline):
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert (await told(rita, "run.failed"))[-1]["reason"]


async def test_a_run_ends_at_its_time_limit(talk, pipeline, settings):
    settings.LOREGRAPH_RUN_SECONDS = 0.05
    pipeline.enqueue(asyncio.Event())
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert "0.05 seconds" in (await told(rita, "run.failed"))[-1]["reason"]


async def test_a_run_of_a_dead_server_is_interrupted(talk, pipeline):
    run = await Run.objects.acreate(conversation=talk, question="Where?", process="server-dead")
    await database_sync_to_async(RunEvent.objects.create)(
        run=run, seq=1, type="run.started", payload={}, at=run.started_at
    )
    async with Opened(talk) as rita:
        assert rita.ready["running"] is None
        await rita.send_json_to({"type": "resume", "run": str(run.pk), "after": 1})
        event = await rita.receive_json_from(5)
    assert (event["type"], event["seq"]) == ("run.interrupted", 2)
    assert (await Run.objects.aget()).state == "interrupted"


async def test_a_run_of_another_living_server_goes_on(talk, pipeline):
    other = processes.own_name("other")
    run = await Run.objects.acreate(conversation=talk, question="Where?", process=other)
    async with Opened(talk) as rita:
        assert rita.ready["running"] == str(run.pk)


# --- who is let in ------------------------------------------------------------------------------


async def refused(path, cookie=""):
    connected, code = await socket(path, cookie).connect(5)
    return not connected and code


async def test_a_stranger_gets_the_same_answer_for_what_is_anothers_and_what_is_not_there(talk, pipeline):
    others = await refused(talk.path, "")
    nothing = await refused(PLACE.format(slug="rivers", id=uuid4()), talk.cookie)
    no_graph = await refused(PLACE.format(slug="nowhere", id=talk.pk), talk.cookie)
    assert others == nothing == no_graph
    assert others


async def test_a_private_graph_has_no_socket_for_whoever_lost_it(talk, pipeline):
    await Graph.objects.aupdate(public=False)
    assert await refused(talk.path, talk.cookie)


async def test_an_open_socket_is_refused_once_its_person_lost_the_graph(talk, pipeline):
    async with Opened(talk) as rita:
        await Graph.objects.aupdate(public=False)
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert "not open to you" in (await rita.receive_json_from(5))["reason"]
    assert not pipeline.asked


async def test_an_open_socket_is_refused_once_its_person_signed_out(talk, pipeline, client):
    async with Opened(talk) as rita:
        await database_sync_to_async(client.session.flush)()
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert (await rita.receive_json_from(5))["type"] == "refused"


async def test_a_page_of_another_host_is_refused(talk, pipeline):
    connected, _ = await socket(talk.path, talk.cookie, origin=b"http://evil.example").connect(5)
    assert not connected


async def test_an_unknown_address_is_refused(pipeline):
    assert await refused("/ws/nothing/")


@pytest.mark.parametrize(
    ("setting", "words"),
    [("LOREGRAPH_QUESTIONS_A_MINUTE", "faster than"), ("LOREGRAPH_GRAPH_QUESTIONS_A_MINUTE", "more than it answers")],
)
async def test_it_holds_a_person_and_a_graph_to_so_many_questions_a_minute(talk, pipeline, settings, setting, words):
    setattr(settings, setting, 2)
    async with Opened(talk) as rita:
        for _ in range(2):
            pipeline.enqueue_answer()
            await rita.send_json_to({"type": "ask", "text": "Where?"})
            await told(rita)
            await ended()
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert words in (await rita.receive_json_from(5))["reason"]
    await Run.objects.all().aupdate(started_at=timezone.now() - timedelta(minutes=2))
    async with Opened(talk) as rita:
        pipeline.enqueue_answer()
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        assert (await told(rita))[-1]["type"] == "answer.done"


async def test_what_is_refused_is_said_in_the_pages_language(talk, pipeline):
    async with Opened(talk, wish=b"de-DE,de;q=0.9") as rita:
        await rita.send_json_to({"type": "stop", "run": str(uuid4())})
        said = await rita.receive_json_from(5)
    assert said == {"type": "refused", "reason": "Dieses Gespräch hat keinen solchen Lauf."}


async def test_a_run_says_in_the_language_of_whoever_asked_why_it_failed(talk, pipeline, settings):
    settings.LOREGRAPH_RUN_SECONDS = 0.05
    pipeline.enqueue(asyncio.Event())
    async with Opened(talk, wish=b"es") as rita:
        await rita.send_json_to({"type": "ask", "text": "Where does the Main end?"})
        failed = (await told(rita, "run.failed"))[-1]
    assert failed["reason"].startswith("Sin respuesta tras 0.05 segundos.")
