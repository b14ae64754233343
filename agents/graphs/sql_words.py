"""What the SQL compiler knows of a graph: the keys of its words, how many there are of each, and parameters."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.graphs.reading import known_word
from agents.model import Schema
from agents.query import Condition, Pattern, Var

_MANY = 1_000  # the guess where nothing was counted yet


@dataclass(frozen=True)
class Words:
    """The keys behind a graph's names, and its counts (perhaps of an earlier version: they only guide)."""

    graph: int
    types: Mapping[str, int]
    relations: Mapping[str, int]
    keys: Mapping[str, int]
    node_keys: Callable[[Iterable[str]], Mapping[str, int]]
    schema: Schema

    def type_keys(self, names: Iterable[str]) -> list[int]:
        """Return the keys of these types; raise QueryError for one that the graph does not know."""
        return [known_word(self.types, name, "type") for name in names]

    def relation_keys(self, names: Iterable[str]) -> list[int]:
        """Return the keys of these relations; raise QueryError for one that the graph does not know."""
        return [known_word(self.relations, name, "relation") for name in names]

    def nodes_of(self, variable: Var, conditions: Iterable[Condition]) -> float:
        """Guess how many nodes a variable may be."""
        size = float(self.schema.nodes or _MANY)
        if variable.types:
            size = sum(each.count for each in map(self.schema.type, variable.types) if each)
        if variable.among:
            size = min(size, 100.0)
        for condition in conditions:
            if condition.variable == variable.name and condition.operator in ("=", "in"):
                size = min(size, 2.0 if condition.key in ("id", "name") else size / 20)
        return min(size, len(variable.ids)) if variable.ids else size

    def edges_of(self, pattern: Pattern) -> float:
        """Guess how many edges a pattern of one hop may be."""
        if not pattern.relations:
            return float(self.schema.edges or _MANY)
        return float(sum(each.count for each in map(self.schema.relation, pattern.relations) if each))

    def fan(self, pattern: Pattern, from_source: bool) -> float:
        """Guess how many nodes a pattern leads to from one of its ends."""
        ways = {"out": (from_source,), "in": (not from_source,), "both": (True, False)}[pattern.direction]
        names = pattern.relations or tuple(each.name for each in self.schema.relations)
        once = sum(self._fan(name, forwards) for name in names for forwards in ways)
        return float(min(max(once, 0.1) ** min(pattern.max_hops, 6), max(self.schema.nodes, 1)))

    def _fan(self, relation: str, forwards: bool) -> float:
        known = self.schema.relation(relation)
        if known is None:
            return 10.0
        ends = sum(each.heads if forwards else each.tails for each in known.signatures)
        return known.count / max(ends, 1)


@dataclass
class Params:
    """The parameters of a statement under construction, and fresh names for its tables."""

    values: dict[str, Any] = field(default_factory=dict)
    _names: int = 0

    def add(self, value: Any) -> str:
        """Keep a value and return its placeholder."""
        name = f"p{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def among(self, keys: Iterable[int]) -> str:
        """Return the right side of a comparison with one key or several: "= :p" or "IN (...)"."""
        listed = list(keys)
        if len(listed) == 1:
            return f"= {self.add(listed[0])}"
        text = "[" + ",".join(map(str, listed)) + "]"
        return f"IN (SELECT value FROM json_each({self.add(text)}))"

    def name(self, letter: str) -> str:
        """Return a name that no other table of the statement has."""
        self._names += 1
        return f"{letter}{self._names}"
