"""What a load does, noted while it loads, so that all of it can be taken back."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from agents.changes import Swap
from agents.curation.notebook import Notebook
from agents.graphs.store import GraphStore, LoadCounts
from agents.model import Edge, Node

_AT_ONCE = 1_000  # records looked up together


class Journal:
    """A store that notes what loading changes before it does; in all else it is the store that it stands before.

    Looking up what was there costs about as much as loading it, so in an empty graph nothing is looked up.
    """

    def __init__(self, store: GraphStore, path: Path, on_begin: Callable[[], None] = lambda: None) -> None:
        self._store, self._on_begin = store, on_begin
        self.notes = Notebook(path)
        self.counts = LoadCounts()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def load(
        self,
        graph: str,
        records: Iterable[Node | Edge],
        batch: int = 5_000,
        on_batch: Callable[[LoadCounts], None] | None = None,
    ) -> LoadCounts:
        """Load as the store does, and note each thing before and after."""

        def told(counts: LoadCounts) -> None:
            self.counts = counts
            if on_batch:
                on_batch(counts)

        empty = next(iter(self._store.export(graph)), None) is None
        self.counts = self._store.load(graph, self._noted(graph, iter(records), empty), batch, told)
        return self.counts

    def _noted(self, graph: str, records: Iterator[Node | Edge], empty: bool) -> Iterator[Node | Edge]:
        while some := list(islice(records, _AT_ONCE)):
            changes = [] if empty else self._changes(graph, some)
            if (changes or empty) and not self.notes.begun:
                self._on_begin()
            if empty:
                self.notes.add_new(some)
            else:
                self.notes.add(changes)
            yield from some

    def _changes(self, graph: str, records: list[Node | Edge]) -> list[Swap]:
        there = self._there(graph, records)
        pairs = [(there.get(_key(each)), each) for each in records]
        return [Swap(before, after) for before, after in pairs if before != after]

    def _there(self, graph: str, records: list[Node | Edge]) -> dict[object, Node | Edge]:
        nodes = self._store.nodes(graph, [each.id for each in records if isinstance(each, Node)])
        edges = self._store.edges(graph, [each.triple for each in records if isinstance(each, Edge)])
        there: list[Node | Edge] = [*nodes, *edges]
        return {_key(each): each for each in there}


def _key(record: Node | Edge) -> object:
    return record.id if isinstance(record, Node) else record.triple
