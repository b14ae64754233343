"""What was asked and answered before, as the engine takes it for a question that follows up."""

from typing import TYPE_CHECKING, Any

from webapp.chat.models import Conversation, Run, RunEvent

if TYPE_CHECKING:
    from agents.state import Turn

LATEST = 5  # turns
MOST_NODES = 50  # of one answer


def turns(conversation: Conversation) -> "tuple[Turn, ...]":
    """Return the latest answered questions of a conversation, oldest first."""
    done = conversation.runs.filter(state=Run.State.DONE).order_by("-started_at").values_list("pk", flat=True)
    kept = RunEvent.objects.filter(run__in=list(done[:LATEST]), type="answer.done").select_related("run")
    return tuple(turn(each.run.question, each.payload) for each in kept.order_by("run__started_at"))


def turn(question: str, answer: dict[str, Any]) -> "Turn":
    """Return a question with its `answer.done` (or the object that `ask --json` prints) as a turn."""
    from agents.model import Node
    from agents.state import Turn

    nodes = tuple(Node.from_json(each) for each in answer.get("answers", ())[:MOST_NODES] if each.get("id"))
    return Turn(question, answer.get("text") or answer.get("answer", ""), nodes)
