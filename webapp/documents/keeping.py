"""Documents taken, put to work and let go: rows here, files under uploads/, text and passages in the index."""

from pathlib import Path
from shutil import rmtree
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_noop

from webapp import engine
from webapp.documents.models import Document
from webapp.documents.tasks import work_on
from webapp.graphs.access import Person
from webapp.graphs.models import Graph
from webapp.jobs import OPEN, State

Work = Document.Work
LOST = gettext_noop("The worker was stopped in the middle. Run it again.")


def take(graph: Graph, user: Person, file: UploadedFile, kind: str, title: str) -> Document:
    """Keep an uploaded file and put its reading in the queue."""
    folder = Path(settings.LOREGRAPH_DATA) / "uploads" / uuid4().hex
    folder.mkdir(parents=True)
    path = folder / f"document{Path(file.name or '').suffix.lower()}"
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    made = Document.objects.create(
        graph=graph, title=title, file_name=file.name, kind=kind, path=str(path), added_by=user, asked_by=user
    )
    _enqueue(made)
    return made


def begin(document: Document, work: str, user: Person, wanted: int = 0) -> bool:
    """Put a work on a document in the queue; say whether it was free for it."""
    fresh: dict[str, Any] = {"state": State.WAITING, "error": "", "process": "", "ended_at": None}
    fresh |= {"step": "", "done": 0, "total": 0}
    fresh |= {"work": work, "asked_by": user if user.is_authenticated else None, "wanted": wanted}
    free = Document.objects.filter(pk=document.pk).exclude(state__in=OPEN)
    free = free if work == Work.READ else free.filter(characters__gt=0)
    if not free.update(**fresh):
        return False
    _enqueue(document)
    return True


def _enqueue(document: Document) -> None:
    transaction.on_commit(lambda: work_on.enqueue(document.pk))


def document_gone(sender: Any, instance: Document, **_: Any) -> None:
    """Let a removed document's text, passages and file go."""
    if instance.path:
        rmtree(Path(instance.path).parent, ignore_errors=True)
    slug = Graph.objects.filter(pk=instance.graph_id).values_list("slug", flat=True).first()
    if slug:
        transaction.on_commit(lambda: engine.documents().remove(slug, str(instance.pk)))


def graph_gone(sender: Any, instance: Graph, **_: Any) -> None:
    """Let a removed graph's documents go."""
    transaction.on_commit(lambda: engine.documents().drop(instance.slug))
