"""Files as a source of records: every file's nodes, then every file's edges.

Where some are triples, all are looked through first for tails that are values; see `agents.loaders.literals`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from agents.errors import LoadError
from agents.loaders.formats import Format, format_of
from agents.loaders.literals import Literals
from agents.loaders.records import Item, Record, Valued
from agents.loaders.textfile import TextFile
from agents.model import Node


class FileSource:
    """One load's files, opened and known; each is read for values (if need be), for its nodes, and for its edges."""

    def __init__(self, paths: Sequence[Path], format: str | None = None) -> None:
        if not paths:
            raise LoadError("Name at least one file to load.")
        files = [TextFile(Path(path)) for path in paths]
        known = [(file, format_of(file, format)) for file in files]
        self.files: list[tuple[TextFile, Format]] = sorted(known, key=lambda each: each[1].implies)
        self._triples = {file for file, format in self.files if format.values(file)}
        self._finished = 0
        self._reading: TextFile | None = None

    @property
    def total(self) -> int:
        """How many bytes will be read in all."""
        return (3 if self._triples else 2) * sum(file.size for file, _ in self.files)

    def done(self) -> int:
        """How many bytes have been read so far."""
        return self._finished + (self._reading.position() if self._reading else 0)

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge."""
        literals = Literals()
        try:
            if self._triples:
                self._look_through(literals)
            for file, format in self.files:
                yield from self._counted(file, _nodes(format.nodes(file), literals))
            for file, format in self.files:
                edges = format.edges(file)
                yield from self._counted(file, _edges(edges, literals) if file in self._triples else edges)
        finally:
            literals.close()

    def _look_through(self, literals: Literals) -> None:
        for file, format in self.files:
            described = file not in self._triples
            for item in self._counted(file, format.nodes(file) if described else format.edges(file)):
                if isinstance(item, Record):
                    literals.name(item.value.id) if isinstance(item.value, Node) else literals.see(item.value)
        literals.settle()

    def _counted(self, file: TextFile, items: Iterator[Item]) -> Iterator[Item]:
        self._reading = file
        yield from items
        self._reading = None
        self._finished += file.size


def _nodes(items: Iterator[Item], literals: Literals) -> Iterator[Item]:
    """Leave out what is a value, and give each node its values."""
    for item in items:
        if isinstance(item, Record) and isinstance(item.value, Node):
            if item.implied and literals.is_value(item.value.id):
                continue
            item = replace(item, value=literals.dressed(item.value))
        yield item


def _edges(items: Iterator[Item], literals: Literals) -> Iterator[Item]:
    """Leave out the edges that became properties, and tell of them."""
    for item in items:
        relation = getattr(item.value, "relation", "") if isinstance(item, Record) else ""
        yield Valued(relation) if relation in literals.relations else item
