"""Nodes that are nearly called so: misspelt, by a part of the name, or with its words in another order."""

import re
from dataclasses import replace

from agents.graphs.store import GraphStore
from agents.model import Candidate
from agents.reading.spans import CONNECTING

EACH = 12  # candidates kept for a mention
REORDERED = 0.95  # the same words in another order: "Supreme Court of Ohio" for "Ohio Supreme Court"
PART = 0.85  # the text is a part of the name: "Conti" for "Dr. Lucia Conti"
FUZZY = 0.86  # the least that a misspelt name is like the text
_LONGEST = 8  # words of a name that is called by a part


def near(store: GraphStore, graph: str, text: str, most: float = 1.0) -> tuple[Candidate, ...]:
    """Return nodes that are nearly called so, or whose name has every word of the text, rated at most `most`."""
    rated = [(each, _score(text, each)) for each in store.find(graph, text, limit=EACH)]
    kept = [(each, score) for each, score in rated if score >= (FUZZY if each.how == "fuzzy" else PART)]
    found = [replace(each, score=min(score, most)) for each, score in kept]
    return tuple(sorted(found, key=lambda each: -each.score))


def _score(text: str, found: Candidate) -> float:
    name = found.matched or found.node.name
    words = _words(text)
    if words in (_words(name), _words(found.node.name)):
        return REORDERED
    code = name.isupper() and not text.isupper()  # a code one letter off is another code
    like = found.score if found.how == "exact" or (found.how == "fuzzy" and not code) else 0.0
    part = PART if words <= _words(name) and len(_words(name)) <= _LONGEST else 0.0
    return max(like, part)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - CONNECTING
