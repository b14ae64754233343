"""What the SQLite tables know of names, for `names.py`.

Fuzzy candidates come from the rarest trigrams of the text: a typo breaks three trigrams at most, and a rare one
has a short list.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from agents.graphs.reading import Called, Spelled
from agents.graphs.sqlite_connections import Snapshot
from agents.graphs.sqlite_rows import chunks, key_list, nodes_by_key
from agents.model import Node

Narrow = tuple[str, tuple[Any, ...]]  # a condition on `node`, its parameters
_GRAMS = 10
_SURE = 6  # trigrams of which a typo leaves three at least
_POSTINGS = 4_000  # trigram rows that are enough where there are so many trigrams
_MOST_POSTINGS = 200_000  # ... and where there are fewer
_LAST = "\U0010ffff"


def called(snapshot: Snapshot, texts: Iterable[str]) -> dict[str, list[Called]]:
    """Return {folded text: [(node, kind, text)]}, each node once, names first."""
    found: dict[str, dict[int, Called]] = {}
    for chunk in chunks(sorted(texts)):
        marks = ",".join("?" * len(chunk))
        sql = f"SELECT folded, node, kind, text FROM names WHERE graph = ? AND folded IN ({marks}) ORDER BY kind, node"
        for folded, node, kind, text in snapshot.conn.execute(sql, (snapshot.graph, *chunk)):
            found.setdefault(folded, {}).setdefault(node, (node, kind, text))
    return {folded: list(each.values()) for folded, each in found.items()}


def exactly(snapshot: Snapshot, text: str, types: Sequence[str], most: int) -> Iterable[Called]:
    """Yield what is called exactly so, names first."""
    narrow = _type_clause(snapshot, types)
    sql = f"SELECT node, kind, text FROM names WHERE graph = ? AND folded = ?{narrow[0]} ORDER BY kind LIMIT {most}"
    yield from snapshot.conn.execute(sql, (snapshot.graph, text, *narrow[1]))


def beginning(snapshot: Snapshot, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
    """Yield what is called by something longer that begins so, the shortest first."""
    narrow = _type_clause(snapshot, types)
    sql = (
        f"SELECT node, text, folded FROM names WHERE graph = ? AND folded > ? AND folded < ?{narrow[0]}"
        f" ORDER BY length(folded), kind, node LIMIT {most}"
    )
    yield from snapshot.conn.execute(sql, (snapshot.graph, text, text + _LAST, *narrow[1]))


def worded(snapshot: Snapshot, words: Sequence[str], types: Sequence[str], most: int) -> Iterable[tuple[int, Node]]:
    """Yield the nodes whose texts have all the words, the last perhaps unfinished."""
    narrow = _type_clause(snapshot, types)
    query = " ".join(f'"{word}"' for word in words) + "*"  # quoted, so that no word is an operator
    table = f"texts_{snapshot.graph}"
    sql = (
        f"SELECT rowid AS node FROM {table} WHERE {table} MATCH ?{narrow[0].replace('node', 'rowid', 1)}"
        f" ORDER BY bm25({table}, 10, 8, 1) LIMIT {most}"
    )
    keys = [row[0] for row in snapshot.conn.execute(sql, (query, *narrow[1]))]
    yield from nodes_by_key(snapshot.conn, keys).items()


def spelled(snapshot: Snapshot, text: str, types: Sequence[str], most: int) -> Iterable[Spelled]:
    """Yield what is called by something that shares many trigrams with the text."""
    grams = _rare_grams(snapshot, text)
    if not grams:
        return
    narrow = _type_clause(snapshot, types)
    table = f"grams_{snapshot.graph}"
    lists = " UNION ALL ".join([f"SELECT rowid AS name FROM {table} WHERE {table} MATCH ?"] * len(grams))
    sql = (
        f"SELECT node, text, folded FROM names WHERE key IN"
        f" (SELECT name FROM ({lists}) GROUP BY name ORDER BY count(*) DESC, name LIMIT {most}){narrow[0]}"
    )
    quoted = ['"' + gram.replace('"', '""') + '"' for gram in grams]
    yield from snapshot.conn.execute(sql, (*quoted, *narrow[1]))


def degrees(snapshot: Snapshot, nodes: Iterable[int]) -> dict[int, int]:
    """Return how many edges each node has."""
    count = "(SELECT count(*) FROM edges WHERE head = value) + (SELECT count(*) FROM edges WHERE tail = value)"
    return dict(snapshot.conn.execute(f"SELECT value, {count} FROM json_each(?)", (key_list(nodes),)))


def _type_clause(snapshot: Snapshot, types: Sequence[str]) -> Narrow:
    """Return an SQL condition on `node` and its parameters."""
    if not types:
        return "", ()
    known = dict(snapshot.conn.execute("SELECT name, key FROM types WHERE graph = ?", (snapshot.graph,)))
    keys = key_list(known[each] for each in types if each in known)
    sql = " AND node IN (SELECT key FROM nodes WHERE graph = ? AND type IN (SELECT value FROM json_each(?)))"
    return sql, (snapshot.graph, keys)


def _rare_grams(snapshot: Snapshot, text: str) -> list[str]:
    """Return the text's rarest trigrams that some name has."""
    grams = sorted({text[at : at + 3] for at in range(len(text) - 2)})
    marks = ",".join("?" * len(grams))
    sql = (
        f"SELECT term, doc FROM gram_counts_{snapshot.graph} WHERE term IN ({marks}) ORDER BY doc, term LIMIT {_GRAMS}"
    )
    chosen: list[str] = []
    read = 0
    for gram, count in snapshot.conn.execute(sql, grams):
        read += count
        if chosen and read > (_POSTINGS if len(chosen) >= _SURE else _MOST_POSTINGS):
            break
        chosen.append(gram)
    return chosen
