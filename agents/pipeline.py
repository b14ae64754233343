"""The main path of a run, read top to bottom; the only LangGraph."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from time import perf_counter
from typing import Any, NamedTuple, TypedDict

from agents.errors import EngineError
from agents.events import AnswerDone, Emit, RunFailed, RunReset, RunStarted, StepFinished, StepStarted
from agents.kit import Kit
from agents.model import Json, plain
from agents.query import query_to_json
from agents.reins import Reins, StartOver
from agents.state import State, Turn
from agents.steps import answer, gather, link, plan, propose, reason, several, understand
from agents.steps.holding import hold
from agents.threads import aside

ANSWERS_TOLD = 200  # of an answer's nodes in `answer.done`: a page lists no more; `answer_json` has them all
READINGS_TOLD = 5  # in `answer_json`


class Step(NamedTuple):
    """An agent: its name, its coroutine, and what it says of itself when it is done."""

    name: str
    run: Callable[[State, Kit, Emit], Awaitable[State]]
    summary: Callable[[State], str]


STEPS = (
    Step("understand", understand.understand, understand.summary),
    Step("link", link.link, link.summary),
    Step("plan", plan.plan, plan.summary),
    Step("gather", gather.gather, gather.summary),
    Step("reason", reason.reason, reason.summary),
    Step("answer", answer.answer, answer.summary),
    Step("propose", propose.propose, propose.summary),
)


async def run(
    kit: Kit,
    graph: str,
    question: str,
    emit: Emit,
    *,
    turns: tuple[Turn, ...] = (),
    picks: Mapping[str, str] = {},
    reading: int | None = None,
    intent: str = "",
    sources: str = "",
    reins: Reins | None = None,
) -> State:
    """Answer a question and tell everything on the way; return what is known at the end.

    Tells `run.started` first and `answer.done`, or `run.failed` for an EngineError, last. Other exceptions
    are defects and propagate; cancelling the task stops the run where it is. Whoever has the `reins` can pause it,
    change its plan and start it over. `sources` is how sources are asked this time, one of `MODES`.
    """
    state = State(graph, question, turns=turns, picks=picks, reading=reading, forced=intent, sources=sources)
    await emit(RunStarted(question, graph, picks, reading, intent))
    try:
        state = await _each(state, _Company(kit, emit, reins or Reins()))
    except EngineError as error:
        await emit(RunFailed(str(error)))
        return state.with_(errors=(str(error),))
    await emit(_done(state))
    return state


def answer_json(state: State) -> Json:
    """Return a run's end as one JSON object: what was understood, looked up, found and said."""
    return {
        "question": state.question,
        "read_as": state.text,
        "intent": _intent(state),
        "intents": [each.intent for each in state.parts or (state,)],
        "mentions": [each.to_json() for each in state.mentions],
        "plan": [plain(each.to_event()) for each in state.plan],
        "query": query_to_json(state.plan[0].query) if state.plan else None,
        "statement": state.findings[0].statement if state.findings else "",
        "answers": list(state.answers),
        "reading": state.readings.status if state.readings else "",
        "readings": _readings(state),
        "verdict": state.verdict,
        "not_in_graph": state.not_in_graph,
        "answer": state.answer,
        "evidence": state.evidence.to_json(),
        "claims": [each.to_json() for each in state.claims],
        "suggestions": list(state.suggestions),
        "wording": [plain(each) for each in state.wording],
        "model_calls": state.model_calls,
        "tokens": {"in": state.tokens_in, "out": state.tokens_out},
        "timings": dict(state.timings),
        "errors": list(state.errors),
    }


# --- the LangGraph ------------------------------------------------------------------------------


class _Walk(TypedDict):
    state: State


@dataclass(frozen=True)
class _Company:
    """What goes along the walk and is no part of its state."""

    kit: Kit
    emit: Emit
    reins: Reins


async def _each(state: State, company: _Company) -> State:
    """Walk once for each request of the message, in order: what one brought, the next may speak of."""
    requests = await aside(several.requests, state, company.kit)
    if len(requests) == 1:
        return await _walk(state, company)
    done: list[State] = []
    for request in requests:
        claims = tuple(claim for each in done for claim in each.claims)
        telling = several.Telling(company.emit, claims, sum(len(each.wording) for each in done))
        company.reins.next_request()
        begun = several.one_of(state, request, done, len(requests))
        done.append(await _walk(begun, replace(company, emit=telling)))
    return several.together(state, done)


async def _walk(state: State, company: _Company) -> State:
    started = perf_counter()
    try:
        end = await _pipeline().ainvoke({"state": state}, context=company)
    except StartOver:
        await company.emit(RunReset())
        return await _walk(state, company)
    last: State = end["state"]
    return last.with_(timings={**last.timings, "total": _since(started)})


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    from langgraph.graph import START, StateGraph  # half a second: only for whoever asks

    graph = StateGraph(_Walk, context_schema=_Company)
    before = START
    for step in STEPS:
        graph.add_node(step.name, _told(step))
        graph.add_edge(before, step.name)
        before = step.name
    return graph.compile()


def _told(step: Step) -> Callable[..., Awaitable[_Walk]]:
    """Return the step as a node of the pipeline that tells when it starts and ends."""
    from langgraph.runtime import Runtime

    async def node(walk: _Walk, runtime: Runtime[_Company]) -> _Walk:
        kit, emit = runtime.context.kit, runtime.context.emit
        state = await hold(step.name, walk["state"], kit, emit, runtime.context.reins)
        started = perf_counter()
        await emit(StepStarted(step.name))
        state = await step.run(state, kit, emit)
        state = state.with_(timings={**state.timings, step.name: _since(started)})
        await emit(StepFinished(step.name, step.summary(state), state.timings[step.name]))
        return {"state": state}

    return node


def _since(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)


def _done(state: State) -> AnswerDone:
    return AnswerDone(
        state.answer,
        state.claims,
        state.answers[:ANSWERS_TOLD],
        state.verdict,
        state.not_in_graph,
        state.suggestions,
        dict(state.timings),
        _count(state),
        state.wording,
        state.model_calls,
        state.tokens_in + state.tokens_out,
    )


def _count(state: State) -> int:
    """Return how many answers there are, with those that the store left out."""
    rows = state.findings[0].rows if len(state.findings) == 1 and state.answers else None
    return max(len(state.answers), rows.total or 0 if rows else 0)


def _readings(state: State) -> list[Json]:
    """Return the best ways to read the question, with their scores."""
    found = state.readings.readings[:READINGS_TOLD] if state.readings else ()
    return [{"words": each.words, "score": round(each.score, 3)} for each in found]


def _intent(state: State) -> Json:
    alternatives = [plain(each) for each in state.guesses[1:4]]
    confidence = state.guesses[0].confidence if state.guesses else 0.0
    return {"name": state.intent, "confidence": confidence, "alternatives": alternatives}
