"""Link: the nodes that the question speaks of, and the names that nothing in the graph is called by."""

from agents.events import Emit, EntitiesLinked
from agents.kit import Kit
from agents.language.phrasing import listing
from agents.model import Mention
from agents.state import State
from agents.steps.drawing import drawn


async def link(state: State, kit: Kit, emit: Emit) -> State:
    """Tell which nodes were linked, with alternatives, and what was not found; nothing for a chat.

    The nodes that are surely meant are drawn, if `understand` has not done so.
    """
    if state.mentions:
        await emit(EntitiesLinked(state.mentions, tuple(each.text for each in state.unknown)))
    return await drawn(state, emit)


def summary(state: State) -> str:
    """Say which names were linked to what."""
    if not state.mentions:
        return "No names to look up"
    return listing([_words(each) for each in state.mentions], limit=4)


def _words(mention: Mention) -> str:
    if mention.node is None:
        return f"Found nothing called '{mention.text}'"
    return f"Linked '{mention.text}' to {mention.node.name} ({mention.node.type or 'node'})"
