"""What a graph holds, counted while it is loaded: reading all of it back to count it takes longer than writing it.

That is so where a load begins in an empty graph and everything in it is new. Of any other, and of one too large to
remember what edges touch, nothing is counted here; the store then counts what it has.
"""

import re
from collections.abc import Iterable, Sequence

from agents.graphs import summary
from agents.graphs.loading import Record
from agents.graphs.store import LoadCounts
from agents.model import Edge, Node, Scalar, Schema, Value

_DATE, _YEAR = re.compile(r"\d{4}-\d{2}.*", re.ASCII | re.DOTALL), re.compile(r"\d{4}", re.ASCII)
_REMEMBERED = 1_000_000  # nodes, and ends of edges by what they join: some 100 MB at most


class _Values:
    """The values of one property of one type or relation."""

    __slots__ = ("dates", "flags", "many", "no_numbers", "numbers", "size", "total", "years")

    def __init__(self) -> None:
        self.size = self.flags = self.numbers = self.dates = self.years = self.total = self.no_numbers = 0
        self.many = False

    def add(self, value: Value) -> None:
        """Count what a thing has; an empty list is nothing."""
        if isinstance(value, (tuple, list)):
            if value:
                self.size += 1
                self.many = True
                for each in value:
                    self._one(each)
        else:
            self.size += 1
            self._one(value)

    def _one(self, value: Scalar) -> None:
        self.total += 1
        if isinstance(value, str):
            if "0" <= value[:1] <= "9":
                self.dates += _DATE.fullmatch(value) is not None
                self.years += _YEAR.fullmatch(value) is not None
        elif isinstance(value, bool):
            self.flags += 1
        else:
            self.numbers += 1
            self.no_numbers += value != value


class _Joined:
    """The edges of one relation between nodes of two types."""

    __slots__ = ("heads", "size", "tails")

    def __init__(self) -> None:
        self.size = 0
        self.heads: set[str] = set()
        self.tails: set[str] = set()


class Census:
    """The counts of a load that began in an empty graph."""

    def __init__(self) -> None:
        self.whole = True  # no longer where something was not new, or is too much
        self._types: dict[str, str] = {}
        self._joined: dict[tuple[str, str, str], _Joined] = {}
        self._of_types: dict[tuple[str, str], _Values] = {}
        self._of_relations: dict[tuple[str, str], _Values] = {}

    def take(self, records: Sequence[Record], before: LoadCounts, after: LoadCounts) -> None:
        """Count a batch that was written, given the load's counts before it and after it."""
        new = after.nodes_added + after.edges_added - before.nodes_added - before.edges_added
        self.whole = self.whole and new == len(records) and self._size() < _REMEMBERED
        if self.whole:
            self._nodes([each for each in records if isinstance(each, Node)])
            self._edges([each for each in records if isinstance(each, Edge)])

    def schema(self, version: int) -> Schema | None:
        """Return what the graph holds at this version, or None where that has to be counted."""
        values = (*self._of_types.values(), *self._of_relations.values())
        if not self.whole or any(each.no_numbers for each in values):  # which stores count as they keep them
            return None
        sizes: dict[str, int] = {}
        for type in self._types.values():
            sizes[type] = sizes.get(type, 0) + 1
        ends = [(*key, each.size, len(each.heads), len(each.tails)) for key, each in self._joined.items()]
        signatures = summary.signatures(sorted(ends, key=lambda each: (-each[3], each[1], each[2])))
        return summary.counted(sizes, signatures, _told(self._of_types), _told(self._of_relations), version)

    def _size(self) -> int:
        return len(self._types) + sum(len(each.heads) + len(each.tails) for each in self._joined.values())

    def _nodes(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._types[node.id] = node.type
            _count(self._of_types, node.type, node)

    def _edges(self, edges: Iterable[Edge]) -> None:
        types, joined = self._types, self._joined
        for edge in edges:
            head, tail = types.get(edge.head), types.get(edge.tail)
            if head is None or tail is None:  # another writer's
                self.whole = False
                return
            key = (edge.relation, head, tail)
            some = joined.get(key)
            if some is None:
                some = joined[key] = _Joined()
            some.size += 1
            some.heads.add(edge.head)
            some.tails.add(edge.tail)
            if edge.props:
                _count(self._of_relations, edge.relation, edge)


def _count(found: dict[tuple[str, str], _Values], owner: str, record: Record) -> None:
    for name, value in record.props.items():
        values = found.get((owner, name))
        if values is None:
            values = found[owner, name] = _Values()
        values.add(value)


def _told(found: dict[tuple[str, str], _Values]) -> summary.Properties:
    rows = [
        (owner, name, each.size, each.many, each.flags, each.numbers, each.dates, each.years, each.total)
        for (owner, name), each in found.items()
        if each.size
    ]
    return summary.properties(sorted(rows, key=lambda each: (-each[2], each[1])))
