"""Finding nodes by what they are called, on the SQLite tables: exact, prefix, full text, fuzzy.

Fuzzy candidates come from the rarest trigrams of the text: a typo breaks three trigrams at most, and a rare one
has a short list. Scores: exact .98 to 1, prefix .8 to .97, the others by likeness of the folded texts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from agents.graphs.folding import fold_name
from agents.graphs.sqlite_connections import Reading
from agents.graphs.sqlite_rows import chunks, key_list, nodes_by_key
from agents.graphs.sqlite_schema import ALIAS, ID, NAME
from agents.model import Candidate, Node

Hit = tuple[float, str, str]  # score, how, what matched
Narrow = tuple[str, tuple[Any, ...]]  # a condition on `node`, its parameters
_POOL = 200  # candidates looked at in a stage
_GRAMS = 10
_SURE = 6  # trigrams of which a typo leaves three at least
_POSTINGS = 4_000  # trigram rows that are enough where there are so many trigrams
_MOST_POSTINGS = 200_000  # ... and where there are fewer
_LIKE = 0.7  # the least likeness of a typo
_CROWD = 2_000  # nodes of one name whose degrees are compared
_LAST = "\U0010ffff"


def find(reading: Reading, text: str, types: Sequence[str], limit: int) -> tuple[Candidate, ...]:
    """Return nodes called `text`, best first."""
    wanted = fold_name(text)[:300]
    if not wanted or limit < 1:
        return ()
    hits: dict[int, Hit] = {}
    for stage in (_exact, _prefix, _full_text, _fuzzy):
        for node, hit in stage(reading, wanted, _type_clause(reading, types)):
            hits[node] = max(hits.get(node, hit), hit, key=lambda each: each[0])
        if len(hits) >= limit or (stage is _full_text and any(how == "exact" for _, how, _ in hits.values())):
            break  # who wrote a name rightly made no typo
    return _candidates(reading, hits, limit)


def find_exact(reading: Reading, texts: Sequence[str], limit: int) -> dict[str, tuple[Candidate, ...]]:
    """Return, for each text that is a name, alias or id, the nodes called so: names before aliases, then by degree."""
    folded = {text: fold_name(text) for text in texts}
    called = _called(reading, {each for each in folded.values() if each})
    crowds = [some[:_CROWD] for some in called.values() if len(some) > 1]
    degrees = _degrees(reading, {node for some in crowds for node, _, _ in some})
    best = {short: _best(some, degrees, limit) for short, some in called.items()}
    nodes = nodes_by_key(reading.conn, {node for some in best.values() for node, _, _ in some})
    return {
        text: tuple(Candidate(nodes[node], _exact_score(kind), "exact", name) for node, kind, name in best[short])
        for text, short in folded.items()
        if short in best
    }


def _called(reading: Reading, texts: Iterable[str]) -> dict[str, list[tuple[int, int, str]]]:
    """Return {folded text: [(node, kind, text)]}, each node once, names first."""
    found: dict[str, dict[int, tuple[int, int, str]]] = {}
    for chunk in chunks(sorted(texts)):
        marks = ",".join("?" * len(chunk))
        sql = f"SELECT folded, node, kind, text FROM names WHERE graph = ? AND folded IN ({marks}) ORDER BY kind, node"
        for folded, node, kind, text in reading.conn.execute(sql, (reading.graph, *chunk)):
            found.setdefault(folded, {}).setdefault(node, (node, kind, text))
    return {folded: list(each.values()) for folded, each in found.items()}


def _best(called: list[tuple[int, int, str]], degrees: Mapping[int, int], limit: int) -> list[tuple[int, int, str]]:
    return sorted(called[:_CROWD], key=lambda each: (each[1] == ALIAS, -degrees.get(each[0], 0), each[0]))[:limit]


def _degrees(reading: Reading, nodes: Iterable[int]) -> dict[int, int]:
    count = "(SELECT count(*) FROM edges WHERE head = value) + (SELECT count(*) FROM edges WHERE tail = value)"
    return dict(reading.conn.execute(f"SELECT value, {count} FROM json_each(?)", (key_list(nodes),)))


def _candidates(reading: Reading, hits: Mapping[int, Hit], limit: int) -> tuple[Candidate, ...]:
    """Return the best hits; the better connected first where they are alike."""
    pool = sorted(hits, key=lambda key: -hits[key][0])[: max(limit, _POOL)]
    degrees = _degrees(reading, pool)
    chosen = sorted(pool, key=lambda key: (-round(hits[key][0], 3), -degrees[key], key))[:limit]
    nodes = nodes_by_key(reading.conn, chosen)
    return tuple(Candidate(nodes[key], round(hits[key][0], 4), *hits[key][1:]) for key in chosen)


def _type_clause(reading: Reading, types: Sequence[str]) -> Narrow:
    """Return an SQL condition on `node` and its parameters."""
    if not types:
        return "", ()
    known = dict(reading.conn.execute("SELECT name, key FROM types WHERE graph = ?", (reading.graph,)))
    keys = key_list(known[each] for each in types if each in known)
    sql = " AND node IN (SELECT key FROM nodes WHERE graph = ? AND type IN (SELECT value FROM json_each(?)))"
    return sql, (reading.graph, keys)


def _exact(reading: Reading, text: str, narrow: Narrow) -> Iterable[tuple[int, Hit]]:
    sql = f"SELECT node, kind, text FROM names WHERE graph = ? AND folded = ?{narrow[0]} ORDER BY kind LIMIT {_CROWD}"
    for node, kind, name in reading.conn.execute(sql, (reading.graph, text, *narrow[1])):
        yield node, (_exact_score(kind), "exact", name)


def _exact_score(kind: int) -> float:
    return 1.0 if kind in (NAME, ID) else 0.98


def _prefix(reading: Reading, text: str, narrow: Narrow) -> Iterable[tuple[int, Hit]]:
    sql = (
        f"SELECT node, text, folded FROM names WHERE graph = ? AND folded > ? AND folded < ?{narrow[0]}"
        f" ORDER BY length(folded), kind, node LIMIT {_POOL}"
    )
    for node, name, folded in reading.conn.execute(sql, (reading.graph, text, text + _LAST, *narrow[1])):
        yield node, (0.8 + 0.17 * len(text) / len(folded), "prefix", name)


def _full_text(reading: Reading, text: str, narrow: Narrow) -> Iterable[tuple[int, Hit]]:
    """Find nodes that have all the words, the last perhaps unfinished, in name, aliases or description."""
    words = re.findall(r"\w+", text)[:20]
    if not words:
        return
    query = " ".join(f'"{word}"' for word in words) + "*"  # quoted, so that no word is an operator
    table = f"texts_{reading.graph}"
    sql = (
        f"SELECT rowid AS node FROM {table} WHERE {table} MATCH ?{narrow[0].replace('node', 'rowid', 1)}"
        f" ORDER BY bm25({table}, 10, 8, 1) LIMIT {_POOL}"
    )
    keys = [row[0] for row in reading.conn.execute(sql, (query, *narrow[1]))]
    for key, node in nodes_by_key(reading.conn, keys).items():
        yield key, _text_hit(node, text, words)


def _text_hit(node: Node, text: str, words: Sequence[str]) -> Hit:
    names = [(name, fold_name(name)) for name in (node.name, *node.aliases)]
    holding = [(_likeness(text, folded), name) for name, folded in names if all(word in folded for word in words)]
    if holding:
        likeness, name = max(holding)
        return 0.5 + 0.3 * likeness, "text", name
    return 0.35, "text", node.description or node.name


def _fuzzy(reading: Reading, text: str, narrow: Narrow) -> Iterable[tuple[int, Hit]]:
    grams = _rare_grams(reading, text)
    if not grams:
        return
    table = f"grams_{reading.graph}"
    lists = " UNION ALL ".join([f"SELECT rowid AS name FROM {table} WHERE {table} MATCH ?"] * len(grams))
    sql = (
        f"SELECT node, text, folded FROM names WHERE key IN"
        f" (SELECT name FROM ({lists}) GROUP BY name ORDER BY count(*) DESC, name LIMIT {3 * _POOL}){narrow[0]}"
    )
    quoted = ['"' + gram.replace('"', '""') + '"' for gram in grams]
    for node, name, folded in reading.conn.execute(sql, (*quoted, *narrow[1])):
        if (likeness := _likeness(text, folded)) >= _LIKE:
            yield node, (0.95 * likeness, "fuzzy", name)


def _rare_grams(reading: Reading, text: str) -> list[str]:
    """Return the text's rarest trigrams that some name has."""
    grams = sorted({text[at : at + 3] for at in range(len(text) - 2)})
    marks = ",".join("?" * len(grams))
    sql = f"SELECT term, doc FROM gram_counts_{reading.graph} WHERE term IN ({marks}) ORDER BY doc, term LIMIT {_GRAMS}"
    chosen: list[str] = []
    read = 0
    for gram, count in reading.conn.execute(sql, grams):
        read += count
        if chosen and read > (_POSTINGS if len(chosen) >= _SURE else _MOST_POSTINGS):
            break
        chosen.append(gram)
    return chosen


def _likeness(left: str, right: str) -> float:
    """Return how alike two folded texts are, 0 to 1: letter by letter, and with the words sorted."""
    return (0.6 * fuzz.ratio(left, right) + 0.4 * fuzz.token_sort_ratio(left, right)) / 100
