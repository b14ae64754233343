"""CSV with the headers of Neo4j's import: `:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`, `born:int`, ...

Cells are typed as the header says; `[]` makes a list, whose items stand between ";" (between "|" where ";"
separates the columns). `:ID(Person)` opens an id space: the node's id is then "Person:" and the cell.
An empty cell is no value. A header with `:ID` and `:START_ID` is of both: a row with a start is an edge. `:JSON` holds
what no cell can say, field by field, as `agents.exports.neo4j_csv` writes it. A file whose header says head, relation
and tail is read as triples.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from agents.errors import LoadError
from agents.loaders import triples
from agents.loaders.csv_rows import CsvRows, delimiter_of, join
from agents.loaders.header import Header, header
from agents.loaders.props import node, tidy
from agents.loaders.records import Item, Record, Reject
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node

BETWEEN = ";"  # the items of a list
NEEDS = "its first line needs Neo4j's headers (:ID, or :START_ID, :END_ID and :TYPE), or head, relation, tail"
_Made = TypeVar("_Made", Node, Edge)
_Make = Callable[[Header, Sequence[str], str], Node | Edge]


def looks_like(file: TextFile) -> bool:
    """Say whether the first line is a header of Neo4j's, or one of triples."""
    return header(_first(file), file.name) is not None or has_triples(file)


def has_triples(file: TextFile) -> bool:
    """Say whether the first line is a header of triples and none of Neo4j's."""
    cells = _first(file)
    return header(cells, file.name) is None and len(cells) > 2 and triples.columns(cells) is not None


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield a node a row of a file with `:ID`."""
    head = header(_first(file), file.name)
    if head is None:
        yield from triples.implied_nodes(_body(file), _triple_columns(file), file.name)
    elif head.is_nodes:
        yield from _items(file, head, row_node)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge a row of a file with `:START_ID`."""
    head = header(_first(file), file.name)
    if head is None:
        yield from triples.edges(_body(file), _triple_columns(file), file.name, join)
    elif head.is_edges:
        yield from _items(file, head, row_edge)


def _triple_columns(file: TextFile) -> triples.Columns:
    where = triples.columns(_first(file))
    if where is None:
        raise LoadError(f"'{file.name}' is not in the format csv: {NEEDS}.")
    return where


def _first(file: TextFile) -> Sequence[str]:
    line = next((line for line in file.sample if line.strip()), "")
    return [cell.strip().strip('"').strip() for cell in line.split(delimiter_of(line))]


def _body(file: TextFile) -> Iterator[triples.Row]:
    line = next((line for line in file.sample if line.strip()), "")
    rows = iter(CsvRows(file, delimiter_of(line)))
    next(rows)
    return rows


def _items(file: TextFile, head: Header, make: _Make) -> Iterator[Item]:
    line = next((line for line in file.sample if line.strip()), "")
    between = "|" if delimiter_of(line) == BETWEEN else BETWEEN
    for number, cells in _body(file):
        if isinstance(cells, Reject):
            yield cells
            continue
        if head.is_nodes and head.is_edges and bool(head.start(cells)) is (make is row_node):
            continue
        try:
            yield Record(make(head, head.cells(cells), between), file.name, number)
        except ValueError as bad:
            yield Reject(file.name, number, str(bad), join(cells))


def row_node(head: Header, cells: Sequence[str], between: str) -> Node:
    """Make a node of a row; raise ValueError saying what is wrong with it."""
    labels = tuple(label.strip() for label in head.text(cells, "LABEL").split(between) if label.strip())
    return _completed(node(head.id(cells, "ID"), labels, head.properties(cells, between)), head, cells)


def row_edge(head: Header, cells: Sequence[str], between: str) -> Edge:
    """Make an edge of a row; raise ValueError saying what is wrong with it."""
    relation = head.text(cells, "TYPE")
    if not relation:
        raise ValueError("the :TYPE is empty")
    props = tidy(head.properties(cells, between))
    return _completed(Edge(head.id(cells, "START_ID"), relation, head.id(cells, "END_ID"), props), head, cells)


def _completed(made: _Made, head: Header, cells: Sequence[str]) -> _Made:
    """Return what the cells made with the fields that stand as JSON."""
    text = head.text(cells, "JSON")
    if not text:
        return made
    try:
        said = json.loads(text)
        said |= {"props": tidy(said["props"])} if "props" in said else {}
        return type(made).from_json({**made.to_json(), **said})
    except (TypeError, KeyError, AttributeError, ValueError, RecursionError):
        raise ValueError("the cell :JSON holds no fields") from None
