"""Propose: hand what the person wants changed to the curators."""

from agents.events import Emit
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State


async def propose(state: State, kit: Kit, emit: Emit) -> State:
    """Tell each proposal that the request's task made; most requests make none."""
    for proposal in state.proposals:
        await emit(proposal)
    return state


def summary(state: State) -> str:
    """Say how many proposals there are."""
    return f"Made {counted(len(state.proposals), 'proposal')}" if state.proposals else "Nothing to propose"
