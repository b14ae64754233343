"""A chart of denotations: every stretch of a question, and what it may denote in this graph, with a score.

Bottom-up CKY over the question's content words. A cell holds the items (`items.py`) that a stretch may be;
`rules.py` says what two neighbours make together. Scores add; 0 is a perfect fit. Cells keep the best few.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from agents.reading.evidence import Because, Trace
from agents.reading.items import Item
from agents.reading.question import Position

BEAM = 14  # items kept in a cell
_LONG = 10  # positions; of a longer question fewer items are kept, as there are many more cells
_FEWEST = 5
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
                    found.add(item, item.score, item.explained, item.trace)
                for middle in range(first + 1, last):
                    self._join(first, middle, last, found)
                self._skip(first, last, found)
                self._cells[first, last] = found.items()
        return self._cells.get((0, count), [])

    def _join(self, first: int, middle: int, last: int, found: "_Best") -> None:
        gap = self._positions[middle].before
        rights = self._cells[middle, last]
        for left in self._cells[first, middle]:
            for right in rights:
                for item in self._combine(left, right, gap + right.gap if right.gap else gap):
                    found.add(item, item.score, left.explained | right.explained, (left.trace, right.trace))

    def _skip(self, first: int, last: int, found: "_Best") -> None:
        """Extend what stands beside a word over that word, at the price of not explaining it."""
        if last - first < 2:
            return
        for item in self._cells[first, last - 1]:
            cost, trace = self._without(item, last - 1)
            found.add(item, item.score + cost, item.explained, trace, item.gap)
        before = self._positions[first + 1].before
        for item in self._cells[first + 1, last]:
            cost, trace = self._without(item, first)
            found.add(item, item.score + cost, item.explained, trace, (*before, *item.gap))

    def _without(self, item: Item, place: int) -> tuple[float, Trace]:
        """Return what it costs to leave a position out beside an item, and the trace that tells so."""
        word = self._positions[place]
        if word.lemma in item.explained or word.lower in item.explained:
            return SKIP_SAID, (item.trace, self._said[place])
        return self._skips[place], (item.trace, self._skipped[place])


class _Best:
    """The best items for each key. Items are copied with their new score only when they are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[tuple[object, ...], tuple[Item, float, frozenset[str], Trace, Gap]] = {}

    def add(self, item: Item, score: float, explained: frozenset[str], trace: Trace, gap: Gap = ()) -> None:
        key = item.key
        known = self._found.get(key)
        if known is None or score > known[1]:
            self._found[key] = (item, score, explained, trace, gap)

    def items(self) -> Cell:
        """Return the best, best first."""
        found = list(self._found.values())
        if len(found) > self._most:  # only what may be kept is worth a rank
            least = round(sorted((score for _, score, *_ in found), reverse=True)[self._most - 1], 4)
            found = [each for each in found if round(each[1], 4) >= least]
        kept = [
            replace(item, score=score, explained=said, trace=trace, gap=gap) for item, score, said, trace, gap in found
        ]
        return sorted(kept, key=lambda item: item.rank)[: self._most]
