"""The background task that loads a file; it runs in the worker, `manage.py db_worker`."""

from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_noop
from django_tasks import task

from agents.errors import LoadError
from webapp.graphs import about, noting
from webapp.graphs.models import LoadJob
from webapp.jobs import Note, State, outcome

if TYPE_CHECKING:
    from agents.loaders.result import Progress

FAULT = gettext_noop(
    "The load failed for a reason of our own; it was noted in the log. What was loaded is in the graph."
)


@task()
def load_job(number: int) -> None:
    """Load the file of a job that waits; nothing happens for one that is over or that another worker has."""
    job = LoadJob.taken(number, "graph", started_at=timezone.now())
    if job is not None:
        fields = outcome(job, lambda: _loaded(job), FAULT)
        if fields and job.end(**fields) and fields["state"] == State.DONE:
            rmtree(Path(job.path).parent, ignore_errors=True)  # what is in the graph is not needed as a file


def _loaded(job: LoadJob) -> dict[str, Any]:
    """Load the job's file and return the fields that say what came of it."""
    result = _load(job)
    rejects = str(result.rejects) if result.rejects else ""
    told = {**result.to_json(), "rejects": None, "sentence": replace(result, rejects=None).sentence}
    return {"result": told, "rejects": rejects, "done": job.total or 0}


def _load(job: LoadJob) -> Any:
    from agents.loaders.load import load_files

    rejects = Path(settings.LOREGRAPH_DATA) / "rejects" / f"job-{job.pk}.rejects.tsv"
    graph, files, note = job.graph.slug, [Path(job.path)], _Note(job)
    with noting.noted(graph, job.uploaded_by, job.file_name) as store:
        result = load_files(store, graph, files, job.format or None, on_progress=note, rejects=rejects, trusted=False)
    about.schema(job.graph)  # counted here, so that no page has to
    return result


class _Note(Note):
    """Notes how much of the file was read."""

    def __call__(self, progress: "Progress") -> None:
        """Note the progress; raise Cancelled where the job was cancelled, LoadError where the rows are too many."""
        if progress.records > settings.LOREGRAPH_MAX_UPLOAD_ROWS:
            most = f"{settings.LOREGRAPH_MAX_UPLOAD_ROWS:,}"
            raise LoadError(f"The file has more than {most} rows; what came before is in the graph.")
        super().__call__(done=progress.done, total=progress.total or None, rate=progress.rate)
