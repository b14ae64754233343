"""Rows of the SQLite tables as nodes and edges."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from agents.graphs.folding import is_storable
from agents.model import Edge, Node, Provenance, Value

NODE = (
    "SELECT n.key, n.id, t.name, n.name, n.aliases, n.description, b.text"
    " FROM nodes n JOIN types t ON t.key = n.type LEFT JOIN bags b ON b.key = n.bag"
)
EDGE = (
    "SELECT e.key, h.id, r.name, t.id, b.text, e.sources, e.confidence, e.status FROM edges e"
    " JOIN relations r ON r.key = e.relation JOIN nodes h ON h.key = e.head JOIN nodes t ON t.key = e.tail"
    " LEFT JOIN bags b ON b.key = e.bag"
)
_encode = json.JSONEncoder(ensure_ascii=False).encode
_encode_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_CHUNK = 900  # parameters of a statement; builds of SQLite allow 999 at the least


def node_of(row: Sequence[Any]) -> Node:
    """Build the node of a row that `NODE` selects."""
    _, id, type, name, aliases, description, bag = row
    return Node(id, type, name, tuple(json.loads(aliases)) if aliases else (), description, props_of(bag))


def edge_of(row: Sequence[Any]) -> Edge:
    """Build the edge of a row that `EDGE` selects."""
    _, head, relation, tail, bag, sources, confidence, status = row
    return Edge(head, relation, tail, props_of(bag), sources_of(sources), confidence, status)


def nodes_by_key(conn: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Node]:
    """Return the nodes of these keys."""
    sql = f"{NODE} WHERE n.key IN (SELECT value FROM json_each(?))"
    return {row[0]: node_of(row) for row in conn.execute(sql, (key_list(keys),))}


def edges_by_key(conn: sqlite3.Connection, keys: Iterable[int]) -> dict[int, Edge]:
    """Return the edges of these keys."""
    sql = f"{EDGE} WHERE e.key IN (SELECT value FROM json_each(?))"
    return {row[0]: edge_of(row) for row in conn.execute(sql, (key_list(keys),))}


def edges_by_triple(
    conn: sqlite3.Connection, graph: int, triples: Sequence[tuple[str, str, str]]
) -> dict[tuple[str, str, str], Edge]:
    """Return the edges of these triples that exist."""
    keys = keys_by_id(conn, graph, [id for head, _, tail in triples for id in (head, tail)])
    relations = dict(conn.execute("SELECT name, key FROM relations WHERE graph = ?", (graph,)))
    # by keys alone, so that the one index of all three serves: by the relation's name another one may seem as good
    sql = f"{EDGE} WHERE e.head = ? AND e.relation = ? AND e.tail = ?"
    found = {}
    for head, relation, tail in triples:
        if head in keys and tail in keys and relation in relations:
            for row in conn.execute(sql, (keys[head], relations[relation], keys[tail])):
                found[head, relation, tail] = edge_of(row)
    return found


def keys_by_id(conn: sqlite3.Connection, graph: int, ids: Iterable[str]) -> dict[str, int]:
    """Return the keys of the nodes of these ids that exist."""
    found: dict[str, int] = {}
    for chunk in chunks(list(dict.fromkeys(ids))):
        marks = ",".join("?" * len(chunk))
        found.update(conn.execute(f"SELECT id, key FROM nodes WHERE graph = ? AND id IN ({marks})", (graph, *chunk)))
    return found


def chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut texts into lists that fit a statement's parameters, leaving out what UTF-8 cannot hold.

    Texts travel as parameters of their own and not as one JSON list: SQLite ends a JSON text at a NUL.
    """
    whole = [each for each in values if is_storable(each)]
    for start in range(0, len(whole), _CHUNK):
        yield whole[start : start + _CHUNK]


def key_list(keys: Iterable[int]) -> str:
    """Return integer keys as the JSON list that `json_each` reads."""
    return "[" + ",".join(map(str, keys)) + "]"


def props_of(bag: str | None) -> dict[str, Value]:
    """Read properties from their JSON text."""
    if not bag:
        return {}
    return {key: tuple(each) if isinstance(each, list) else each for key, each in json.loads(bag).items()}


def bag_text(props: Mapping[str, Value]) -> str | None:
    """Return properties as JSON text with sorted keys, or None where there are none."""
    return _encode_sorted(dict(props)) if props else None


def sources_of(text: str) -> tuple[Provenance, ...]:
    """Read provenance from its JSON text."""
    return tuple(Provenance(*each) for each in json.loads(text)) if text else ()


@lru_cache(maxsize=1_000)  # a file's edges mostly share their sources
def sources_text(sources: tuple[Provenance, ...]) -> str:
    """Return provenance as JSON text, empty where there is none."""
    if not sources:
        return ""
    return _encode([(each.kind, each.name, each.detail) for each in sources])


def last_key(conn: sqlite3.Connection, table: str) -> int:
    """Return the greatest key of a table, 0 where it is empty."""
    return int(conn.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()[0])
