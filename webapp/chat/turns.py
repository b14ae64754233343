"""What was asked and answered before, as the engine takes it for a question that follows up."""

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from webapp.chat import branches
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.graphs.asking import turn

if TYPE_CHECKING:
    from agents.state import Turn

LATEST = 5  # turns


def turns(conversation: Conversation, after: UUID | None) -> "tuple[Turn, ...]":
    """Return the latest answered questions up to the run `after` on its branch, oldest first."""
    if after is None:
        return ()
    branch = branches.path(conversation, after)
    done = conversation.runs.filter(state=Run.State.DONE, pk__in=branch).order_by("-started_at")
    latest = list(done.values_list("pk", "question")[:LATEST])
    told: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for each in RunEvent.objects.filter(run__in=[run for run, _ in latest], type__in=_TAKEN).order_by("seq"):
        told[each.run_id] |= _TAKEN[each.type](each.payload)
    return tuple(turn(question, told[run]) for run, question in reversed(latest))


def _chosen(event: dict[str, Any]) -> dict[str, Any]:
    return {
        "picks": event.get("picks", {}),
        "chosen_reading": event.get("reading"),
        "forced": event.get("intent", ""),
    }


_TAKEN: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "run.started": _chosen,
    "intent.understood": lambda event: {"read_as": event["question"]},
    "entities.linked": lambda event: {"mentions": event["mentions"]},
    "answer.done": lambda event: {key: event[key] for key in ("text", "answers", "count") if key in event},
}
"""Event → what a turn takes from it."""
