"""Which nodes a text mentions, cheaply: stretches of its words that are some node's name or alias, the longest first.

What a name in another form, a misspelt name or a part of one may mean is left to those who ask a question: thousands
of passages are linked in one go, and a wrong link is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.graphs.store import GraphStore
from agents.language.english import LIGHT
from agents.language.thesaurus import common
from agents.model import Candidate, Node

_WORD = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*", re.UNICODE)
_WORDS = 6  # of a name
_ALIKE = 3  # nodes of one name that are kept; more of them say nothing
_AT_ONCE = 2_000  # stretches looked up together
_SHORTEST = 2


@dataclass(frozen=True)
class Named:
    """Characters start to end of a text that are called like nodes, best first."""

    start: int
    end: int
    text: str
    nodes: tuple[Node, ...]
    score: float


def mentions(store: GraphStore, graph: str, texts: Sequence[str]) -> list[tuple[Named, ...]]:
    """Return, for each text, its mentions from left to right."""
    found = [list(_stretches(text)) for text in texts]
    wanted = sorted({stretch for each in found for _, _, stretch in each})
    known: dict[str, tuple[Candidate, ...]] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        some = store.find_exact(graph, wanted[at : at + _AT_ONCE], limit=_ALIKE + 1)
        known |= {stretch: hits for stretch, hits in some.items() if hits and _means(stretch, hits)}
    return [tuple(_longest(each, known)) for each in found]


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield every stretch of up to six words that may be a name, and its place."""
    words = [(each.start(), each.end()) for each in _WORD.finditer(text)]
    light = [text[start:end].lower() in LIGHT for start, end in words]
    for first in range(len(words)):
        for last in range(first, min(first + _WORDS, len(words))):
            start, end = words[first][0], words[last][1]
            if "\n\n" in text[words[last - 1][1] : words[last][0]] and last > first:
                break
            if not all(light[first : last + 1]) and end - start >= _SHORTEST:
                yield start, end, text[start:end]


def _means(stretch: str, hits: Sequence[Candidate]) -> bool:
    """Tell whether a stretch is a name and no common word that happens to be one ("may", "turkey")."""
    if len(hits) > _ALIKE:
        return False
    if " " in stretch or any(hit.matched == stretch for hit in hits):
        return True
    lower = stretch.islower()
    written = any(hit.matched.islower() or hit.matched.istitle() for hit in hits)
    return written and (not lower or not common(stretch) or all(hit.node.type for hit in hits))


def _longest(stretches: Sequence[tuple[int, int, str]], known: dict[str, tuple[Candidate, ...]]) -> Iterator[Named]:
    """Yield the longest of the stretches that overlap, left to right."""
    kept: list[Named] = []
    for start, end, text in sorted(stretches, key=lambda each: (each[0] - each[1], each[0])):
        if text in known and not any(start < each.end and each.start < end for each in kept):
            hits = known[text]
            kept.append(Named(start, end, text, tuple(hit.node for hit in hits), hits[0].score / len(hits)))
    yield from sorted(kept, key=lambda each: each.start)
