"""Which nodes and edges a load has had already, in bounded memory.

A graph holds one node an id and one edge a triple. Were a later row to replace an earlier one, loading a
file twice would change the graph twice; so the first row of a load holds, and this remembers which came.
"""

import sqlite3
from typing import Literal

from agents.model import Edge, Node

First = Literal["new", "repeated", "different"]


_HELD = 500_000  # hashes of the first values, held as they are: some 60 MB


class Seen:
    """Remembers 64-bit hashes: the first at hand, the rest in a temporary SQLite file, which may outgrow its 32 MB.

    Two different ids share a hash about once in a million loads of ten million rows.
    """

    def __init__(self) -> None:
        self._held: dict[int, int] = {}
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.executescript(
            "pragma cache_size=-32768; pragma journal_mode=off; pragma synchronous=off;"
            "create table seen (key integer primary key, content integer); begin"
        )

    def add(self, value: Node | Edge) -> First:
        """Say whether the value's id or triple is new, came before as it is, or came before with other content."""
        key, content = _hashes(value)
        before = self._held.get(key)
        if before is None and len(self._held) < _HELD:
            self._held[key] = content
            return "new"
        if before is None and self._rows.execute("insert or ignore into seen values (?, ?)", (key, content)).rowcount:
            return "new"
        if before is None:
            before = self._rows.execute("select content from seen where key = ?", (key,)).fetchone()[0]
        return "repeated" if before == content else "different"

    def close(self) -> None:
        """Give the temporary file back."""
        self._rows.close()


def _hashes(value: Node | Edge) -> tuple[int, int]:
    props = tuple(value.props.items())
    if isinstance(value, Node):
        return hash((value.id,)), hash((value.type, value.name, value.aliases, value.description, props))
    return hash(value.triple), hash((props, value.confidence, value.status))
