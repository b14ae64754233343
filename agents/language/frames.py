"""Which ideas words speak of: birth, ownership, speed; so that "directed" is told from "written", which is like it.

Vectors of words place what belongs to one field together, whether or not it means the same. `frames.txt` lists some
five hundred ideas that things are asked about in any field, each with the words that English has for it. Two
phrases are *same* where they share an idea, *apart* where each has ideas and they share none, and where one has
none nothing is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from agents.language.english import LIGHT
from agents.language.foreign import is_foreign, many_tongued
from agents.language.words import lemma

SAME, UNKNOWN, APART = 1, 0, -1
Parts = tuple[tuple[frozenset[str], int], ...]  # the ideas of each listed stretch, and how many words it has
# The ideas of places where something may be.
PLACES = frozenset(
    """
    location city country region room stadium platform port hospital hotel restaurant museum school workplace warehouse
    branch headquarters mooring premises""".split()
)
_FILE = Path(__file__).with_name("frames.txt")
_LONGEST = 4
_TRANSLATED = 0.78  # the cosine, by the model of many languages, of what says the same in two of them
_AS_GOOD = 0.04


@dataclass(frozen=True)
class Frames:
    """The ideas of a phrase: as the longest listed stretches of it say, and by any of its listed words."""

    parts: tuple[Parts, ...] = ()  # as written, and as lemmas
    any: frozenset[str] = frozenset()
    words: int = 0  # content words of the phrase

    @cached_property
    def own(self) -> frozenset[str]:
        """The ideas of all stretches."""
        return frozenset().union(*(ideas for each in self.parts for ideas, _ in each))

    def covered(self, other: "Frames") -> float:
        """Return the share of the phrase's words that speak of an idea of the other, 0 to 1."""
        own = other.own
        if own.isdisjoint(self.own):
            return 0.0
        shared = (sum(width for ideas, width in each if ideas & own) for each in self.parts)
        return min(1.0, max(shared, default=0) / max(1, self.words))


NONE = Frames()


def told(one: Frames, other: Frames) -> int:
    """Say whether two phrases, by their ideas, are SAME, APART or UNKNOWN."""
    if not one.own.isdisjoint(other.own):
        return SAME
    return APART if one.parts and other.parts and one.any.isdisjoint(other.any) else UNKNOWN


@lru_cache(maxsize=20_000)
def frames(text: str, forms: str = "") -> Frames:
    """Return the ideas that a phrase speaks of. `forms`: its lemmas, where its sentence tells them."""
    written = text.lower().split()
    lemmas = forms.split() or [lemma(word) for word in written]
    bare = [word for word in lemmas if word not in LIGHT]
    parts = tuple(each for words in (written, lemmas, bare) if (each := _parts(words)))
    every = (_known().get(word, frozenset()) for word in {*written, *lemmas})
    return Frames(parts, frozenset().union(*every, *(ideas for each in parts for ideas, _ in each)), len(bare))


@lru_cache(maxsize=5_000)
def frames_of_name(text: str) -> Frames:
    """Return the ideas that a schema's name speaks of, in whatever language it is."""
    found = frames(text)
    return found if found.parts or not is_foreign(text) else _translated(text)


def _translated(text: str) -> Frames:
    """Return the ideas of the English phrases that say what a text of another language does."""
    written = many_tongued(list(dict.fromkeys([text, text.capitalize()])))
    likeness = np.max(written @ many_tongued(list(_known())).T, axis=0)
    least = max(_TRANSLATED, float(likeness.max()) - _AS_GOOD)
    found = [ideas for ideas, like in zip(_known().values(), likeness, strict=True) if like >= least]
    every = frozenset().union(*found)
    return Frames((((every, 1),),), every, 1) if found else NONE


def _parts(words: Sequence[str]) -> Parts:
    """Return the ideas of the longest listed stretch of some words, and of the words around it."""
    known = _known()
    for width in range(min(_LONGEST, len(words)), 0, -1):
        for first in range(len(words) - width + 1):
            stretch = words[first : first + width]
            if found := known.get(" ".join(stretch)):
                content = sum(word not in LIGHT for word in stretch)
                return ((found, max(1, content)), *_parts(words[:first]), *_parts(words[first + width :]))
    return ()


def listed(text: str) -> bool:
    """Whether a phrase as it stands is listed."""
    return text in _known()


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        name, colon, phrases = line.partition(":")
        for phrase in phrases.split(",") if colon and not line.startswith("#") else ():
            found.setdefault(phrase.strip(), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in found.items()}
