"""A graph as a table for spreadsheets, in the form of `agents.curation.sheets`: uploaded again it changes nothing.

A cell that a spreadsheet would run as a formula begins with "'", which the reader takes off again.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from io import StringIO

from agents.curation.sheets import OWN, cell_text
from agents.model import Edge, Node

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
COLUMNS = tuple(each for each in OWN if each != "into")


def lines(records: Callable[[], Iterable[Node | Edge]]) -> Iterator[str]:
    """Yield the table's lines; `records` is called twice, first for the names of the properties."""
    keys = sorted({key for each in records() for key in each.props if key.strip() == key and key.lower() not in OWN})
    yield _line([*COLUMNS, *map(safe, keys)])
    for each in records():
        own = _node(each) if isinstance(each, Node) else _edge(each)
        props = {key: cell_text(value) for key, value in each.props.items()}
        yield _line([safe(own.get(column, "")) for column in COLUMNS] + [safe(props.get(key, "")) for key in keys])


def safe(text: str) -> str:
    """Return a cell's text so that no spreadsheet runs it."""
    if not text.strip():
        return ""  # a cell of blanks is as an empty one
    return f"'{text}" if runs(text) else text


def runs(text: str) -> bool:
    """Tell whether a spreadsheet would run a cell's text as a formula."""
    return text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)


def _node(node: Node) -> dict[str, str]:
    known = {"change": "node", "id": node.id, "name": node.name, "type": node.type, "description": node.description}
    return {**known, "aliases": cell_text(node.aliases)}


def _edge(edge: Edge) -> dict[str, str]:
    return {"change": "fact", "head": edge.head, "relation": edge.relation, "tail": edge.tail}


def _line(cells: Iterable[str]) -> str:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
