"""Commits: written as pending, applied to the store under their id, marked as applied.

The graph and this database share no transaction. So a commit is a row first, the store applies an id once and
whole, and marking is repeated until it is done: wherever a crash falls, `mend` brings the commit to its end, and
to the same end.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agents.changes import Change, ChangeSet, change_from_json
from agents.curation.drafting import Draft, Touched, draft
from agents.curation.rules import said as rule_words
from agents.curation.undoing import Undo, happened, undo
from agents.curation.words import summary
from agents.errors import ChangeRefused, EngineError
from agents.model import Edge, Node, plain
from webapp import engine
from webapp.curate import keeping
from webapp.curate.models import Commit, Proposal
from webapp.curate.signals import decided
from webapp.graphs.models import Graph

logger = logging.getLogger(__name__)
State, Kind = Commit.State, Commit.Kind


def drafted(graph: Graph, changes: Sequence[Change]) -> Draft:
    """Return what changes would do to the graph now."""
    return draft(engine.store(), graph.slug, changes)


def commit(
    graph: Graph, seen: Draft, by: AbstractBaseUser, *, proposals: Sequence[Proposal] = (), **said: Any
) -> Commit:
    """Do what a draft says; `said` are fields of the commit (kind, reason, source, undoes, gone, kept).

    Raises ChangeRefused, ChangeConflict among them, where the graph is not as it was seen; nothing is done then.
    """
    if seen.problems:
        raise ChangeRefused(seen.problems[0])
    for each in keeping.would_break(graph, seen) if said.get("kind") != Kind.UNDO else ():
        if each.rule.hard:
            raise ChangeRefused(
                _("A rule of this graph forbids it: %(why)s.") % {"why": f"{rule_words(each.rule)} {each.words}"}
            )
    made = _write(graph, seen, by, proposals, said)
    finish(made)
    return made


@transaction.atomic
def _write(
    graph: Graph, seen: Draft, by: AbstractBaseUser, proposals: Sequence[Proposal], said: dict[str, Any]
) -> Commit:
    changes = ChangeSet("", seen.changes).to_json()["changes"]
    words = summary(seen.touched)[:200]
    made = Commit.objects.create(
        graph=graph, author=by, author_name=by.get_username(), changes=changes, summary=words, **said
    )
    mine = Proposal.objects.filter(pk__in=[each.pk for each in proposals], state=Proposal.State.OPEN, commit=None)
    if mine.update(commit=made, decided_by=by) < len(proposals):
        raise ChangeRefused(_("Somebody else decided on one of these proposals meanwhile."))
    return made


def finish(made: Commit) -> None:
    """Apply a pending commit and mark it; raise ChangeRefused, and mark it so, where the graph refuses."""
    changes = change_set(made)
    try:
        applied = engine.store().apply(made.graph.slug, changes)
    except ChangeRefused as refusal:
        _refuse(made, refusal)
        raise
    _mark(made, happened(changes, applied.inverse))


def change_set(made: Commit) -> ChangeSet:
    """Return what the store is told to do for a commit."""
    changes = tuple(change_from_json(each) for each in made.changes)
    return ChangeSet(str(made.pk), changes, made.author_name, made.reason, made.source)


@transaction.atomic
def _mark(made: Commit, touched: Sequence[Touched]) -> None:
    """Mark a commit as applied, and its proposals as accepted; once, whoever comes first."""
    told = [{"before": _json(each.before), "after": _json(each.after)} for each in touched]
    fields = {"state": State.APPLIED, "applied_at": timezone.now(), "touched": told}
    if not Commit.objects.filter(pk=made.pk, state=State.PENDING).update(**fields):
        return
    made.refresh_from_db()
    ours = Proposal.objects.filter(commit=made, state=Proposal.State.OPEN)
    numbers = list(ours.values_list("pk", flat=True))
    ours.update(state=Proposal.State.ACCEPTED, decided_at=timezone.now())
    numbers += share(numbers)
    if made.undoes is not None and _whole(made.undoes, touched):
        fresh = {"state": Proposal.State.OPEN, "commit": None, "decided_by": None, "decided_at": None}
        made.undoes.proposals.filter(state=Proposal.State.ACCEPTED).update(**fresh)
    decided.send(Commit, proposals=numbers)


def share(numbers: Sequence[int]) -> list[int]:
    """Let the proposals that repeat these share what became of them; return their numbers."""
    shared = []
    for each in Proposal.objects.filter(repeats__in=numbers, state=Proposal.State.REPEATED).select_related("repeats"):
        each.state, each.reason = each.repeats.state, each.repeats.reason
        each.decided_by, each.decided_at = each.repeats.decided_by, each.repeats.decided_at
        each.save(update_fields=["state", "reason", "decided_by", "decided_at"])
        shared.append(each.pk)
    return shared


def _whole(undone: Commit, touched: Sequence[Touched]) -> bool:
    """Say whether a commit that did this took all of another back."""
    back = {each.subject.id: each.after for each in touched}
    return all(back.get(each.subject.id, each.after) == each.before for each in things(undone))


@transaction.atomic
def _refuse(made: Commit, refusal: ChangeRefused) -> None:
    refused = {"state": State.REFUSED, "why_refused": str(refusal)}
    if Commit.objects.filter(pk=made.pk, state=State.PENDING).update(**refused):
        Proposal.objects.filter(commit=made).update(commit=None, decided_by=None)
    made.refresh_from_db()


def mend(graph: Graph | None = None) -> int:
    """Bring commits (of one graph, or all) to their end that a crash left pending; return how many there were."""
    pending: QuerySet[Commit] = (
        Commit.objects.filter(state=State.PENDING, noted=False).select_related("graph").order_by("made_at")
    )
    found = list(pending.filter(graph=graph) if graph else pending)
    for each in found:
        try:
            finish(each)
        except EngineError as error:  # refused, and marked so; or the store does not answer, and it stays pending
            logger.warning("Commit %s of graph '%s': %s", each.pk, each.graph.slug, error)
    return len(found)


# --- undo ---------------------------------------------------------------------------------------


def things(made: Commit) -> tuple[Touched, ...]:
    """Return what a commit did, each thing before and after."""
    return tuple(Touched(_subject(each["before"]), _subject(each["after"])) for each in made.touched)


def undoing(made: Commit) -> Undo:
    """Return what would take a commit back now, and what stands in its way."""
    return undo(engine.store(), made.graph.slug, things(made))


def take_back(made: Commit, by: AbstractBaseUser, reason: str = "") -> Commit:
    """Take a commit back as far as it can be; raise ChangeRefused where nothing of it can.

    Proposals that it had accepted are open again where all of it was taken back.
    """
    said = reason or f"Undo: {made.reason or made.summary}"
    return commit(made.graph, _drafted_undo(made), by, kind=Kind.UNDO, reason=said, undoes=made)


def _drafted_undo(made: Commit) -> Draft:
    """Draft what takes a commit back, of one moment: the graph may change between looking and drafting."""
    for _attempt in range(5):
        back = undoing(made)
        if not back.changes:
            raise ChangeRefused(_("Nothing of it can be taken back: everything it touched was changed since."))
        seen = drafted(made.graph, back.changes)
        if undoing(made).changes == back.changes:
            return seen
    raise ChangeRefused(_("The graph is being changed; try again."))


def current_id(graph: Graph, id: str) -> str:
    """Return the id under which a node is known now: itself, or what it was merged into."""
    for _attempt in range(20):
        if engine.store().nodes(graph.slug, [id]):
            return id
        merges = Commit.objects.filter(graph=graph, kind=Kind.MERGE, state=State.APPLIED, gone=id)
        found = merges.order_by("-made_at").first()
        if found is None:
            return id
        id = found.kept
    return id


def _json(subject: Node | Edge | None) -> Any:
    return plain(subject.to_json()) if subject else None


def _subject(data: dict[str, Any] | None) -> Node | Edge | None:
    if data is None:
        return None
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)
