"""Stretches of time whose ends share a month or a year: "between 1 and 4 March 2025", "from March to May 2024".

What one end leaves out is said by the other. Either end is put as one word, the day or month as dates begin.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.language.words import Word
from agents.model import Mention
from agents.reading.days import days, yearly
from agents.reading.question import in_a_name

_JOINED = {"between": ("and",), "from": ("to", "until", "till", "through")}
_EDGES = frozenset(("the", edge, "of") for edge in ("start", "beginning", "end", "close"))
_LONGEST = 7  # words of an end: "the 3rd of May , 1924"
_DAY = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?")
_DAY_OF_YEAR = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>[12]\d{3})")


def stretched(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Return a question's words with both ends of such a stretch as dates that are whole."""
    words = _without_edges(words, mentions)
    for place, opening in enumerate(words):
        joining = _JOINED.get(opening.lower, ())
        for middle, behind in _ends(words, place + 1, joining):
            begins, ends = _whole(_text(words[place + 1 : middle]), _text(words[middle + 1 : behind]))
            if begins and ends and not in_a_name(words[place:behind], mentions):
                one, two = _as(words[place + 1 : middle], begins), _as(words[middle + 1 : behind], ends)
                joint = _as([words[middle]], joining[0], words[middle])
                return (*words[: place + 1], one, joint, two, *words[behind:])
    return tuple(words)


def _without_edges(words: Sequence[Word], mentions: Sequence[Mention]) -> Sequence[Word]:
    """Put "between the start of March and the end of April 2024" as between March and April 2024."""
    lowers = [word.lower for word in words]
    at = [n for n in range(len(words) - 2) if tuple(lowers[n : n + 3]) in _EDGES]
    named = any(in_a_name(words[first : first + 3], mentions) for first in at)
    if not _JOINED.keys() & set(lowers) or len(at) != 2 or named:  # a stretch has two ends
        return words
    return [word for n, word in enumerate(words) if not any(first <= n < first + 3 for first in at)]


def _ends(words: Sequence[Word], first: int, joining: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the first end is joined with the second, and where that ends, longer ones first."""
    for middle in range(first + 1, min(first + _LONGEST, len(words) - 1)):
        if words[middle].lower in joining:
            for last in range(min(middle + 1 + _LONGEST, len(words)), middle + 1, -1):
                yield middle, last
            return


def _whole(first: str, last: str) -> tuple[str, str]:
    """Return how the dates of both ends begin, "" where they are none; what either says whole stays so."""
    begins, ends = days(first), days(last)
    if not begins and ends:
        begins = _like(first, ends)
    elif begins and not ends and yearly(last):
        ends = days(f"{last} {begins[:4]}")
    elif not begins and yearly(first) and (rest := _DAY_OF_YEAR.fullmatch(last)):  # "March 3 to 9, 2024"
        begins = days(f"{first} {rest['year']}")
        ends = f"{begins[:7]}-{int(rest['day']):02}" if days(f"{begins[:7]}-{int(rest['day']):02}") else ""
    return (begins, ends) if begins <= ends else ("", "")


def _like(said: str, other: str) -> str:
    """Return a day or a month that leaves out what the later end says: "1" before "4 March 2025"."""
    if (alone := _DAY.fullmatch(said)) and len(other) == len("2025-03-04"):
        return days(f"{other[:7]}-{int(alone['day']):02}")
    if not yearly(said):
        return ""
    own = days(f"{said} {other[:4]}")
    return own if own <= other else days(f"{said} {int(other[:4]) - 1}")  # "between November and February 2025"


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).replace(" ,", ",")


def _as(words: Sequence[Word], text: str, like: Word | None = None) -> Word:
    """Return some words as one, which stands where they stood."""
    pos, tag = (like.pos, like.tag) if like else ("NUM", "CD")
    return replace(words[0], text=text, lower=text, lemma=text, pos=pos, tag=tag, end=words[-1].end)
