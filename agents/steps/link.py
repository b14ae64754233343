"""Link: the nodes that the question speaks of, and the names that nothing in the graph is called by."""

from agents.events import Emit, EntitiesLinked, GraphGrown
from agents.kit import Kit
from agents.language.phrasing import listing
from agents.model import Mention, Node
from agents.state import State

# Requests that have their own say in what is drawn, or draw nothing.
_DRAWN_OTHERWISE = frozenset(["explore", "teach", "smalltalk"])
_CLEARLY = 0.1  # by how much the likeliest node of a mention leads


async def link(state: State, kit: Kit, emit: Emit) -> State:
    """Tell which nodes were linked, with alternatives, and what was not found; nothing for a chat.

    The nodes that are surely meant are drawn at once: a person sees what the search begins from while it runs.
    """
    if state.mentions:
        await emit(EntitiesLinked(state.mentions, tuple(each.text for each in state.unknown)))
    if state.intent not in _DRAWN_OTHERWISE and (nodes := _sure(state)):
        await emit(GraphGrown(nodes))
    return state


def summary(state: State) -> str:
    """Say which names were linked to what."""
    if not state.mentions:
        return "No names to look up"
    return listing([_words(each) for each in state.mentions], limit=4)


def _words(mention: Mention) -> str:
    if mention.node is None:
        return f"Found nothing called '{mention.text}'"
    return f"Linked '{mention.text}' to {mention.node.name} ({mention.node.type or 'node'})"


def _sure(state: State) -> tuple[Node, ...]:
    """Return the nodes of the mentions that are called just like them and like no other node."""
    return tuple({each.node.id: each.node for each in state.firm if each.node and _is_clear(each)}.values())


def _is_clear(mention: Mention) -> bool:
    others = mention.candidates[1:2]
    return not mention.is_group and not any(mention.score - each.score < _CLEARLY for each in others)
