"""Rows of a CSV file that people really have: one bad quote costs one row and not the rest of the file."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence

from agents.loaders.records import Reject
from agents.loaders.textfile import TextFile, unfit
from agents.loaders.triples import Row

DELIMITERS = (",", ";", "\t", "|")
_MAX_LINES = 1_000  # lines that one row may span: a quote that nobody closes would swallow the file


class CsvRows:
    """Yields (line where the row starts, cells), or a Reject; after one goes on with the line that follows."""

    def __init__(self, file: TextFile, delimiter: str) -> None:
        self._file = file
        self._delimiter = delimiter
        self._lines = file.lines()
        self._again: deque[tuple[int, str]] = deque()
        self._taken: list[tuple[int, str]] = []

    def __iter__(self) -> Iterator[Row]:
        while True:
            self._taken.clear()
            try:
                cells = next(csv.reader(self._feed(), delimiter=self._delimiter, strict=True), None)
            except csv.Error as error:
                yield self._rejected(str(error))
                continue
            if not self._taken:
                return
            if cells and any(cell.strip() for cell in cells):
                yield self._taken[0][0], cells

    def _feed(self) -> Iterator[str]:
        while entry := self._next():
            self._taken.append(entry)
            if len(self._taken) > _MAX_LINES:
                raise csv.Error("a quote is not closed")
            if reason := unfit(entry[1]):
                raise csv.Error(reason)
            yield entry[1] + "\n"

    def _next(self) -> tuple[int, str] | None:
        return self._again.popleft() if self._again else next(self._lines, None)

    def _rejected(self, reason: str) -> Row:
        first, *rest = self._taken
        self._again.extendleft(reversed(rest))
        reason = "a quote is not closed" if "unexpected end" in reason or "field limit" in reason else reason
        return first[0], Reject(self._file.name, first[0], reason, first[1])


def delimiter_of(header: str) -> str:
    """Return what separates the cells of a header line: of the usual four, the one that occurs most."""
    return max(DELIMITERS, key=header.count)


def join(cells: Sequence[str]) -> str:
    """Show a row as it may have stood."""
    return ",".join(cells)
