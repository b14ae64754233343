"""A graph in memory that is written as text tables, and the plain set operations that answers are computed with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Value = str | int | float | bool
Ids = set[str]
Edge = tuple[str, str, str]


def convert(text: str) -> Value:
    """Read a cell: a boolean, a whole number, a decimal number, or the text itself."""
    if text in ("true", "false"):
        return text == "true"
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def split(text: str, mark: str) -> list[str]:
    """Split at a mark, strip the parts, leave out empty ones."""
    return [part.strip() for part in text.split(mark) if part.strip()]


def bracketed(text: str) -> tuple[str, list[str]]:
    """Part `name [a;b]` into the name and what stands in brackets."""
    match = re.fullmatch(r"([^\[]*)(?:\[(.*)\])?", text)
    assert match, text
    return match[1].strip(), split(match[2] or "", ";")


@dataclass
class Node:
    """A node: its key is `Type/Name`, with `#2` behind the name for the second node of one name."""

    key: str
    type: str
    name: str
    properties: dict[str, Value]


@dataclass
class Graph:
    """Nodes by key and edges as (tail key, relation, head key), in the order in which they were written."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    said: dict[Edge, dict[str, Value]] = field(default_factory=dict)  # what edges have as properties

    def table(self, type: str, columns: str, rows: str) -> None:
        """Add a node a line; a column is a property, or `relation>Type` with names parted by commas.

        `relation[since;pay]>Type` has edges with properties, written behind each name: `Ashcombe [1998;12]`.
        """
        names = columns.split()
        for line in split(rows, "\n"):
            label, *cells = (cell.strip() for cell in line.split("|"))
            assert len(cells) == len(names), line
            key = f"{type}/{label}"
            assert key not in self.nodes, key
            node = self.nodes[key] = Node(key, type, label.split("#")[0], {})
            for column, cell in zip(names, cells, strict=True):
                relation, _, target = column.partition(">")
                if target:
                    self._join(key, relation, target, cell)
                elif cell:
                    node.properties[relation] = convert(cell)

    def _join(self, key: str, relation: str, target: str, cell: str) -> None:
        name, labels = bracketed(relation)
        for each in split(cell, ","):
            end, values = bracketed(each)
            edge = (key, name, f"{target}/{end}")
            self.edges.append(edge)
            if values:
                self.said[edge] = dict(zip(labels, map(convert, values), strict=True))

    def plain(self, type: str, names: str) -> None:
        """Add nodes that have a name only, parted by commas."""
        self.table(type, "", "\n".join(split(names, ",")))

    def check(self) -> None:
        """Every edge has both ends, and none is there twice."""
        missing = {end for edge in self.edges for end in (edge[0], edge[2]) if end not in self.nodes}
        assert not missing, missing
        assert len(set(self.edges)) == len(self.edges), [e for e in self.edges if self.edges.count(e) > 1]

    def of(self, type: str) -> Ids:
        """All nodes of a type."""
        found = {key for key, node in self.nodes.items() if node.type == type}
        assert found, type
        return found

    def out(self, start: str | Iterable[str], *relations: str) -> Ids:
        """Follow relations forward, one after another."""
        return self._follow(start, relations, lambda edge: (edge[0], edge[2]))

    def into(self, start: str | Iterable[str], *relations: str) -> Ids:
        """Follow relations backward, one after another."""
        return self._follow(start, relations, lambda edge: (edge[2], edge[0]))

    def both(self, start: str, relation: str) -> Ids:
        """Follow a symmetric relation either way."""
        return self.out(start, relation) | self.into(start, relation)

    def _follow(
        self,
        start: str | Iterable[str],
        relations: tuple[str, ...],
        ends: Callable[[tuple[str, str, str]], tuple[str, str]],
    ) -> Ids:
        found = {start} if isinstance(start, str) else set(start)
        assert found <= self.nodes.keys(), found - self.nodes.keys()
        for relation in relations:
            edges = [edge for edge in self.edges if edge[1] == relation]
            assert edges, relation
            found = {ends(edge)[1] for edge in edges if ends(edge)[0] in found}
        return found

    def value(self, key: str, name: str) -> Value:
        """One property of one node."""
        return self.nodes[key].properties[name]

    def key(self, name: str) -> str:
        """The one node of a name."""
        (found,) = [key for key in self.nodes if key.split("/", 1)[1] == name]
        return found

    def told(self, name: str, property: str) -> list[str]:
        """One property of the one node of a name, as an answer."""
        return [str(self.value(self.key(name), property))]

    def only(self, keys: Iterable[str], property: str) -> list[str]:
        """One property of the one node of a set, as an answer."""
        (found,) = [str(self.value(key, property)) for key in keys]
        return [found]

    def tails(self, relation: str, holds: Callable[[dict[str, Value]], bool], head: str = "") -> Ids:
        """The tails of the edges, to the head of a name where one is given, whose properties pass."""
        edges = self._saying(relation, holds)
        return {edge[0] for edge in edges if not head or edge[2] == self.key(head)}

    def heads(self, relation: str, holds: Callable[[dict[str, Value]], bool], tail: str) -> Ids:
        """The heads of the edges from the tail of a name whose properties pass."""
        return {edge[2] for edge in self._saying(relation, holds) if edge[0] == self.key(tail)}

    def _saying(self, relation: str, holds: Callable[[dict[str, Value]], bool]) -> list[Edge]:
        return [edge for edge, told in self.said.items() if edge[1] == relation and holds(told)]

    def edge_told(self, tail: str, relation: str, head: str, property: str) -> list[str]:
        """One property of the edge between two nodes of names, as an answer."""
        return [str(self.said[self.key(tail), relation, self.key(head)][property])]

    def where(self, keys: Iterable[str], name: str, holds: Callable[[Value], bool]) -> Ids:
        """The nodes that have the property and whose value passes."""
        values = {key: self.nodes[key].properties.get(name) for key in keys}
        assert any(value is not None for value in values.values()), name
        return {key for key, value in values.items() if value is not None and holds(value)}

    def values(self, keys: Iterable[str], name: str) -> list[float]:
        """The numbers of a property, one for each node that has it."""
        return [self.nodes[key].properties[name] for key in sorted(keys) if name in self.nodes[key].properties]

    def top(self, keys: Iterable[str], name: str, pick: Callable = max) -> Ids:
        """The one node with the greatest (or least) property; a tie is an error, for it makes a question unfair."""
        return extreme({key: v for key in keys if (v := self.nodes[key].properties.get(name)) is not None}, pick)

    def most(self, keys: Iterable[str], measure: Callable[[str], Ids], pick: Callable = max) -> Ids:
        """The one node with the most (or fewest) neighbours by a measure."""
        return extreme({key: len(measure(key)) for key in keys}, pick)


def extreme(values: dict[str, Value], pick: Callable) -> Ids:
    """Give the keys of the extreme value, of which there must be one."""
    best = pick(values.values())
    found = {key for key, value in values.items() if value == best}
    assert len(found) == 1, found
    return found


Answer = set[str] | list[str] | bool | int | float | str | None
Question = tuple[str, str, Answer]
"""What is asked, its kind, and the answer: keys of nodes, a list of values, a number, a truth, or none at all."""


def number(value: float) -> str:
    """Write a number as text; one that does not end within two places is no fair answer."""
    assert abs(value * 100 - round(value * 100)) < 1e-6, value
    return str(round(value)) if value == round(value) else f"{value:.2f}".rstrip("0")


def mean(values: list[float]) -> float:
    """The average of a list of numbers."""
    return sum(values) / len(values)
