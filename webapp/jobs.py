"""What every work of the worker has in common: a row says where it stands and who does it, and can stop it.

A model that is a `Job` is put in the queue by its room, taken by one worker, and notes in its row how it goes. Whoever
cancels changes the row only; the worker sees that at its next note. A worker that died is told by its lock.
"""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agents.errors import EngineError
from webapp import processes

logger = logging.getLogger(__name__)


class State(models.TextChoices):
    """Where work stands."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


OPEN = (State.WAITING, State.RUNNING)
ENDED_WITHOUT = (State.FAILED, State.CANCELLED)


class Cancelled(Exception):
    """A person stopped the work, or another worker has it."""


class Job(models.Model):
    """Work on its way. `process` is the worker's name."""

    State = State

    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    error = models.TextField(blank=True)
    process = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self.state not in OPEN

    @property
    def again(self) -> bool:
        """Whether it may be run once more."""
        return self.state in ENDED_WITHOUT

    @classmethod
    def taken(cls, number: int, *related: str, **fields: Any) -> Self | None:
        """Take what waits, for this process; None where it is over or another worker has it."""
        begun = {"state": State.RUNNING, "process": processes.own_name("worker"), **fields}
        if not cls.objects.filter(pk=number, state=State.WAITING).update(**begun):
            return None
        return cls.objects.select_related(*related).get(pk=number)

    def cancel(self, **fields: Any) -> None:
        """Stop it where it waits or runs; the worker notices at its next note."""
        going = type(self).objects.filter(pk=self.pk, state__in=OPEN)
        going.update(state=State.CANCELLED, ended_at=timezone.now(), **fields)

    def renew(self, **fields: Any) -> bool:
        """Let what ended without success wait once more; say whether it did. The caller puts it in the queue."""
        fresh = {"state": State.WAITING, "error": "", "ended_at": None, "process": "", **fields}
        return bool(type(self).objects.filter(pk=self.pk, state__in=ENDED_WITHOUT).update(**fresh))

    def notice_lost_worker(self, told: str, **fields: Any) -> bool:
        """Say whether its worker died, and mark it as failed then."""
        if self.state != State.RUNNING or processes.alive(self.process):
            return False
        self.end(state=State.FAILED, error=told, **fields)
        self.refresh_from_db()
        return True

    def note(self, **fields: Any) -> None:
        """Write how it goes; raise Cancelled where it is not this worker's any more."""
        if not self._mine.update(**fields):
            raise Cancelled

    def end(self, **fields: Any) -> bool:
        """Write how it ended; say whether it was this worker's still."""
        return bool(self._mine.update(**{"ended_at": timezone.now(), **fields}))

    @property
    def _mine(self) -> Any:
        return type(self).objects.filter(pk=self.pk, state=State.RUNNING, process=self.process)


def outcome(job: Job, do: Callable[[], dict[str, Any]], fault: str) -> dict[str, Any]:
    """Do a job's work and return the fields that say how that ended: none where it was cancelled.

    What the engine refuses is told in its own words; any other failure goes to the log, and `fault` is told.
    """
    try:
        return {"state": State.DONE, **do()}
    except Cancelled:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("%s %s failed", type(job).__name__, job.pk)
        return {"state": State.FAILED, "error": fault}


class Note:
    """Notes the progress of a job now and then; raises Cancelled once the job is not this worker's any more."""

    every = 0.5  # seconds between two notes, at least

    def __init__(self, job: Job) -> None:
        self.job, self.last = job, 0.0

    def __call__(self, at_once: bool = False, **fields: Any) -> None:
        """Write the fields, unless that was done a moment ago."""
        if at_once or monotonic() - self.last >= self.every:
            self.last = monotonic()
            self.job.note(**fields)
