"""Applying a ChangeSet to the SQLite tables in one transaction, and the history it writes."""

import sqlite3
from typing import Any

from agents.changes import Applied, ChangeSet
from agents.graphs import changing
from agents.graphs.changing import Applying
from agents.graphs.folding import is_storable
from agents.graphs.sqlite_rows import EDGE, edge_of, nodes_by_key
from agents.graphs.sqlite_schema import raise_version
from agents.graphs.sqlite_write import Writer
from agents.graphs.store import Happening
from agents.model import Edge, Node


class Changed:
    """One graph's tables as `changing` changes them."""

    def __init__(self, conn: sqlite3.Connection, graph: int) -> None:
        self._writer = Writer(conn, graph)

    def node(self, id: str) -> Node | None:
        """Return the node of that id, or None."""
        key = self._key(id)
        return None if key is None else nodes_by_key(self._writer.conn, [key])[key]

    def edge(self, triple: tuple[str, str, str]) -> Edge | None:
        """Return the edge of that triple, or None."""
        return self._edge(triple)[1]

    def edges_at(self, id: str) -> list[Edge]:
        """Return every edge that touches a node, in the order in which they came."""
        key = self._key(id)
        return [edge for _, edge in self._edges("e.head = ? OR e.tail = ?", (key, key))]

    def degree(self, id: str) -> int:
        """Return how many edges touch a node; 0 where there is none."""
        key = self._key(id)
        sql = "SELECT count(*) FROM edges WHERE head = ? OR tail = ?"
        return int(self._writer.conn.execute(sql, (key, key)).fetchone()[0])

    def put_node(self, node: Node) -> None:
        """Add the node, or replace the one of its id."""
        self._writer.put_nodes([node])

    def put_edge(self, edge: Edge) -> None:
        """Add the edge, or replace the one of its triple; both ends exist."""
        self._writer.put_edges([edge])

    def remove_node(self, id: str) -> None:
        """Remove a node and the edges that touch it."""
        key = self._writer.node_keys([id])[id]
        self._writer.remove_edges(edge for edge, _ in self._edges("e.head = ? OR e.tail = ?", (key, key)))
        self._writer.remove_node(key)

    def remove_edge(self, triple: tuple[str, str, str]) -> None:
        """Remove an edge."""
        self._writer.remove_edges([self._edge(triple)[0]])

    def _key(self, id: str) -> int | None:
        return self._writer.node_keys([id]).get(id)

    def _edge(self, triple: tuple[str, str, str]) -> tuple[int, Edge | None]:
        head, relation, tail = triple
        keys = self._writer.node_keys([head, tail])
        if head not in keys or tail not in keys or not is_storable(relation):
            return 0, None
        found = self._edges("e.head = ? AND r.name = ? AND e.tail = ?", (keys[head], relation, keys[tail]))
        return found[0] if found else (0, None)

    def _edges(self, where: str, values: tuple[Any, ...]) -> list[tuple[int, Edge]]:
        rows = self._writer.conn.execute(f"{EDGE} WHERE {where} ORDER BY e.key", values)
        return [(row[0], edge_of(row)) for row in rows]


def apply(conn: sqlite3.Connection, graph: int, changes: ChangeSet) -> Applied:
    """Apply changes inside the caller's transaction, once for their id; raise ChangeRefused."""
    changing.refuse_unsound(changes)
    sql = "SELECT effective, inverse FROM changes WHERE graph = ? AND id = ?"
    if row := conn.execute(sql, (graph, changes.id)).fetchone():
        return changing.already(changes.id, *row)
    applying, applied = changing.applied(Changed(conn, graph), changes)
    _keep(conn, graph, changes, applying, applied)
    if applied.effective:
        raise_version(conn, graph)
    return applied


def history(conn: sqlite3.Connection, graph: int, id: str) -> tuple[Happening, ...]:
    """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""
    if not is_storable(id):
        return ()
    rows = conn.execute(
        "SELECT c.id, c.at, c.author, c.reason, c.source, h.before, h.after FROM happenings h"
        " JOIN changes c ON c.key = h.change WHERE h.graph = ? AND h.subject = ? ORDER BY h.key DESC",
        (graph, id),
    )
    return tuple(Happening(*said, *map(changing.subject_of, (before, after))) for *said, before, after in rows)


def _keep(conn: sqlite3.Connection, graph: int, changes: ChangeSet, applying: Applying, applied: Applied) -> None:
    said = (changing.now(), changes.author, changes.reason, changes.source)
    cursor = conn.execute(
        "INSERT INTO changes (graph, id, at, author, reason, source, effective, inverse)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (graph, changes.id, *said, applied.effective, changing.inverse_text(applied)),
    )
    conn.executemany(
        "INSERT INTO happenings (change, graph, subject, before, after) VALUES (?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, graph, (after or before).id, *map(changing.subject_text, (before, after)))  # type: ignore[union-attr]
            for before, after in applying.happened
        ],
    )
