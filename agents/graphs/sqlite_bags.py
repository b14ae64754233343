"""Keys for words and for property sets, given out as they are first written."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from agents.graphs.folding import fold, real
from agents.graphs.sqlite_rows import bag_text, last_key
from agents.model import Scalar, Value

_REMEMBERED = 500_000  # property sets: some 100 MB at most


@dataclass
class Keys:
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


class Bags:
    """The property sets of a graph, each written once while it is remembered."""

    def __init__(self, conn: sqlite3.Connection, graph: int) -> None:
        self._conn = conn
        self._graph = graph
        self._keys = Keys(conn, graph, "keys")
        self._known: dict[str, int] = {}

    def keys_of(self, bags: Sequence[Any]) -> list[int | None]:
        """Return the key of each property set, keeping those that are new; None for an empty one."""
        texts = [bag_text(bag) for bag in bags]
        fresh = {text: bag for text, bag in zip(texts, bags, strict=True) if text and text not in self._known}
        if len(self._known) + len(fresh) > _REMEMBERED:
            self._known.clear()
            fresh = {text: bag for text, bag in zip(texts, bags, strict=True) if text}
        first = last_key(self._conn, "bags") + 1
        new = {text: first + at for at, text in enumerate(fresh)}
        self._conn.executemany(
            "INSERT INTO bags VALUES (?, ?, ?)", [(key, self._graph, text) for text, key in new.items()]
        )
        values = [row for text, bag in fresh.items() for row in self._values(new[text], bag)]
        self._conn.executemany("INSERT INTO bag_values VALUES (?, ?, ?, ?, ?)", values)
        self._known.update(new)
        return [self._known[text] if text else None for text in texts]

    def _values(self, key: int, bag: dict[str, Value]) -> Iterable[tuple[Any, ...]]:
        for name, value in bag.items():
            if isinstance(value, (tuple, list)):
                yield from ((key, self._keys[name], at, *_stored(each)) for at, each in enumerate(value))
            else:
                yield (key, self._keys[name], -1, *_stored(value))


def _stored(value: Scalar) -> tuple[Any, Any]:
    """Return (value, sort) of a scalar, as the table's comment describes them."""
    if isinstance(value, bool):
        return bytes([value]), int(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        value = real(value)
    return value, fold(value) if isinstance(value, str) else value
