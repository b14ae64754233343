"""A step on from the last answer: "and before that?" asks the last question again, of what answered it."""

import re

from agents.kit import Kit
from agents.language.leads import further
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import choose, meaning
from agents.talk.swapping import swapped

_LEAST = -4.0
_BACK = re.compile(r"\b(before|preced\w*|prior|previous\w*|earlier|predecessor\w*)\b", re.I)
_ON = re.compile(r"\b(after|follow\w*|succe\w+|next|later)\b", re.I)


def on_from(plain: State, history: History, kit: Kit) -> State | None:
    """Return the last question asked of its answer; None where that was not one thing, or the other way is meant."""
    way = further(plain.text)
    if not way or not history or len(history[0].answered) != 1 or _turns_round(way, history[0]):
        return None
    answer = history[0].answered[0]
    return choose(swapped(plain, meaning(answer.name, [answer]), history[0], kit), kit, _LEAST)


def _turns_round(way: str, past: Past) -> bool:
    asked = past.state.text
    return bool(_BACK.search(way) and _ON.search(asked)) or bool(_ON.search(way) and _BACK.search(asked))
