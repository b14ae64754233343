"""A chart of denotations: every stretch of a question, and what it may denote in this graph, with a score.

Bottom-up CKY over the question's content words. A cell holds the items (`items.py`) that a stretch may be;
`rules.py` says what two neighbours make together. Scores add; 0 is a perfect fit, and two together are never worth
more than what they are apart. So a cell looks at the likeliest pairs first, and at none that its best few beat.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from agents.reading.evidence import Because, Trace
from agents.reading.items import Item
from agents.reading.question import Position

BEAM = 14  # items kept in a cell
_LONG = 10  # positions; of a longer question fewer items are kept, as there are many more cells
_FEWEST = 5
_LEXICAL, _SKIPPED = -1, 1_000_000  # before and after all pairs of a stretch
SKIP_SAID = -0.2  # a word of the relation that was said apart ("the club that X plays for")

Cell = list[Item]
Gap = tuple[str, ...]
Cells = dict[tuple[int, int], Cell]  # by (first, last) position, last exclusive
Combine = Callable[[Item, Item, tuple[str, ...]], Iterable[Item]]


class Chart:
    """Cells by (first, last); `fill` completes them from the lexical items by a rule for two neighbours."""

    def __init__(self, positions: Sequence[Position], combine: Combine, skips: Sequence[float]) -> None:
        self._positions = positions
        self._combine = combine
        self._skips = skips  # what it costs to leave each position unexplained
        self._said = [Because(place, place + 1, "said") for place in range(len(positions))]
        self._skipped = [Because(place, place + 1, "skipped", cost) for place, cost in enumerate(skips)]
        self._beam = BEAM if len(positions) <= _LONG else max(_FEWEST, BEAM * _LONG // len(positions))
        self._cells: Cells = {}

    def fill(self, lexical: Mapping[tuple[int, int], Cell]) -> Cell:
        """Return what the whole question may be, best first."""
        count = len(self._positions)
        for width in range(1, count + 1):
            for first in range(count - width + 1):
                last = first + width
                found = _Best(self._beam)
                for item in lexical.get((first, last), ()):
                    found.add(item, item.score, item.explained, item.trace, at=_LEXICAL)
                self._skip(first, last, found)
                self._join(first, last, found)
                self._cells[first, last] = found.items()
        return self._cells.get((0, count), [])

    def _join(self, first: int, last: int, found: "_Best") -> None:
        """Add what two parts of a stretch make together, until nothing that is left can be among the best."""
        for most, at, left, right, gap in sorted(self._pairs(first, last), key=_worth, reverse=True):
            if found.beats(most):
                return
            for item in self._combine(left, right, gap + right.gap if right.gap else gap):
                found.add(item, item.score, left.explained | right.explained, (left.trace, right.trace), at=at)

    def _pairs(self, first: int, last: int) -> Iterator[tuple[float, int, Item, Item, Gap]]:
        """Yield all neighbours in a stretch, with the most that they can be worth together and their place."""
        at = 0
        for middle in range(first + 1, last):
            gap, rights = self._positions[middle].before, self._cells[middle, last]
            for left in self._cells[first, middle]:
                for right in rights:
                    yield left.score + right.score, at, left, right, gap
                    at += 1

    def _skip(self, first: int, last: int, found: "_Best") -> None:
        """Extend what stands beside a word over that word, at the price of not explaining it."""
        if last - first < 2:
            return
        for item in self._cells[first, last - 1]:
            cost, trace = self._without(item, last - 1)
            found.add(item, item.score + cost, item.explained, trace, item.gap, at=_SKIPPED)
        before = self._positions[first + 1].before
        for item in self._cells[first + 1, last]:
            cost, trace = self._without(item, first)
            found.add(item, item.score + cost, item.explained, trace, (*before, *item.gap), at=_SKIPPED)

    def _without(self, item: Item, place: int) -> tuple[float, Trace]:
        """Return what it costs to leave a position out beside an item, and the trace that tells so."""
        word = self._positions[place]
        if word.lemma in item.explained or word.lower in item.explained:
            return SKIP_SAID, (item.trace, self._said[place])
        return self._skips[place], (item.trace, self._skipped[place])


def _worth(pair: tuple[float, int, Item, Item, Gap]) -> float:
    return pair[0]


class _Best:
    """The best items for each key. Items are copied with their new score only when they are kept.

    Between equals the leftmost is the better one (`at`), in whatever order they are found.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[tuple[object, ...], tuple[Item, float, frozenset[str], Trace, Gap, int]] = {}
        self._scores: list[float] = []  # of all that was found, rising

    def add(self, item: Item, score: float, explained: frozenset[str], trace: Trace, gap: Gap = (), *, at: int) -> None:
        key = item.key
        known = self._found.get(key)
        if known is not None:
            if score < known[1] or (score == known[1] and at >= known[5]):
                return
            del self._scores[bisect_left(self._scores, known[1])]
        self._found[key] = (item, score, explained, trace, gap, at)
        insort(self._scores, score)

    def beats(self, score: float) -> bool:
        """Whether enough has been found that is better than a score."""
        return len(self._scores) >= self._most and round(score, 4) < round(self._scores[-self._most], 4)

    def items(self) -> Cell:
        """Return the best, best first."""
        found = sorted((each for each in self._found.values() if not self.beats(each[1])), key=_place)
        kept = [
            item.but(score=score, explained=said, trace=trace, gap=gap) for item, score, said, trace, gap, _ in found
        ]
        return sorted(kept, key=lambda item: item.rank)[: self._most]


def _place(found: tuple[Item, float, frozenset[str], Trace, Gap, int]) -> int:
    return found[5]
