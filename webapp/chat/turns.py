"""What was asked and answered before, as the engine takes it for a question that follows up."""

from typing import TYPE_CHECKING

from webapp.chat.models import Conversation, Run, RunEvent
from webapp.graphs.asking import turn

if TYPE_CHECKING:
    from agents.state import Turn

LATEST = 5  # turns


def turns(conversation: Conversation) -> "tuple[Turn, ...]":
    """Return the latest answered questions of a conversation, oldest first."""
    done = conversation.runs.filter(state=Run.State.DONE).order_by("-started_at").values_list("pk", flat=True)
    kept = RunEvent.objects.filter(run__in=list(done[:LATEST]), type="answer.done").select_related("run")
    return tuple(turn(each.run.question, each.payload) for each in kept.order_by("run__started_at"))
