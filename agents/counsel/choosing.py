"""Choosing among readings when none is clearly best: a model is asked twice at once, the readings turned round.

Only what it says both times is taken: a model that likes the first of whatever it is shown decides nothing.
"""

import json
from collections.abc import Sequence
from time import perf_counter

from agents.counsel.asking import Errand, Prompt, ask, asked
from agents.events import Emit, ModelFailed
from agents.kit import Kit
from agents.llms.chat import Reply
from agents.model import Json
from agents.prompts.prompt import numbered, prompt, quoted
from agents.reading.reader import Reading
from agents.state import Lookup, State

_MOST = 5
_LIMIT = 30
_LENGTH = 200  # characters of a reading


async def choose(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the reading that the model chose in place of the best, or as it is."""
    options = _options(state)
    if not _to_be_chosen(state) or len(options) < 2:
        return state
    before, begun = state, perf_counter()
    errand = Errand("choose", _LIMIT, _schema(len(options)))
    turned = [*options][::-1]
    state, replies = await ask(state, kit, emit, errand, _prompt(state, options), _prompt(state, turned))
    if not replies:
        return state
    chosen = _agreed(replies, [number for number, _ in options], [number for number, _ in turned])
    if chosen is None:
        name = kit.chat.name if kit.chat else ""
        await emit(ModelFailed("choose", name, "It chose one reading, then another, or wrote no choice."))
        return state
    await emit(asked(before, state, kit, "choose", _outcome(chosen, state), begun))
    return _with(state, chosen) if chosen > 0 else state


def _to_be_chosen(state: State) -> bool:
    unsure = state.readings is not None and state.readings.status == "unsure"
    return unsure and state.reading is None and bool(state.plan)


def _options(state: State) -> list[tuple[int, Reading]]:
    """Return the best readings, each wording once, with their numbers."""
    found: dict[str, tuple[int, Reading]] = {}
    for number, each in enumerate(state.readings.readings if state.readings else ()):
        found.setdefault(each.words, (number, each))
    return list(found.values())[:_MOST]


def _prompt(state: State, options: Sequence[tuple[int, Reading]]) -> Prompt:
    readings = numbered((each.words for _, each in options), _LENGTH)
    return prompt("choose", question=quoted(state.text or state.question), readings=readings)


def _schema(count: int) -> Json:
    choice = {"type": "integer", "enum": list(range(count + 1))}
    return {
        "type": "object",
        "properties": {"choice": choice},
        "required": ["choice"],
        "additionalProperties": False,
    }


def _agreed(replies: Sequence[Reply], *orders: Sequence[int]) -> int | None:
    """Return the number of the reading that all replies mean, -1 where they mean none, None where they differ."""
    meant = {_meant(reply.text, order) for reply, order in zip(replies, orders, strict=True)}
    return meant.pop() if len(meant) == 1 else None


def _meant(text: str, order: Sequence[int]) -> int | None:
    try:
        choice = json.loads(text)["choice"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if isinstance(choice, bool) or not isinstance(choice, int) or not 0 <= choice <= len(order):
        return None
    return order[choice - 1] if choice else -1


def _outcome(chosen: int, state: State) -> str:
    if chosen < 0 or state.readings is None:
        return "none of the readings; the best stays"
    return f"chose: {state.readings.readings[chosen].words}"


def _with(state: State, chosen: int) -> State:
    assert state.readings
    reading = state.readings.readings[chosen]
    return state.with_(chosen=chosen, counsel="chosen", plan=(Lookup(reading.words, reading.query),))
