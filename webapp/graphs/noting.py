"""Loads that are noted thing by thing, so that each is a commit that can be taken back whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.conf import settings
from django.dispatch import Signal

from webapp import engine
from webapp.graphs.access import Person

if TYPE_CHECKING:
    from agents.curation.journal import Journal

begun = Signal()  # a load is about to change a graph: `graph` (its name), `key`, `by`, `source`
ended = Signal()  # it is over, whole or not: `key`, `counts` (LoadCounts)


@contextmanager
def noted(graph: str, by: Person | None, source: str) -> Iterator["Journal"]:
    """Give a store whose loads into a graph are noted; others hear of it once something changes, and at the end."""
    from agents.curation.journal import Journal

    key = uuid4()
    journal = Journal(
        engine.store(),
        notes_path(graph, key),
        lambda: begun.send(Journal, graph=graph, key=key, by=by, source=source),
    )
    try:
        yield journal
    finally:
        if journal.notes.begun:
            journal.notes.close()
            ended.send(Journal, key=key, counts=journal.counts)


def notes_path(graph: str, key: UUID) -> Path:
    """Return where it is noted what a commit did, thing by thing."""
    return _folder(graph) / f"{key}.jsonl"


def forget(graph: str) -> None:
    """Remove all notes of a graph that is deleted."""
    rmtree(_folder(graph), ignore_errors=True)


def _folder(graph: str) -> Path:
    return Path(settings.LOREGRAPH_DATA) / "journals" / graph
