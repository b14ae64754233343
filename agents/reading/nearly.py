"""Nodes that are nearly called so: misspelt, by a part of the name, or with its words in another order."""

import re
from dataclasses import replace
from unicodedata import combining, normalize

from agents.graphs.store import GraphStore
from agents.model import Candidate
from agents.reading.spans import CONNECTING

EACH = 12  # candidates kept for a mention
REORDERED = 0.95  # the same words in another order, or without a title: "Supreme Court of Ohio", "Lucia Conti"
PART = 0.85  # the text is a part of the name: "Conti" for "Dr. Lucia Conti"
FUZZY = 0.86  # the least that a misspelt name is like the text
TITLES = frozenset("dr prof professor mr mrs ms miss sir dame lord lady rev capt captain ing phd".split())
_ROMAN = re.compile("x{0,3}(ix|iv|v?i{0,3})")  # of small numbers, as kings and lots have them
_LONGEST = 8  # words of a name that is called by a part


def near(store: GraphStore, graph: str, text: str, most: float = 1.0) -> tuple[Candidate, ...]:
    """Return nodes that are nearly called so, or whose name has every word of the text, rated at most `most`."""
    rated = [(each, _score(text, each)) for each in store.find(graph, _untitled(text), limit=EACH)]
    kept = [
        (each, score) for each, score in rated if score >= (FUZZY if each.how == "fuzzy" and score != PART else PART)
    ]
    found = [replace(each, score=min(score, most)) for each, score in kept]
    return tuple(sorted(found, key=lambda each: -each.score))


def uncoded(name: str) -> int:
    """Return how many words a name has besides a code that has numbers in it; 0 where it has no code."""
    words = name.split()
    plain = [word for word in words if not any(char.isdigit() for char in word)]
    return len(plain) if len(plain) < len(words) else 0


def _untitled(text: str) -> str:
    """Return a text without titles: who is called "Ada Bloom" may be asked for as "Prof Bloom"."""
    return " ".join(word for word in text.split() if word.casefold().strip(".") not in TITLES) or text


def _score(text: str, found: Candidate) -> float:
    name = found.matched or found.node.name
    words = _words(text)
    if words in (_words(name), _words(found.node.name)):
        return REORDERED
    code = (name.isupper() and not text.isupper()) or _numbers(words) != _numbers(_words(name))  # one off is another
    like = found.score if found.how == "exact" or (found.how == "fuzzy" and not code) else 0.0
    part = PART if words <= _words(name) and len(_words(name)) <= _LONGEST else 0.0
    return max(like, part)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    """Return the words that count: "Lot II" is not "Lot I"."""
    return frozenset(each for each in words if each.isdigit() or _ROMAN.fullmatch(each))


def _words(text: str) -> frozenset[str]:
    """Return the words of a name, without accents, what connects them, and titles."""
    letters = "".join(each for each in normalize("NFKD", text.casefold()) if not combining(each))
    words = frozenset(re.findall(r"\w+", letters)) - CONNECTING
    return words - TITLES or words
