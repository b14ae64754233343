"""Questions whose answers are known, asked of a reader alone: what it reads, and whether that is right."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.graphs.sqlite import SqliteStore
from agents.graphs.store import GraphStore
from agents.language.embeddings import embedder
from agents.loaders.load import load_files
from agents.model import Edge, Node
from agents.query import Describe
from agents.reading.read import GraphReader
from agents.reading.reader import Reading, Readings

ABSENT = ("NOT_IN_GRAPH",)


@dataclass(frozen=True)
class Gold:
    """A question and its answers."""

    text: str
    answers: tuple[str, ...]

    @property
    def absent(self) -> bool:
        """Whether the graph is known not to hold the answer."""
        return self.answers == ABSENT


@dataclass(frozen=True)
class Asked:
    """A question as it was read, and which of its readings give exactly the answers, shown or not."""

    gold: Gold
    readings: Readings
    rights: tuple[bool, ...]

    @property
    def fits(self) -> bool:
        """Whether the best reading gives exactly the answers."""
        return self.rights[:1] == (True,)

    @property
    def right(self) -> bool:
        """Whether exactly the answers are shown."""
        return self.fits and self.readings.status != "none"


@dataclass(frozen=True)
class World:
    """A graph of its own in a store, and a reader of it."""

    name: str
    store: GraphStore
    reader: GraphReader

    def read(self, text: str) -> Readings:
        """Return how a question is read."""
        return self.reader.read(self.name, text, self.reader.link(self.name, text))

    def ask(self, gold: Gold) -> Asked:
        """Read a question, and say which readings are right."""
        readings = self.read(gold.text)
        answers = {plain(each) for each in gold.answers}
        return Asked(gold, readings, tuple(self.cells(each) == answers for each in readings.readings))

    def cells(self, reading: Reading) -> set[str]:
        """Return what a reading answers, as it is compared."""
        if isinstance(reading.query, Describe):
            return {plain(each.name) for each in self.store.nodes(self.name, reading.query.ids)}
        rows = self.store.match(self.name, reading.query, evidence=False).rows
        found = [row.cells[0] for row in rows if row.cells[0] is not None]
        if reading.form == "different":
            return {plain(len({plain(each) for each in found}))}
        if reading.form == "verdict":
            return {"yes" if found else "no"}
        return {plain(each.name if isinstance(each, Node) else each) for each in found}


def opened(folder: Path, file: Path) -> World:
    """Load a folder's graph into a new store in `file`."""
    store = SqliteStore(file)
    graph = next(iter(sorted(folder.glob("graph.*"))))
    load_files(store, folder.name, [graph])
    return World(folder.name, store, GraphReader(store, embedder()))


def without(
    world: World, file: Path, relations: frozenset[str] = frozenset(), nodes: frozenset[str] = frozenset()
) -> World:
    """Copy a graph into a new store without some relations or properties, or without some nodes."""
    store = SqliteStore(file)
    store.create(world.name)
    store.declare(world.name, world.store.declaration(world.name))
    store.load(world.name, _kept(world, relations, nodes))
    return World(world.name, store, GraphReader(store, embedder()))


def _kept(world: World, relations: frozenset[str], nodes: frozenset[str]) -> Iterator[Node | Edge]:
    for each in world.store.export(world.name):
        if isinstance(each, Node) and each.id not in nodes:
            props = {key: value for key, value in each.props.items() if key not in relations}
            yield Node(each.id, each.type, each.name, each.aliases, each.description, props)
        if isinstance(each, Edge) and each.relation not in relations and not {each.head, each.tail} & nodes:
            yield each


def questions(folder: Path) -> list[Gold]:
    """Return a folder's questions, or those of a file that stand alone."""
    file = folder if folder.is_file() else folder / "questions.jsonl"
    data = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    data = [each for each in data if "question" in each]
    return [Gold(each["question"], tuple(str(answer) for answer in each["answers"])) for each in data]


def plain(value: Any) -> str:
    """Return a value as it is compared: numbers by their value, text without regard to case."""
    text = " ".join(str(value).split()).casefold()
    try:
        return f"{float(text.replace(',', '')):.6g}"
    except ValueError:
        return text
