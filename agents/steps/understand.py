"""Understand: what kind of request this is, in the light of what the graph's names are."""

from dataclasses import replace
from math import exp

from agents.errors import QueryError, did_you_mean
from agents.events import Emit, IntentGuess, IntentUnderstood
from agents.kit import Kit
from agents.language.masking import masked
from agents.language.requests import questions
from agents.query import Describe
from agents.reading.meaning import Most, Total, anchored
from agents.reading.reader import Form, Readings, Status
from agents.reading.requesting import adds_up
from agents.state import State
from agents.steps.drawing import drawn
from agents.talk.chatter import without_chatter
from agents.talk.referring import referred
from agents.tasks.registry import TASKS
from agents.tasks.schema_names import types_hidden, types_named
from agents.threads import aside

_ABOUT_THE_GRAPH = ("question", "relation", "path")
# How much likelier a request that is no business of the graph's is to name none of its nodes than one.
_SMALLTALK_WITH_NODE = 0.2
# ... than to name one of its types,
_SMALLTALK_WITH_TYPE = 0.4
# and how much likelier it is to name nothing that the graph or its schema knows.
_SMALLTALK_WITH_NOTHING = 3.0
# How much more a question is likely where the graph can answer it as one, at a reading that fits without a flaw.
_ANSWERABLE = 40.0
# The confidence below which a person is asked which kind was meant: then hardly more than every second is right.
_FLOOR = 0.6
# The chance of a reading that rests on the graph from which on it is no small talk, whatever its words look like.
_SURE = 0.8
# How like its words a unit is that is called so.
_LITERAL = 1.0
_BETTER: tuple[Status, ...] = ("none", "unsure", "clear")
_TELLING: tuple[Form, ...] = ("value", "count")
_PERSONAL = frozenset("i me my mine we us our you your".split())


