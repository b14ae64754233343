"""What was asked and answered before, as the engine takes it for a question that follows up."""

from typing import TYPE_CHECKING
from uuid import UUID

from webapp.chat import branches
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.graphs.asking import turn

if TYPE_CHECKING:
    from agents.state import Turn

LATEST = 5  # turns


def turns(conversation: Conversation, after: UUID | None) -> "tuple[Turn, ...]":
    """Return the latest answered questions up to the run `after` on its branch, oldest first."""
    branch = branches.path(conversation, after)
    done = conversation.runs.filter(state=Run.State.DONE, pk__in=branch).order_by("-started_at")
    latest = list(done.values_list("pk", flat=True)[:LATEST])
    kept = RunEvent.objects.filter(run__in=latest, type="answer.done").select_related("run")
    return tuple(turn(each.run.question, each.payload) for each in kept.order_by("run__started_at"))
