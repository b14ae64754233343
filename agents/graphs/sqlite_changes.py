"""Applying a ChangeSet in one transaction, with its inverse and the history it writes."""

import json
import sqlite3
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from agents.changes import (
    Applied,
    Change,
    ChangeSet,
    ExpectEdge,
    ExpectNode,
    PutEdge,
    PutNode,
    RemoveEdge,
    RemoveNode,
    changes_from_json,
)
from agents.errors import ChangeRefused
from agents.graphs.folding import is_storable
from agents.graphs.sqlite_load import why_unsound
from agents.graphs.sqlite_rows import EDGE, edge_of, nodes_by_key
from agents.graphs.sqlite_schema import raise_version
from agents.graphs.sqlite_write import Writer
from agents.graphs.store import Happening
from agents.model import Edge, Node

Subject = Node | Edge


@dataclass
class Applying:
    """A ChangeSet under way: what happened so far, and how to take it back (last change first)."""

    writer: Writer
    happened: list[tuple[Subject | None, Subject | None]] = field(default_factory=list)
    inverse: list[Change] = field(default_factory=list)
    effective: int = 0

    def one(self, change: Change) -> None:
        """Apply one change; raise ChangeRefused where it contradicts the graph."""
        match change:
            case PutNode(node):
                self._put_node(node)
            case RemoveNode(id):
                self._remove_node(id)
            case PutEdge(edge):
                self._put_edge(edge)
            case RemoveEdge(head, relation, tail):
                self._remove_edge(head, relation, tail)
            case ExpectNode(id):
                change.check(self._node(id), self._degree(id) if change.edges is not None else 0)
            case ExpectEdge(head, relation, tail):
                change.check(self._edge((head, relation, tail))[1])

    def _put_node(self, node: Node) -> None:
        _refuse_unsound(node)
        before = self._node(node.id)
        if before == node:
            return
        self.writer.put_nodes([node])
        self._note(before, node, [PutNode(before) if before else RemoveNode(node.id)])

    def _remove_node(self, id: str) -> None:
        before = self._node(id)
        if before is None:
            raise ChangeRefused(f"There is no node '{id}' to remove.")
        key = self.writer.node_keys([id])[id]
        edges = dict(self._edges("e.head = ? OR e.tail = ?", (key, key)))
        self.writer.remove_edges(edges)
        self.writer.remove_node(key)
        self.happened += [(edge, None) for edge in edges.values()]
        self._note(before, None, [PutNode(before), *(PutEdge(edge) for edge in edges.values())])

    def _put_edge(self, edge: Edge) -> None:
        _refuse_unsound(edge)
        keys = self.writer.node_keys([edge.head, edge.tail])
        for id in (edge.head, edge.tail):
            if id not in keys:
                raise ChangeRefused(f"The edge {_words(edge.triple)} needs a node '{id}', and there is none.")
        before = self._edge(edge.triple)[1]
        if before == edge:
            return
        self.writer.put_edges([edge], keys)
        self._note(before, edge, [PutEdge(before) if before else RemoveEdge(*edge.triple)])

    def _remove_edge(self, head: str, relation: str, tail: str) -> None:
        key, before = self._edge((head, relation, tail))
        if before is None:
            raise ChangeRefused(f"There is no edge {_words((head, relation, tail))} to remove.")
        self.writer.remove_edges([key])
        self._note(before, None, [PutEdge(before)])

    def _note(self, before: Subject | None, after: Subject | None, inverse: list[Change]) -> None:
        self.happened.append((before, after))
        self.inverse[:0] = inverse
        self.effective += 1

    def _node(self, id: str) -> Node | None:
        key = self.writer.node_keys([id]).get(id)
        return None if key is None else nodes_by_key(self.writer.conn, [key])[key]

    def _degree(self, id: str) -> int:
        key = self.writer.node_keys([id]).get(id)
        sql = "SELECT count(*) FROM edges WHERE head = ? OR tail = ?"
        return int(self.writer.conn.execute(sql, (key, key)).fetchone()[0])

    def _edge(self, triple: tuple[str, str, str]) -> tuple[int, Edge | None]:
        head, relation, tail = triple
        keys = self.writer.node_keys([head, tail])
        if head not in keys or tail not in keys or not is_storable(relation):
            return 0, None
        found = self._edges("e.head = ? AND r.name = ? AND e.tail = ?", (keys[head], relation, keys[tail]))
        return found[0] if found else (0, None)

    def _edges(self, where: str, values: tuple[Any, ...]) -> list[tuple[int, Edge]]:
        rows = self.writer.conn.execute(f"{EDGE} WHERE {where} ORDER BY e.key", values)
        return [(row[0], edge_of(row)) for row in rows]


def apply(conn: sqlite3.Connection, graph: int, changes: ChangeSet) -> Applied:
    """Apply changes inside the caller's transaction, once for their id; raise ChangeRefused."""
    if not changes.id or not is_storable(changes.id + changes.author + changes.reason + changes.source):
        raise ChangeRefused("A change needs an id, and texts that are Unicode.")
    sql = "SELECT effective, inverse FROM changes WHERE graph = ? AND id = ?"
    if row := conn.execute(sql, (graph, changes.id)).fetchone():
        return Applied(changes.id, row[0], changes_from_json(json.loads(row[1])), already=True)
    applying = Applying(Writer(conn, graph))
    for change in changes.changes:
        applying.one(change)
    inverse = ChangeSet(
        f"undo:{changes.id}", tuple(applying.inverse), changes.author, f"Undo: {changes.reason}", changes.source
    )
    _keep(conn, graph, changes, applying, inverse)
    if applying.effective:
        raise_version(conn, graph)
    return Applied(changes.id, applying.effective, inverse)


def history(conn: sqlite3.Connection, graph: int, id: str) -> tuple[Happening, ...]:
    """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""
    if not is_storable(id):
        return ()
    rows = conn.execute(
        "SELECT c.id, c.at, c.author, c.reason, c.source, h.before, h.after FROM happenings h"
        " JOIN changes c ON c.key = h.change WHERE h.graph = ? AND h.subject = ? ORDER BY h.key DESC",
        (graph, id),
    )
    return tuple(
        Happening(change, at, author, reason, source, _subject(before), _subject(after))
        for change, at, author, reason, source, before, after in rows
    )


def _keep(conn: sqlite3.Connection, graph: int, changes: ChangeSet, applying: Applying, inverse: ChangeSet) -> None:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    text = json.dumps(inverse.to_json(), ensure_ascii=False)
    said = (changes.author, changes.reason, changes.source)
    cursor = conn.execute(
        "INSERT INTO changes (graph, id, at, author, reason, source, effective, inverse)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (graph, changes.id, at, *said, applying.effective, text),
    )
    conn.executemany(
        "INSERT INTO happenings (change, graph, subject, before, after) VALUES (?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, graph, (after or before).id, _text(before), _text(after))  # type: ignore[union-attr]
            for before, after in applying.happened
        ],
    )


def _text(subject: Subject | None) -> str | None:
    return None if subject is None else json.dumps(subject.to_json(), ensure_ascii=False)


def _subject(text: str | None) -> Subject | None:
    if text is None:
        return None
    data = json.loads(text)
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)


def _refuse_unsound(subject: Subject) -> None:
    if reason := why_unsound(subject):
        raise ChangeRefused(f"The change has {reason}.")


def _words(triple: tuple[str, str, str]) -> str:
    return " ".join(f"'{each}'" for each in triple)
