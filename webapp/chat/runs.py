"""Runs under way: tasks of the server process that outlive the socket they were asked on.

Every event is kept before it is told to the conversation's sockets, so that a reload, a dropped socket or a
second tab finds the same run. A run is over with the first event of `records.ENDS`.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from channels.layers import get_channel_layer
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from agents.errors import EngineError
from agents.events import Event, RunFailed, RunPaused, RunResumed, RunStarted, RunStopped
from webapp import engine, processes
from webapp.chat import records, reining, turns
from webapp.chat.channel import group
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.chat.protocol import Ask
from webapp.crossing import cross

if TYPE_CHECKING:
    from agents.state import Turn

logger = logging.getLogger(__name__)
LOOK = 1.0  # seconds between two looks at whether a run was stopped elsewhere
_STEPS = frozenset(["step.started", "step.finished", "intent.understood", "plan.made", "query.ran", "claims.made"])
_UNHURRIED = _STEPS | {"entities.linked", "graph.grown"}  # but for what is awaited
_LEISURE = 0.05  # seconds that such an event waits at most
_TURN = 0.001  # seconds in which sockets pass on what is awaited before the engine takes the processor again
_AWAITED = frozenset(["graph.grown", "answer.delta"])  # a person waits for the first of a run
_live: dict[UUID, asyncio.Task[None] | None] = {}  # None: about to start


async def start(conversation: Conversation, ask: Ask, admit: Callable[[], None]) -> UUID:
    """Start answering a question and return the run's id; raise Refused where one is under way.

    `admit` raises Refused where whoever asks may not. All that is read and kept for it takes one crossing.
    """
    run_id = uuid4()
    _live[run_id] = None
    try:
        run, begun, before = await cross(_open)(conversation, run_id, ask, admit)
    except BaseException:
        del _live[run_id]
        raise
    reining.take(run_id, ask.hold)
    task = asyncio.create_task(_work(run, conversation, ask, begun, before), name=f"run {run_id}")
    _live[run_id] = task
    watch = asyncio.create_task(_watch(run_id, task), name=f"watch {run_id}")
    task.add_done_callback(lambda _: (_live.pop(run_id, None), reining.drop(run_id), watch.cancel()))
    return run_id


def _open(
    conversation: Conversation, run_id: UUID, ask: Ask, admit: Callable[[], None]
) -> "tuple[Run, RunEvent, tuple[Turn, ...]]":
    """Keep a run and its first event, which says what is asked and where it stands; return the turns before it too."""
    admit()
    told = RunStarted(ask.text, conversation.graph.slug, ask.picks, ask.reading, ask.intent).to_json()
    with transaction.atomic():  # whole or not at all: a run that nobody works on would stand in the way
        run, begun = records.open_run(conversation, run_id, ask.text, told, ask.instead)
        return run, begun, turns.turns(conversation, run.after_id)


async def stop(run: UUID) -> bool:
    """Stop a run; say whether there was one to stop. One of another process stops at its next look (`_watch`)."""
    task = _live.get(run)
    return task.cancel() if task else await cross(records.ask_to_stop)(run)


async def _watch(run: UUID, task: asyncio.Task[None]) -> None:
    """Stop a run of this process when another process was asked to."""
    while not task.done():
        await asyncio.sleep(LOOK)
        if not task.done() and await cross(records.is_to_stop)(run):
            task.cancel()


async def interrupt_orphans(conversation: Conversation) -> None:
    """Close the conversation's runs that nobody works on any more, and tell its sockets."""
    await _tell(conversation.pk, await cross(close_orphans)(conversation))


def close_orphans(conversation: Conversation | None = None) -> list[RunEvent]:
    """Close the runs (of one conversation, or all) that nobody works on any more; return what each told last."""
    running = Run.objects.filter(state=Run.State.RUNNING)
    if conversation:
        running = running.filter(conversation=conversation)
    closed = [records.interrupt(run) for run in running if not _worked_on(run)]
    return [event for event in closed if event]


def _worked_on(run: Run) -> bool:
    if run.process == processes.own_name("server"):
        return run.pk in _live
    return processes.alive(run.process)


