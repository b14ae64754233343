"""A read of one graph in the SQLite file: what the shared verbs ask, answered from the tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.graphs import sqlite_names
from agents.graphs.reading import Called, RelationKey, Spelled, Step
from agents.graphs.sql import compile_match
from agents.graphs.sql_words import Words
from agents.graphs.sqlite_connections import Snapshot
from agents.graphs.sqlite_rows import EDGE, edge_of, edges_by_key, key_list, keys_by_id, nodes_by_key
from agents.graphs.statement import Statement
from agents.model import Edge, Node, Schema
from agents.query import Direction, Match

_OUT = "SELECT head, tail, key FROM edges WHERE head IN (SELECT value FROM json_each(:nodes))"
_IN = "SELECT tail, head, key FROM edges WHERE tail IN (SELECT value FROM json_each(:nodes))"


@dataclass(frozen=True)
class SqliteReading:
    """A Reading; `guide` has the latest counts at hand, perhaps of an earlier version."""

    snapshot: Snapshot
    guide: Schema = Schema()  # noqa: RUF009 (frozen)

    @property
    def version(self) -> int:
        """The graph's version."""
        return self.snapshot.version

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""
        self.snapshot.check()

    # --- nodes and edges ---

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""
        return keys_by_id(self.snapshot.conn, self.snapshot.graph, ids)

    def nodes(self, keys: Iterable[int]) -> dict[int, Node]:
        """Return the nodes of these keys."""
        return nodes_by_key(self.snapshot.conn, keys)

    def edges(self, keys: Iterable[int]) -> dict[int, Edge]:
        """Return the edges of these keys."""
        return edges_by_key(self.snapshot.conn, keys)

    def known_relations(self) -> Mapping[str, RelationKey]:
        """Return {name: key} of the graph's relations."""
        return self._keys("relations")

    def steps(self, nodes: Iterable[int], relations: Sequence[RelationKey], direction: Direction) -> list[Step]:
        """Return every edge that leads on from these nodes, those out of a node first."""
        self.check()
        narrow = " AND relation IN (SELECT value FROM json_each(:relations))" if relations else ""
        halves = {"out": (_OUT,), "in": (_IN,), "both": (_OUT, _IN)}[direction]
        values = {"nodes": key_list(nodes), "relations": key_list(relations)}
        return [row for half in halves for row in self.snapshot.conn.execute(half + narrow, values)]

    def among(self, nodes: Sequence[int], relations: Sequence[RelationKey]) -> tuple[Edge, ...]:
        """Return the edges between these nodes."""
        inside = "IN (SELECT value FROM json_each(:nodes))"
        sql = f"{EDGE} WHERE e.head {inside} AND e.tail {inside}"
        if relations:
            sql += " AND e.relation IN (SELECT value FROM json_each(:relations))"
        values = {"nodes": key_list(nodes), "relations": key_list(relations)}
        rows = self.snapshot.conn.execute(f"{sql} ORDER BY e.head, e.relation, e.tail", values)
        return tuple(edge_of(row) for row in rows)

    def degrees(self, nodes: Iterable[int]) -> dict[int, int]:
        """Return how many edges each node has."""
        return sqlite_names.degrees(self.snapshot, nodes)

    def relation_counts(self, nodes: Iterable[int]) -> Iterator[tuple[int, str, str, int]]:
        """Yield (node, relation, "out" | "in", how many edges)."""
        keys = key_list(nodes)
        for side, way in (("head", "out"), ("tail", "in")):
            sql = (
                f"SELECT e.{side}, r.name, '{way}', count(*) FROM edges e JOIN relations r ON r.key = e.relation"
                f" WHERE e.{side} IN (SELECT value FROM json_each(?)) GROUP BY e.{side}, e.relation"
            )
            yield from self.snapshot.conn.execute(sql, (keys,))

    # --- matching ---

    def compile(self, query: Match, most: int, proved: bool) -> Statement:
        """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be."""
        return compile_match(query, self.words(), most, proved)

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a compiled statement."""
        if "only" in parameters:
            parameters = {**parameters, "only": key_list(parameters["only"])}
        cursor = self.snapshot.conn.execute(statement, parameters)
        names = [each[0] for each in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def words(self) -> Words:
        """Return what the compiler knows of the graph."""
        types, relations, keys = map(self._keys, ("types", "relations", "keys"))
        return Words(self.snapshot.graph, types, relations, keys, self.node_keys, self.guide)

    def _keys(self, table: str) -> dict[str, int]:
        sql = f"SELECT name, key FROM {table} WHERE graph = ?"
        return dict(self.snapshot.conn.execute(sql, (self.snapshot.graph,)))

    # --- names ---

    def called(self, texts: Iterable[str]) -> dict[str, list[Called]]:
        """Return {text: those called exactly so}, each node once, names before aliases before ids."""
        return sqlite_names.called(self.snapshot, texts)

    def exactly(self, text: str, types: Sequence[str], most: int) -> Iterable[Called]:
        """Yield what is called exactly so, names first."""
        return sqlite_names.exactly(self.snapshot, text, types, most)

    def beginning(self, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
        """Yield what is called by something longer that begins so, the shortest first."""
        return sqlite_names.beginning(self.snapshot, text, types, most)

    def worded(self, words: Sequence[str], types: Sequence[str], most: int) -> Iterable[tuple[int, Node]]:
        """Yield the nodes whose texts have all the words, the last perhaps unfinished."""
        return sqlite_names.worded(self.snapshot, words, types, most)

    def spelled(self, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
        """Yield what is called by something that shares many trigrams with the text."""
        return sqlite_names.spelled(self.snapshot, text, types, most)
