"""What a load did, noted while it loads, so that all of it can be taken back."""

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from agents.curation.drafting import Subject, Touched
from agents.graphs.store import GraphStore, LoadCounts
from agents.model import Edge, Node

MOST = 5_000  # things; a load that does more is not noted to its end, and not taken back as one
_AT_ONCE = 1_000  # records looked up together


class Journal:
    """A store that notes in a file what loading changes; in all else it is the store that it stands before.

    Only so many things are noted: looking up what was there costs about as much as loading it.
    """

    def __init__(self, store: GraphStore, path: Path) -> None:
        self._store, self._path = store, path
        self._noted = 0

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
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(self._path, "wt", encoding="utf-8") as out:
            return self._store.load(graph, self._seen(graph, iter(records), out), batch, on_batch)

    def _seen(self, graph: str, records: Iterator[Node | Edge], out: TextIO) -> Iterator[Node | Edge]:
        while self._noted <= MOST and (some := list(islice(records, _AT_ONCE))):
            self._note(graph, some, out)
            yield from some
        yield from records

    def _note(self, graph: str, records: list[Node | Edge], out: TextIO) -> None:
        nodes = self._store.nodes(graph, [each.id for each in records if isinstance(each, Node)])
        edges = self._store.edges(graph, [each.triple for each in records if isinstance(each, Edge)])
        there: dict[object, Subject] = {each.id: each for each in nodes} | {each.triple: each for each in edges}
        for each in records:
            before = there.get(each.id if isinstance(each, Node) else each.triple)
            if before != each:
                self._noted += 1
                pair = [before.to_json() if before else None, each.to_json()]
                out.write(json.dumps(pair) + "\n")


def read(path: Path) -> tuple[Touched, ...] | None:
    """Return what a load did; None where that was not noted, or not to its end."""
    if not path.is_file():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [Touched(*map(_subject, json.loads(line))) for line in file]
    return tuple(found) if len(found) <= MOST else None


def _subject(data: dict[str, Any] | None) -> Subject | None:
    if data is None:
        return None
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)