class _Teller:
    """Keeps and tells a run's events in order, and nothing after its end.

    The engine does not wait for the database: events queue, and whatever has gathered is kept in one transaction
    and then told. Each event is kept before anybody hears of it. A transaction takes processor time from the answer,
    so that an event which nobody waits for (`_UNHURRIED`) waits a little for those that come after it.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self._hurry = asyncio.Event()
        self.seq = 1  # that it began was told when it was opened
        self.over = False
        self._waiting: list[dict[str, Any]] = []
        self._writer: asyncio.Task[None] | None = None
        self.paused = False
        self._awaited = set(_AWAITED)

    async def __call__(self, event: Event) -> None:
        """Take an event. One that is awaited, or ends the run, is told when this returns, as is all before it."""
        if self.over or isinstance(event, RunStarted):  # the pipeline says once more that it began
            return
        self.over = event.kind in records.ENDS
        self._waiting.append(event.to_json())
        awaited = self._is_awaited(event)
        if awaited or event.kind not in _UNHURRIED:
            self._hurry.set()
        if self._writer is None or self._writer.done():
            self._raise_what_failed()
            self._writer = asyncio.create_task(self._write(), name=f"write {self.run.pk}")
        await (asyncio.shield(self._writer) if awaited else asyncio.sleep(0))
        await asyncio.sleep(_TURN if awaited and not self.over else 0)

    def _is_awaited(self, event: Event) -> bool:
        first = event.kind in self._awaited
        self._awaited.discard(event.kind)
        return self.over or first

    async def _write(self) -> None:
        """Keep and tell what waits. A run that is stopped does not tear it: this is a task of its own."""
        while self._waiting:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), _LEISURE)
            self._hurry.clear()
            batch, self._waiting = self._waiting, []
            kept = await cross(records.record)(self.run, self.seq + 1, *batch)
            self.seq += len(kept)
            await _tell(self.run.conversation_id, kept)

    def _raise_what_failed(self) -> None:
        """Raise what kept the last events from being kept: the run ends where its events cannot be told."""
        if self._writer is not None and not self._writer.cancelled() and (failure := self._writer.exception()):
            raise failure


async def _tell(conversation: UUID, events: Sequence[RunEvent]) -> None:
    """Pass events to the conversation's sockets; where that fails, they fetch them once they come back.

    Each is written once for all who listen: the layer copies what it passes on, and a text costs nothing to copy.
    """
    told = [_told(each) for each in events]
    if not told:
        return
    try:
        await get_channel_layer().group_send(group(conversation), {"type": "run.events", "events": told})
    except Exception:
        logger.exception("Events of conversation %s could not be passed on", conversation)


def _told(event: RunEvent) -> dict[str, Any]:
    return {"run": str(event.run_id), "seq": event.seq, "type": event.type, "text": json.dumps(event.wire())}


async def _work(run: Run, conversation: Conversation, ask: Ask, begun: RunEvent, before: "tuple[Turn, ...]") -> None:
    """Answer a question to its end, whatever that is."""
    await _tell(conversation.pk, [begun])
    tell = _Teller(run)
    try:
        await tell(await _ending(run, conversation, ask, tell, before))
    except Exception:
        logger.exception("Run %s could not be closed", run.pk)


async def _ending(run: Run, conversation: Conversation, ask: Ask, tell: _Teller, before: "tuple[Turn, ...]") -> Event:
    """Answer a question and return the event that ends the run if none has."""
    try:
        async with asyncio.timeout(settings.LOREGRAPH_RUN_SECONDS) as limit:
            await _answer(conversation, ask, _Clock(tell, limit), before)
    except asyncio.CancelledError:
        return RunStopped()
    except TimeoutError:
        return RunFailed(_too_long(tell))
    except EngineError as error:
        return RunFailed(str(error))
    except Exception:
        logger.exception("Run %s failed on %r in graph '%s'", run.pk, ask.text, conversation.graph.slug)
    return RunFailed(
        gettext("Something went wrong on our side, and this question has no answer. It was noted in the log.")
    )


def _too_long(tell: _Teller) -> str:
    words = gettext("No answer after %(seconds)s seconds. Try to ask for less at once.")
    if tell.paused:
        words = gettext("The run was paused for %(seconds)s seconds and was ended. Ask again.")
    seconds = settings.LOREGRAPH_PAUSE_SECONDS if tell.paused else settings.LOREGRAPH_RUN_SECONDS
    return words % {"seconds": f"{seconds:g}"}


class _Clock:
    """Tells events, and gives a run that is paused its own time, and all of its time anew once it goes on."""

    def __init__(self, tell: _Teller, limit: asyncio.Timeout) -> None:
        self.run = tell.run.pk
        self._tell = tell
        self._limit = limit

    async def __call__(self, event: Event) -> None:
        await self._tell(event)
        if isinstance(event, (RunPaused, RunResumed)):
            self._tell.paused = isinstance(event, RunPaused)
            seconds = settings.LOREGRAPH_PAUSE_SECONDS if self._tell.paused else settings.LOREGRAPH_RUN_SECONDS
            self._limit.reschedule(asyncio.get_running_loop().time() + seconds)


async def _answer(conversation: Conversation, ask: Ask, timed: _Clock, before: "tuple[Turn, ...]") -> None:
    graph = conversation.graph.slug
    kit, pipeline = await _tools(graph)
    chosen = {"picks": ask.picks, "reading": ask.reading, "intent": ask.intent, "sources": ask.sources}
    await pipeline.run(kit, graph, ask.text, timed, turns=before, reins=reining.of(timed.run), **chosen)


async def _tools(graph: str) -> tuple[Any, Any]:
    """Return the kit and the pipeline; a thread is worth its while only where they are not built yet."""
    if engine.is_ready(graph):
        return engine.kit(), engine.pipeline()
    return await asyncio.to_thread(engine.kit), await asyncio.to_thread(engine.pipeline)
