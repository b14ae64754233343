"""A table of changes, as a spreadsheet writes it, read as changes.

The first row names the columns. `change` says what a row is: "node" (adds one, or sets what its row fills in),
"remove node", "fact", "remove fact", "rename" or "merge" (of `id` into `into`). Nodes are told by `id`, facts by
`head`, `relation` and `tail`; `name`, `type`, `description` and `aliases` (with "|" between) are a node's own,
every other column is a property. An empty cell leaves things as they are; blanks
around a cell are no part of it. A cell that a spreadsheet would take
for a formula may start with "'".
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from io import StringIO

from agents.changes import Change, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation import intentions
from agents.curation.values import guess, read
from agents.curation.words import text as shown
from agents.errors import ChangeRefused
from agents.graphs.store import GraphStore
from agents.model import Edge, Node, PropertyType, Provenance, Schema, Value

MOST = 5_000  # rows
LONGEST = 5_000_000  # characters
OWN = ("change", "id", "into", "name", "type", "aliases", "description", "head", "relation", "tail")
_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r", "''")
_SHOWN = 20  # problems
_Row = Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """The changes of a table, and what is wrong with its rows: nothing is to be done where anything is."""

    changes: tuple[Change, ...]
    problems: tuple[str, ...] = ()
    rows: int = 0


def read_sheet(store: GraphStore, graph: str, text: str, schema: Schema, source: Provenance) -> Sheet:
    """Read a table; new facts come from `source`."""
    if len(text) > LONGEST:
        return Sheet((), (f"The table is longer than {LONGEST:,} characters.",))
    try:
        rows = _rows(text)
    except (csv.Error, ValueError) as error:
        return Sheet((), (str(error),))
    if len(rows) > MOST:
        return Sheet((), (f"The table has more than {MOST:,} rows.",))
    reader = _Reader(store, graph, schema, source, rows)
    problems: list[str] = []
    for number, row in enumerate(rows, start=2):
        try:
            reader.take(row)
        except (ValueError, ChangeRefused) as error:
            problems.append(f"Row {number}: {error}")
    more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
    return Sheet(tuple(reader.changes), (*problems[:_SHOWN], *more), len(rows))


def _rows(text: str) -> list[_Row]:
    """Return each row as a mapping of the columns to their cells; raise ValueError for what is no such table."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [_cell(each) for each in next(table, [])]
    if "change" not in [each.lower() for each in columns]:
        raise ValueError('The first row has to name the columns, and one of them has to be "change".')
    if len(set(columns)) < len(columns):
        raise ValueError("Two columns have the same name.")
    names = [each.lower() if each.lower() in OWN else each for each in columns]
    return [_row(names, cells) for cells in table if any(cell.strip() for cell in cells)]


def _row(names: list[str], cells: list[str]) -> _Row:
    if len(cells) > len(names):
        raise ValueError(f"A row has {len(cells)} cells and the table has {len(names)} columns.")
    return {name: _cell(cell) for name, cell in zip(names, cells, strict=False) if cell.strip() and name}


def _cell(given: str) -> str:
    text = given.strip()
    return text[1:] if text.startswith(_FORMULA) else text


