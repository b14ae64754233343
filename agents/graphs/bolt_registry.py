"""The node that stands for a graph: its version, its words, its declaration; and the lock of whoever writes.

    (:LoregraphGraph {name, number, version, next, declaration, types, relations, of_nodes, of_edges, summary})

`number` marks the graph in the full text, and a node's key is the number of its graph and its place in it, so that
keys rise in the order in which nodes came. Versions come from one counter, so that a graph made anew repeats none.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.errors import UnknownGraph
from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_rows import KEY
from agents.graphs.cypher_words import ENTITY, Forms, word_token
from agents.graphs.folding import is_storable

PLACES = 2**36  # nodes that a graph may ever have
CONSTRAINTS = (
    f"CREATE CONSTRAINT loregraph_id IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE (n.graph, n.id) IS UNIQUE",
    f"CREATE CONSTRAINT loregraph_key IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE n.{KEY} IS UNIQUE",
    "CREATE CONSTRAINT loregraph_graph IF NOT EXISTS FOR (g:LoregraphGraph) REQUIRE g.name IS UNIQUE",
    "CREATE CONSTRAINT loregraph_change IF NOT EXISTS FOR (c:LoregraphChange) REQUIRE (c.graph, c.id) IS UNIQUE",
    "CREATE INDEX loregraph_happening IF NOT EXISTS FOR (h:LoregraphHappening) ON (h.graph, h.subject)",
    "CREATE CONSTRAINT loregraph_counter IF NOT EXISTS FOR (c:LoregraphCounter) REQUIRE c.name IS UNIQUE",
)
_FIELDS = "g.number, g.version, g.next, g.types, g.relations, g.of_nodes, g.of_edges"


@dataclass
class Registry:
    """What the node of a graph says; whoever holds its lock may change it and `keep` it."""

    name: str
    number: int
    version: int
    next: int  # the place of the next new node
    types: list[str]
    relations: list[str]
    of_nodes: dict[str, Forms]
    of_edges: dict[str, Forms]
    _kept: tuple[Any, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        self._kept = self._state()

    def learn(self, types: Iterable[str], relations: Iterable[str]) -> None:
        """Take in the types and relations of what is about to be written, in their order."""
        self.types += [each for each in dict.fromkeys(types) if each not in self.types]
        self.relations += [each for each in dict.fromkeys(relations) if each not in self.relations]

    def learn_node(self, formed: Mapping[str, str]) -> None:
        """Take in the forms of a node's properties."""
        _join(self.of_nodes, formed)

    def learn_edge(self, formed: Mapping[str, str]) -> None:
        """Take in the forms of an edge's properties."""
        _join(self.of_edges, formed)

    def keep(self, tx: Transaction) -> None:
        """Write what has changed."""
        if self._state() != self._kept:
            words = {"types": self.types, "relations": self.relations}
            forms = {name: _text(getattr(self, name)) for name in ("of_nodes", "of_edges")}
            tx.do(
                "MATCH (g:LoregraphGraph {name: $name}) SET g += $words",
                name=self.name,
                words={**words, **forms, "next": self.next},
            )
            self._kept = self._state()

    def relation_tokens(self) -> dict[str, str]:
        """Return {relation: relationship type}, in the order in which relations came."""
        return {each: word_token(each) for each in self.relations}

    def type_tokens(self) -> dict[str, str]:
        """Return {type: label}, in the order in which types came."""
        return {each: word_token(each) if each else ENTITY for each in self.types}

    def _state(self) -> tuple[Any, ...]:
        return self.next, len(self.types), len(self.relations), {**self.of_nodes}, {**self.of_edges}


def registry(tx: Transaction, graph: str) -> Registry:
    """Return what is known of a graph; raise UnknownGraph."""
    row = (
        tx.one(f"MATCH (g:LoregraphGraph {{name: $name}}) RETURN {_FIELDS}", name=graph) if is_storable(graph) else None
    )
    return _registry(graph, row)


def locked(tx: Transaction, graph: str) -> Registry:
    """Return what is known of a graph, holding its lock until the transaction ends; raise UnknownGraph."""
    statement = f"MATCH (g:LoregraphGraph {{name: $name}}) SET g.lock = true REMOVE g.lock WITH g RETURN {_FIELDS}"
    return _registry(graph, tx.one(statement, name=graph) if is_storable(graph) else None)


def make(tx: Transaction, graph: str) -> None:
    """Make the node of a graph that is not there yet."""
    number = counted(tx)
    tx.do(
        "MERGE (g:LoregraphGraph {name: $name}) ON CREATE SET g.number = $number, g.version = $number, g.next = 0,"
        " g.declaration = '{}', g.types = [], g.relations = [], g.of_nodes = '{}', g.of_edges = '{}'",
        name=graph,
        number=number,
    )


def raise_version(tx: Transaction, graph: str) -> int:
    """Give the graph a version that no graph ever had, and return it."""
    version = counted(tx)
    tx.do("MATCH (g:LoregraphGraph {name: $name}) SET g.version = $version", name=graph, version=version)
    return version


def counted(tx: Transaction) -> int:
    """Return the next number of the one counter."""
    row = tx.one(
        "MERGE (c:LoregraphCounter {name: 'versions'}) ON CREATE SET c.value = 1 ON MATCH SET c.value = c.value + 1"
        " RETURN c.value"
    )
    assert row
    return int(row[0])


def _registry(graph: str, row: list[Any] | None) -> Registry:
    if row is None:
        raise UnknownGraph(graph)
    number, version, place, types, relations, of_nodes, of_edges = row
    return Registry(graph, number, version, place, types, relations, _forms(of_nodes), _forms(of_edges))


def _join(known: dict[str, Forms], formed: Mapping[str, str]) -> None:
    for name, letters in formed.items():
        before = known.get(name)
        if before is None or (before.text != letters and not set(letters) <= set(before.text)):
            known[name] = (before or Forms()).joined(letters)


def _forms(text: str) -> dict[str, Forms]:
    return {name: Forms(letters) for name, letters in json.loads(text).items()}


def _text(forms: dict[str, Forms]) -> str:
    return json.dumps({name: each.text for name, each in forms.items()}, ensure_ascii=False)
