"""Trainings and tests from the page: put in the queue, stopped, gone on with, and cleared away."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from webapp import engine, processes
from webapp.cards.models import CardJob
from webapp.cards.tasks import work
from webapp.graphs.access import Person
from webapp.graphs.models import Graph

State = CardJob.State
LOST = "The worker was stopped in the middle. What was learnt is kept: go on."


def begin(graph: Graph, user: Person, what: str, name: str, files: Sequence[UploadedFile] = (), **more: Any) -> CardJob:
    """Keep what a job needs and put it in the queue."""
    texts = [f"{number}.txt" for number, _ in enumerate(files)]
    job = CardJob.objects.create(graph=graph, asked_by=user, what=what, name=name, texts=texts, **more)
    for each, file in zip(texts, files, strict=True):
        path = folder(job) / each
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    _enqueue(job)
    return job


def stop(job: CardJob) -> None:
    """Stop what waits or runs; the worker notices at its next step, and keeps a checkpoint."""
    going = CardJob.objects.filter(pk=job.pk, state__in=(State.WAITING, State.RUNNING))
    going.update(state=State.STOPPED, ended_at=timezone.now(), left=None)


def go_on(job: CardJob) -> None:
    """Put what was stopped or failed in the queue once more; a training goes on from its checkpoint."""
    fresh = {"state": State.WAITING, "error": "", "ended_at": None, "process": ""}
    if CardJob.objects.filter(pk=job.pk, state__in=(State.FAILED, State.STOPPED)).update(**fresh):
        _enqueue(job)


def notice_lost_worker(job: CardJob) -> None:
    """Mark a job whose worker is gone as failed, so that it can be gone on with."""
    if job.state == State.RUNNING and not processes.alive(job.process):
        lost = {"state": State.FAILED, "error": LOST, "ended_at": timezone.now(), "left": None}
        CardJob.objects.filter(pk=job.pk, state=State.RUNNING, process=job.process).update(**lost)
        job.refresh_from_db()


def folder(job: CardJob) -> Path:
    """Return where a job's texts and checkpoints lie."""
    return Path(settings.LOREGRAPH_DATA) / "trainings" / str(job.pk)


def graph_gone(instance: Graph, **_: Any) -> None:
    """Remove a graph's cards with it."""
    engine.shelf().drop(instance.slug)


def job_gone(instance: CardJob, **_: Any) -> None:
    """Remove a job's files with it."""
    shutil.rmtree(folder(instance), ignore_errors=True)


def _enqueue(job: CardJob) -> None:
    transaction.on_commit(lambda: work.enqueue(job.pk))
