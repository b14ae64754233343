"""Before each step: wait while the run is paused, and change its plan as the person wants it."""

from agents.errors import QueryError
from agents.events import Emit, RunPaused, RunResumed
from agents.kit import Kit
from agents.model import Claim
from agents.reins import CARRIED_OUT, Change, Reins
from agents.state import State
from agents.steps.plan import plan


async def hold(step: str, state: State, kit: Kit, emit: Emit, reins: Reins) -> State:
    """Return the state with the plan as it was changed, once the run may go on.

    Raises StartOver where it is to begin again, and QueryError for a reading or a step of the plan that is not there.
    """
    reins.look()
    state = await _changed(step, state, kit, emit, reins)
    if reins.holds(step):
        await emit(RunPaused(step))
        while reins.holds(step):
            await reins.moved()
            state = await _changed(step, state, kit, emit, reins)
        await emit(RunResumed())
    reins.let_through(step)
    return state


async def _changed(step: str, state: State, kit: Kit, emit: Emit, reins: Reins) -> State:
    for change in reins.taken() if step == CARRIED_OUT else ():
        state = await plan(_with(state, change), kit, emit)
    return state


def _with(state: State, change: Change) -> State:
    """Return the state with a change of its plan; of another reading's own plan nothing is dropped."""
    if change.reading is not None and change.reading != state.taken:
        known = len(state.readings.readings) if state.readings else 0
        if change.reading >= known:
            raise QueryError(f"There is no reading number {change.reading}; this question has {known}.")
        state = state.with_(reading=change.reading, plan=(), dropped=frozenset())
    if change.dropped is None:
        return state
    wrong = next((each for each in sorted(change.dropped) if each >= len(state.plan)), None)
    if wrong is not None:
        raise QueryError(f"There is no step number {wrong}; this plan has {len(state.plan)}.")
    return state.with_(dropped=change.dropped)


def without(state: State) -> State:
    """Return the state of an answer whose plan was not carried out whole: what was left out says nothing."""
    if not state.dropped:
        return state
    words = [each.words for number, each in enumerate(state.plan) if number in state.dropped]
    left_out = Claim(f"Left out of the plan, as you asked: {'; '.join(words)}.", kind="none")
    found = tuple(each for each in state.claims if each.edges) if state.evidence.edges else ()
    verdict = None if state.verdict == "no" else state.verdict
    return state.with_(claims=(*found, left_out), verdict=verdict, not_in_graph=False)
