"""Understand: what kind of request this is, in the light of what the graph's names are."""

from dataclasses import replace

from agents.errors import QueryError, did_you_mean
from agents.events import Emit, IntentGuess, IntentUnderstood
from agents.kit import Kit
from agents.language.masking import masked
from agents.reading.meaning import anchored
from agents.state import State
from agents.steps.referring import referred
from agents.steps.threads import aside
from agents.tasks.registry import TASKS

_ABOUT_THE_GRAPH = ("question", "relation", "path")
# How much likelier a request that is no business of the graph's is to name none of its nodes than one.
_SMALLTALK_WITH_NODE = 0.2
_SHORT = 2  # words; a greeting is not worth a reading


async def understand(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the mentions found and every kind of request with its probability.

    What a follow-up leaves out is put in place. The nodes are linked first: a request is told by its words around
    them, and naming a node speaks against smalltalk. Raises QueryError when the person picked a kind of request
    that does not exist.
    """
    text = " ".join(state.question.split())
    state = await aside(referred, state.with_(text=text), kit)
    state = state.with_(guesses=_forced(state.forced)) if state.forced else await aside(_weighed, state, kit)
    await emit(IntentUnderstood(state.text, state.guesses[0], state.guesses[1:4]))
    return state


def summary(state: State) -> str:
    """Say what the request was taken for."""
    best = state.guesses[0]
    return f"Understood as {best.name} ({best.confidence:.0%})"


def _forced(name: str) -> tuple[IntentGuess, ...]:
    if name not in TASKS:
        raise QueryError(f"There is no kind of request called '{name}'{did_you_mean(name, TASKS) or '.'}")
    return (IntentGuess(name, 1.0),)


def _weighed(state: State, kit: Kit) -> State:
    """Return the state with the guesses, put right by the reader where no node is named that could do so.

    What is asked of things that neither a node nor the schema is called is no question for this graph, and what
    reads well as a question that rests on the graph's values is no smalltalk.
    """
    state = state.with_(guesses=_guesses(state, kit))
    if state.intent in _ABOUT_THE_GRAPH and not state.mentions:
        readings = kit.reader.read(state.graph, state.text, ())
        if readings.status != "none":
            return state.with_(readings=readings)
        return state.with_(guesses=_first("smalltalk", state.guesses), not_in_graph=True)
    if state.intent == "smalltalk" and not state.firm and len(state.text.split()) > _SHORT:
        readings = kit.reader.read(state.graph, state.text, state.mentions)
        if readings.status == "clear" and anchored(readings.readings[0].meaning):
            return state.with_(guesses=_first("question", state.guesses), readings=readings)
    return state


def _first(name: str, guesses: tuple[IntentGuess, ...]) -> tuple[IntentGuess, ...]:
    """Return the guesses with one of them first: it changes places, and chances, with the likeliest."""
    best = guesses[0]
    own = next((each.confidence for each in guesses if each.name == name), 0.0)
    others = [replace(each, confidence=own) if each == best else each for each in guesses if each.name != name]
    return (IntentGuess(name, best.confidence), *sorted(others, key=lambda each: -each.confidence))


def _guesses(state: State, kit: Kit) -> tuple[IntentGuess, ...]:
    guesses = kit.intents.classify(masked(state.text, state.firm))
    if not state.firm:
        return guesses
    weighed = [(each, _SMALLTALK_WITH_NODE if each.name == "smalltalk" else 1.0) for each in guesses]
    total = sum(each.confidence * weight for each, weight in weighed) or 1.0
    ranked = [replace(each, confidence=each.confidence * weight / total) for each, weight in weighed]
    return tuple(sorted(ranked, key=lambda each: -each.confidence))
