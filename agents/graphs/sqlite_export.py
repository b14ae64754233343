"""A whole graph as a stream, on a connection of its own, so that it may take its time."""

from collections.abc import Iterator

from agents.graphs.sqlite_connections import Connections, graph_key
from agents.graphs.sqlite_rows import EDGE, NODE, edge_of, node_of
from agents.model import Edge, Node


def export(connections: Connections, graph: str) -> Iterator[Node | Edge]:
    """Yield every node by id, then every edge by head, relation and tail, all of one moment."""
    session = connections.fresh()
    try:
        session.conn.execute("BEGIN")
        key, _ = graph_key(session.conn, graph)
        yield from map(node_of, session.conn.execute(f"{NODE} WHERE n.graph = ? ORDER BY n.id", (key,)))
        edges = session.conn.execute(f"{EDGE} WHERE h.graph = ? ORDER BY h.id, r.name, t.id", (key,))
        yield from map(edge_of, edges)
    finally:
        session.close()
