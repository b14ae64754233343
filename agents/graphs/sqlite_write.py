"""Writing nodes and edges, with everything that is kept in step with them: names, full text, property values."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from agents.graphs.folding import fold
from agents.graphs.loading import Tally, ends_of
from agents.graphs.sqlite_bags import Bags, Keys
from agents.graphs.sqlite_index import index_nodes, unindex_node
from agents.graphs.sqlite_rows import bag_text, chunks, key_list, keys_by_id, last_key, sources_text
from agents.model import Edge, Node

_KEPT = 500_000  # ids remembered between batches: some 50 MB at most


class Writer:
    """Writes into one graph inside the caller's transactions; not to be used on after one was undone."""

    def __init__(self, conn: sqlite3.Connection, graph: int) -> None:
        self.conn = conn
        self.graph = graph
        self.types = Keys(self.conn, self.graph, "types")
        self.relations = Keys(self.conn, self.graph, "relations")
        self._bags = Bags(self.conn, self.graph)
        self._node_keys: dict[str, int] = {}

    # --- nodes ---

    def put_nodes(self, nodes: Sequence[Node]) -> Tally:
        """Add nodes or replace those of their ids; the ids are distinct."""
        stored = self._stored_nodes(nodes)
        fresh = [node for node in nodes if node.id not in stored]
        changed = [node for node in nodes if node.id in stored and stored[node.id][1:] != self._fields(node)]
        self._add_nodes(fresh)
        for node in changed:
            self._replace_node(stored[node.id][0], node)
        return Tally(len(fresh), len(changed), len(nodes) - len(fresh) - len(changed))

    def _stored_nodes(self, nodes: Sequence[Node]) -> dict[str, tuple[Any, ...]]:
        """Return {id: (key, *_fields)} of those that exist."""
        found: dict[str, tuple[Any, ...]] = {}
        for chunk in chunks([node.id for node in nodes]):
            marks = ",".join("?" * len(chunk))
            sql = (
                "SELECT n.id, n.key, n.type, n.name, n.aliases, n.description, b.text FROM nodes n"
                f" LEFT JOIN bags b ON b.key = n.bag WHERE n.graph = ? AND n.id IN ({marks})"
            )
            found.update((row[0], row[1:]) for row in self.conn.execute(sql, (self.graph, *chunk)))
        return found

    def _fields(self, node: Node) -> tuple[Any, ...]:
        return self.types[node.type], node.name, _aliases(node), node.description, bag_text(node.props)

    def _add_nodes(self, nodes: Sequence[Node]) -> None:
        key = last_key(self.conn, "nodes")
        keyed = list(enumerate(nodes, key + 1))
        bags = self._bags.keys_of([node.props for node in nodes])
        rows = [
            (key, self.graph, node.id, self.types[node.type], node.name, fold(node.name), _aliases(node),
             node.description, bag)
            for (key, node), bag in zip(keyed, bags, strict=True)
        ]  # fmt: skip
        self.conn.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        index_nodes(self.conn, self.graph, keyed)
        self._remember({node.id: key for key, node in keyed})

    def _replace_node(self, key: int, node: Node) -> None:
        unindex_node(self.conn, self.graph, key)
        (bag,) = self._bags.keys_of([node.props])
        type, name, aliases, description, _ = self._fields(node)
        self.conn.execute(
            "UPDATE nodes SET type = ?, name = ?, folded = ?, aliases = ?, description = ?, bag = ? WHERE key = ?",
            (type, name, fold(name), aliases, description, bag, key),
        )
        index_nodes(self.conn, self.graph, [(key, node)])

    def remove_node(self, key: int) -> None:
        """Remove a node that no edge touches any more."""
        unindex_node(self.conn, self.graph, key)
        self.conn.execute("DELETE FROM vectors WHERE node = ?", (key,))
        self.conn.execute("DELETE FROM nodes WHERE key = ?", (key,))
        self._node_keys.clear()

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""
        wanted = set(ids)
        found = {id: self._node_keys[id] for id in wanted if id in self._node_keys}
        if missing := wanted - found.keys():
            looked_up = keys_by_id(self.conn, self.graph, missing)
            found |= looked_up
            self._remember(looked_up)  # which may forget others
        return found

    def _remember(self, keys: dict[str, int]) -> None:
        if len(self._node_keys) + len(keys) > _KEPT:
            self._node_keys.clear()
        self._node_keys.update(keys)

    # --- edges ---

    def existing(self, ids: Iterable[str]) -> Collection[str]:
        """Return those of these ids that have a node."""
        return self.node_keys(ids)

    def put_edges(self, edges: Sequence[Edge]) -> Tally:
        """Add edges or replace those of their triples; the triples are distinct and every end exists."""
        keys = self.node_keys(ends_of(edges))
        if not edges or self._stored_edge(edges[0], keys) is None:
            return self._write_edges(edges, keys)
        # mostly a load of what is there: looking first spares writing property sets that nothing will have
        others = [edge for edge in edges if self._stored_edge(edge, keys) != _edge_fields(edge)]
        tally = self._write_edges(others, keys)
        return Tally(tally.added, tally.changed, tally.same + len(edges) - len(others))

    def _write_edges(self, edges: Sequence[Edge], keys: dict[str, int]) -> Tally:
        bags = self._bags.keys_of([edge.props for edge in edges])
        rows = [(*self._ends(edge, keys), bag, *_own_fields(edge)) for edge, bag in zip(edges, bags, strict=True)]
        added = self._insert_edges(rows)
        if added == len(rows):
            return Tally(added)
        changes = [
            (*row[3:], *row[:3])
            for row, edge in zip(rows, edges, strict=True)
            if self._stored_edge(edge, keys) != _edge_fields(edge)
        ]
        self.conn.executemany(
            "UPDATE edges SET bag = ?, sources = ?, confidence = ?, status = ?"
            " WHERE head = ? AND relation = ? AND tail = ?",
            changes,
        )
        return Tally(added, len(changes), len(rows) - added - len(changes))

    def _stored_edge(self, edge: Edge, keys: dict[str, int]) -> tuple[Any, ...] | None:
        """Return the fields that are stored of an edge, as `_edge_fields` gives them, or None."""
        sql = (
            "SELECT b.text, e.sources, e.confidence, e.status FROM edges e LEFT JOIN bags b ON b.key = e.bag"
            " WHERE e.head = ? AND e.relation = ? AND e.tail = ?"
        )
        row: tuple[Any, ...] | None = self.conn.execute(sql, self._ends(edge, keys)).fetchone()
        return row

    def _ends(self, edge: Edge, keys: dict[str, int]) -> tuple[int, int, int]:
        return keys[edge.head], self.relations[edge.relation], keys[edge.tail]

    def _insert_edges(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Insert what is not there and return how many that were."""
        before = self.conn.total_changes
        self.conn.executemany(
            "INSERT INTO edges (head, relation, tail, bag, sources, confidence, status) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (head, relation, tail) DO NOTHING",
            rows,
        )
        return self.conn.total_changes - before

    def remove_edges(self, keys: Iterable[int]) -> None:
        """Remove the edges of these keys."""
        self.conn.execute("DELETE FROM edges WHERE key IN (SELECT value FROM json_each(?))", (key_list(keys),))


def _edge_fields(edge: Edge) -> tuple[Any, ...]:
    return bag_text(edge.props), *_own_fields(edge)


def _own_fields(edge: Edge) -> tuple[Any, ...]:
    return sources_text(edge.sources), float(edge.confidence), edge.status


def _aliases(node: Node) -> str:
    return json.dumps(node.aliases, ensure_ascii=False) if node.aliases else ""
