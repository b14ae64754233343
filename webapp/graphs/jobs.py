"""Loads from the page: a file is taken, a task loads it in the worker, its row tells how it goes."""

from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_noop as _

from webapp import processes
from webapp.graphs.access import Person
from webapp.graphs.models import Graph, LoadJob
from webapp.graphs.tasks import load_job

LOST = _("The worker was stopped in the middle. What it had loaded is in the graph; run it again to complete it.")


def take(graph: Graph, user: Person, file: UploadedFile, format: str) -> LoadJob:
    """Keep an uploaded file and put its load in the queue."""
    path = _keep(file)
    job = LoadJob.objects.create(
        graph=graph, uploaded_by=user, file_name=file.name, path=str(path), format=format, total=file.size
    )
    _enqueue(job)
    return job


def _keep(file: UploadedFile) -> Path:
    """Write the file under a name of our own; its ending stays, as formats are told by it."""
    folder = Path(settings.LOREGRAPH_DATA) / "uploads" / uuid4().hex
    folder.mkdir(parents=True)
    path = folder / (file.name or "upload")
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    return path


def _enqueue(job: LoadJob) -> None:
    transaction.on_commit(lambda: load_job.enqueue(job.pk))


def run_again(job: LoadJob) -> None:
    """Put a load that ended without success in the queue once more."""
    if job.renew(done=0, rate=0.0):
        _enqueue(job)


def percent(job: LoadJob) -> int | None:
    """Return how much of the file was read, 0 to 100, or None where nobody knows."""
    if job.state == LoadJob.State.DONE:
        return 100
    return min(100, int(100 * job.done / job.total)) if job.total else None


def worker_lives() -> bool:
    """Say whether some worker runs that takes jobs."""
    return bool(processes.living("worker"))


def rejects_path(job: LoadJob) -> Path:
    """Return where the rows that a load rejects are written."""
    return Path(settings.LOREGRAPH_DATA) / "rejects" / f"job-{job.pk}.rejects.tsv"
