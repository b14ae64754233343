"""What was asked and answered before, as the engine takes it for a question that follows up."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from webapp.chat import branches
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.graphs.asking import turn

if TYPE_CHECKING:
    from agents.state import Turn

LATEST = 5  # turns
KEPT = 128  # turns of this process's conversations: what an answered run told does not change any more
_kept: "OrderedDict[UUID, Turn]" = OrderedDict()


def turns(conversation: Conversation, after: UUID | None) -> "tuple[Turn, ...]":
    """Return the latest answered questions up to the run `after` on its branch, oldest first."""
    if after is None:
        return ()
    runs = {run: told for run, *told in conversation.runs.values_list("pk", "after_id", "state", "question")}
    branch = branches.walked({run: before for run, (before, *_) in runs.items()}, after)
    done = {run: runs[run][2] for run in branch if runs[run][1] == Run.State.DONE}
    latest = list(done)[-LATEST:]
    found = {run: _kept[run] for run in latest if run in _kept}
    found |= {run: turn(done[run], told) for run, told in _told([each for each in latest if each not in found]).items()}
    _keep(found)
    return tuple(found[run] for run in latest)


def _told(runs: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """Return what a turn takes of each run's events."""
    told: dict[UUID, dict[str, Any]] = {run: {} for run in runs}
    for each in RunEvent.objects.filter(run__in=runs, type__in=_TAKEN).order_by("seq") if runs else ():
        told[each.run_id] |= _TAKEN[each.type](each.payload)
    return told


def _keep(found: "dict[UUID, Turn]") -> None:
    """Keep turns for the next question, the latest longest. Called from the one thread that has the database."""
    for run, each in found.items():
        _kept[run] = each
        _kept.move_to_end(run)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)


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
