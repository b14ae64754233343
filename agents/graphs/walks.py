"""Walking over the SQLite edges: neighbours of a set of nodes, and what lies around them."""

from collections.abc import Iterable, Sequence

from agents.errors import QueryError, did_you_mean
from agents.graphs.sqlite_connections import Reading
from agents.graphs.sqlite_rows import EDGE, edge_of, key_list, keys_by_id, nodes_by_key
from agents.model import Edge, Subgraph
from agents.query import Direction, Neighbourhood

Step = tuple[int, int, int]  # from node, to node, edge
_VISITED = 500_000  # nodes that a search may touch
_OUT = "SELECT head, tail, key FROM edges WHERE head IN (SELECT value FROM json_each(:nodes))"
_IN = "SELECT tail, head, key FROM edges WHERE tail IN (SELECT value FROM json_each(:nodes))"


def relation_keys(reading: Reading, relations: Sequence[str]) -> list[int]:
    """Return the keys of these relations; raise QueryError for one that the graph does not know."""
    known = dict(reading.conn.execute("SELECT name, key FROM relations WHERE graph = ?", (reading.graph,)))
    for relation in relations:
        if relation not in known:
            raise QueryError(f"Unknown relation '{relation}'{did_you_mean(relation, known)}.")
    return [known[relation] for relation in relations]


def steps(reading: Reading, nodes: Iterable[int], relations: Sequence[int], direction: Direction) -> list[Step]:
    """Return every edge that leads on from these nodes, those out of a node first."""
    reading.check()
    narrow = " AND relation IN (SELECT value FROM json_each(:relations))" if relations else ""
    halves = {"out": (_OUT,), "in": (_IN,), "both": (_OUT, _IN)}[direction]
    values = {"nodes": key_list(nodes), "relations": key_list(relations)}
    return [row for half in halves for row in reading.conn.execute(half + narrow, values)]


def neighbourhood(reading: Reading, query: Neighbourhood) -> Subgraph:
    """Return what lies within `hops` of the ids, nearest first, and the edges among what is kept."""
    relations = relation_keys(reading, query.relations)
    found = keys_by_id(reading.conn, reading.graph, query.ids)
    order = _nearest(reading, [found[id] for id in dict.fromkeys(query.ids) if id in found], relations, query.hops)
    kept = order[: query.limit]
    nodes = nodes_by_key(reading.conn, kept)
    edges = _among(reading, kept, relations)
    return Subgraph(tuple(nodes[key] for key in kept), edges, len(order) - len(kept))


def degree(reading: Reading, ids: Sequence[str]) -> dict[str, dict[tuple[str, str], int]]:
    """Return {id: {(relation, "out" | "in"): how many edges}} of the nodes that exist."""
    keys = keys_by_id(reading.conn, reading.graph, ids)
    by_key: dict[int, dict[tuple[str, str], int]] = {key: {} for key in keys.values()}
    for side, way in (("head", "out"), ("tail", "in")):
        sql = (
            f"SELECT e.{side}, r.name, count(*) FROM edges e JOIN relations r ON r.key = e.relation"
            f" WHERE e.{side} IN (SELECT value FROM json_each(?)) GROUP BY e.{side}, e.relation"
        )
        for node, relation, count in reading.conn.execute(sql, (key_list(by_key),)):
            by_key[node][relation, way] = count
    return {id: by_key[key] for id, key in keys.items()}


def _nearest(reading: Reading, start: Sequence[int], relations: Sequence[int], hops: int) -> list[int]:
    """Return the nodes within `hops`, level by level."""
    seen = dict.fromkeys(start)
    frontier = list(start)
    for _ in range(hops):
        reached = {to for _, to, _ in steps(reading, frontier, relations, "both")}
        frontier = sorted(reached - seen.keys())
        seen.update(dict.fromkeys(frontier))
        if not frontier or len(seen) > _VISITED:
            break
    return list(seen)


def _among(reading: Reading, nodes: Sequence[int], relations: Sequence[int]) -> tuple[Edge, ...]:
    inside = "IN (SELECT value FROM json_each(:nodes))"
    sql = f"{EDGE} WHERE e.head {inside} AND e.tail {inside}"
    if relations:
        sql += " AND e.relation IN (SELECT value FROM json_each(:relations))"
    values = {"nodes": key_list(nodes), "relations": key_list(relations)}
    return tuple(edge_of(row) for row in reading.conn.execute(sql + " ORDER BY e.key", values))
