"""What a stretch of a question denotes, as a small tree of set values.

A `Meaning` is a set of nodes; `Measure` is what a set can be ordered by; a `Result` may also be values or one
number. The tree is symbolic: nothing is looked up to build it, and `compile.py` turns it into one query.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Union

from agents.model import Schema
from agents.query import MAX_HOPS, Aggregate, Operator, Scalar

Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
COMPARED: dict[str, Comparison] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}


@dataclass(frozen=True)
class Things:
    """Certain nodes, by id."""

    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Kind:
    """All nodes of a type; all of the graph where `type` is empty; only heads of some of `relations`, if any.

    With `ids` only these nodes, which the talk calls by `name` ("those 12 courts"): what is asked of courts can be
    asked of them alike.
    """

    type: str
    relations: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Said:
    """What an edge must say: a property of its own that compares so with a value."""

    key: str
    operator: Operator
    value: Scalar


@dataclass(frozen=True)
class Joined:
    """The nodes that an edge of `relation` leads to from the set (`out`: the set's members are heads).

    `said`: what the edge says besides, of one hop only.
    """

    source: "Meaning"
    relation: str
    out: bool
    hops: int = 1
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Both:
    """The members of every part."""

    parts: tuple["Meaning", ...]


@dataclass(frozen=True)
class Either:
    """The members of any part."""

    parts: tuple["Meaning", ...]


@dataclass(frozen=True)
class ButNot:
    """The members of `source` that are not in `other`."""

    source: "Meaning"
    other: "Meaning"


@dataclass(frozen=True)
class Where:
    """The members whose property compares so with a value."""

    source: "Meaning"
    key: str
    operator: Operator
    value: Scalar | tuple[Scalar, ...]


@dataclass(frozen=True)
class Against:
    """The members whose property compares so with the same property of some member of `other`."""

    source: "Meaning"
    key: str
    operator: Operator
    other: "Meaning"


@dataclass(frozen=True)
class Measure:
    """What members are ordered by: a property (`key`), or how many of `among` an edge of `relation` leads to.

    With both, it is the property of the edge by which they are joined.
    """

    key: str = ""
    relation: str = ""
    out: bool = True
    among: "Meaning | None" = None


@dataclass(frozen=True)
class Most:
    """The members with the most (or the least) of a measure, ties included: `count` of them, from `place` on."""

    source: "Meaning"
    measure: Measure
    descending: bool = True
    count: int = 1
    place: int = 1

    @property
    def of_the_rest(self) -> "Most":
        """The same without `place`: the second largest is the largest of what is not the largest."""
        first = Most(self.source, self.measure, self.descending, self.place - 1)
        return self if self.place == 1 else Most(ButNot(self.source, first), self.measure, self.descending, self.count)


@dataclass(frozen=True)
class Counted:
    """The members whose count of a measure compares so with a number."""

    source: "Meaning"
    measure: Measure
    operator: Operator
    number: float


@dataclass(frozen=True)
class Beyond:
    """The members whose property compares so with a number of the graph's: the average of all, or any total.

    `beyond.py` looks the number up before a query is made, so that no query has to.
    """

    source: "Meaning"
    key: str
    operator: Comparison
    total: "Total"


Meaning = Union[Things, Kind, Joined, Both, Either, ButNot, Where, Against, Most, Counted, Beyond]


@dataclass(frozen=True)
class Values:
    """A property of each member; with a relation, of the edges of it by which they are joined."""

    source: Meaning
    key: str
    relation: str = ""


@dataclass(frozen=True)
class Total:
    """One number of a set: "count", or "sum", "average", "min" or "max" of a property."""

    source: Meaning
    aggregate: str
    key: str = ""


@dataclass(frozen=True)
class Shared:
    """The values of a property by how many of a set have each.

    With an operator those that so many have (up to `upper`, if given); else the `count` that most have (or fewest),
    ties included; of a count of 0 all of them, each with how many, or with another `aggregate` of the property `of`.
    """

    source: Meaning
    key: str
    descending: bool = True
    count: int = 1
    operator: Comparison | None = None
    number: float = 0.0
    upper: float | None = None
    aggregate: Aggregate = "count"
    of: str = ""


@dataclass(frozen=True)
class Tally:
    """The members of a set, each with its count of a measure; those that have none are left out.

    With another `aggregate`, each with that of the property `of` of what the measure counts.
    """

    source: Meaning
    measure: Measure
    aggregate: Aggregate = "count"
    of: str = ""


Result = Union[Meaning, Values, Total, Shared, Tally]


def transitively(meaning: "Meaning", schema: Schema) -> "Meaning":
    """Return a meaning in which relations that are declared transitive are followed as far as they go."""
    match meaning:
        case Joined(source, relation, out, hops, said):
            declared = schema.relation(relation)
            far = MAX_HOPS if declared and declared.transitive and not said else hops
            return Joined(transitively(source, schema), relation, out, far, said)
        case Both(parts):
            return Both(tuple(transitively(part, schema) for part in parts))
        case _:
            return meaning


def owner(meaning: Meaning) -> str:
    """Return the type of a set that narrows one type's members by their properties."""
    while isinstance(meaning, Where):
        meaning = meaning.source
    return meaning.type if isinstance(meaning, Kind) else ""


def keys(meaning: Meaning) -> tuple[str, ...]:
    """Return the properties by which a set narrows one type's members."""
    return (*keys(meaning.source), meaning.key) if isinstance(meaning, Where) else ()


def universal(meaning: object) -> bool:
    """Whether a set is all of a type, or the part of one that was spoken of before."""
    return isinstance(meaning, Kind)


def boundless(meaning: object) -> bool:
    """Whether a set is all of a type."""
    return isinstance(meaning, Kind) and not meaning.ids


def sort(meaning: object) -> bool:
    """Whether a set is all of a type, or those of it whose properties compare so ("major cities")."""
    while isinstance(meaning, Where):
        meaning = meaning.source
    return isinstance(meaning, Kind)


def narrowed(meaning: object) -> bool:
    """Whether a set is those of a type that are joined with something ("papers by X")."""
    return isinstance(meaning, Both) and sort(meaning.parts[0]) and isinstance(meaning.parts[-1], Joined)


def named(meaning: object) -> bool:
    """Whether a set is of certain nodes, called by name."""
    return isinstance(meaning, Things)


def certain(meaning: object) -> bool:
    """Whether a set is of certain nodes: called by name, or spoken of before; or of lists of such."""
    match meaning:
        case Either(parts):
            return all(certain(each) for each in parts)
        case ButNot(source, other):
            return certain(source) and certain(other)
        case _:
            return named(meaning) or (isinstance(meaning, Kind) and bool(meaning.ids))


def parts_of_both(meaning: Meaning) -> tuple[Meaning, ...]:
    """Return the sets that all members of a set are in."""
    return meaning.parts if isinstance(meaning, Both) else (meaning,)


def parts_of_either(meaning: Meaning) -> tuple[Meaning, ...]:
    """Return the sets that each member of a set is in one of."""
    return meaning.parts if isinstance(meaning, Either) else (meaning,)


def impossible(meaning: Meaning) -> bool:
    """Whether a set's members would have two values of one property, or a number above its own bound."""
    wheres = list(_wheres(meaning))
    return any(_clash(one, other) for n, one in enumerate(wheres) for other in wheres[:n] if one.key == other.key)


def _wheres(meaning: Meaning) -> Iterator[Where]:
    """Yield all that each member of a set must have as a property of its own."""
    while isinstance(meaning, Where):
        yield meaning
        meaning = meaning.source
    if isinstance(meaning, Both):
        for part in meaning.parts:
            yield from _wheres(part)


def _clash(one: Where, other: Where) -> bool:
    if one.operator == other.operator == "=":
        return one.value != other.value
    if other.operator in (">", ">="):
        one, other = other, one
    low, high = one.value, other.value
    bounds = one.operator in (">", ">=") and other.operator in ("<", "<=")
    return bounds and isinstance(low, int | float) and isinstance(high, int | float) and low > high


def returns(meaning: Meaning, relation: str, out: bool) -> bool:
    """Whether joining a set so goes back the way that the set was reached by."""
    steps = [part for part in parts_of_both(meaning) if isinstance(part, Joined)]
    return any(step.relation == relation and step.out != out for step in steps)


def anchored(meaning: Result | None) -> bool:
    """Whether a meaning rests on something that the question names (a node or a value), not on types alone."""
    match meaning:
        case Things() | Where():
            return True
        case Kind():
            return bool(meaning.ids)
        case None:
            return False
        case Both(parts) | Either(parts):
            return any(anchored(each) for each in parts)
        case ButNot(source, other) | Against(source, _, _, other):
            return anchored(source) or anchored(other)
        case _:
            return anchored(meaning.source)


def size(meaning: Result | None) -> int:
    """Return how many parts a meaning has: between equals, the smaller is the better guess."""
    match meaning:
        case None:
            return 0
        case Things() | Kind():
            return 1
        case Both(parts) | Either(parts):
            return 1 + sum(size(each) for each in parts)
        case ButNot(source, other) | Against(source, _, _, other):
            return 1 + size(source) + size(other)
        case Most(source, measure) | Counted(source, measure) | Tally(source, measure):
            return 1 + size(source) + size(measure.among)
        case _:
            return 1 + size(meaning.source)
