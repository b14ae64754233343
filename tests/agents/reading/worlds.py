"""Small graphs that a reader is asked about, in a store of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.declaration import declaration
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.model import Edge, Mention, Node
from agents.query import Describe
from agents.reading.compile import compile_meaning
from agents.reading.meaning import Result
from agents.reading.read import GraphReader
from agents.reading.reader import Reading, Readings

GRAPH = "world"


@dataclass
class World:
    """A graph, and what one asks of it."""

    store: SqliteStore
    reader: GraphReader

    def link(self, text: str, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        return self.reader.link(GRAPH, text, picks)

    def linked(self, text: str) -> dict[str, list[str]]:
        """Return the ids of each mention's candidates."""
        return {each.text: [candidate.node.id for candidate in each.candidates] for each in self.link(text)}

    def read(self, text: str) -> Readings:
        return self.reader.read(GRAPH, text, self.link(text))

    def best(self, text: str) -> Reading:
        return self.read(text).readings[0]

    def answers(self, text: str) -> set[Any]:
        """Return the first column of the best reading: names of nodes, or values."""
        return self.cells(self.best(text))

    def cells(self, reading: Reading) -> set[Any]:
        if isinstance(reading.query, Describe):
            return {node.name for node in self.store.nodes(GRAPH, reading.query.ids)}
        return names(row.cells[0] for row in self.store.match(GRAPH, reading.query).rows)

    def rows(self, meaning: Result) -> set[Any]:
        """Return the first column of a meaning's query."""
        query = compile_meaning(meaning, self.store.schema(GRAPH))
        return names(row.cells[0] for row in self.store.match(GRAPH, query).rows)


def names(cells: Iterable[Any]) -> set[Any]:
    return {cell.name if isinstance(cell, Node) else cell for cell in cells}


def world(folder: Path, records: Iterable[Node | Edge], declared: Mapping[str, Any] | None = None) -> World:
    """Load a graph into a new store; return it with a reader."""
    store = SqliteStore(folder / "graphs.db")
    store.create(GRAPH)
    store.load(GRAPH, records)
    store.declare(GRAPH, declaration(declared or {}))
    return World(store, GraphReader(store, embedder()))
