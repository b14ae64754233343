"""Trainings and tests from the page: put in the queue, stopped, gone on with, and cleared away."""

import shutil
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_noop

from webapp import engine
from webapp.cards.models import CardJob
from webapp.cards.tasks import work
from webapp.graphs.access import Person
from webapp.graphs.models import Graph

LOST = gettext_noop("The worker was stopped in the middle. What was learnt is kept: go on.")


def begin(graph: Graph, user: Person, what: str, name: str, files: Sequence[UploadedFile] = (), **more: Any) -> CardJob:
    """Keep what a job needs and put it in the queue."""
    texts = [f"{number}.txt" for number, _ in enumerate(files)]
    job = CardJob.objects.create(graph=graph, asked_by=user, what=what, name=name, texts=texts, **more)
    for each, file in zip(texts, files, strict=True):
        path = job.folder / each
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
    _enqueue(job)
    return job


def stop(job: CardJob) -> None:
    """Stop what waits or runs; the worker notices at its next step, and keeps a checkpoint."""
    job.cancel(left=None)


def go_on(job: CardJob) -> None:
    """Put what was stopped or failed in the queue once more; a training goes on from its checkpoint."""
    if job.renew():
        _enqueue(job)


def graph_gone(instance: Graph, **_: Any) -> None:
    """Remove a graph's cards with it."""
    engine.shelf().drop(instance.slug)


def job_gone(instance: CardJob, **_: Any) -> None:
    """Remove a job's files with it."""
    shutil.rmtree(instance.folder, ignore_errors=True)


def _enqueue(job: CardJob) -> None:
    transaction.on_commit(lambda: work.enqueue(job.pk))