async def understand(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the mentions found and every kind of request with its probability.

    What a follow-up leaves out is put in place. The nodes are linked first: a request is told by its words around
    them, and naming a node speaks against smalltalk. What is surely meant is drawn before the question is read, which
    takes longest, and where it is plainly a question even before it is told what kind. Raises QueryError when the
    person picked a kind of request that does not exist.
    """
    text = " ".join(state.question.split())
    state = await aside(referred, state.with_(text=text), kit)
    state = await drawn(state, emit) if questions(state.text) else state
    state = await aside(_worded, state, kit)
    state = await drawn(state, emit)
    state = state if state.forced else await aside(_weighed, state, kit)
    await emit(IntentUnderstood(state.text, state.guesses[0], state.guesses[1:4], _unsure(state)))
    return state


def summary(state: State) -> str:
    """Say what the request was taken for."""
    best = state.guesses[0]
    return f"Understood as {best.name} ({best.confidence:.0%})"


def _unsure(state: State) -> bool:
    """Tell whether the kind of request is to be asked about; what the graph clearly answers is not."""
    answered = state.readings is not None and state.readings.status == "clear"
    return len(state.guesses) > 1 and state.guesses[0].confidence < _FLOOR and not answered


def _forced(name: str) -> tuple[IntentGuess, ...]:
    if name not in TASKS:
        raise QueryError(f"There is no kind of request called '{name}'{did_you_mean(name, TASKS) or '.'}")
    return (IntentGuess(name, 1.0),)


def _worded(state: State, kit: Kit) -> State:
    """Return the state with what kind of request its words look like."""
    return state.with_(guesses=_forced(state.forced) if state.forced else _guesses(state, kit))


def _first(name: str, guesses: tuple[IntentGuess, ...]) -> tuple[IntentGuess, ...]:
    """Return the guesses with one of them first: it changes places, and chances, with the likeliest."""
    best = guesses[0]
    own = next((each.confidence for each in guesses if each.name == name), 0.0)
    others = [replace(each, confidence=own) if each == best else each for each in guesses if each.name != name]
    return (IntentGuess(name, best.confidence), *sorted(others, key=lambda each: -each.confidence))


def _guesses(state: State, kit: Kit) -> tuple[IntentGuess, ...]:
    guesses = _by_words(state, kit)
    weight = _smalltalk(state, kit)
    return (
        guesses if weight == 1.0 else _ranked([(each, weight if each.name == "smalltalk" else 1.0) for each in guesses])
    )


def _by_words(state: State, kit: Kit) -> tuple[IntentGuess, ...]:
    """Return what kind of request the words look like; what only looks like another by a type's name is a question."""
    text = masked(state.text, state.firm)
    guesses = kit.intents.classify(text)
    hidden = text if guesses[0].name == "question" else types_hidden(text, kit.store.schema(state.graph))
    if hidden == text or (others := kit.intents.classify(hidden))[0].name != "question":
        return guesses
    apart = {each.name: each.confidence for each in others}
    halves = [replace(each, confidence=(each.confidence + apart[each.name]) / 2) for each in guesses]
    return tuple(sorted(halves, key=lambda each: -each.confidence))


def _smalltalk(state: State, kit: Kit) -> float:
    """Return what speaks for small talk by the names in the text."""
    if state.firm:
        return _SMALLTALK_WITH_NODE
    if types_named(state.text, kit.store.schema(state.graph)):
        return _SMALLTALK_WITH_TYPE
    return 1.0 if state.mentions else _SMALLTALK_WITH_NOTHING


def _ranked(weighed: list[tuple[IntentGuess, float]]) -> tuple[IntentGuess, ...]:
    total = sum(each.confidence * weight for each, weight in weighed) or 1.0
    ranked = [replace(each, confidence=each.confidence * weight / total) for each, weight in weighed]
    return tuple(sorted(ranked, key=lambda each: -each.confidence))


def _weighed(state: State, kit: Kit) -> State:
    return _answerable(_uncluttered(state, kit), kit)


def _uncluttered(state: State, kit: Kit) -> State:
    """Return the state with the question alone, where it reads better without the small talk around it."""
    if state.intent == "teach" or state.reading is not None or (short := without_chatter(state, kit)) is None:
        return state
    whole = state.readings or kit.reader.read(state.graph, state.text, state.mentions)
    found = kit.reader.read(state.graph, short.text, short.mentions)
    if _BETTER.index(found.status) > _BETTER.index(whole.status) or (state.intent == "smalltalk" and short.firm):
        return _read(_worded(short, kit), found)
    return _read(state, whole)


def _read(state: State, readings: Readings) -> State:
    return state.with_(readings=readings) if state.intent == "question" else state


def _answerable(state: State, kit: Kit) -> State:
    """Weigh what the words look like against what the graph can answer.

    The classifier knows words only ("which projects ..." looks like asking for ideas); where the reader finds a
    reading, the request is more likely a question, by how well it fits. Its readings are kept for the plan.
    What is asked of things that neither a node nor the schema is called is no question for this graph.
    """
    if state.mentions and state.intent == "question":
        return state
    readings = state.readings or kit.reader.read(state.graph, state.text, state.mentions)
    if state.intent in _ABOUT_THE_GRAPH and not state.mentions:
        if readings.status == "none" and not types_named(state.text, kit.store.schema(state.graph)):
            return state.with_(guesses=_first("smalltalk", state.guesses), not_in_graph=True)
        return state.with_(readings=readings)
    if _sums(state, readings) or _asks(state, readings):
        return state.with_(guesses=_first("question", state.guesses), readings=readings)
    if readings.status == "none" or (state.intent == "smalltalk" and not _rests_on_the_graph(state, readings)):
        return state
    if state.intent == "smalltalk" and readings.chance > _SURE:
        return state.with_(guesses=_first("question", state.guesses), readings=readings)
    weight = 1.0 + _ANSWERABLE * (1.0 if _ranks(state, readings) else exp(readings.readings[0].score))
    guesses = _ranked([(each, weight if each.name == "question" else 1.0) for each in state.guesses])
    return state.with_(guesses=guesses, readings=readings if guesses[0].name == "question" else None)


def _sums(state: State, readings: Readings) -> bool:
    """Tell whether a sum is asked for by adding up ("total up the fees"), which words alone take for small talk."""
    return readings.status != "none" and isinstance(readings.readings[0].meaning, Total) and adds_up(state.text)


def _asks(state: State, readings: Readings) -> bool:
    """Tell whether what has a question's form asks for a fact, whatever its words look like.

    Nobody teaches by asking what something is; and "how serious is it to combine A with B", where the graph clearly
    says how serious, asks neither how A and B are related nor for an idea.
    """
    if readings.status == "none" or not questions(state.text):
        return False
    tells = readings.status == "clear" and readings.readings[0].form in _TELLING
    return state.intent == "teach" or (state.intent in ("relation", "idea") and tells)


def _ranks(state: State, readings: Readings) -> bool:
    """Tell whether what looks like asking how two things are related compares them: "are there more in A or in B"."""
    return state.intent == "relation" and readings.status == "clear" and isinstance(readings.readings[0].meaning, Most)


def _rests_on_the_graph(state: State, readings: Readings) -> bool:
    """Tell whether a clear reading rests on a node or a value: "where is my item?" may read as asking for places."""
    if readings.status != "clear":
        return False
    first = readings.readings[0]
    rests = bool(state.firm) or isinstance(first.query, Describe) or anchored(first.meaning)
    return rests or _in_its_own_words(state, readings)


def _in_its_own_words(state: State, readings: Readings) -> bool:
    """Tell whether every word is one of the graph's own, and none speaks of who asks: "deepest port?"."""
    literal = readings.signs.get("worst", 0.0) > _LITERAL and not readings.signs.get("swallowed")
    return literal and not readings.lacking and _PERSONAL.isdisjoint(state.text.lower().split())
