"""The background task for work on a graph that is too long for a page; it runs in `manage.py db_worker`."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_noop
from django_tasks import task

from agents.curation.unloading import Outcome
from webapp.curate import noted, pairing
from webapp.curate.models import Job
from webapp.jobs import Note, outcome

What = Job.What
FAULT = gettext_noop("It failed for a reason of our own; it was noted in the log.")


@task()
def work(number: int) -> None:
    """Do what waits; nothing happens for what is over or what another worker has."""
    job = Job.taken(number, "graph", "commit", "made", "asked_by")
    if job is not None and (fields := outcome(job, lambda: {"result": _DO[job.what](job), "done": job.total}, FAULT)):
        job.end(**fields)


def _look(job: Job) -> dict[str, Any]:
    return told(noted.look(job.commit, _Note(job)))


def _undo(job: Job) -> dict[str, Any]:
    if job.made is None:
        job.made = noted.begin_undo(job.commit, job.asked_by, job.result.get("reason", ""))
        job.save(update_fields=["made"])
    return told(noted.go_on(job.made, _Note(job)))


def _pairs(job: Job) -> dict[str, Any]:
    return pairing.find(job.graph, _Note(job))


_DO = {What.LOOK: _look, What.UNDO: _undo, What.PAIRS: _pairs}


def told(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as JSON's own types."""
    some = [{"why": each.why, "now": _json(each.now), "left": _json(each.swap.before)} for each in outcome.some]
    return {**asdict(outcome), "back": dict(outcome.back), "some": some}


def _json(subject: Any) -> Any:
    return subject.to_json() if subject is not None else None


class _Note(Note):
    """Notes how many things are done."""

    def __call__(self, done: int) -> None:
        """Note how far it is; raise Cancelled where the job was cancelled."""
        super().__call__(done=done)
