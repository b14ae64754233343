"""CSV with the headers of Neo4j's import: `:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`, `born:int`, ...

Cells are typed as the header says; `[]` makes a list, whose items stand between ";" (between "|" where ";"
separates the columns). `:ID(Person)` opens an id space: the node's id is then "Person:" and the cell.
An empty cell is no value. A file whose header says head, relation and tail is read as triples.
"""

from collections.abc import Callable, Iterator, Sequence

from agents.errors import LoadError
from agents.loaders import triples
from agents.loaders.csv_rows import CsvRows, delimiter_of, join
from agents.loaders.header import Header, header
from agents.loaders.props import node, tidy
from agents.loaders.records import Item, Record, Reject
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node

NEEDS = "its first line needs Neo4j's headers (:ID, or :START_ID, :END_ID and :TYPE), or head, relation, tail"
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
        yield from _items(file, head, _node)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge a row of a file with `:START_ID`."""
    head = header(_first(file), file.name)
    if head is None:
        yield from triples.edges(_body(file), _triple_columns(file), file.name, join)
    elif not head.is_nodes:
        yield from _items(file, head, _edge)


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
    between = "|" if delimiter_of(line) == ";" else ";"
    for number, cells in _body(file):
        if isinstance(cells, Reject):
            yield cells
            continue
        try:
            yield Record(make(head, head.cells(cells), between), file.name, number)
        except ValueError as bad:
            yield Reject(file.name, number, str(bad), join(cells))


def _node(head: Header, cells: Sequence[str], between: str) -> Node:
    labels = tuple(label.strip() for label in head.text(cells, "LABEL").split(between) if label.strip())
    return node(head.id(cells, "ID"), labels, head.properties(cells, between))


def _edge(head: Header, cells: Sequence[str], between: str) -> Edge:
    relation = head.text(cells, "TYPE")
    if not relation:
        raise ValueError("the :TYPE is empty")
    props = tidy(head.properties(cells, between))
    return Edge(head.id(cells, "START_ID"), relation, head.id(cells, "END_ID"), props)
