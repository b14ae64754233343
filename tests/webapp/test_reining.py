"""A run is held over the socket: pause, continue, change, reset; what happens is kept like any event."""

import asyncio

import pytest
from channels.db import database_sync_to_async

from agents.events import PlanMade, RunPaused, RunResumed
from agents.reins import Change
from tests.webapp.test_socket import Opened, ended, talk, told  # noqa: F401 - a fixture
from webapp.chat import records

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gate(pipeline):
    """What the run waits at, with its plan made."""
    gate = asyncio.Event()
    pipeline.enqueue(PlanMade(), gate)
    pipeline.enqueue_answer("The Rhine.")
    return gate


async def asked(rita, **more):
    await rita.send_json_to({"type": "ask", "text": "Where?", **more})
    return (await told(rita, "plan.made"))[0]["run"]


async def test_the_person_holds_the_reins_of_a_run(talk, pipeline, gate):  # noqa: F811
    async with Opened(talk) as rita:
        run = await asked(rita, hold=True)
        reins = pipeline.asked[0]["reins"]
        assert reins.holds("gather")
        for message in ({"type": "change", "dropped": [1], "reading": 2}, {"type": "continue"}, {"type": "pause"}):
            await rita.send_json_to({"run": run, **message})
        await rita.send_json_to({"type": "stop"})
        await told(rita, "refused")
        assert reins.taken() == [Change(frozenset({1}), 2)]
        assert reins.holds("link")
        gate.set()
        await told(rita)


async def test_that_a_run_waits_and_goes_on_is_kept(talk, pipeline):  # noqa: F811
    pipeline.enqueue(RunPaused("gather"), RunResumed())
    pipeline.enqueue_answer("The Rhine.")
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        events = await told(rita)
    kept = await database_sync_to_async(records.events)(events[0]["run"])
    assert [each["type"] for each in kept[1:3]] == ["run.paused", "run.resumed"]


async def test_a_paused_run_has_a_time_of_its_own(talk, pipeline, settings):  # noqa: F811
    settings.LOREGRAPH_RUN_SECONDS, settings.LOREGRAPH_PAUSE_SECONDS = 30, 0.05
    pipeline.enqueue(RunPaused("gather"), asyncio.Event())
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        failed = (await told(rita, "run.failed"))[-1]
    assert failed["reason"] == "The run was paused for 0.05 seconds and was ended. Ask again."


async def test_a_run_that_is_over_is_held_no_more(talk, pipeline):  # noqa: F811
    pipeline.enqueue_answer()
    async with Opened(talk) as rita:
        await rita.send_json_to({"type": "ask", "text": "Where?"})
        run = (await told(rita))[0]["run"]
        await ended()
        await rita.send_json_to({"type": "pause", "run": run})
        refused = await rita.receive_json_from(5)
    assert refused["reason"] == "That run is not under way here; it cannot be held."


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ({"type": "change"}, "'dropped' or 'reading'"),
        ({"type": "change", "dropped": "all"}, "'dropped'"),
        ({"type": "change", "dropped": [-1]}, "'dropped'"),
        ({"type": "change", "dropped": [True]}, "'dropped'"),
        ({"type": "change", "dropped": [0] * 101}, "at most 100"),
        ({"type": "change", "reading": "first"}, "'reading'"),
        ({"type": "pause", "step": 1}, "'pause' has no 'step'"),
        ({"type": "ask", "text": "Where?", "hold": "yes"}, "'hold'"),
    ],
)
async def test_what_is_no_such_message_is_refused_by_name(talk, pipeline, message, named):  # noqa: F811
    async with Opened(talk) as rita:
        run = {} if message["type"] == "ask" else {"run": "00000000-0000-0000-0000-000000000000"}
        await rita.send_json_to({**run, **message})
        assert named in (await rita.receive_json_from(5))["reason"]
