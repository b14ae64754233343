"""The background task that loads a file; it runs in the worker, `manage.py db_worker`."""

import logging
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from time import monotonic
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from agents.errors import EngineError, LoadError
from webapp import processes
from webapp.graphs import about, noting
from webapp.graphs.models import LoadJob

if TYPE_CHECKING:
    from agents.loaders.result import Progress

logger = logging.getLogger(__name__)
State = LoadJob.State
BEAT = 0.5  # seconds between two notes of the progress
FAULT = "The load failed for a reason of our own; it was noted in the log. What was loaded is in the graph."


class _Cancelled(Exception):
    """The person stopped the load, or another worker has it."""


@task()
def load_job(number: int) -> None:
    """Load the file of a job that waits; nothing happens for one that is over or that another worker has."""
    process = processes.own_name("worker")
    begun = {"state": State.RUNNING, "process": process, "started_at": timezone.now()}
    if LoadJob.objects.filter(pk=number, state=State.WAITING).update(**begun):
        job = LoadJob.objects.select_related("graph").get(pk=number)
        _end(job, **_outcome(job))


def _outcome(job: LoadJob) -> dict[str, Any]:
    """Load the job's file and return the fields that say how that ended."""
    try:
        result = _load(job)
    except _Cancelled:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("Load job %s failed", job.pk)
        return {"state": State.FAILED, "error": FAULT}
    rejects = str(result.rejects) if result.rejects else ""
    told = {**result.to_json(), "rejects": None, "sentence": replace(result, rejects=None).sentence}
    return {"state": State.DONE, "result": told, "rejects": rejects, "done": job.total or 0}


def _load(job: LoadJob) -> Any:
    from agents.loaders.load import load_files

    rejects = Path(settings.LOREGRAPH_DATA) / "rejects" / f"job-{job.pk}.rejects.tsv"
    graph, files, note = job.graph.slug, [Path(job.path)], _Note(job)
    with noting.noted(graph, job.uploaded_by, job.file_name) as store:
        result = load_files(store, graph, files, job.format or None, on_progress=note, rejects=rejects, trusted=False)
    about.schema(job.graph)  # counted here, so that no page has to
    return result


def _end(job: LoadJob, **fields: Any) -> None:
    """Close the job, unless it was cancelled meanwhile; an uploaded file that is in the graph is not needed more."""
    mine = LoadJob.objects.filter(pk=job.pk, state=State.RUNNING, process=job.process)
    if fields and mine.update(ended_at=timezone.now(), **fields) and fields["state"] == State.DONE:
        rmtree(Path(job.path).parent, ignore_errors=True)


class _Note:
    """Notes the progress in the job's row now and then, and stops the load once the row says so."""

    def __init__(self, job: LoadJob) -> None:
        self.job = job
        self.last = 0.0

    def __call__(self, progress: "Progress") -> None:
        """Note the progress; raise _Cancelled where the job was cancelled, LoadError where the rows are too many."""
        if progress.records > settings.LOREGRAPH_MAX_UPLOAD_ROWS:
            most = f"{settings.LOREGRAPH_MAX_UPLOAD_ROWS:,}"
            raise LoadError(f"The file has more than {most} rows; what came before is in the graph.")
        if monotonic() - self.last < BEAT:
            return
        self.last = monotonic()
        fields = {"done": progress.done, "total": progress.total or None, "rate": progress.rate}
        mine = LoadJob.objects.filter(pk=self.job.pk, state=State.RUNNING, process=self.job.process)
        if not mine.update(**fields):
            raise _Cancelled
