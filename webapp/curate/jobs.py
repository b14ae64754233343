"""Long work on a graph: asked for on a page, done by the worker, its row tells how it goes."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from webapp.curate.models import Commit, Job
from webapp.curate.tasks import work
from webapp.graphs.access import Person
from webapp.graphs.models import Graph
from webapp.jobs import OPEN

LOST = gettext_noop("The worker was stopped in the middle. Run it again; it goes on from there.")


def begin(graph: Graph, by: Person, what: str, commit: Commit | None = None, **result: Any) -> Job:
    """Put work in the queue; what waits or runs already for the same is not begun twice."""
    same = graph.curation_jobs.filter(what=what, commit=commit, state__in=OPEN).first()
    if same is not None and not same.notice_lost_worker(LOST):
        return same
    total = commit.size if commit else 0
    job = Job.objects.create(graph=graph, asked_by=by, what=what, commit=commit, total=total, result=result)
    transaction.on_commit(lambda: work.enqueue(job.pk))
    return job


def again(job: Job) -> None:
    """Put work that ended without success in the queue once more; it goes on where it stopped."""
    if job.renew(done=0):
        transaction.on_commit(lambda: work.enqueue(job.pk))
