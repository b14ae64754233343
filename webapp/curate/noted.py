"""Commits that were noted thing by thing: loads, and what takes them back. They are done in batches.

Such a commit is pending while its process works. One whose process was killed is closed with what it did by then:
its notes are written before anything happens, so all of that can be taken back.
"""

from itertools import islice
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext_noop

from agents.curation import notebook, unloading
from agents.curation.drafting import Touched
from agents.curation.notebook import Notebook
from agents.curation.unloading import OnDone, Outcome
from agents.graphs.store import LoadCounts
from webapp import engine, processes
from webapp.curate.models import Commit
from webapp.graphs import noting
from webapp.graphs.models import Graph

State, Kind = Commit.State, Commit.Kind
STOPPED = gettext_noop("It was stopped in the middle.")


# --- loads --------------------------------------------------------------------------------------


def listen() -> None:
    """Make a commit of every load."""
    noting.begun.connect(_begun, dispatch_uid="webapp.curate.noted")
    noting.ended.connect(_ended, dispatch_uid="webapp.curate.noted")


def _begun(sender: Any, graph: str, key: Any, by: AbstractBaseUser | None, source: str, **_: Any) -> None:
    listed, _new = Graph.objects.get_or_create(slug=graph, defaults={"title": graph})
    Commit.objects.create(id=key, kind=Kind.LOAD, source=source[:300], reason=f"Load: {source}", **_work(listed, by))


def _work(graph: Graph, by: AbstractBaseUser | None) -> dict[str, Any]:
    name = by.get_username() if by is not None else ""
    work = {"noted": True, "changes": [], "process": processes.own_name("work")}
    return {"graph": graph, "author": by, "author_name": name, **work}


def _ended(sender: Any, key: Any, counts: LoadCounts, **_: Any) -> None:
    told = {"n+": counts.nodes_added, "e+": counts.edges_added, "n~": counts.nodes_changed, "e~": counts.edges_changed}
    made = Commit.objects.get(pk=key)
    _close(made, notebook.said(notebook.Counter(told)))


def _close(made: Commit, summary: str = "") -> None:
    """Mark it as applied; what it did is what its notes say."""
    counts = notebook.counted(path(made))
    words = summary or notebook.said(counts)
    fields = {"size": counts.total(), "summary": words[:200], "state": State.APPLIED, "applied_at": timezone.now()}
    if not counts:  # it changed nothing
        Commit.objects.filter(pk=made.pk, state=State.PENDING).delete()
    elif Commit.objects.filter(pk=made.pk, state=State.PENDING).update(**fields):
        made.refresh_from_db()


def mend(graph: Graph) -> None:
    """Close the commits whose process is gone."""
    processes.living("work")
    for each in graph.commits.filter(state=State.PENDING, noted=True):
        if not processes.alive(each.process):
            Commit.objects.filter(pk=each.pk).update(reason=f"{each.reason} {STOPPED}".strip())
            _close(each)


# --- looking and taking back --------------------------------------------------------------------


def path(made: Commit) -> Path:
    """Return where it is noted what a commit did."""
    return noting.notes_path(made.graph.slug, made.pk)


def some(made: Commit, most: int) -> tuple[Touched, ...]:
    """Return the first things that a commit touched, before and after."""
    return tuple(Touched(each.before, each.after) for each in islice(notebook.read(path(made)), most))


def look(made: Commit, on_done: OnDone = lambda _: None) -> Outcome:
    """Say what of a commit can be taken back now, and what stands in the way of the rest."""
    return unloading.look(engine.store(), made.graph.slug, path(made), on_done)


def begin_undo(made: Commit, by: AbstractBaseUser | None, reason: str = "") -> Commit:
    """Write down that a commit is being taken back."""
    said = {"reason": reason or f"Undo: {made.reason or made.summary}", "source": made.source}
    return Commit.objects.create(kind=Kind.UNDO, undoes=made, **said, **_work(made.graph, by))


def go_on(undoing: Commit, on_done: OnDone = lambda _: None) -> Outcome:
    """Take back what can be, from where it stopped; whatever happens, the commit says what was done."""
    if undoing.undoes is None:
        raise ValueError("This commit takes nothing back.")
    Commit.objects.filter(pk=undoing.pk).update(state=State.PENDING, process=processes.own_name("work"))
    notes = Notebook(path(undoing))
    try:
        return unloading.take_back(engine.store(), undoing.graph.slug, path(undoing.undoes), notes, on_done)
    finally:
        notes.close()
        _close(undoing)
