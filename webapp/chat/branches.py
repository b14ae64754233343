"""A conversation as a tree: a question asked anew opens a branch beside what it stands in place of."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from webapp.chat.models import Conversation, Run
from webapp.chat.protocol import Refused


def place(conversation: Conversation, instead: UUID | None) -> UUID | None:
    """Return the run that a new one follows; raise Refused where `instead` is no run of the conversation."""
    if instead is None:
        return Conversation.objects.values_list("leaf_id", flat=True).get(pk=conversation.pk)
    found = conversation.runs.filter(pk=instead).first()
    if found is None:
        raise Refused(_("This conversation has no such run."))
    return found.after_id


def shown(conversation: Conversation) -> list[UUID]:
    """Return the runs of the branch that is shown: its last one is known, or it is the latest."""
    latest = conversation.runs.order_by("-started_at").values_list("pk", flat=True)
    return path(conversation, conversation.leaf_id or latest.first())


def path(conversation: Conversation, leaf: UUID | None) -> list[UUID]:
    """Return the runs from the first question to `leaf`, in order."""
    return walked(dict(conversation.runs.values_list("pk", "after_id")), leaf)


def walked(before: Mapping[UUID, UUID | None], leaf: UUID | None) -> list[UUID]:
    """Return the runs from the first question to `leaf`, in order; `before`: the run that each one follows."""
    found: dict[UUID, None] = {}
    at = leaf
    while at in before and at not in found:
        found[at] = None
        at = before[at]
    return list(reversed(found))


def walk_to(conversation: Conversation, run: Run) -> None:
    """Show the branch that a run is on: the conversation goes on at its latest end."""
    children: dict[UUID | None, UUID] = {}
    for child, after in conversation.runs.order_by("started_at").values_list("pk", "after_id"):
        children[after] = child
    leaf = run.pk
    while leaf in children:
        leaf = children[leaf]
    Conversation.objects.filter(pk=conversation.pk).update(leaf=leaf)


def tree(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Return every run as pages need it to tell branches: its id and what it follows, in the order of asking."""
    return [{"id": str(run.pk), "after": str(run.after_id) if run.after_id else None} for run in runs]
