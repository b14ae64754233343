"""The background task for work on a graph that is too long for a page; it runs in `manage.py db_worker`."""

import logging
from dataclasses import asdict
from time import monotonic
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import task

from agents.curation.unloading import Outcome
from agents.errors import EngineError
from webapp import processes
from webapp.curate import noted, pairing
from webapp.curate.models import Job

logger = logging.getLogger(__name__)
State, What = Job.State, Job.What
BEAT = 0.5  # seconds between two notes of the progress
FAULT = gettext_noop("It failed for a reason of our own; it was noted in the log.")


class _Cancelled(Exception):
    """The person stopped it, or another worker has it."""


@task()
def work(number: int) -> None:
    """Do what waits; nothing happens for what is over or what another worker has."""
    begun = {"state": State.RUNNING, "process": processes.own_name("worker")}
    if Job.objects.filter(pk=number, state=State.WAITING).update(**begun):
        job = Job.objects.select_related("graph", "commit", "made", "asked_by").get(pk=number)
        if fields := _outcome(job):
            _mine(job).update(ended_at=timezone.now(), **fields)


def _outcome(job: Job) -> dict[str, Any]:
    """Do it, and return the fields that say how that ended."""
    try:
        return {"state": State.DONE, "result": _DO[job.what](job), "done": job.total}
    except _Cancelled:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("Curation job %s failed", job.pk)
        return {"state": State.FAILED, "error": FAULT}


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


def _mine(job: Job) -> Any:
    return Job.objects.filter(pk=job.pk, state=State.RUNNING, process=job.process)


class _Note:
    """Notes the progress now and then, and stops the work once the row says so."""

    def __init__(self, job: Job) -> None:
        self.job, self.last = job, 0.0

    def __call__(self, done: int) -> None:
        """Note how far it is; raise _Cancelled where the job was cancelled."""
        if monotonic() - self.last >= BEAT:
            self.last = monotonic()
            if not _mine(self.job).update(done=done):
                raise _Cancelled
