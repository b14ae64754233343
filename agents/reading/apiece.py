"""A question that begins with what each number is for: "for each port, how many boats are there"."""

from collections.abc import Sequence

from agents.language.words import Word
from agents.reading.operator_words import APIECE

_LONGEST = 8  # words of the opening
_THERE = frozenset(["there", "it", "them"])  # what points back to the opening, once that has moved


def opening_last(words: Sequence[Word]) -> tuple[Word, ...]:
    """Put "for each port," to the end: "how many boats are there | for each port"."""
    lowers = [word.lower for word in words]
    if len(words) < 4 or lowers[0] not in ("for", "in", "at", "on") or lowers[1] not in APIECE:
        return tuple(words)
    comma = next((n for n in range(2, min(_LONGEST, len(words))) if lowers[n] == ","), None)
    if comma is None:
        return tuple(words)
    end = len(words) - (words[-1].pos == "PUNCT")
    rest = list(words[comma + 1 : end])
    if rest and rest[-1].lower in _THERE and any(word.pos == "VERB" for word in rest):
        rest.pop()
    return (*rest, *words[:comma], *words[end:])
