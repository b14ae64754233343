"""Not in the graph: what was searched, and the nearest names; never an answer that is merely near."""

from agents.kit import Kit
from agents.language.phrasing import ABSENT, listing
from agents.model import Claim, Mention
from agents.state import State

_NEAREST = 3


def absent(state: State, kit: Kit, missing: tuple[str, ...] = ()) -> State:
    """Return the state with claims that say what is not in the graph; nothing else of it is an answer."""
    claims = [*_unknown(state, kit), *_missing(state, missing), *_known(state)]
    if not claims:
        claims = [Claim(f"{ABSENT}: nothing in it fits this question.", kind="none")]
    return state.with_(claims=tuple(claims), not_in_graph=True, answers=(), verdict=None)


def nothing_recorded(state: State, kit: Kit, words: str) -> State:
    """Return the state with claims that the graph knows the things but records nothing of the kind asked."""
    claim = Claim(f"{ABSENT}: I looked for {words}, and nothing is recorded.", kind="none")
    return state.with_(claims=(claim, *_known(state)), not_in_graph=True, answers=())


def _unknown(state: State, kit: Kit) -> list[Claim]:
    return [Claim(_nearest(state.graph, each, kit), kind="none") for each in state.unknown]


def _nearest(graph: str, mention: Mention, kit: Kit) -> str:
    near = kit.store.find(graph, mention.text, limit=_NEAREST)
    names = listing([f"{each.node.name} ({each.node.type})" if each.node.type else each.node.name for each in near])
    said = f"{ABSENT}: nothing is called '{mention.text}'."
    return f"{said} The nearest {'name is' if len(near) == 1 else 'names are'} {names}." if near else said


def _missing(state: State, missing: tuple[str, ...]) -> list[Claim]:
    unknown = [each.text.lower() for each in state.unknown]
    other = [each for each in missing if not any(text in each.lower() for text in unknown)]
    return [Claim(f"{ABSENT}: I searched for {listing(other)} and found none.", kind="none")] if other else []


def _known(state: State) -> list[Claim]:
    nodes = [each.node for each in state.linked if each.node]
    if not nodes:
        return []
    names = listing([f"{each.name} ({each.type})" if each.type else each.name for each in nodes])
    return [Claim(f"The graph does hold {names}.", nodes=tuple(each.id for each in nodes))]
