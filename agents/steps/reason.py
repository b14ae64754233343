"""Reason: what the findings say, each sentence with what it stands on, and what of it is inferred."""

from agents.events import ClaimsMade, Emit
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State
from agents.steps.threads import aside
from agents.talk.because import because
from agents.tasks.registry import task


async def reason(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with claims, answers and verdict."""
    state = await aside(task(state).reason, state, kit)
    state = await aside(because, state, kit) if state.why else state
    await emit(ClaimsMade(state.claims))
    return state


def summary(state: State) -> str:
    """Say what came out."""
    if state.not_in_graph:
        return "Not in the graph"
    if state.verdict:
        return f"The graph says {state.verdict}" if state.verdict == "yes" else "No edge says so"
    return counted(len(state.answers), "answer") if state.answers else counted(len(state.claims), "sentence")
