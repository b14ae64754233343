"""Runs a compiled Match on SQLite and gathers the edges that prove each row."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.graphs.sql import Proof, Statement, compile_match
from agents.graphs.sql_columns import Column
from agents.graphs.sql_words import Words
from agents.graphs.sqlite_connections import Reading
from agents.graphs.sqlite_rows import edges_by_key, key_list, keys_by_id, nodes_by_key
from agents.graphs.store import Cell, Row, Rows
from agents.graphs.tracks import Track, shortest_walks
from agents.model import Edge, Node, Schema
from agents.query import Match

_EDGES_OF_A_ROW = 200
_EDGES_OF_ALL = 20_000


@dataclass
class Evidence:
    """The keys of the edges that prove a row.

    `total` counts those of the whole group; it matters where gathering was `cut` at the cap. An edge that serves
    two patterns of the query counts twice in it.
    """

    edges: dict[int, None] = field(default_factory=dict)
    tracks: dict[Track, None] = field(default_factory=dict)
    total: int = 0
    cut: bool = False

    def full(self, most: int) -> bool:
        """Say whether the row has as many proofs as it may."""
        return len(self.edges) + len(self.tracks) >= most


def match(reading: Reading, query: Match, schema: Schema, limit: int, proved: bool = True) -> Rows:
    """Return the rows of a Match, at most `limit`, with their edges where they are to be `proved`."""
    statement = compile_match(query, words_of(reading, schema), max(limit, 0), proved)
    found = _run(reading.conn, statement.sql, statement.parameters)
    truncated = len(found) > limit
    found = found[:limit]
    most = max(1, min(_EDGES_OF_A_ROW, _EDGES_OF_ALL // max(1, len(found))))
    gather = _of_groups if statement.aggregates else _of_rows
    evidence = gather(reading, statement, query, found, most) if proved else [Evidence() for _ in found]
    rows = _rows(reading, statement, found, evidence, most)
    labels = tuple(each.label for each in statement.columns)
    return Rows(labels, rows, statement.sql, statement.parameters, truncated)


def words_of(reading: Reading, schema: Schema) -> Words:
    """Return what the compiler knows of a graph."""
    types, relations, keys = (
        dict(reading.conn.execute(f"SELECT name, key FROM {table} WHERE graph = ?", (reading.graph,)))
        for table in ("types", "relations", "keys")
    )
    return Words(
        reading.graph, types, relations, keys, lambda ids: keys_by_id(reading.conn, reading.graph, ids), schema
    )


def _run(conn: sqlite3.Connection, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    cursor = conn.execute(sql, parameters)
    names = [each[0] for each in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


# --- evidence ---


def _of_rows(
    reading: Reading, statement: Statement, query: Match, found: list[dict[str, Any]], most: int
) -> list[Evidence]:
    """Return the proof that came with each row: the edges of one of its solutions."""
    evidence = [Evidence() for _ in found]
    for row, each in zip(found, evidence, strict=True):
        _add(each, row, statement.proofs)
    return evidence


def _of_groups(
    reading: Reading, statement: Statement, query: Match, found: list[dict[str, Any]], most: int
) -> list[Evidence]:
    """Return the proofs of each group's solutions, up to a cap."""
    plain = [f"c{at}" for at, each in enumerate(statement.columns) if not each.aggregate]
    groups = {tuple(row[each] for each in plain): Evidence(total=row["edges"]) for row in found}
    if statement.evidence and groups:
        waiting = set(groups)
        only = key_list(row["c0"] for row in found if row["c0"] is not None) if statement.narrowed else ""
        for row in _stream(reading, statement, only):
            key = tuple(row[f"c{at}"] for at in range(len(plain)))
            if key in waiting:
                _add(groups[key], row, statement.proofs)
                if groups[key].full(most):
                    groups[key].cut = True
                    waiting.discard(key)
                    if not waiting:
                        break
    return [groups[tuple(row[each] for each in plain)] for row in found]


def _stream(reading: Reading, statement: Statement, only: str) -> Iterable[dict[str, Any]]:
    cursor = reading.conn.execute(statement.evidence, {**statement.parameters, "only": only})
    names = [each[0] for each in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _add(evidence: Evidence, row: Mapping[str, Any], proofs: Iterable[Proof]) -> None:
    for proof in proofs:
        ends = [row[f"p_{column}"] for column in proof.columns]
        if None in ends:
            continue  # an optional pattern that did not hold
        if proof.edge:
            evidence.edges[ends[0]] = None
        else:
            evidence.tracks[Track(proof.pattern, *ends)] = None


# --- rows ---


def _rows(
    reading: Reading, statement: Statement, found: list[dict[str, Any]], evidence: list[Evidence], most: int
) -> tuple[Row, ...]:
    """Turn keys into nodes and edges, fetched together."""
    walks = shortest_walks(reading, {track for each in evidence for track in each.tracks})
    for each in evidence:
        each.edges.update((edge, None) for track in each.tracks for edge in walks.get(track, ()))
    kept = [list(each.edges)[:most] for each in evidence]
    reader = _CellReader(reading, statement.columns, found, (edge for each in kept for edge in each))
    return tuple(
        Row(reader.cells(row), tuple(reader.edges[edge] for edge in edges), _omitted(each, len(edges)))
        for row, each, edges in zip(found, evidence, kept, strict=True)
    )


def _omitted(evidence: Evidence, kept: int) -> int:
    found = len(evidence.edges)
    return (max(evidence.total, found) if evidence.cut else found) - kept


class _CellReader:
    """Reads cells, having fetched all nodes and edges at once."""

    def __init__(
        self, reading: Reading, columns: tuple[Column, ...], rows: list[dict[str, Any]], edges: Iterable[int]
    ) -> None:
        keys: dict[str, set[int]] = {"node": set(), "edge": set(edges)}
        for at, column in enumerate(columns):
            if column.kind in keys:
                keys[column.kind].update(row[f"c{at}"] for row in rows if row[f"c{at}"] is not None)
        self.nodes: dict[int, Node] = nodes_by_key(reading.conn, keys["node"])
        self.edges: dict[int, Edge] = edges_by_key(reading.conn, keys["edge"])
        read: dict[str, Callable[[Any], Cell]] = {"node": self.nodes.get, "edge": self.edges.get}
        self._read = [read.get(column.kind, _scalar) for column in columns]

    def cells(self, row: Mapping[str, Any]) -> tuple[Cell, ...]:
        """Return the cells of one row."""
        return tuple(read(row[f"c{at}"]) for at, read in enumerate(self._read))


def _scalar(value: Any) -> Cell:
    if isinstance(value, bytes):
        return value == b"\x01"
    if isinstance(value, str) and "\0" in value:
        return value.split("\0", 1)[1]
    return value  # type: ignore[no-any-return]
