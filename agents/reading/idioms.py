"""Turns of English whose words do not say what they ask for: "what does X do for a living", "where is X from"."""

from collections.abc import Iterable
from itertools import takewhile

from agents.language.words import Word
from agents.reading.operator_words import BEING
from agents.reading.question import KINDS_OF, Asked
from agents.reading.units import Span, content

_ARTICLES = frozenset(["a", "an", "the"])
_JOB = ("profession", "occupation", "job", "role", "function")
_ORIGIN = ("nationality", "origin", "hometown")
_GENDER = ("gender", "sex")
_ASKING_FOR: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["do", "do for living", "make living", "earn living"], _JOB),
    **dict.fromkeys(["come from", "hail from"], _ORIGIN),
    **dict.fromkeys(["die of", "die from", "kill"], ("cause of death",)),
}
_ASKED_BY = frozenset("which what whom where who whose".split())
_LONGEST = 4  # positions of a turn
_TAKING_PLACE = frozenset(["hold", "take place", "happen", "occur"])
_OF_EVENTS = {"when": ("start date", "date", "year"), "where": ("place", "location", "venue", "city")}
_CHOOSING: dict[str, tuple[str, ...]] = {
    f"{one} or {other}": _GENDER
    for pair in (("man", "woman"), ("male", "female"), ("boy", "girl"))
    for one, other in (pair, pair[::-1])
}
_TURNS = {**_ASKING_FOR, **_CHOOSING}


def idiomatic(question: Asked, first: int, last: int) -> Iterable[Span]:
    """Yield what positions first to last (exclusive) ask for, where they are such a turn."""
    said = _said(question, first, last)
    for text in _TURNS.get(said, ()) or _of_event(question, said) or _of_kind(question, said, first, last):
        yield Span(text, content(text))


def _of_event(question: Asked, said: str) -> tuple[str, ...]:
    """Return what is asked of what takes place: "when was X held" asks for its date."""
    if said not in _TAKING_PLACE:
        return ()
    asking = next((word.lower for word in question.words if word.lower in _OF_EVENTS), "")
    return _OF_EVENTS.get(asking, ())


def _of_kind(question: Asked, said: str, first: int, last: int) -> tuple[str, ...]:
    """Return what is asked for by "what kind of fish (is X)": the class that X belongs to."""
    kind, _, noun = said.partition(" of ")
    behind = question.positions[last].before if last < len(question.positions) else ()
    if not noun or kind not in KINDS_OF or first or not BEING & set(behind):
        return ()
    return (f"{noun} class", f"{noun} type", f"{noun} kind", "class", "category", "type", "kind")


def choosing(question: Asked) -> bool:
    """Whether a question that begins like one for yes or no asks to choose: "is X a man or a woman"."""
    return any(_said(question, *each) in _CHOOSING for each in stretches(question))


def turned(question: Asked) -> bool:
    """Whether a question has such a turn anywhere."""
    return any(True for each in stretches(question) for _ in idiomatic(question, *each))


def stretches(question: Asked) -> Iterable[tuple[int, int]]:
    """Yield the positions that such a turn may take."""
    count = len(question.positions)
    return ((first, last) for first in range(count) for last in range(first + 1, min(first + _LONGEST, count) + 1))


def followed_by(question: Asked, last: int) -> str:
    """Return the prepositions right behind a stretch that ends before position `last`: "next | to" texas."""
    if not 0 < last <= len(question.positions):
        return ""
    end = question.places[last][0] if last < len(question.positions) else len(question.words)
    return " ".join(word.lower for word in takewhile(_preposition, question.words[question.places[last - 1][1] : end]))


def stranded(question: Asked, last: int) -> str:
    """Return the prepositions that the question ends with after its last position: "what did X die | from"."""
    if last < len(question.positions) or not question.places:
        return ""
    rest = question.words[question.places[-1][1] :]
    return " ".join(word.lower for word in rest if _preposition(word))


def leading(question: Asked) -> str:
    """Return the preposition that a question opens with and that goes with its verb: "from | where was X launched"."""
    first, second = (*question.words[:2], None, None)[:2]
    piped = first is not None and second is not None and _preposition(first) and second.lower in _ASKED_BY
    return first.lower if first is not None and piped else ""


def _preposition(word: Word) -> bool:
    return word.tag in ("IN", "RP", "TO")


def _said(question: Asked, first: int, last: int) -> str:
    """Return positions as they are looked up: lemmas without articles, with the words between and after them."""
    if first >= last:
        return ""
    words = question.words[question.places[first][0] : question.places[last - 1][1]]
    lemmas = " ".join(word.lemma for word in words if word.lower not in _ARTICLES)
    return f"{lemmas} {stranded(question, last)}".strip()
