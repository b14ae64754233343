"""Proposals: taken from runs, decided by curators. The same one does not come back once it was rejected."""

import json
import logging
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.changes import (
    Change,
    ExpectEdge,
    ExpectNode,
    PutEdge,
    PutNode,
    RemoveEdge,
    RemoveNode,
    change_from_json,
)
from agents.curation.drafting import Draft
from agents.errors import EngineError
from agents.graphs.folding import fold_name
from agents.model import Edge, Provenance
from webapp.curate import commits
from webapp.curate.models import Comment, Commit, Proposal
from webapp.curate.signals import decided
from webapp.graphs.access import Act, Person, may
from webapp.graphs.models import Graph

logger = logging.getLogger(__name__)
State = Proposal.State
MOST = 500  # changes of one proposal
NOT_ALLOWED = gettext_noop(
    "You may read this graph, but not propose changes to it; a manager of the graph can let you."
)


def take(graph: Graph, person: Person | None, run: UUID | None, told: dict[str, Any]) -> dict[str, Any]:
    """Keep what a run proposes; return what the one who asked is told of it: {"proposal", "state", "reason"}.

    Nothing is kept of what somebody may not propose, nor of what is no change.
    """
    if person is None or not may(person, graph, Act.PROPOSE):
        return {"proposal": None, "state": "refused", "reason": gettext(NOT_ALLOWED)}
    try:
        changes = read(told.get("changes", {}).get("changes", ()))
    except (EngineError, KeyError, TypeError, ValueError, AttributeError):
        logger.warning("Run %s proposed what is no change", run)
        return {
            "proposal": None,
            "state": "refused",
            "reason": gettext("That could not be read as a change of the graph."),
        }
    made = propose(graph, person, changes, run=run, **_said(told))
    return {"proposal": made.pk, "state": made.state, "reason": made.reason}


def _said(told: dict[str, Any]) -> dict[str, Any]:
    fields = {key: str(told.get(key, ""))[:4000] for key in ("words", "sentence", "why")}
    confidence = told.get("confidence", 1.0)
    return {**fields, "confidence": min(max(float(confidence), 0.0), 1.0), "source": "a conversation"}


def read(data: Sequence[dict[str, Any]]) -> tuple[Change, ...]:
    """Read changes from their JSON form; raise ValueError for none and for too many."""
    if not 0 < len(data) <= MOST:
        raise ValueError(len(data))
    return tuple(change_from_json(each) for each in data)


@transaction.atomic
def propose(
    graph: Graph, person: Person, changes: Sequence[Change], *, run: UUID | None = None, **said: Any
) -> Proposal:
    """Keep a proposal. One that was rejected before is rejected again; one that waits already waits once."""
    subject, name = _subject(changes)
    made = Proposal(
        graph=graph,
        proposer=person if person.is_authenticated else None,
        proposer_name=person.get_username(),
        changes=[_op(each) for each in changes],
        fingerprint=fingerprint(changes),
        subject=subject[:500],
        subject_name=name[:300],
        run=run,
        **said,
    )
    alike = Proposal.objects.filter(graph=graph, fingerprint=made.fingerprint, state__in=(State.OPEN, State.REJECTED))
    if earlier := alike.order_by("-id").first():
        made.repeats = earlier
        made.state = State.REPEATED if earlier.state == State.OPEN else State.REJECTED
        made.reason, made.decided_by, made.decided_at = earlier.reason, earlier.decided_by, earlier.decided_at
    made.save()
    return made


def changes_of(proposal: Proposal) -> tuple[Change, ...]:
    """Return a proposal's changes; a fact without a source gets whoever proposed it and their sentence as one."""
    said = Provenance("person", proposal.proposer_name or "somebody", proposal.sentence)
    return tuple(_sourced(change_from_json(each), said, proposal.confidence) for each in proposal.changes)


def _sourced(change: Change, said: Provenance, confidence: float) -> Change:
    if not isinstance(change, PutEdge) or change.edge.sources:
        return change
    data = {**change.edge.to_json(), "confidence": min(change.edge.confidence, confidence)}
    data["sources"] = [{"kind": said.kind, "name": said.name, "detail": said.detail}]
    return PutEdge(Edge.from_json(data))


def drafted(graph: Graph, proposals: Sequence[Proposal]) -> Draft:
    """Return what accepting these, one after the other, would do now."""
    return commits.drafted(graph, [each for proposal in proposals for each in changes_of(proposal)])


# --- decisions ----------------------------------------------------------------------------------


