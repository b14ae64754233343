"""The background task that works on documents; it runs in the worker, `manage.py db_worker`."""

import logging
from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from time import monotonic
from typing import Any

from django.utils.translation import gettext_noop
from django_tasks import task

from agents.errors import EngineError, SourceError
from webapp import engine, processes
from webapp.documents import finding, keeping
from webapp.documents.models import Document
from webapp.graphs.access import Act, may

logger = logging.getLogger(__name__)
State, Work = Document.State, Document.Work
BEAT = 0.5  # seconds between two notes of the progress
FAULT = gettext_noop("This failed for a reason of our own; it was noted in the log.")


class _Cancelled(Exception):
    """The person stopped it, or another worker has it."""


@task()
def work_on(number: int) -> None:
    """Do what waits to be done with a document; nothing happens where nothing does."""
    begun = {"state": State.RUNNING, "process": processes.own_name("worker")}
    if Document.objects.filter(pk=number, state=State.WAITING).update(**begun):
        document = Document.objects.select_related("graph", "asked_by").get(pk=number)
        fields = _outcome(document)
        if fields and _mine(document).update(**fields):
            _clear(document, fields["state"])


def _outcome(document: Document) -> dict[str, Any]:
    """Do the work, and return the fields that say how that ended."""
    do = {Work.READ: read, Work.LINK: link, Work.FIND: find}[Work(document.work)]
    try:
        return {"state": State.DONE, "error": "", **do(document, _Note(document))}
    except _Cancelled:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("Work on document %s failed", document.pk)
        return {"state": State.FAILED, "error": FAULT}


def read(document: Document, note: Any) -> dict[str, Any]:
    """Read, split, embed and link a document's file; return what came of it."""
    from agents.documents.adding import add
    from agents.language.embeddings import embedder

    added = add(
        engine.documents(),
        engine.store(),
        embedder(),
        document.graph.slug,
        Path(document.path),
        document.kind,
        id=str(document.pk),
        title=document.title,
        limits=keeping.limits(),
        most=keeping.room(document.graph),
        on_step=note,
    )
    counted = {name: getattr(added, name) for name in ("characters", "pages", "passages", "mentions")}
    return {**counted, "linked_version": added.version}


def link(document: Document, note: Any) -> dict[str, Any]:
    """Look again which nodes a document mentions."""
    from agents.documents import adding

    slug, number = document.graph.slug, str(document.pk)
    mentions, version = adding.link(engine.documents(), engine.store(), slug, number, note)
    return {"mentions": mentions, "linked_version": version}


def find(document: Document, note: Any) -> dict[str, Any]:
    """Look for facts that the graph lacks and propose as many as were asked for; whoever asked has to be let still."""
    person = document.asked_by
    if person is None or not may(person, document.graph, Act.CURATE):
        raise SourceError(gettext_noop("Whoever asked for this may not change this graph any more."))
    return {"found": asdict(finding.find(document, document.wanted, person, note))}


def _clear(document: Document, state: str) -> None:
    """Let an uploaded file go once it was read."""
    if document.work == Work.READ and state == State.DONE:
        rmtree(Path(document.path).parent, ignore_errors=True)
        Document.objects.filter(pk=document.pk).update(path="")


def _mine(document: Document) -> Any:
    return Document.objects.filter(pk=document.pk, state=State.RUNNING, process=document.process)


class _Note:
    """Notes the progress in the document's row now and then, and stops the work once the row says so."""

    def __init__(self, document: Document) -> None:
        self.document, self.last, self.step = document, 0.0, ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Note the progress; raise _Cancelled where the work was cancelled or the document removed."""
        if step == self.step and monotonic() - self.last < BEAT:
            return
        self.step, self.last = step, monotonic()
        if not _mine(self.document).update(step=step, done=done, total=total):
            raise _Cancelled
