"""The index of names that Loregraph keeps for itself of an attached graph, in a SQLite file.

Each filling is a graph of that file under a name of its own, which is used once it is whole; one node there stands
for one of the database, whose number it has as a property. What is left of earlier fillings goes when a new one is
whole. A filling is done by one process at a time, while the others use the one before.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from agents.declaration import Declaration
from agents.errors import UnknownGraph
from agents.graphs import sqlite_names
from agents.graphs.names import CROWD
from agents.graphs.reading import Called, Spelled
from agents.graphs.sqlite import SqliteStore
from agents.graphs.sqlite_connections import Connections, Snapshot
from agents.graphs.sqlite_rows import nodes_by_key
from agents.graphs.store import LoadCounts
from agents.model import Candidate, Node

_KEY, _LABELS = "key", "labels"
_WHOLE = Declaration(version="whole")
Filled = Callable[[LoadCounts], None]


class NameFile:
    """The file, for all attached graphs of a folder."""

    def __init__(self, path: Path, timeout: float) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = path
        self._connections = Connections(path, timeout)
        self._store = SqliteStore(path, timeout)

    def whole(self, key: str) -> str:
        """Return the latest whole filling for an attachment's key, or nothing."""
        mine = [each for each in self._store.graphs() if each.startswith(f"{key} ")]
        whole = [each for each in mine if self._is_whole(each)]
        return max(whole, key=self._store.version, default="")

    def _is_whole(self, name: str) -> bool:
        with suppress(UnknownGraph):
            return self._store.declaration(name) == _WHOLE
        return False

    def fill(self, key: str, mark: str, nodes: Iterable[tuple[int, Node, Sequence[str]]], told: Filled | None) -> str:
        """Fill anew and return what was filled; where another process is at it, what was whole before."""
        name, former = f"{key} {mark}", self.whole(key)
        with self._alone(key, wait=not former) as mine:
            if mine and self.whole(key) != name:
                self._fill(key, name, nodes, told)
        return self.whole(key)

    def _fill(self, key: str, name: str, nodes: Iterable[tuple[int, Node, Sequence[str]]], told: Filled | None) -> None:
        self._store.drop(name)  # what an interrupted filling left
        self._store.create(name)
        self._store.load(name, map(_kept, nodes), on_batch=told)
        self._store.declare(name, _WHOLE)
        for each in self._store.graphs():
            if each.startswith(f"{key} ") and each != name:
                self._store.drop(each)

    def forget(self, key: str) -> None:
        """Remove all that is kept for an attachment's key."""
        for name in self._store.graphs():
            if name.startswith(f"{key} "):
                self._store.drop(name)
        self._path.with_name(f"{key}.lock").unlink(missing_ok=True)

    def store(self) -> SqliteStore:
        """Return the store behind, for vectors."""
        return self._store

    @contextmanager
    def reading(self, name: str) -> Iterator[Snapshot]:
        """Read one filling."""
        with self._connections.reading(name) as snapshot:
            yield snapshot

    def close(self) -> None:
        """Close the file; a later call opens it anew."""
        self._connections.close()
        self._store.close()

    @contextmanager
    def _alone(self, key: str, wait: bool) -> Iterator[bool]:
        """Say whether no other process fills this; the lock goes with its holder, even one that is killed."""
        with self._path.with_name(f"{key}.lock").open("w") as file:
            yield _locked(file.fileno(), wait)


@dataclass(frozen=True)
class ForeignNames:
    """One filling, asked as `reading.Reading` asks for names; keys are the database's numbers."""

    file: NameFile
    filling: str

    def called(self, texts: Iterable[str]) -> dict[str, list[Called]]:
        """Return {text: those called exactly so}, each node once, names before aliases before ids."""
        with self.file.reading(self.filling) as snapshot:
            found = sqlite_names.called(snapshot, texts)
            keys = self._keys(snapshot, (each for some in found.values() for each, _, _ in some))
        return {text: [(keys[each], *rest) for each, *rest in some] for text, some in found.items()}  # type: ignore[misc]

    def exactly(self, text: str, types: Sequence[str], most: int) -> list[Called]:
        """Return what is called exactly so, names first."""
        return self._found(lambda snapshot, pool: sqlite_names.exactly(snapshot, text, (), pool), types, most)

    def beginning(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something longer that begins so, the shortest first."""
        return self._found(lambda snapshot, pool: sqlite_names.beginning(snapshot, text, (), pool), types, most)

    def spelled(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something that shares many trigrams with the text."""
        return self._found(lambda snapshot, pool: sqlite_names.spelled(snapshot, text, (), pool), types, most)

    def worded(self, words: Sequence[str], types: Sequence[str], most: int) -> list[tuple[int, Node]]:
        """Return the nodes whose texts have all the words, the last perhaps unfinished."""
        return self._found(lambda snapshot, pool: sqlite_names.worded(snapshot, words, (), pool), types, most)

    def similar(self, vector: Sequence[float], limit: int) -> list[Candidate]:
        """Return the nodes whose kept vector is nearest by cosine, as the index knows them."""
        return list(self.file.store().similar(self.filling, vector, limit=limit))

    def keep_vectors(self, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep vectors until the next filling."""
        self.file.store().keep_vectors(self.filling, vectors)

    def _found(self, look: Callable[[Snapshot, int], Iterable[Any]], types: Sequence[str], most: int) -> list[Any]:
        """Return hits with the database's keys, those of nodes that have one of the labels."""
        with self.file.reading(self.filling) as snapshot:
            hits = list(look(snapshot, max(most, CROWD) if types else most))
            nodes = nodes_by_key(snapshot.conn, {each[0] for each in hits})
        wanted = set(types)
        return [
            (nodes[key].props[_KEY], *rest)
            for key, *rest in hits
            if not wanted or wanted & {*nodes[key].props[_LABELS]}  # type: ignore[misc]
        ][:most]

    def _keys(self, snapshot: Snapshot, keys: Iterable[int]) -> dict[int, int]:
        nodes = nodes_by_key(snapshot.conn, set(keys))
        return {key: node.props[_KEY] for key, node in nodes.items()}  # type: ignore[misc]


def _kept(each: tuple[int, Node, Sequence[str]]) -> Node:
    key, node, labels = each
    return replace(node, props={_KEY: key, _LABELS: tuple(labels)})


def _locked(descriptor: int, wait: bool) -> bool:
    """Take the lock of an open file, if it is free or else after a wait; without such locks every process fills."""
    if os.name == "nt":
        return True
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(descriptor, LOCK_EX | (0 if wait else LOCK_NB))
    except OSError:
        return False
    return True
