"""Plan: turn the kind of request and its mentions into look-ups."""

from agents.events import Emit, PlanMade, ReadingOffered
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State
from agents.steps.threads import aside
from agents.tasks.registry import task


async def plan(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with its look-ups and readings, and tell them; a chat needs none."""
    state = await aside(task(state).plan, state, kit)
    offered = _offered(state)
    if state.plan or offered:
        await emit(PlanMade(tuple(each.to_event() for each in state.plan), offered))
    return state


def summary(state: State) -> str:
    """Say what will be looked up."""
    if not state.plan:
        return "Nothing to look up"
    return f"{counted(len(state.plan), 'query')}: {'; '.join(each.words for each in state.plan)}"


def _offered(state: State) -> tuple[ReadingOffered, ...]:
    readings = state.readings.readings if state.readings else ()
    offered = [ReadingOffered(each.words, each.score, number) for number, each in enumerate(readings)]
    return tuple(each for each in offered if each.number != state.reading)[:5]
