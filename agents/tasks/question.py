"""A question that a query answers: run the best reading, and say how it was read where that is not sure."""

from agents.errors import QueryError
from agents.kit import Kit
from agents.language.phrasing import closed, listing
from agents.model import Claim
from agents.reading.reader import Reading
from agents.state import Lookup, State
from agents.tasks.absent import absent
from agents.tasks.forms import answered

_OFFERED = 3


def plan(state: State, kit: Kit) -> State:
    """Return the state with the readings of the question, and the picked one (or the best) to run."""
    readings = state.readings or kit.reader.read(state.graph, state.text, state.mentions)
    state = state.with_(readings=readings, mentions=readings.mentions or state.mentions)
    if readings.status == "none" and not (state.reading and readings.readings):
        return state
    reading = picked(state)
    return state.with_(plan=(Lookup(reading.words, reading.query),))


def reason(state: State, kit: Kit) -> State:
    """Return the state with what the rows say, or with what of the question is not in the graph."""
    readings = state.readings
    if readings is None or not state.findings:
        return absent(state, kit, readings.missing if readings else ())
    state = answered(state, kit, picked(state))
    if readings.status != "unsure" or state.reading:
        return state
    return state.with_(claims=(_read_as(picked(state)), *state.claims, *_did_you_mean(state)))


def picked(state: State) -> Reading:
    """Return the reading that the person picked, or the best; raise QueryError where there is none such."""
    readings = state.readings.readings if state.readings else ()
    if not 0 <= state.reading < len(readings):
        raise QueryError(f"There is no reading number {state.reading}; this question has {len(readings)}.")
    return readings[state.reading]


def _read_as(reading: Reading) -> Claim:
    return Claim(closed(f"I am not sure of the question; I read it as: {reading.words}"), kind="none")


def _did_you_mean(state: State) -> tuple[Claim, ...]:
    others = state.readings.readings[1 : 1 + _OFFERED] if state.readings else ()
    words = [each.words for each in others]
    return (Claim(f"Or did you mean: {listing(words).replace(' and ', ' or ')}?", kind="none"),) if words else ()
