"""Measuring from the page: gold is kept, a task puts it to the graph, its row tells how that goes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from webapp import processes
from webapp.graphs.access import Person
from webapp.graphs.models import Graph
from webapp.measure.gold import Gold
from webapp.measure.models import Measurement
from webapp.measure.tasks import measure

State = Measurement.State
LOST = _("The worker was stopped in the middle. Measure again.")


def begin(graph: Graph, user: Person, what: str, name: str, text: str, gold: Gold) -> Measurement:
    """Keep the gold and put its measuring in the queue."""
    asked = {"graph": graph, "asked_by": user, "what": what, "file_name": name, "gold": text}
    one = Measurement.objects.create(**asked, total=len(gold.expected), bad_lines=gold.told_bad)
    transaction.on_commit(lambda: measure.enqueue(one.pk))
    return one


def cancel(one: Measurement) -> None:
    """Stop what waits or runs; the worker notices within a second."""
    going = Measurement.objects.filter(pk=one.pk, state__in=(State.WAITING, State.RUNNING))
    going.update(state=State.CANCELLED, ended_at=timezone.now())


def notice_lost_worker(one: Measurement) -> None:
    """Mark a run whose worker is gone as failed."""
    if one.state == State.RUNNING and not processes.alive(one.process):
        lost = {"state": State.FAILED, "error": LOST, "ended_at": timezone.now()}
        Measurement.objects.filter(pk=one.pk, state=State.RUNNING, process=one.process).update(**lost)
        one.refresh_from_db()
