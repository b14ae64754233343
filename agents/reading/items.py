"""What a stretch of a question may be: a set of nodes, a relation that waits for its argument, a property, ..."""

from dataclasses import dataclass
from typing import Any, Literal

from agents.reading.evidence import Trace
from agents.reading.kin import Kinship
from agents.reading.meaning import Meaning, Result, Shared, Tally, Total, Values, anchored, size

Slot = tuple[str, str]  # (relation, "head" | "tail"): being that end of an edge of that relation

ItemKind = Literal[
    "set", "relation", "property", "value", "total",
    "superlative", "measure", "comparative", "number", "filter", "compare", "aggregate",
    "not", "negated", "and", "listed", "same", "label", "kin", "commonest", "tally", "beyond", "orfilter", "apiece",
]  # fmt: skip


@dataclass(frozen=True)
class Info:
    """What is known of a set's members without looking: their types and the slots that they may fill."""

    types: frozenset[str] = frozenset()
    offers: frozenset[Slot] = frozenset()


UNKNOWN = Info()


@dataclass(frozen=True)
class Item:
    """What a stretch may be, and its score: 0 is a perfect fit. Other fields are used by some kinds only."""

    kind: ItemKind
    score: float
    meaning: Result | None = None
    info: Info = UNKNOWN
    name: str = ""  # relation or property; operator of a comparison; aggregate; "and" or "or"
    out: bool = True  # a relation is asked from head to tail
    kin: Kinship | None = None  # what a word of kinship comes to
    said: str = ""  # the relation in the words it was recognised by
    passive: bool = False
    noun: bool = False  # the relation was said as a noun; so was the value that a set has ("museums")
    unit: str = ""  # the property or relation that is measured, compared or shared
    owner: str = ""  # the type that carries the property
    edge: str = ""  # ... or the relation whose edges do
    among: "Item | None" = None  # the set that is counted, compared with or shared
    number: float | None = None
    upper: float | None = None  # the other bound of "between"
    text: str = ""  # a number or adjective as asked; of a day or a month how its date begins
    until: str = ""  # ... of the other bound
    measure: str = ""  # the unit that a number is said in
    descending: bool = True
    place: int = 1  # "second largest": its place in the order
    count: int = 1  # "three largest": how many are meant
    dimensions: tuple[str, ...] = ()  # what an adjective measures
    explained: frozenset[str] = frozenset()  # words that the units used so far are called by
    gap: tuple[str, ...] = ()  # function words behind words that were skipped at its beginning
    trace: Trace = ()  # which stretches of the question it rests on
    derived: bool = False  # a set made by a relation or a filter, so that it modifies ("rivers | in texas")

    def but(self, **changes: Any) -> "Item":
        """Return the item with these fields changed: as `replace`, which takes ten times as long for so many fields."""
        made = object.__new__(Item)
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    @property
    def members(self) -> Meaning:
        """The nodes that an item of kind "set", "listed" or "negated" denotes."""
        assert self.meaning is not None
        assert not isinstance(self.meaning, Values | Total | Shared | Tally)
        return self.meaning

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two items the same reading."""
        return (
            self.kind, self.meaning, self.name, self.out, self.kin, self.unit, self.owner, self.edge,
            self.among.key if self.among else None, self.number, self.upper, self.text, self.until, self.measure,
            self.descending,
            self.place, self.count, self.dimensions,
        )  # fmt: skip

    @property
    def rank(self) -> tuple[float, int, int]:
        """What items are sorted by: the score; then what rests on something named; then the smaller meaning."""
        return (-round(self.score, 4), 0 if anchored(self.meaning) else 1, size(self.meaning))
