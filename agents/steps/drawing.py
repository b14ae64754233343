"""Drawing what is surely meant, as soon as it is known: a person sees what the search begins from while it runs."""

from agents.events import Emit, GraphGrown
from agents.model import Mention, Node
from agents.state import State

# Requests that have their own say in what is drawn, or draw nothing.
_DRAWN_OTHERWISE = frozenset(["explore", "teach", "smalltalk"])
_CLEARLY = 0.1  # by how much the likeliest node of a mention leads


async def drawn(state: State, emit: Emit) -> State:
    """Return the state, its surely meant nodes drawn if they were not before and the request is one that asks."""
    nodes = _sure(state)
    if state.drawn or not nodes or state.intent in _DRAWN_OTHERWISE:
        return state
    await emit(GraphGrown(nodes))
    return state.with_(drawn=True)


def _sure(state: State) -> tuple[Node, ...]:
    """Return the nodes of the mentions that are called just like them and like no other node."""
    return tuple({each.node.id: each.node for each in state.firm if each.node and _is_clear(each)}.values())


def _is_clear(mention: Mention) -> bool:
    others = mention.candidates[1:2]
    return not mention.is_group and not any(mention.score - each.score < _CLEARLY for each in others)
