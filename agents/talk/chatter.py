"""Words around a question that ask nothing of the graph ("sorry to bother you", "listen, you useless thing").

They are put aside where what is left asks something. Nothing is put aside that may narrow what is asked: a part that
names anything of the graph, that begins as a condition does ("of those in Ohio, ...", "older than ten, ..."), or that
is not surely small talk.
"""

import re

from agents.kit import Kit
from agents.language.requests import asks, greets
from agents.language.words import words
from agents.model import Schema
from agents.state import State
from agents.talk.proposals import Words, proposal, put, said
from agents.tasks.schema_names import types_named

_SURE = 0.9  # that a part is small talk
_MOST = 8  # parts; a longer text is no question with a word before it
_BREAK = re.compile(r"[.!?;:,…]+\s+|\s+[-–—]+\s+")
_NARROWING = frozenset("ADP SCONJ PART".split())
_COMPARED = frozenset("VBG VBN JJR RBR".split())
Span = tuple[int, int]


def without_chatter(state: State, kit: Kit) -> State | None:
    """Return the state with only what asks something of its text; None where that is all of it, or nothing."""
    spans = _parts(state)
    if not 1 < len(spans) <= _MOST:
        return None
    schema = kit.store.schema(state.graph)
    left = [each for each in spans if not _is_chatter(state, each, schema, kit)]
    if not left or len(left) == len(spans):
        return None
    start, end = left[0][0], left[-1][1]
    if (start, end) == (spans[0][0], spans[-1][1]) or not asks(state.text[start:end]):
        return None
    shorter = put(put(said(state), end, len(state.text), Words("")), 0, start, Words(""))
    return proposal(state, shorter).state


def _parts(state: State) -> list[Span]:
    """Return the stretches between marks that stand in no name."""
    breaks = [each for each in _BREAK.finditer(state.text) if not _in_a_name(each, state)]
    starts, ends = [0, *(each.end() for each in breaks)], [*(each.start() for each in breaks), len(state.text)]
    marked = [(start, end + _mark(state.text, end)) for start, end in zip(starts, ends, strict=True)]
    return [each for each in marked if state.text[slice(*each)].strip()]


def _mark(text: str, end: int) -> int:
    """Return 1 where a question mark stands there: it stays with what it ends."""
    return int(text[end : end + 1] == "?")


def _in_a_name(found: re.Match[str], state: State) -> bool:
    return any(each.start < found.end() and found.start() < each.end for each in state.mentions)


def _is_chatter(state: State, span: Span, schema: Schema, kit: Kit) -> bool:
    text = state.text[slice(*span)].strip()
    named = [each for each in state.mentions if each.start < span[1] and span[0] < each.end]
    if named and not (greets(text) and not any(each.candidates for each in named)):
        return False
    if types_named(text, schema):
        return False
    first = words(text)[0]
    if (first.pos in _NARROWING and not first.tag.startswith("W")) or first.tag in _COMPARED:
        return False
    best = kit.intents.classify(text)[0]
    return best.name == "smalltalk" and best.confidence >= _SURE
