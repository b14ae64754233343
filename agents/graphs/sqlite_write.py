"""Writing nodes and edges, with everything that is kept in step with them: names, full text, property values."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from agents.graphs.folding import fold, fold_name
from agents.graphs.sqlite_rows import bag_text, chunks, key_list, keys_by_id, sources_text
from agents.graphs.sqlite_schema import ALIAS, ID, NAME
from agents.model import Edge, Node, Scalar, Value

_KEPT = 500_000  # ids and bags remembered between batches: some 100 MB at most


@dataclass
class Tally:
    """How many records were new, different and as before."""

    added: int = 0
    changed: int = 0
    same: int = 0


@dataclass
class Words:
    """The keys of a graph's types, relations or property keys; a new word gets a new key."""

    conn: sqlite3.Connection
    graph: int
    table: str
    known: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> int:
        if name not in self.known:
            self.known[name] = self._key(name)
        return self.known[name]

    def _key(self, name: str) -> int:
        where = (self.graph, name)
        row = self.conn.execute(f"SELECT key FROM {self.table} WHERE graph = ? AND name = ?", where).fetchone()
        if row is None:
            self.conn.execute(f"INSERT INTO {self.table} (graph, name) VALUES (?, ?)", where)
            row = self.conn.execute("SELECT last_insert_rowid()").fetchone()
        return int(row[0])


class Writer:
    """Writes into one graph inside the caller's transaction; `forget` what it knows when that is undone."""

    def __init__(self, conn: sqlite3.Connection, graph: int) -> None:
        self.conn = conn
        self.graph = graph
        self.forget()

    def forget(self) -> None:
        """Drop what is remembered of the file: another writer may have changed it."""
        self.types = Words(self.conn, self.graph, "types")
        self.relations = Words(self.conn, self.graph, "relations")
        self.keys = Words(self.conn, self.graph, "keys")
        self._node_keys: dict[str, int] = {}
        self._bags: dict[str, int] = {}

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
        key = _last(self.conn, "nodes")
        keyed = list(enumerate(nodes, key + 1))
        bags = self._bag_keys([node.props for node in nodes])
        rows = [
            (key, self.graph, node.id, self.types[node.type], node.name, fold(node.name), _aliases(node),
             node.description, bag)
            for (key, node), bag in zip(keyed, bags, strict=True)
        ]  # fmt: skip
        self.conn.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._index(keyed)
        self._remember({node.id: key for key, node in keyed})

    def _replace_node(self, key: int, node: Node) -> None:
        self._unindex(key)
        (bag,) = self._bag_keys([node.props])
        type, name, aliases, description, _ = self._fields(node)
        self.conn.execute(
            "UPDATE nodes SET type = ?, name = ?, folded = ?, aliases = ?, description = ?, bag = ? WHERE key = ?",
            (type, name, fold(name), aliases, description, bag, key),
        )
        self._index([(key, node)])

    def remove_node(self, key: int) -> None:
        """Remove a node that no edge touches any more."""
        self._unindex(key)
        self.conn.execute("DELETE FROM vectors WHERE node = ?", (key,))
        self.conn.execute("DELETE FROM nodes WHERE key = ?", (key,))
        self._node_keys.clear()

    def _index(self, nodes: Sequence[tuple[int, Node]]) -> None:
        first = _last(self.conn, "names") + 1
        found = [(key, *each) for key, node in nodes for each in _names(node)]
        rows = [(first + at, self.graph, *each) for at, each in enumerate(found)]
        self.conn.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows)
        grams = [(row[0], row[5]) for row in rows if row[3] != ID]
        self.conn.executemany(f"INSERT INTO grams_{self.graph} (rowid, folded) VALUES (?, ?)", grams)
        texts = [(key, node.name, "\n".join(node.aliases), node.description) for key, node in nodes]
        self.conn.executemany(
            f"INSERT INTO texts_{self.graph} (rowid, name, aliases, description) VALUES (?, ?, ?, ?)", texts
        )

    def _unindex(self, key: int) -> None:
        """Take a node out of the full text. A table without content must be told what it held."""
        old = self.conn.execute("SELECT name, aliases, description FROM nodes WHERE key = ?", (key,)).fetchone()
        aliases = "\n".join(json.loads(old[1])) if old[1] else ""
        texts, grams = f"texts_{self.graph}", f"grams_{self.graph}"
        self.conn.execute(
            f"INSERT INTO {texts} ({texts}, rowid, name, aliases, description) VALUES ('delete', ?, ?, ?, ?)",
            (key, old[0], aliases, old[2]),
        )
        names = self.conn.execute("SELECT key, folded FROM names WHERE node = ? AND kind != ?", (key, ID)).fetchall()
        self.conn.executemany(f"INSERT INTO {grams} ({grams}, rowid, folded) VALUES ('delete', ?, ?)", names)
        self.conn.execute("DELETE FROM names WHERE node = ?", (key,))

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""
        wanted = set(ids)
        missing = wanted - self._node_keys.keys()
        self._remember(keys_by_id(self.conn, self.graph, missing))
        return {id: self._node_keys[id] for id in wanted if id in self._node_keys}

    def _remember(self, keys: dict[str, int]) -> None:
        if len(self._node_keys) + len(keys) > _KEPT:
            self._node_keys.clear()
        self._node_keys.update(keys)

    # --- edges ---

    def put_edges(self, edges: Sequence[Edge], keys: dict[str, int]) -> Tally:
        """Add edges or replace those of their triples; the triples are distinct and `keys` has every end."""
        bags = self._bag_keys([edge.props for edge in edges])
        rows = [
            (keys[edge.head], self.relations[edge.relation], keys[edge.tail], bag, sources_text(edge.sources),
             float(edge.confidence), edge.status)
            for edge, bag in zip(edges, bags, strict=True)
        ]  # fmt: skip
        added = self._insert_edges(rows)
        if added == len(rows):
            return Tally(added)
        changed = self._update_edges([(row, bag_text(edge.props)) for row, edge in zip(rows, edges, strict=True)])
        return Tally(added, changed, len(rows) - added - changed)

    def _insert_edges(self, rows: Sequence[tuple[Any, ...]]) -> int:
        """Insert what is not there and return how many that were."""
        before = self.conn.total_changes
        self.conn.executemany(
            "INSERT INTO edges (head, relation, tail, bag, sources, confidence, status) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (head, relation, tail) DO NOTHING",
            rows,
        )
        return self.conn.total_changes - before

    def _update_edges(self, rows: Sequence[tuple[tuple[Any, ...], str | None]]) -> int:
        """Update the edges that differ from what is stored and return how many that were."""
        sql = (
            "SELECT e.key, b.text, e.sources, e.confidence, e.status FROM edges e LEFT JOIN bags b ON b.key = e.bag"
            " WHERE e.head = ? AND e.relation = ? AND e.tail = ?"
        )
        changes = []
        for row, bag in rows:
            key, *stored = self.conn.execute(sql, row[:3]).fetchone()
            if stored != [bag, *row[4:]]:
                changes.append((*row[3:], key))
        self.conn.executemany(
            "UPDATE edges SET bag = ?, sources = ?, confidence = ?, status = ? WHERE key = ?", changes
        )
        return len(changes)

    def remove_edges(self, keys: Iterable[int]) -> None:
        """Remove the edges of these keys."""
        self.conn.execute("DELETE FROM edges WHERE key IN (SELECT value FROM json_each(?))", (key_list(keys),))

    # --- properties ---

    def _bag_keys(self, bags: Sequence[Any]) -> list[int | None]:
        """Return the key of each property set, keeping those that are new; None for an empty one."""
        texts = [bag_text(bag) for bag in bags]
        fresh = {text: bag for text, bag in zip(texts, bags, strict=True) if text and text not in self._bags}
        if len(self._bags) + len(fresh) > _KEPT:
            self._bags.clear()
            fresh = {text: bag for text, bag in zip(texts, bags, strict=True) if text}
        first = _last(self.conn, "bags") + 1
        new = {text: first + at for at, text in enumerate(fresh)}
        self.conn.executemany(
            "INSERT INTO bags VALUES (?, ?, ?)", [(key, self.graph, text) for text, key in new.items()]
        )
        values = [row for text, bag in fresh.items() for row in self._bag_values(new[text], bag)]
        self.conn.executemany("INSERT INTO bag_values VALUES (?, ?, ?, ?, ?)", values)
        self._bags.update(new)
        return [self._bags[text] if text else None for text in texts]

    def _bag_values(self, key: int, bag: dict[str, Value]) -> Iterable[tuple[Any, ...]]:
        for name, value in bag.items():
            if isinstance(value, (tuple, list)):
                yield from ((key, self.keys[name], at, *_stored(each)) for at, each in enumerate(value))
            else:
                yield (key, self.keys[name], -1, *_stored(value))


