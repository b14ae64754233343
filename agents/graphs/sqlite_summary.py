"""What a graph holds, counted once a version and kept in the file for every process."""

import json
import sqlite3
from dataclasses import replace

from agents.graphs import summary
from agents.graphs.sqlite_connections import Snapshot
from agents.model import Schema, record

_DATE = "v.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' OR v.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'"
_KINDS = (
    "sum({n} * (typeof(v.value) = 'blob')) AS flags,"
    " sum({n} * (typeof(v.value) IN ('integer', 'real'))) AS numbers,"
    " sum({n} * (typeof(v.value) = 'text' AND ({date}))) AS dates,"
    " sum({n} * (typeof(v.value) = 'text' AND v.value GLOB '[0-9][0-9][0-9][0-9]')) AS years, sum({n}) AS total"
)


def count(snapshot: Snapshot) -> Schema:
    """Count what the graph holds; reads every node and edge."""
    conn, graph = snapshot.conn, (snapshot.graph,)
    return summary.counted(
        dict(conn.execute(_SIZES, graph)),
        summary.signatures(conn.execute(_SIGNATURES, graph)),
        summary.properties(conn.execute(_NODE_PROPERTIES, graph)),
        summary.properties(conn.execute(_EDGE_PROPERTIES, graph)),
        snapshot.version,
    )


def kept(conn: sqlite3.Connection, graph: int) -> Schema | None:
    """Return the summary that the file keeps, of whatever version, or None."""
    (text,) = conn.execute("SELECT summary FROM graphs WHERE key = ?", (graph,)).fetchone()
    return summary.schema_from_json(json.loads(text)) if text else None


def keep(conn: sqlite3.Connection, graph: int, schema: Schema) -> None:
    """Keep a summary in the file, unless a later one is there."""
    conn.execute(
        "UPDATE graphs SET summary = ?, summary_version = ? WHERE key = ? AND coalesce(summary_version, -1) < ?",
        (json.dumps(record(schema), ensure_ascii=False), schema.version, graph, schema.version),
    )


def carry_over(conn: sqlite3.Connection, graph: int, before: int, version: int) -> None:
    """Let the summary of a version hold for a later one, in which only words were declared anew."""
    schema = kept(conn, graph)
    if schema is not None and schema.version == before:
        keep(conn, graph, replace(schema, version=version))


_SIZES = (
    "SELECT t.name, n.size FROM (SELECT type, count(*) AS size FROM nodes WHERE graph = ? GROUP BY type) n"
    " JOIN types t ON t.key = n.type"
)
_SIGNATURES = (
    "SELECT r.name, h.name, t.name, s.size, s.heads, s.tails FROM"
    " (SELECT e.relation AS relation, h.type AS head, t.type AS tail, count(*) AS size,"
    " count(DISTINCT e.head) AS heads, count(DISTINCT e.tail) AS tails"
    " FROM edges e JOIN nodes h ON h.key = e.head JOIN nodes t ON t.key = e.tail"
    " WHERE e.relation IN (SELECT key FROM relations WHERE graph = ?) GROUP BY 1, 2, 3) s"
    " JOIN relations r ON r.key = s.relation JOIN types h ON h.key = s.head JOIN types t ON t.key = s.tail"
    " ORDER BY s.size DESC, h.name, t.name"
)
_NODE_PROPERTIES = (
    "SELECT t.name, k.name, p.n, p.many, p.flags, p.numbers, p.dates, p.years, p.total FROM"
    " (SELECT o.type AS owner, v.key AS key, sum(v.place <= 0) AS n, max(v.place) >= 0 AS many,"
    f" {_KINDS.format(n='1', date=_DATE)}"
    " FROM nodes o JOIN bag_values v ON v.bag = o.bag WHERE o.graph = ? GROUP BY 1, 2) p"
    " JOIN types t ON t.key = p.owner JOIN keys k ON k.key = p.key ORDER BY 3 DESC, 2"
)
_EDGE_PROPERTIES = (
    "SELECT r.name, k.name, p.n, p.many, p.flags, p.numbers, p.dates, p.years, p.total FROM"
    " (SELECT o.relation AS owner, v.key AS key, sum(o.n * (v.place <= 0)) AS n, max(v.place) >= 0 AS many,"
    f" {_KINDS.format(n='o.n', date=_DATE)} FROM"
    " (SELECT relation, bag, count(*) AS n FROM edges WHERE bag IS NOT NULL AND relation IN"
    " (SELECT key FROM relations WHERE graph = ?) GROUP BY relation, bag) o"
    " JOIN bag_values v ON v.bag = o.bag GROUP BY 1, 2) p"
    " JOIN relations r ON r.key = p.owner JOIN keys k ON k.key = p.key ORDER BY 3 DESC, 2"
)
