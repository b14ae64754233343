"""Any Neo4j database as a source of records. It is only read: in reading transactions, with nothing made in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from agents.errors import LoadError
from agents.graphs.address import address
from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.cypher_words import quoted
from agents.loaders.neo4j_survey import Kind, plain, survey
from agents.loaders.props import node
from agents.loaders.records import Item, Record, Reject, Skip
from agents.model import Edge, Node, Provenance, frozen_props


class Neo4jSource:
    """The nodes of some labels (or all) and the edges between them, a graph for Loregraph.

    A node goes by its `id_property` and label where it has one that no other node has, else by its inner number.
    """

    total = 0  # bytes, which nobody knows

    def __init__(self, at: str, labels: Sequence[str] = (), name_property: str = "", id_property: str = "") -> None:
        try:
            self._connections = Connections(address(at), timeout=30)
        except ValueError as error:
            raise LoadError(f"That is no address of a Neo4j database: {error}.") from error
        self.place = f"{self._connections.address.place}/{self._connections.address.database or ''}"
        self.kinds: tuple[Kind, ...] = survey(self._connections, labels, name_property)
        self._names = {each.label: each.name for each in self.kinds}
        self._all = not labels
        self._id_property = id_property
        self._read = 0

    def done(self) -> int:
        """How many bytes have been read so far: nobody knows."""
        return 0

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge."""
        ids: dict[int, str] = {}
        taken: set[str] = set()
        for number, labels, bag in self._connections.stream(self._nodes):
            self._read += 1
            made = self._node(number, tuple(labels), bag, taken)
            ids[number] = made.id
            taken.add(made.id)
            yield Record(made, self.place, self._read)
        triples: set[tuple[int, str, int]] = set()
        for head, relation, tail, bag in self._connections.stream(self._edges):
            self._read += 1
            if (head, relation, tail) in triples:
                yield Skip("further edges of a relation between the same two nodes")
            elif head in ids and tail in ids:
                triples.add((head, relation, tail))
                yield self._edge(ids[head], relation, ids[tail], bag)

    def _nodes(self, tx: Transaction) -> Iterator[list[Any]]:
        some = "" if self._all else f":{'|'.join(quoted(each.label) for each in self.kinds)}"
        own = "WHERE none(label IN labels(n) WHERE label STARTS WITH 'Loregraph')"
        return tx.rows(f"MATCH (n{some}) {own} RETURN id(n), labels(n), properties(n) ORDER BY id(n)")

    def _edges(self, tx: Transaction) -> Iterator[list[Any]]:
        return tx.rows("MATCH (h)-[e]->(t) RETURN id(h), type(e), id(t), properties(e)")

    def _node(self, number: int, labels: tuple[str, ...], bag: Mapping[str, Any], taken: set[str]) -> Node:
        values = {key: plain(value) for key, value in bag.items()}
        chosen = next((self._names[each] for each in labels if self._names.get(each) in values), "")
        told = tuple(each for each in labels if each in self._names) or labels
        made = node(self._id(number, told, values, taken), told, values)
        if not chosen or made.name == str(values[chosen]):
            return made
        props = {key: value for key, value in made.props.items() if key != chosen}
        return replace(made, name=str(values[chosen]), props=props)

    def _id(self, number: int, labels: tuple[str, ...], values: Mapping[str, Any], taken: set[str]) -> str:
        given = values.get(self._id_property) if self._id_property else None
        id = f"{labels[0] if labels else ''}:{given}" if isinstance(given, (str, int)) else ""
        return id if id and id not in taken else f"neo4j:{number}"

    def _edge(self, head: str, relation: str, tail: str, bag: Mapping[str, Any]) -> Item:
        if not relation:
            return Reject(self.place, self._read, "an edge without a relation")
        props = frozen_props({key: plain(value) for key, value in bag.items()})
        source = Provenance("file", f"Neo4j at {self.place}")
        return Record(Edge(head, relation, tail, props, (source,)), self.place, self._read)
