"""Files as a source of records: every file's nodes, then every file's edges."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from agents.errors import LoadError
from agents.loaders.formats import Format, format_of
from agents.loaders.records import Item
from agents.loaders.textfile import TextFile


class FileSource:
    """One load's files, opened and known; each is read twice, once for its nodes and once for its edges."""

    def __init__(self, paths: Sequence[Path], format: str | None = None) -> None:
        if not paths:
            raise LoadError("Name at least one file to load.")
        files = [TextFile(Path(path)) for path in paths]
        known = [(file, format_of(file, format)) for file in files]
        self.files: list[tuple[TextFile, Format]] = sorted(known, key=lambda each: each[1].implies)
        self._finished = 0
        self._reading: TextFile | None = None

    @property
    def total(self) -> int:
        """How many bytes will be read in all."""
        return 2 * sum(file.size for file, _ in self.files)

    def done(self) -> int:
        """How many bytes have been read so far."""
        return self._finished + (self._reading.position() if self._reading else 0)

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge."""
        for file, format in self.files:
            yield from self._counted(file, format.nodes(file))
        for file, format in self.files:
            yield from self._counted(file, format.edges(file))

    def _counted(self, file: TextFile, items: Iterator[Item]) -> Iterator[Item]:
        self._reading = file
        yield from items
        self._reading = None
        self._finished += file.size
