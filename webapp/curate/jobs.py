"""Long work on a graph: asked for on a page, done by the worker, its row tells how it goes."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from webapp import processes
from webapp.curate.models import Commit, Job
from webapp.curate.tasks import work
from webapp.graphs.access import Person
from webapp.graphs.models import Graph

State = Job.State
LOST = gettext_noop("The worker was stopped in the middle. Run it again; it goes on from there.")


def begin(graph: Graph, by: Person, what: str, commit: Commit | None = None, **result: Any) -> Job:
    """Put work in the queue; what waits or runs already for the same is not begun twice."""
    same = graph.curation_jobs.filter(what=what, commit=commit, state__in=(State.WAITING, State.RUNNING)).first()
    if same is not None and not lost(same):
        return same
    total = commit.size if commit else 0
    job = Job.objects.create(graph=graph, asked_by=by, what=what, commit=commit, total=total, result=result)
    transaction.on_commit(lambda: work.enqueue(job.pk))
    return job


def cancel(job: Job) -> None:
    """Stop what waits or runs; the worker notices within a second."""
    going = Job.objects.filter(pk=job.pk, state__in=(State.WAITING, State.RUNNING))
    going.update(state=State.CANCELLED, ended_at=timezone.now())


def again(job: Job) -> None:
    """Put work that ended without success in the queue once more; it goes on where it stopped."""
    fresh = {"state": State.WAITING, "error": "", "done": 0, "ended_at": None, "process": ""}
    if Job.objects.filter(pk=job.pk, state__in=(State.FAILED, State.CANCELLED)).update(**fresh):
        transaction.on_commit(lambda: work.enqueue(job.pk))


def lost(job: Job) -> bool:
    """Say whether its worker is gone, and mark it as failed then."""
    if job.state != State.RUNNING or processes.alive(job.process):
        return False
    fields = {"state": State.FAILED, "error": LOST, "ended_at": timezone.now()}
    Job.objects.filter(pk=job.pk, state=State.RUNNING, process=job.process).update(**fields)
    job.refresh_from_db()
    return True
