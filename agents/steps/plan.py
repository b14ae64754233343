"""Plan: turn the kind of request and its mentions into look-ups."""

from agents.events import Emit, PlanMade, ReadingOffered
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State
from agents.steps.threads import aside
from agents.tasks.question import picked
from agents.tasks.registry import task

_OFFERED = 5


async def plan(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with its look-ups and readings, and tell them; a chat needs none."""
    state = await aside(task(state).plan, state, kit)
    offered = _offered(state)
    if state.plan or offered:
        await emit(PlanMade(tuple(each.to_event() for each in state.plan), offered, _status(state)))
    return state


def summary(state: State) -> str:
    """Say what will be looked up."""
    if not state.plan:
        return "Nothing to look up"
    return f"{counted(len(state.plan), 'query')}: {'; '.join(each.words for each in state.plan)}"


def _status(state: State) -> str:
    return state.readings.status if state.readings else ""


def _offered(state: State) -> tuple[ReadingOffered, ...]:
    """Return the readings that are not run, each wording once."""
    readings = state.readings.readings if state.readings else ()
    run = {picked(state).words} if state.plan and readings else set()
    offered: dict[str, ReadingOffered] = {}
    for number, each in enumerate(readings):
        if each.words not in run:
            offered.setdefault(each.words, ReadingOffered(each.words, each.score, number))
    return tuple(offered.values())[:_OFFERED]
