"""A graph as one CSV file with Neo4j's import headers, which `agents.loaders.csv_neo4j` reads back identical.

A row is a node, or an edge where `:START_ID` is filled in. Cells say what a cell can say exactly, to a spreadsheet as
to a loader; what it cannot (several kinds of value under one key, odd characters, sources, what a spreadsheet would
run as a formula) stands as JSON in the last column, field by field.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO

from agents.exports.sheet import runs
from agents.loaders.csv_neo4j import BETWEEN, row_edge, row_node
from agents.loaders.header import Header, header
from agents.model import Edge, Json, Node, Value, plain

_NODE = (":ID", ":LABEL", "name:string", "aliases:string[]", "description:string")
_EDGE = (":START_ID", ":TYPE", ":END_ID")
_OWN = frozenset(["name", "aliases", "description"])
_KEY = re.compile(r"[^\W\d][\w ]{0,60}(?<! )")
_TYPES: Mapping[type, str] = {str: "string", int: "long", float: "double", bool: "boolean", tuple: "string[]"}
_ELSEWHERE = "-"  # stands for an id that no cell can hold


def lines(records: Callable[[], Iterable[Node | Edge]]) -> Iterator[str]:
    """Yield the file's lines; `records` is called twice, first for what the columns are."""
    kinds = _kinds(records())
    names = [*_NODE, *_EDGE, *(f"{key}:{kind}" for key, kind in kinds.items()), ":JSON"]
    read = header(names, "")
    assert read is not None
    yield _line(names)
    for each in records():
        yield _line(_node(each, read, kinds) if isinstance(each, Node) else _edge(each, read, kinds))


def _kinds(records: Iterable[Node | Edge]) -> dict[str, str]:
    """Return the keys whose values are all of one kind, with that kind as the header calls it."""
    found: dict[str, set[type]] = {}
    for each in records:
        for key, value in each.props.items():
            found.setdefault(key, set()).add(type(value))
    fit = {key: kinds for key, kinds in sorted(found.items()) if _KEY.fullmatch(key) and key.lower() not in _OWN}
    return {key: _TYPES[kinds.pop()] for key, kinds in fit.items() if len(kinds) == 1}


def _node(node: Node, read: Header, kinds: Mapping[str, str]) -> list[str]:
    own = [_id(node.id), _cell(node.type), _cell(node.name), _cell(node.aliases), _cell(node.description)]
    cells = [*own, *([""] * len(_EDGE)), *_cells(node.props, kinds)]
    return [*cells, _rest(node.to_json(), row_node(read, [*cells, ""], BETWEEN).to_json())]


def _edge(edge: Edge, read: Header, kinds: Mapping[str, str]) -> list[str]:
    own = [_id(edge.head), _cell(edge.relation) or _ELSEWHERE, _id(edge.tail)]
    cells = [*([""] * len(_NODE)), *own, *_cells(edge.props, kinds)]
    return [*cells, _rest(edge.to_json(), row_edge(read, [*cells, ""], BETWEEN).to_json())]


def _rest(told: Json, came: Json) -> str:
    """Return the fields that the cells alone would not give back, as JSON."""
    rest = {key: plain(each) for key, each in told.items() if repr(each) != repr(came[key])}
    return json.dumps(rest) if rest else ""


def _cells(props: Mapping[str, Value], kinds: Mapping[str, str]) -> list[str]:
    return [_cell(props[key]) if key in props else "" for key in kinds]


def _id(id: str) -> str:
    return _cell(id) or _ELSEWHERE


def _cell(value: Value) -> str:
    """Return what a cell may say of a value; nothing where it is no text to print, or would be run."""
    if isinstance(value, tuple):
        return "" if any(not isinstance(each, str) for each in value) else _cell(BETWEEN.join(map(str, value)))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if text.isprintable() and not (isinstance(value, str) and runs(text)) else ""


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
