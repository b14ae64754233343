"""A question that a query answers: run the best reading, and say how it was read where that is not sure."""

from agents.errors import QueryError
from agents.kit import Kit
from agents.language.phrasing import closed, either, listing
from agents.model import Claim
from agents.reading.reader import Reading
from agents.state import Lookup, State
from agents.tasks.absent import absent, did_you_mean
from agents.tasks.ends import subjects
from agents.tasks.forms import answered
from agents.tasks.similar import asks_for_similar, similar

_READ_AS = {
    "": "I am not sure of the question; I read it as",
    "chosen": "I am not sure of the question; a language model chose this reading",
    "written": "I found no way to read the question; a language model wrote this query for it",
}
_UNLOOKED = "The graph took too long to tell whether it holds anything of what you may have meant as well"


def plan(state: State, kit: Kit) -> State:
    """Return the state with the readings of the question, and the picked one (or the best) to run."""
    readings = state.readings or kit.reader.read(state.graph, state.text, state.mentions)
    state = state.with_(readings=readings, mentions=readings.mentions or state.mentions)
    if readings.status == "none" and state.reading is None:
        return state
    reading = picked(state)
    return state.with_(plan=(Lookup(reading.words, reading.query),))


def reason(state: State, kit: Kit) -> State:
    """Return the state with what the rows say, or with what of the question is not in the graph."""
    done = _reasoned(state, kit)
    late = done.readings.unlooked if done.readings and state.reading is None else ()
    return done.with_(claims=(*done.claims, Claim(f"{_UNLOOKED}: {either(late)}.", kind="none"))) if late else done


def _reasoned(state: State, kit: Kit) -> State:
    readings = state.readings
    if readings is None or not state.findings:
        about = subjects(state)
        if len(about) == 1 and not state.unknown and asks_for_similar(state.text):
            return similar(state, kit, about[0])
        return absent(state, kit, readings.missing if readings else ())
    state = answered(state, kit, picked(state))
    if readings.status != "unsure" or state.reading is not None:
        return state
    return state.with_(claims=(_read_as(state, picked(state)), *state.claims, *did_you_mean(state, "Or did you mean")))


def picked(state: State) -> Reading:
    """Return the reading that the person picked, or the best; raise QueryError where there is none such."""
    readings = state.readings.readings if state.readings else ()
    number = state.taken
    if not 0 <= number < len(readings):
        raise QueryError(f"There is no reading number {number}; this question has {len(readings)}.")
    return readings[number]


def _read_as(state: State, reading: Reading) -> Claim:
    said = closed(f"{_READ_AS.get(state.counsel, _READ_AS[''])}: {reading.words}")
    left = [f"'{each}'" for each in state.readings.unread] if state.readings and not state.counsel else []
    return Claim(f"{said} That leaves out {listing(left)}." if left else said, kind="none")