class _Reader:
    """Reads rows one after the other, each as the rows before it left things."""

    def __init__(self, store: GraphStore, graph: str, schema: Schema, source: Provenance, rows: Iterable[_Row]) -> None:
        self.store, self.graph, self.schema, self.source = store, graph, schema, source
        ids = [row["id"] for row in rows if "id" in row]
        triples = [(r["head"], r["relation"], r["tail"]) for r in rows if {"head", "relation", "tail"} <= r.keys()]
        self.nodes: dict[str, Node] = {each.id: each for each in store.nodes(graph, dict.fromkeys(ids))}
        self.edges: dict[tuple[str, str, str], Edge] = {
            each.triple: each for each in store.edges(graph, dict.fromkeys(triples))
        }
        self.changes: list[Change] = []

    def take(self, row: _Row) -> None:
        """Add a row's changes; raise ValueError or ChangeRefused saying what is wrong with it."""
        what = row.get("change", "").lower()
        if what not in _KINDS:
            raise ValueError(f"'{what[:40]}' is no change; say one of {', '.join(_KINDS)}.")
        _KINDS[what](self, row)

    def node(self, row: _Row) -> None:
        id = _need(row, "id")
        before = self.nodes.get(id) or Node(id, row.get("type", ""), row.get("name", id))
        own = {key: row[key] for key in ("name", "type", "description") if key in row}
        own = {key: value for key, value in own.items() if not _same(getattr(before, key), value)}
        after = replace(before, **own)  # type: ignore[arg-type]
        if "aliases" in row and not _same(before.aliases, row["aliases"]):
            after = replace(
                after, aliases=tuple(dict.fromkeys(a.strip() for a in row["aliases"].split("|") if a.strip()))
            )
        known = self.schema.type(after.type)
        self._put(
            replace(after, props={**before.props, **_props(row, known.properties if known else (), before.props)})
        )

    def rename(self, row: _Row) -> None:
        for change in intentions.rename(self._known(row), _need(row, "name")):
            if isinstance(change, PutNode):
                self._put(change.node)

    def remove_node(self, row: _Row) -> None:
        node = self._known(row)
        del self.nodes[node.id]
        self.changes.append(RemoveNode(node.id))

    def merge(self, row: _Row) -> None:
        self.changes += intentions.merge(self.store, self.graph, _need(row, "into"), self._known(row).id)

    def fact(self, row: _Row) -> None:
        triple = _triple(row)
        before = self.edges.get(triple)
        known = self.schema.relation(triple[1])
        props = _props(row, known.properties if known else (), before.props if before else {})
        new = Edge(*triple, props, (self.source,))
        after = replace(before, props={**before.props, **props}) if before else new
        self.edges[triple] = after
        self.changes.append(PutEdge(after))

    def remove_fact(self, row: _Row) -> None:
        triple = _triple(row)
        if self.edges.pop(triple, None) is None:
            raise ValueError(f"There is no fact {' '.join(repr(each) for each in triple)}.")
        self.changes.append(RemoveEdge(*triple))

    def _known(self, row: _Row) -> Node:
        id = _need(row, "id")
        if id not in self.nodes:
            raise ValueError(f"There is no node '{id}'.")
        return self.nodes[id]

    def _put(self, node: Node) -> None:
        self.nodes[node.id] = node
        self.changes.append(PutNode(node))


def _need(row: _Row, key: str) -> str:
    if key not in row:
        raise ValueError(f"It needs '{key}'.")
    return row[key]


def _triple(row: _Row) -> tuple[str, str, str]:
    return _need(row, "head"), _need(row, "relation"), _need(row, "tail")


def cell_text(value: Value) -> str:
    """Return a value as a cell holds it: several with "|" between."""
    return "|".join(shown(each) for each in value) if isinstance(value, tuple) else shown(value)


def _same(before: Value, given: str) -> bool:
    """Say whether a cell still says what is there."""
    return " ".join(cell_text(before).split()) == " ".join(given.split())


def _props(row: _Row, known: Iterable[PropertyType], before: Mapping[str, Value]) -> dict[str, Value]:
    kinds = {each.name: each for each in known}
    found: dict[str, Value] = {}
    for key, given in row.items():
        if key not in OWN and not (key in before and _same(before[key], given)):
            value = (
                read(given.replace("|", "\n"), kinds[key])
                if key in kinds and kinds[key].many
                else _one(given, kinds.get(key))
            )
            if value is not None:
                found[key] = value
    return found


def _one(given: str, kind: PropertyType | None) -> Value | None:
    return guess(given) if kind is None else read(given, kind)


_KINDS: dict[str, Callable[[_Reader, _Row], None]] = {
    "node": _Reader.node,
    "remove node": _Reader.remove_node,
    "fact": _Reader.fact,
    "remove fact": _Reader.remove_fact,
    "rename": _Reader.rename,
    "merge": _Reader.merge,
}
