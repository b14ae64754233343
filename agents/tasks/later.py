"""The kinds of request that are understood but not answered yet, and what can be asked instead."""

from agents.kit import Kit
from agents.model import Claim
from agents.state import State

KINDS = {
    "teach": ("take in new facts or corrections from a chat", "Nothing was changed; ask me what the graph says"),
}


def plan(state: State, kit: Kit) -> State:
    """Return the state as it is: there is nothing to look up."""
    return state


def reason(state: State, kit: Kit) -> State:
    """Say plainly that this cannot be done yet, and what can."""
    what, instead = KINDS[state.intent]
    claims = (Claim(f"I understood that you want me to {what}, and I can't do that yet.", kind="none"),)
    return state.with_(claims=(*claims, Claim(f"{instead}.", kind="none")))