def accept(graph: Graph, proposals: Sequence[Proposal], by: AbstractBaseUser, seen: Draft, reason: str = "") -> Commit:
    """Do what open proposals ask for, as one commit; raise ChangeRefused where the graph refuses."""
    sources = ", ".join(dict.fromkeys(each.proposer_name for each in proposals if each.proposer_name))
    said = reason or "; ".join(each.words for each in proposals[:3]) + ("; …" if len(proposals) > 3 else "")
    source = (gettext("Proposed by %(people)s") % {"people": sources})[:300] if sources else ""
    return commits.commit(graph, seen, by, proposals=proposals, kind=Commit.Kind.PROPOSALS, reason=said, source=source)


@transaction.atomic
def reject(proposals: Sequence[Proposal], by: AbstractBaseUser, reason: str) -> int:
    """Reject open proposals for a reason that is remembered; return how many there were."""
    found = Proposal.objects.filter(pk__in=[each.pk for each in proposals], state=State.OPEN, commit=None)
    numbers = list(found.values_list("pk", flat=True))
    said = {"state": State.REJECTED, "reason": reason, "decided_by": by, "decided_at": timezone.now()}
    Proposal.objects.filter(pk__in=numbers).update(**said)
    decided.send(Proposal, proposals=[*numbers, *commits.share(numbers)])
    return len(numbers)


def reopen(proposal: Proposal, by: AbstractBaseUser) -> None:
    """Take a decision back: a rejected proposal waits again, an accepted one's commit is undone.

    Raises ChangeRefused where the graph was changed since.
    """
    if proposal.state == State.ACCEPTED and proposal.commit is not None:
        commits.take_back(proposal.commit, by)
    elif proposal.state == State.REJECTED:
        fresh = {"state": State.OPEN, "reason": "", "decided_by": None, "decided_at": None, "repeats": None}
        Proposal.objects.filter(pk=proposal.pk, state=State.REJECTED).update(**fresh)


@transaction.atomic
def edit(proposal: Proposal, changes: Sequence[Change], by: AbstractBaseUser) -> None:
    """Put other changes in place of a proposal's, and say who did."""
    subject, name = _subject(changes)
    fields = {"changes": [_op(each) for each in changes], "fingerprint": fingerprint(changes)}
    fields |= {"subject": subject[:500], "subject_name": name[:300]}
    if Proposal.objects.filter(pk=proposal.pk, state=State.OPEN).update(**fields):
        comment(proposal, by, gettext("Edited the proposal."))


def comment(proposal: Proposal, by: AbstractBaseUser, text: str) -> None:
    """Add to what is said of a proposal."""
    Comment.objects.create(proposal=proposal, author=by, author_name=by.get_username(), text=text[:4000])


# --- what a proposal is about -------------------------------------------------------------------


def fingerprint(changes: Sequence[Change]) -> str:
    """Return a digest that is alike for the same change, whoever asks for it and how sure they are.

    A new node is told by its type and name, for its id is made up anew each time.
    """
    known = {each.id for each in changes if isinstance(each, ExpectNode) and each.node is not None}
    new = {
        each.node.id: f"new {each.node.type} {fold_name(each.node.name)}"
        for each in changes
        if isinstance(each, PutNode) and each.node.id not in known
    }
    said = sorted(json.dumps(_bare(each, new), sort_keys=True) for each in changes if _bare(each, new))
    return sha256("\n".join(said).encode(errors="replace")).hexdigest()


def _bare(change: Change, new: dict[str, str]) -> list[Any]:
    match change:
        case PutNode(node):
            data = {**node.to_json(), "id": new.get(node.id, node.id)}
            return ["put", {key: value for key, value in data.items() if key != "name"}, fold_name(node.name)]
        case RemoveNode(id):
            return ["remove", id]
        case PutEdge(edge):
            ends = [new.get(end, end) for end in (edge.head, edge.tail)]
            return ["tie", ends[0], edge.relation, ends[1], edge.to_json()["props"]]
        case RemoveEdge(head, relation, tail):
            return ["cut", head, relation, tail]
        case ExpectNode() | ExpectEdge():
            return []


def _op(change: Change) -> dict[str, Any]:
    from agents.changes import ChangeSet

    found: dict[str, Any] = ChangeSet("", (change,)).to_json()["changes"][0]
    return found


def _subject(changes: Sequence[Change]) -> tuple[str, str]:
    """Return the id and the name of what a change is about first."""
    names = {each.node.id: each.node.name for each in changes if isinstance(each, PutNode)}
    names |= {each.id: each.node.name for each in changes if isinstance(each, ExpectNode) and each.node}
    for each in changes:
        if isinstance(each, PutEdge):
            return each.edge.head, names.get(each.edge.head, each.edge.head)
        if isinstance(each, RemoveEdge):
            return each.head, names.get(each.head, each.head)
    for each in changes:
        if isinstance(each, PutNode):
            return each.node.id, each.node.name
        if isinstance(each, RemoveNode):
            return each.id, names.get(each.id, each.id)
    return "", ""
