"""A chart of denotations: every stretch of a question, and what it may denote in this graph, with a score.

Bottom-up CKY over the question's content words. An `Item` is what a stretch may be: a set of nodes, a relation
that waits for its argument, a property, a measure ("most rivers"), a filter ("over 5 million"), an operator.
`rules.py` says what two neighbours make together. Scores add; 0 is a perfect fit. Cells keep the best few.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agents.reading.lexicon import Slot
from agents.reading.meaning import Result, anchored, size

BEAM = 14
SKIP_SAID = -0.2  # a word of the relation that was said apart ("the club that X plays for")

ItemKind = Literal[
    "set", "relation", "property", "value", "total",
    "superlative", "measure", "comparative", "number", "filter", "compare", "aggregate",
    "not", "negated", "and", "same",
]  # fmt: skip


@dataclass(frozen=True)
class Info:
    """What is known of a set's members without looking: their types and the slots that they may fill."""

    types: frozenset[str]
    offers: frozenset[Slot]


@dataclass(frozen=True)
class Item:
    """What a stretch may be. Fields beyond `kind` and `score` are used by some kinds only."""

    kind: ItemKind
    score: float
    meaning: Result | None = None
    info: Info | None = None
    name: str = ""  # relation or property; operator of a comparison; aggregate
    out: bool = True  # a relation is asked from head to tail
    surface: str = ""
    passive: bool = False
    noun: bool = False  # the relation was said as a noun
    number: float | None = None
    upper: float | None = None  # the other bound of "between"
    text: str = ""  # a literal value as asked
    descending: bool = True
    dimensions: tuple[str, ...] = ()  # what an adjective measures
    among: "Item | None" = None
    explained: frozenset[str] = frozenset()  # lemmas that the units used so far are called by
    derived: bool = False  # a set made by a relation or a filter, so that it modifies ("rivers | in texas")
    owner: str = ""
    chain: tuple[tuple[str, bool], ...] = ()  # relations that follow the first: a word composed of several
    skipped: tuple[str, ...] = ()  # words that nothing explains

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two items the same reading."""
        return (
            self.kind, self.meaning, self.name, self.out, self.number, self.upper, self.descending, self.dimensions,
            self.surface if self.kind in _SURFACE else "", self.text, self.among.key if self.among else None,
            self.owner, self.chain,
        )  # fmt: skip


@dataclass(frozen=True)
class Position:
    """A content word of the question, and the function words between it and the one before."""

    lower: str
    lemma: str
    pos: str
    tag: str
    before: tuple[str, ...] = ()
    typed: bool = False  # stands where a type is expected: right after "which", "how many", "list all"
    name: bool = False  # a whole name of several words


_SURFACE = frozenset(["measure", "filter", "compare", "total", "same"])  # kinds whose surface names a unit
Cell = list[Item]
Combine = Callable[[Item, Item, tuple[str, ...]], Iterable[Item]]


class Chart:
    """Cells by (first, last); `fill` completes them from the lexical items by a rule for two neighbours."""

    def __init__(
        self, positions: Sequence[Position], combine: Combine, skips: Sequence[float], beam: int = BEAM
    ) -> None:
        self.positions = positions
        self._skips = skips  # what it costs to leave each position unexplained
        self._combine = combine
        self._beam = beam if len(positions) <= 10 else max(5, beam * 10 // len(positions))
        self.cells: dict[tuple[int, int], Cell] = {}

    def fill(self, lexical: dict[tuple[int, int], Cell]) -> Cell:
        """Return what the whole question may be, best first."""
        count = len(self.positions)
        for width in range(1, count + 1):
            for first in range(count - width + 1):
                last = first + width
                found = list(lexical.get((first, last), ()))
                for middle in range(first + 1, last):
                    found += self._joined(first, middle, last)
                found += self._skipping(first, last)
                self.cells[first, last] = self._best(found)
        return self.cells.get((0, count), [])

    def _joined(self, first: int, middle: int, last: int) -> Cell:
        gap = self.positions[middle].before
        found: Cell = []
        for left in self.cells[first, middle]:
            for right in self.cells[middle, last]:
                for item in self._combine(left, right, gap):
                    said = left.explained | right.explained
                    skipped = left.skipped + right.skipped
                    found.append(replace(item, explained=said, skipped=skipped))
        return found

    def _skipping(self, first: int, last: int) -> Cell:
        """Extend what stands beside a word over that word, at the price of not explaining it."""
        if last - first < 2:
            return []
        found = [self._skip(item, last - 1) for item in self.cells[first, last - 1]]
        return found + [self._skip(item, first) for item in self.cells[first + 1, last]]

    def _skip(self, item: Item, place: int) -> Item:
        word = self.positions[place]
        said = word.lemma in item.explained or word.lower in item.explained
        cost = SKIP_SAID if said else self._skips[place]
        return replace(item, score=item.score + cost, skipped=(*item.skipped, word.lower))

    def _best(self, items: Cell) -> Cell:
        best: dict[tuple[object, ...], Item] = {}
        for item in items:
            known = best.get(item.key)
            if known is None or item.score > known.score:
                best[item.key] = item
        return sorted(best.values(), key=rank)[: self._beam]


def rank(item: Item) -> tuple[float, int, int]:
    """Sort by score; between equals, what rests on something named comes first, then the smaller meaning."""
    return (-round(item.score, 4), 0 if anchored(item.meaning) else 1, size(item.meaning))
