"""Where rejected rows go: a tab-separated file of file, line, reason and the row itself."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from agents.loaders.records import Reject

SHOWN = 20  # how many a result carries with it
ROW_LENGTH = 500  # characters of a row that are kept


class Rejects(AbstractContextManager["Rejects"]):
    """Counts rejects, keeps the first few, and writes all to a file, made anew with the first of them."""

    def __init__(self, path: Path | None = None) -> None:
        self.count = 0
        self.first: list[Reject] = []
        self._path = path
        self._file: TextIO | None = None

    @property
    def path(self) -> Path | None:
        """The file, or None where nothing was rejected or no file was asked for."""
        return self._path if self.count else None

    def add(self, reject: Reject) -> None:
        """Keep one."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(reject)
        if self._path:
            self._file = self._file or _open(self._path)
            self._file.write(
                "\t".join([_flat(reject.file), str(reject.line), _flat(reject.reason), _row(reject)]) + "\n"
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()


def _open(path: Path) -> TextIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("w", encoding="utf-8", errors="backslashreplace")
    file.write("file\tline\treason\trow\n")
    return file


def _row(reject: Reject) -> str:
    row = reject.row if len(reject.row) <= ROW_LENGTH else reject.row[:ROW_LENGTH] + "…"
    return _flat(row)


def _flat(text: str) -> str:
    """Write what would break the table, or a terminal, as an escape."""
    text = text.replace("\t", "\\t").replace("\n", "\\n")
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text)
