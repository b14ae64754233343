"""The background task that measures; it runs in the worker, `manage.py db_worker`."""

import logging
from time import monotonic
from typing import Any

from asgiref.sync import async_to_sync
from channels.db import database_sync_to_async
from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import task

from agents.errors import EngineError
from webapp import engine, processes
from webapp.graphs.scoring import Scored
from webapp.measure import gold as golden
from webapp.measure.figures import figures
from webapp.measure.measuring import measured
from webapp.measure.models import Measurement

logger = logging.getLogger(__name__)
State = Measurement.State
BEAT = 0.5  # seconds between two notes of the progress
FAULT = gettext_noop("The measuring failed for a reason of our own; it was noted in the log.")


class _Cancelled(Exception):
    """The person stopped it, or another worker has it."""


@task()
def measure(number: int) -> None:
    """Measure what waits; nothing happens for what is over or what another worker has."""
    begun = {"state": State.RUNNING, "process": processes.own_name("worker")}
    if Measurement.objects.filter(pk=number, state=State.WAITING).update(**begun):
        one = Measurement.objects.select_related("graph").get(pk=number)
        fields = _outcome(one)
        if fields:
            _mine(one).update(ended_at=timezone.now(), **fields)


def _outcome(one: Measurement) -> dict[str, Any]:
    """Measure, and return the fields that say how that ended."""
    try:
        gold = golden.read(one.file_name, one.gold, one.what)
        engine.make_ready(one.graph.slug)
        scored = async_to_sync(_scored)(one, gold)
    except _Cancelled:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("Measurement %s failed", one.pk)
        return {"state": State.FAILED, "error": FAULT}
    rows = [{**each.to_json(), "right": each.exact} for each in scored]
    return {"state": State.DONE, "report": figures(one.what, scored), "rows": rows, "done": len(rows)}


async def _scored(one: Measurement, gold: golden.Gold) -> list[Scored]:
    found: list[Scored] = []
    last = monotonic()
    async for each in measured(one.what, one.graph.slug, gold):
        found.append(each)
        if monotonic() - last >= BEAT:
            last = monotonic()
            await database_sync_to_async(_note)(one, len(found))
    return found


def _note(one: Measurement, done: int) -> None:
    """Note the progress; raise _Cancelled where the run was cancelled."""
    if not _mine(one).update(done=done):
        raise _Cancelled


def _mine(one: Measurement) -> Any:
    return Measurement.objects.filter(pk=one.pk, state=State.RUNNING, process=one.process)
