"""The tables of the SQLite store.

Nodes, edges, types, relations and property keys have integer keys inside; a property set ("bag") is kept once
for all nodes and edges that share it within a load. `bag_values.sort` holds a number as it is and a text folded,
so one index serves both: SQLite sorts every number before every text. `value` holds what people see; a flag is
the blob 0 or 1, for SQLite has no booleans. `place` is -1 for a scalar and counts from 0 inside a tuple.

Each graph has full-text tables of its own: another graph's words cannot show, nor weigh on a rank, and a dropped
graph is gone in one statement.
"""

import sqlite3
from contextlib import closing

from agents.graphs.sqlite_functions import add_functions

VERSION = 1

_PRAGMAS = (
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -16384",  # 16 MB for each connection; what is read mostly comes through the shared mapping
    "mmap_size = 1073741824",
    "wal_autocheckpoint = 16384",  # pages: a load writes an index page many times and the file once
)

_TABLES = """
CREATE TABLE counter (value INTEGER NOT NULL);
INSERT INTO counter VALUES (0);
CREATE TABLE graphs (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
    declaration TEXT NOT NULL DEFAULT '{}', summary TEXT, summary_version INTEGER);
CREATE TABLE types (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, name TEXT NOT NULL, UNIQUE (graph, name));
CREATE TABLE relations (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, name TEXT NOT NULL, UNIQUE (graph, name));
CREATE TABLE keys (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, name TEXT NOT NULL, UNIQUE (graph, name));
CREATE TABLE bags (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, text TEXT NOT NULL);
CREATE INDEX bags_by_graph ON bags (graph);
CREATE TABLE bag_values (
    bag INTEGER NOT NULL, key INTEGER NOT NULL, place INTEGER NOT NULL, value, sort,
    PRIMARY KEY (bag, key, place)) WITHOUT ROWID;
CREATE INDEX bag_values_by_value ON bag_values (key, sort, value);
CREATE TABLE nodes (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, id TEXT NOT NULL,
    type INTEGER NOT NULL REFERENCES types, name TEXT NOT NULL, folded TEXT NOT NULL,
    aliases TEXT NOT NULL, description TEXT NOT NULL, bag INTEGER, UNIQUE (graph, id));
CREATE INDEX nodes_by_type ON nodes (graph, type);
CREATE INDEX nodes_by_bag ON nodes (bag) WHERE bag IS NOT NULL;
CREATE TABLE names (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL, node INTEGER NOT NULL REFERENCES nodes,
    kind INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX names_by_text ON names (graph, folded, kind, node);
CREATE INDEX names_by_node ON names (node);
CREATE TABLE edges (
    key INTEGER PRIMARY KEY, head INTEGER NOT NULL REFERENCES nodes,
    relation INTEGER NOT NULL REFERENCES relations, tail INTEGER NOT NULL REFERENCES nodes,
    bag INTEGER, sources TEXT NOT NULL, confidence REAL NOT NULL, status TEXT NOT NULL,
    UNIQUE (head, relation, tail));
CREATE INDEX edges_backwards ON edges (tail, relation, head);
CREATE INDEX edges_by_relation ON edges (relation);
CREATE TABLE vectors (node INTEGER PRIMARY KEY REFERENCES nodes, vector BLOB NOT NULL);
CREATE TABLE changes (
    key INTEGER PRIMARY KEY, graph INTEGER NOT NULL REFERENCES graphs, id TEXT NOT NULL, at TEXT NOT NULL,
    author TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL, effective INTEGER NOT NULL,
    inverse TEXT NOT NULL, UNIQUE (graph, id));
CREATE TABLE happenings (
    key INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES changes, graph INTEGER NOT NULL,
    subject TEXT NOT NULL, before TEXT, after TEXT);
CREATE INDEX happenings_by_subject ON happenings (graph, subject);
CREATE INDEX happenings_by_change ON happenings (change);
"""


def connect(path: str, timeout: float) -> sqlite3.Connection:
    """Open the file, making its tables where it is new; `timeout` seconds are waited for another writer."""
    conn = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        _prepare(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _prepare(conn: sqlite3.Connection) -> None:
    conn.execute("PRAGMA journal_mode = WAL")
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    add_functions(conn)
    if _version(conn) < VERSION:
        _make_tables(conn)


def _version(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(conn: sqlite3.Connection) -> None:
    conn.execute("BEGIN IMMEDIATE")
    try:
        if _version(conn) < VERSION:  # another process may have made them while this one waited
            for statement in _TABLES.split(";\n"):
                conn.execute(statement)
            conn.execute(f"PRAGMA user_version = {VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        conn.execute("ROLLBACK")
        raise


def make_text_tables(conn: sqlite3.Connection, graph: int) -> None:
    """Make the full-text tables of a new graph."""
    conn.execute(
        f"CREATE VIRTUAL TABLE texts_{graph} USING fts5"
        "(name, aliases, description, content='', tokenize='unicode61 remove_diacritics 2')"
    )
    conn.execute(
        f"CREATE VIRTUAL TABLE grams_{graph} USING fts5(folded, content='', tokenize='trigram', detail='none')"
    )
    conn.execute(f"CREATE VIRTUAL TABLE gram_counts_{graph} USING fts5vocab('grams_{graph}', 'row')")


def drop_graph(conn: sqlite3.Connection, graph: int) -> None:
    """Delete a graph's rows and tables, inside the caller's transaction."""
    for table in ("gram_counts", "grams", "texts"):
        conn.execute(f"DROP TABLE {table}_{graph}")
    mine = "(SELECT key FROM nodes WHERE graph = ?)"
    conn.execute("DELETE FROM edges WHERE relation IN (SELECT key FROM relations WHERE graph = ?)", (graph,))
    conn.execute("DELETE FROM names WHERE graph = ?", (graph,))
    conn.execute(f"DELETE FROM vectors WHERE node IN {mine}", (graph,))
    conn.execute("DELETE FROM bag_values WHERE bag IN (SELECT key FROM bags WHERE graph = ?)", (graph,))
    for table in ("nodes", "bags", "types", "relations", "keys", "happenings", "changes"):
        conn.execute(f"DELETE FROM {table} WHERE graph = ?", (graph,))
    conn.execute("DELETE FROM graphs WHERE key = ?", (graph,))


def raise_version(conn: sqlite3.Connection, graph: int) -> int:
    """Give the graph a version that no graph of this file ever had, and return it."""
    version = next_version(conn)
    conn.execute("UPDATE graphs SET version = ? WHERE key = ?", (version, graph))
    return version


def next_version(conn: sqlite3.Connection) -> int:
    """Return the next number of the file's one counter, so that a graph made anew never repeats a version."""
    with closing(conn.execute("UPDATE counter SET value = value + 1 RETURNING value")) as cursor:
        return int(cursor.fetchone()[0])
