"""What several tasks need of a question's mentions: the nodes that each may mean."""

from agents.model import Mention
from agents.state import State

Ends = tuple[Mention, Mention]
_ALIKE = 5


def ids(mention: Mention) -> tuple[str, ...]:
    """Return the ids of the nodes that fit the mention best: several where names are shared."""
    alike = [each.node.id for each in mention.candidates if each.score >= mention.score - 1e-6]
    return tuple(alike[:_ALIKE])


def two_ends(state: State) -> Ends | None:
    """Return the first two mentions that mean different nodes, in the order of the text; None with fewer."""
    first, *rest = state.linked or (None,)
    other = next((each for each in rest if each and first and each.node != first.node), None)
    return (first, other) if first and other else None


def name(mention: Mention) -> str:
    """Return the name of the mention's likeliest node, or its text."""
    return mention.node.name if mention.node else mention.text