def in_rounds(records: Sequence[Any], identity: Callable[[Any], Any]) -> Iterable[list[Any]]:
    """Cut records into runs in which no identity comes twice, so that a later record replaces an earlier one."""
    run: dict[Any, Any] = {}
    for record in records:
        if identity(record) in run:
            yield list(run.values())
            run = {}
        run[identity(record)] = record
    if run:
        yield list(run.values())


def _stored(value: Scalar) -> tuple[Any, Any]:
    """Return (value, sort) of a scalar, as the table's comment describes them."""
    if isinstance(value, bool):
        return bytes([value]), int(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        value = float(value)
    return value, fold(value) if isinstance(value, str) else value


def _names(node: Node) -> Iterable[tuple[int, str, str]]:
    """Yield (kind, text, folded) of everything that a node is called, each once."""
    called = [(NAME, node.name), *((ALIAS, each) for each in node.aliases), (ID, node.id)]
    seen = set()
    for kind, text in called:
        folded = fold_name(text)
        if folded and (same := fold(text)) not in seen:
            seen.add(same)
            yield kind, text, folded


def _aliases(node: Node) -> str:
    return json.dumps(node.aliases, ensure_ascii=False) if node.aliases else ""


def _last(conn: sqlite3.Connection, table: str) -> int:
    return int(conn.execute(f"SELECT coalesce(max(key), 0) FROM {table}").fetchone()[0])
