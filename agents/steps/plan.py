"""Plan: turn the kind of request and its mentions into look-ups."""

from agents.counsel.choosing import choose
from agents.counsel.writing import write
from agents.events import Emit, PlanMade, ReadingOffered
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State
from agents.tasks.absent import offered
from agents.tasks.registry import task
from agents.threads import aside

_OFFERED = 5


async def plan(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with its look-ups and readings, and tell them; a chat needs none."""
    state = await aside(task(state).plan, state, kit)
    state = await write(await choose(state, kit, emit), kit, emit)
    others = _offered(state)
    if state.plan or others:
        steps = tuple(each.to_event() for each in state.plan)
        await emit(PlanMade(steps, others, _status(state), tuple(sorted(state.dropped))))
    return state


def summary(state: State) -> str:
    """Say what will be looked up."""
    if not state.plan:
        return "Nothing to look up"
    return f"{counted(len(state.plan), 'query')}: {'; '.join(each.words for each in state.plan)}"


def _status(state: State) -> str:
    return state.readings.status if state.readings else ""


def _offered(state: State) -> tuple[ReadingOffered, ...]:
    found = [ReadingOffered(each.words, each.score, number) for number, each in offered(state).items()]
    return tuple(found[:_OFFERED])
