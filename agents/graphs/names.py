"""Finding nodes by what they are called: exact, prefix, full text, fuzzy.

Scores: exact .98 to 1, prefix .8 to .97, the others by likeness of the folded texts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from agents.graphs.folding import fold, fold_name
from agents.graphs.reading import ALIAS, ID, NAME, Called, Reading
from agents.model import Candidate, Node

Hit = tuple[float, str, str]  # score, how, what matched
CROWD = 2_000  # nodes of one name that are looked at
_POOL = 200  # candidates looked at in a stage
_LIKE = 0.7  # the least likeness of a typo
_LONGEST = 300  # characters that are looked up


def names_of(node: Node) -> Iterator[tuple[int, str, str]]:
    """Yield (kind, text, folded) of everything that a node is called, each once."""
    called = [(NAME, node.name), *((ALIAS, each) for each in node.aliases), (ID, node.id)]
    seen = set()
    for kind, text in called:
        folded = fold_name(text)
        if folded and (same := fold(text)) not in seen:
            seen.add(same)
            yield kind, text, folded


def find(reading: Reading, text: str, types: Sequence[str], limit: int) -> tuple[Candidate, ...]:
    """Return nodes called `text`, best first."""
    wanted = fold_name(text)[:_LONGEST]
    if not wanted or limit < 1:
        return ()
    hits: dict[int, Hit] = {}
    for stage in (_exact, _prefix, _full_text, _fuzzy):
        for node, hit in stage(reading, wanted, types):
            hits[node] = max(hits.get(node, hit), hit, key=lambda each: each[0])
        if len(hits) >= limit or (stage is _full_text and any(how == "exact" for _, how, _ in hits.values())):
            break  # who wrote a name rightly made no typo
    return _candidates(reading, hits, limit)


def find_exact(reading: Reading, texts: Sequence[str], limit: int) -> dict[str, tuple[Candidate, ...]]:
    """Return, for each text that is a name, alias or id, the nodes called so: names before aliases, then by degree."""
    folded = {text: fold_name(text) for text in texts}
    called = reading.called({each for each in folded.values() if each})
    crowds = [some[:CROWD] for some in called.values() if len(some) > 1]
    degrees = reading.degrees({node for some in crowds for node, _, _ in some})
    best = {short: _best(some, degrees, limit) for short, some in called.items()}
    nodes = reading.nodes({node for some in best.values() for node, _, _ in some})
    return {
        text: tuple(
            Candidate(nodes[node], _exact_score(kind), "exact", name)
            for node, kind, name in best[short]
            if node in nodes
        )
        for text, short in folded.items()
        if short in best
    }


def _best(called: list[Called], degrees: Mapping[int, int], limit: int) -> list[Called]:
    return sorted(called[:CROWD], key=lambda each: (each[1] == ALIAS, -degrees.get(each[0], 0), each[0]))[:limit]


def _candidates(reading: Reading, hits: Mapping[int, Hit], limit: int) -> tuple[Candidate, ...]:
    """Return the best hits; the better connected first where they are alike."""
    pool = sorted(hits, key=lambda key: -hits[key][0])[: max(limit, _POOL)]
    degrees = reading.degrees(pool)
    chosen = sorted(pool, key=lambda key: (-round(hits[key][0], 3), -degrees.get(key, 0), key))[:limit]
    nodes = reading.nodes(chosen)
    return tuple(Candidate(nodes[key], round(hits[key][0], 4), *hits[key][1:]) for key in chosen if key in nodes)


def _exact(reading: Reading, text: str, types: Sequence[str]) -> Iterable[tuple[int, Hit]]:
    for node, kind, name in reading.exactly(text, types, CROWD):
        yield node, (_exact_score(kind), "exact", name)


def _exact_score(kind: int) -> float:
    return 1.0 if kind in (NAME, ID) else 0.98


def _prefix(reading: Reading, text: str, types: Sequence[str]) -> Iterable[tuple[int, Hit]]:
    for node, name, folded in reading.beginning(text, types, _POOL):
        yield node, (0.8 + 0.17 * len(text) / len(folded), "prefix", name)


def _full_text(reading: Reading, text: str, types: Sequence[str]) -> Iterable[tuple[int, Hit]]:
    """Find nodes that have all the words, the last perhaps unfinished, in name, aliases or description."""
    words = re.findall(r"\w+", text)[:20]
    if words:
        for key, node in reading.worded(words, types, _POOL):
            yield key, _text_hit(node, text, words)


def _text_hit(node: Node, text: str, words: Sequence[str]) -> Hit:
    names = [(name, fold_name(name)) for name in (node.name, *node.aliases)]
    holding = [(_likeness(text, folded), name) for name, folded in names if all(word in folded for word in words)]
    if holding:
        likeness, name = max(holding)
        return 0.5 + 0.3 * likeness, "text", name
    return 0.35, "text", node.description or node.name


def _fuzzy(reading: Reading, text: str, types: Sequence[str]) -> Iterable[tuple[int, Hit]]:
    for node, name, folded in reading.spelled(text, types, 3 * _POOL):
        if (likeness := _likeness(text, folded)) >= _LIKE:
            yield node, (0.95 * likeness, "fuzzy", name)


def _likeness(left: str, right: str) -> float:
    """Return how alike two folded texts are, 0 to 1: letter by letter, and with the words sorted."""
    return (0.6 * fuzz.ratio(left, right) + 0.4 * fuzz.token_sort_ratio(left, right)) / 100
