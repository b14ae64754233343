"""Which ideas words speak of: birth, ownership, speed; so that "directed" is told from "written", which is like it.

Vectors of words place what belongs to one field together, whether or not it means the same. `frames.txt` lists some
two hundred ideas that things are asked about in any field, each with the words that English has for it. Two
phrases are *same* where they share an idea, *apart* where each has ideas and they share none, and where one has
none nothing is known.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from agents.language.english import LIGHT
from agents.language.words import lemma

SAME, UNKNOWN, APART = 1, 0, -1
Frames = frozenset[str]
_FILE = Path(__file__).with_name("frames.txt")
_LONGEST = 4


def told(one: Frames, other: Frames) -> int:
    """Say whether two phrases, by their ideas, are SAME, APART or UNKNOWN."""
    if not one or not other:
        return UNKNOWN
    return SAME if one & other else APART


@lru_cache(maxsize=20_000)
def frames(text: str) -> Frames:
    """Return the ideas that a phrase speaks of: those of the longest stretches of it that are listed."""
    written = text.lower().split()
    lemmas = [lemma(word) for word in written]
    return _of(written) | _of(lemmas) or _of([word for word in lemmas if word not in LIGHT])


def _of(words: Sequence[str]) -> Frames:
    known = _known()
    for width in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - width + 1):
            found = known.get(" ".join(words[first : first + width]))
            if found:
                return found | _of(words[:first]) | _of(words[first + width :])
    return frozenset()


@lru_cache(maxsize=1)
def _known() -> dict[str, Frames]:
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        name, colon, phrases = line.partition(":")
        for phrase in phrases.split(",") if colon and not line.startswith("#") else ():
            found.setdefault(phrase.strip(), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in found.items()}
