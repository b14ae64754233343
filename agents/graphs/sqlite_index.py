"""The names and the full text of nodes, kept in step with them."""

import json
import sqlite3
from collections.abc import Sequence

from agents.graphs.names import names_of
from agents.graphs.reading import ID
from agents.graphs.sqlite_rows import last_key
from agents.model import Node


def index_nodes(conn: sqlite3.Connection, graph: int, nodes: Sequence[tuple[int, Node]]) -> None:
    """Put what nodes (with their keys) are called into the tables of names and of full text."""
    first = last_key(conn, "names") + 1
    found = [(key, *each) for key, node in nodes for each in names_of(node)]
    rows = [(first + at, graph, *each) for at, each in enumerate(found)]
    conn.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows)
    grams = [(row[0], row[5]) for row in rows if row[3] != ID]
    conn.executemany(f"INSERT INTO grams_{graph} (rowid, folded) VALUES (?, ?)", grams)
    texts = [(key, node.name, "\n".join(node.aliases), node.description) for key, node in nodes]
    conn.executemany(f"INSERT INTO texts_{graph} (rowid, name, aliases, description) VALUES (?, ?, ?, ?)", texts)


def unindex_node(conn: sqlite3.Connection, graph: int, key: int) -> None:
    """Take a node out of the full text. A table without content must be told what it held."""
    old = conn.execute("SELECT name, aliases, description FROM nodes WHERE key = ?", (key,)).fetchone()
    aliases = "\n".join(json.loads(old[1])) if old[1] else ""
    texts, grams = f"texts_{graph}", f"grams_{graph}"
    conn.execute(
        f"INSERT INTO {texts} ({texts}, rowid, name, aliases, description) VALUES ('delete', ?, ?, ?, ?)",
        (key, old[0], aliases, old[2]),
    )
    names = conn.execute("SELECT key, folded FROM names WHERE node = ? AND kind != ?", (key, ID)).fetchall()
    conn.executemany(f"INSERT INTO {grams} ({grams}, rowid, folded) VALUES ('delete', ?, ?)", names)
    conn.execute("DELETE FROM names WHERE node = ?", (key,))
