"""The background task that measures; it runs in the worker, `manage.py db_worker`."""

from typing import Any

from asgiref.sync import async_to_sync
from channels.db import database_sync_to_async
from django.utils.translation import gettext_noop
from django_tasks import task

from webapp import engine
from webapp.graphs.scoring import Scored
from webapp.jobs import Note, outcome
from webapp.measure import gold as golden
from webapp.measure.figures import figures
from webapp.measure.measuring import measured
from webapp.measure.models import Measurement

FAULT = gettext_noop("The measuring failed for a reason of our own; it was noted in the log.")


@task()
def measure(number: int) -> None:
    """Measure what waits; nothing happens for what is over or what another worker has."""
    one = Measurement.taken(number, "graph")
    if one is not None and (fields := outcome(one, lambda: _measured(one), FAULT)):
        one.end(**fields)


def _measured(one: Measurement) -> dict[str, Any]:
    """Measure, and return the fields that say what came of it."""
    gold = golden.read(one.file_name, one.gold, one.what)
    engine.make_ready(one.graph.slug)
    scored = async_to_sync(_scored)(one, gold)
    rows = [{**each.to_json(), "right": each.exact} for each in scored]
    return {"report": figures(one.what, scored), "rows": rows, "done": len(rows)}


async def _scored(one: Measurement, gold: golden.Gold) -> list[Scored]:
    found: list[Scored] = []
    note = database_sync_to_async(Note(one))
    async for each in measured(one.what, one.graph.slug, gold):
        found.append(each)
        await note(done=len(found))
    return found
