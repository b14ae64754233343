"""Tab-separated triples: head, relation, tail; with or without a header line that says so.

With a header, further columns become properties of the edge. A line that starts with "#" and is no row is
a comment. A cell that stands in quotes, as spreadsheets write one that holds a quote, is taken out of them.
"""

from collections.abc import Iterator, Sequence

from agents.loaders import triples
from agents.loaders.records import Item, Reject, Skip
from agents.loaders.textfile import TextFile, unfit

NEEDS = "it needs rows of three columns (head, relation, tail) with tabs between them"


def looks_like(file: TextFile) -> bool:
    """Say whether at least half of the first lines are rows of triples."""
    rows = [line for line in file.sample[:50] if line.strip() and not _is_comment(line)]
    right = [line for line in rows if line.count("\t") >= 2]
    return bool(right) and len(right) * 2 >= len(rows)


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield the nodes that the rows name."""
    where, rows = _table(file)
    yield from triples.implied_nodes(rows, where, file.name)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge a row."""
    where, rows = _table(file)
    comments = sum(1 for line in file.sample if _is_comment(line))
    yield from (Skip("comment lines") for _ in range(comments))
    yield from triples.edges(rows, where, file.name, "\t".join)


def _table(file: TextFile) -> tuple[triples.Columns, Iterator[triples.Row]]:
    first = next((line for line in file.sample if line.strip() and not _is_comment(line)), "")
    header = triples.columns(_cells(first))
    rows = _rows(file)
    if header:
        next(rows)
    return header or triples.Columns(), rows


def _rows(file: TextFile) -> Iterator[triples.Row]:
    for number, line in file.lines():
        if reason := unfit(line):
            yield number, Reject(file.name, number, reason, line)
        elif line.strip() and not _is_comment(line):
            yield number, _cells(line)


def _cells(line: str) -> Sequence[str]:
    return [_unquoted(cell) for cell in line.split("\t")]


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', ""):
        return cell[1:-1].replace('""', '"')
    return cell


def _is_comment(line: str) -> bool:
    return line.startswith("#") and line.count("\t") < 2
