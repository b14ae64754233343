"""Many things put back at once in the SQLite tables, a transaction a batch."""

import sqlite3
from collections.abc import Collection, Sequence

from agents.changes import Swap, Swapped
from agents.graphs import swapping
from agents.graphs.loading import Tally
from agents.graphs.sqlite_rows import edges_by_triple, key_list, nodes_by_key
from agents.graphs.sqlite_schema import raise_version
from agents.graphs.sqlite_write import Writer
from agents.model import Edge, Node

Triple = tuple[str, str, str]
_TIED = (
    "SELECT id FROM nodes n WHERE key IN (SELECT value FROM json_each(?)) AND"
    " (EXISTS (SELECT 1 FROM edges WHERE head = n.key) OR EXISTS (SELECT 1 FROM edges WHERE tail = n.key))"
)


class Swappable:
    """One graph's tables as `swapping` changes them."""

    def __init__(self, conn: sqlite3.Connection, graph: int) -> None:
        self._conn, self._graph = conn, graph
        self._writer = Writer(conn, graph)

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        """Return the nodes of these ids that exist."""
        found = nodes_by_key(self._conn, self._writer.node_keys(ids).values())
        return {node.id: node for node in found.values()}

    def edges(self, triples: Collection[Triple]) -> dict[Triple, Edge]:
        """Return the edges of these triples that exist."""
        return edges_by_triple(self._conn, self._graph, list(triples))

    def tied(self, ids: Collection[str]) -> set[str]:
        """Return those of these ids that an edge touches."""
        keys = key_list(self._writer.node_keys(ids).values())
        return {row[0] for row in self._conn.execute(_TIED, (keys,))}

    def put_nodes(self, nodes: Sequence[Node]) -> Tally:
        """Add nodes or replace those of their ids."""
        return self._writer.put_nodes(nodes)

    def put_edges(self, edges: Sequence[Edge]) -> Tally:
        """Add edges or replace those of their triples; every end exists."""
        return self._writer.put_edges(edges)

    def remove_nodes(self, ids: Sequence[str]) -> None:
        """Remove nodes that no edge touches."""
        for key in self._writer.node_keys(ids).values():
            self._writer.remove_node(key)

    def remove_edges(self, triples: Sequence[Triple]) -> None:
        """Remove edges."""
        keys = self._writer.node_keys(id for head, _, tail in triples for id in (head, tail))
        rows = [(keys[head], self._writer.relations[relation], keys[tail]) for head, relation, tail in triples]
        self._conn.executemany("DELETE FROM edges WHERE head = ? AND relation = ? AND tail = ?", rows)


def swap(conn: sqlite3.Connection, graph: int, swaps: Sequence[Swap]) -> Swapped:
    """Do what can be done of these swaps, inside the caller's transaction."""
    outcome = swapping.swap(Swappable(conn, graph), swaps)
    if outcome.done:
        raise_version(conn, graph)
    return outcome
