"""Reason: what the findings say, each sentence with what it stands on, and what of it is inferred."""

from agents.events import ClaimsMade, Emit, GraphGrown
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.model import Evidence
from agents.state import State
from agents.steps.holding import without
from agents.steps.weighing import weighed
from agents.talk.because import because
from agents.tasks.registry import task
from agents.tasks.told import told
from agents.threads import aside


async def reason(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with claims, answers and verdict; tell what was found on the way and how to show it."""
    before = state.evidence
    state = await aside(task(state).reason, state, kit)
    state = await aside(because, state, kit) if state.why else state
    state = told(without(state))
    state = await aside(weighed, state, kit)
    await _grow(before, state.evidence, emit)
    await emit(ClaimsMade(state.claims))
    for conflict in state.conflicts:
        await emit(conflict)
    for view in state.views:
        await emit(view)
    return state


async def _grow(before: Evidence, after: Evidence, emit: Emit) -> None:
    """Show the evidence that was found while reasoning."""
    shown, known = {each.id for each in before.nodes}, {each.triple for each in before.edges}
    nodes = tuple(each for each in after.nodes if each.id not in shown)
    edges = tuple(each for each in after.edges if each.triple not in known)
    if nodes or edges:
        await emit(GraphGrown(nodes, edges))


def summary(state: State) -> str:
    """Say what came out."""
    if state.not_in_graph:
        return "Not in the graph"
    if state.verdict:
        return f"The graph says {state.verdict}" if state.verdict == "yes" else "No edge says so"
    return counted(len(state.answers), "answer") if state.answers else counted(len(state.claims), "sentence")
