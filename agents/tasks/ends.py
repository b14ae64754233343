"""What several tasks need of a question's mentions: the nodes that each may mean."""

from agents.model import Mention
from agents.state import State

Ends = tuple[Mention, Mention]
_ALIKE = 5


def ids(mention: Mention) -> tuple[str, ...]:
    """Return the ids of the nodes that fit the mention best: several where names are shared."""
    alike = [each.node.id for each in mention.candidates if each.score >= mention.score - 1e-6]
    return tuple(alike[:_ALIKE])


def is_set(mention: Mention) -> bool:
    """Tell whether a mention stands for several things that an earlier turn spoke of, and not for one of them."""
    return mention.is_group


def two_ends(state: State) -> Ends | None:
    """Return the two best mentions of different nodes, in the order of the text; None with fewer than two.

    "Those courts" is a set to ask about, and no end.
    """
    ranked = sorted(
        (each for each in state.linked if not is_set(each)), key=lambda each: (-each.score, -len(each.text))
    )
    if not ranked:
        return None
    other = next((each for each in ranked if not set(ids(each)) & set(ids(ranked[0]))), None)
    if other is None:
        return None
    return (ranked[0], other) if ranked[0].start < other.start else (other, ranked[0])


def name(mention: Mention) -> str:
    """Return the name of the mention's likeliest node, or its text."""
    return mention.node.name if mention.node else mention.text
