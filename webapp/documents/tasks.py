"""The background task that works on documents; it runs in the worker, `manage.py db_worker`."""

from dataclasses import asdict
from pathlib import Path
from shutil import rmtree
from typing import Any

from django.utils.translation import gettext_noop
from django_tasks import task

from agents.errors import SourceError
from webapp import engine
from webapp.documents import finding, limits
from webapp.documents.models import Document
from webapp.graphs.access import Act, may
from webapp.jobs import Note, State, outcome

Work = Document.Work
FAULT = gettext_noop("This failed for a reason of our own; it was noted in the log.")


@task()
def work_on(number: int) -> None:
    """Do what waits to be done with a document; nothing happens where nothing does."""
    document = Document.taken(number, "graph", "asked_by")
    if document is None:
        return
    do = {Work.READ: read, Work.LINK: link, Work.FIND: find}[Work(document.work)]
    fields = outcome(document, lambda: do(document, _Note(document)), FAULT)
    if fields and document.end(**fields):
        _clear(document, fields["state"])


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
        limits=limits.of_a_file(),
        most=limits.room(document.graph),
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


class _Note(Note):
    """Notes which step of the work is done, and how far that is."""

    step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Note the progress; raise Cancelled where the work was cancelled or the document removed."""
        fresh, self.step = step != self.step, step
        super().__call__(fresh, step=step, done=done, total=total)
