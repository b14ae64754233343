"""Triples whose tails are values and not things: "Ghent | founded | 1178" is a property of Ghent.

A relation leads to values where all its tails are numbers, or all are ISO dates or years, or all are true or false,
and none of them is named anywhere else: as a head, as a node of another file, or as the tail of a relation that
leads to things. A relation of one spoilt name is spoilt, and spoils with all its tails the others that share one.

All rows are seen once before the first is loaded. What looks like a value is kept in a temporary SQLite file, which
stays in memory until it outgrows 32 MB; in memory for good is a number for each relation.
"""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from agents.model import Edge, Node, Scalar, Value

NUMBER, DATE, FLAG = 1, 2, 4  # what a text may be: a year is a number and a date
_NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,17})(\.\d{1,30})?([eE][+-]?\d{1,2})?", re.ASCII)  # "0178" is a code
_DAY = r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?"
_DATE = re.compile(rf"\d{{4}}|{_DAY}", re.ASCII)
_FLAGS = {"true": True, "false": False}
_FIRST = frozenset("+-0123456789tTfF")
_LONGEST = 60
_NODES_OWN = frozenset(("id", "type", "name", "description"))  # no property may be called so
_ROWS = 5_000  # written together
_TABLES = """
    pragma cache_size=-32768; pragma journal_mode=off; pragma synchronous=off;
    create table relations (key integer primary key, name text, kinds integer);
    create table things (text text primary key) without rowid;
    create table tails (text text, relation integer, primary key (text, relation)) without rowid;
    create index tails_of on tails (relation);
    create table facts (head text, relation integer, text text, unique (head, relation, text));
    begin
"""
_INSERTS = {
    "things": "insert or ignore into things values (?)",
    "tails": "insert or ignore into tails values (?, ?)",
    "facts": "insert or ignore into facts values (?, ?, ?)",
}
_SPOILT = """
    with recursive spoilt (relation, text) as (
        select key, null from relations where kinds = 0
        union select null, text from things
        union select null, tails.text from spoilt join tails on tails.relation = spoilt.relation
        union select tails.relation, null from spoilt join tails on tails.text = spoilt.text)
    update relations set kinds = 0 where key in (select relation from spoilt)
"""


def kinds(text: str) -> int:
    """Return what a text may be, NUMBER, DATE and FLAG added up; 0 where it is no value."""
    if text[:1] not in _FIRST or len(text) > _LONGEST:
        return 0
    if text.lower() in _FLAGS:
        return FLAG
    return NUMBER * bool(_NUMBER.fullmatch(text)) | DATE * bool(_DATE.fullmatch(text))


def value(text: str, kind: int) -> Scalar:
    """Read a text that may be of these kinds; a year is a number where no other date stands beside it."""
    if kind & NUMBER:
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    return _FLAGS[text.lower()] if kind & FLAG else text


class Literals:
    """The values of one load: first `see` and `name` everything, then `settle`, then ask."""

    def __init__(self) -> None:
        self.relations: frozenset[str] = frozenset()  # those that lead to values
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.executescript(_TABLES)
        self._known: dict[str, tuple[int, int]] = {}  # relation: its key, and what all its tails so far may be
        self._by_key: dict[int, tuple[str, int]] = {}
        self._waiting: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}

    def see(self, edge: Edge) -> None:
        """Take a triple into account."""
        self.name(edge.head)
        mask = kinds(edge.tail)
        key, before = self._known.get(edge.relation) or (len(self._known), 0 if edge.relation in _NODES_OWN else 7)
        both = 0 if edge.props else before & mask  # what is said of a fact itself needs an edge
        self._known[edge.relation] = key, both
        if mask:
            self._write("tails", edge.tail, key)
        if both:
            self._write("facts", edge.head, key, edge.tail)

    def name(self, text: str) -> None:
        """Take the name of a thing into account."""
        if kinds(text):
            self._write("things", text)

    def settle(self) -> None:
        """Decide which relations lead to values."""
        for table in self._waiting:
            self._flush(table)
        rows = [(key, name, both) for name, (key, both) in self._known.items()]
        self._rows.executemany("insert into relations values (?, ?, ?)", rows)
        self._rows.execute(_SPOILT)
        found = self._rows.execute("select key, name, kinds from relations where kinds").fetchall()
        self._by_key = {key: (name, both) for key, name, both in found}
        self.relations = frozenset(name for name, _ in self._by_key.values())

    def is_value(self, text: str) -> bool:
        """Say whether a name is that of a value, and of no thing."""
        if not self.relations or not kinds(text):
            return False
        found = self._rows.execute("select relation from tails where text = ?", (text,))
        return any(key in self._by_key for (key,) in found)

    def dressed(self, node: Node) -> Node:
        """Return the node with its values as properties."""
        if not self.relations:
            return node
        found = self._rows.execute("select relation, text from facts where head = ? order by rowid", (node.id,))
        own: dict[str, tuple[Scalar, ...]] = {}
        for key, text in found:
            if key in self._by_key:
                name, kind = self._by_key[key]
                own[name] = (*own.get(name, ()), value(text, kind))
        return with_values(node, own) if own else node

    def close(self) -> None:
        """Give the temporary file back."""
        self._rows.close()

    def _write(self, table: str, *row: object) -> None:
        self._waiting[table].append(row)
        if len(self._waiting[table]) >= _ROWS:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows, self._waiting[table] = self._waiting[table], []
        self._rows.executemany(_INSERTS[table], rows)


def with_values(node: Node, more: Mapping[str, Value]) -> Node:
    """Return the node with further values of its properties; the node itself where it has them all."""
    props = dict(node.props)
    for key, values in more.items():
        before = _each(props[key]) if key in props else ()
        if fresh := tuple(dict.fromkeys(each for each in _each(values) if each not in before)):
            props[key] = fresh[0] if len(fresh) == 1 and not before else (*before, *fresh)
    return replace(node, props=props) if props != node.props else node


def _each(values: Value) -> tuple[Scalar, ...]:
    return values if isinstance(values, tuple) else (values,)
