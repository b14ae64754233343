"""Rows of head, relation and tail, whatever separates their columns; shared by the formats that have them.

A node is known by its name alone: its id is its name, its type is left open.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from agents.loaders.props import tidy
from agents.loaders.records import Item, Record, Reject
from agents.model import Edge, Node

_HEADS = {"head", "subject", "source", "from", "start", "head_id", "subj", "node1", "source_id"}
_RELATIONS = {"relation", "predicate", "rel", "edge", "relationship", "relation_type", "type", "label", "property"}
_TAILS = {"tail", "object", "target", "to", "end", "tail_id", "obj", "node2", "target_id"}

Row = tuple[int, Sequence[str] | Reject]  # the line where it starts, and its cells or why there are none


@dataclass(frozen=True)
class Columns:
    """Where head, relation and tail stand, and which other columns become the edges' properties."""

    head: int = 0
    relation: int = 1
    tail: int = 2
    others: tuple[tuple[int, str], ...] = ()

    @property
    def width(self) -> int:
        """How many cells a row has to have."""
        return 3 + len(self.others)


def columns(header: Sequence[str]) -> Columns | None:
    """Read a header line; None where it is no such header."""
    names = [name.strip().strip(":").lower().replace(" ", "_") for name in header]
    found = [[at for at, name in enumerate(names) if name in each] for each in (_HEADS, _RELATIONS, _TAILS)]
    if not all(found):
        return None
    head, relation, tail = (each[0] for each in found)
    others = tuple((at, header[at].strip()) for at in range(len(names)) if at not in {head, relation, tail})
    return Columns(head, relation, tail, others)


def implied_nodes(rows: Iterable[Row], where: Columns, file: str) -> Iterator[Item]:
    """Yield the nodes that rows name; bad rows are left to `edges`."""
    for line, cells in rows:
        if not isinstance(cells, Reject) and not problem(cells, where):
            for name in (cells[where.head].strip(), cells[where.tail].strip()):
                yield Record(Node(name, "", name), file, line, implied=True)


def edges(rows: Iterable[Row], where: Columns, file: str, join: Callable[[Sequence[str]], str]) -> Iterator[Item]:
    """Yield an edge a row, and a reject for each row that is none. `join` shows a row as it stood."""
    for line, cells in rows:
        if isinstance(cells, Reject):
            yield cells
        elif reason := problem(cells, where):
            yield Reject(file, line, reason, join(cells))
        else:
            yield Record(_edge(cells, where), file, line)


def problem(cells: Sequence[str], where: Columns) -> str:
    """Say why a row is no triple, or nothing."""
    if len(cells) != where.width:
        return f"{where.width} columns were expected and {len(cells)} found"
    for name, at in (("head", where.head), ("relation", where.relation), ("tail", where.tail)):
        if not cells[at].strip():
            return f"the {name} is empty"
    return ""


def _edge(cells: Sequence[str], where: Columns) -> Edge:
    head, relation, tail = (cells[at].strip() for at in (where.head, where.relation, where.tail))
    others = {name: cells[at].strip() for at, name in where.others if name and cells[at].strip()}
    return Edge(head, relation, tail, tidy(others))
