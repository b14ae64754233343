"""Connections to the one file: two a thread, one that only reads and one that writes."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, local
from time import monotonic
from weakref import WeakSet

from agents.errors import StoreTimeout, StoreUnavailable, UnknownGraph
from agents.graphs.folding import is_storable
from agents.graphs.sqlite_schema import connect

_STEPS = 10_000  # of SQLite's machine between two looks at the clock: about a millisecond


@dataclass(frozen=True)
class Snapshot:
    """A read under way: a connection with a snapshot, the graph's key, and the clock that ends it."""

    conn: sqlite3.Connection
    graph: int
    version: int
    check: Callable[[], None]  # raises StoreTimeout past the time limit


class Session:
    """One connection and the time at which what it runs is interrupted."""

    def __init__(self, path: str, wait: float, read_only: bool) -> None:
        self.conn = connect(path, wait)
        self.process = os.getpid()
        self.deadline = float("inf")
        if read_only:
            self.conn.execute("PRAGMA query_only = ON")
            self.conn.set_progress_handler(self._is_late, _STEPS)

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""
        if self._is_late():
            raise StoreTimeout("The graph took too long to answer this; ask for something narrower.")

    def close(self) -> None:
        """Close the connection, unless it belongs to the process this one was forked from."""
        if self.process == os.getpid():
            self.conn.close()

    def _is_late(self) -> bool:
        return monotonic() > self.deadline


class Connections:
    """Gives each thread its connections, opened at first use and shared with no forked child."""

    def __init__(self, path: str | Path, timeout: float) -> None:
        self.path = str(path)
        self.timeout = timeout
        self._local = local()
        self._all: WeakSet[Session] = WeakSet()
        self._inherited: list[Session] = []  # a child must not close, nor free, what its parent opened
        self._lock = Lock()

    @contextmanager
    def reading(self, graph: str, timeout: float | None = None) -> Iterator[Snapshot]:
        """Read one graph in one snapshot; raise UnknownGraph, StoreTimeout or StoreUnavailable."""
        with self.snapshot(timeout) as session:
            key, version = graph_key(session.conn, graph)
            yield Snapshot(session.conn, key, version, session.check)

    @contextmanager
    def snapshot(self, timeout: float | None = None) -> Iterator[Session]:
        """Read the file in one snapshot; a read inside a read shares its snapshot and its time."""
        with _translated():
            session = self._session("reader")
            if session.conn.in_transaction:
                yield session
                return
            session.deadline = monotonic() + (self.timeout if timeout is None else timeout)
            session.conn.execute("BEGIN")
            try:
                yield session
            finally:
                session.deadline = float("inf")
                session.conn.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write in one transaction that is committed at the end, or wholly undone on any exception."""
        with _translated():
            conn = self._session("writer").conn
            conn.execute("BEGIN IMMEDIATE")
            try:
                yield conn
                conn.execute("COMMIT")
            except BaseException:
                if conn.in_transaction:
                    conn.execute("ROLLBACK")
                raise

    def fresh(self) -> Session:
        """Open a reader that the caller closes, for reads that outlive a call."""
        with _translated():
            return Session(self.path, self.timeout, read_only=True)

    def close(self) -> None:
        """Close the connections of all threads; a later use opens them anew."""
        with self._lock:
            for session in list(self._all):
                session.close()
            self._all = WeakSet()
            self._local = local()

    def _session(self, kind: str) -> Session:
        session: Session | None = getattr(self._local, kind, None)
        if session is not None and session.process == os.getpid():
            return session
        if session is not None:
            self._inherited.append(session)
        session = Session(self.path, max(self.timeout, 30.0) if kind == "writer" else self.timeout, kind == "reader")
        setattr(self._local, kind, session)
        with self._lock:
            self._all.add(session)
        return session


def graph_key(conn: sqlite3.Connection, graph: str) -> tuple[int, int]:
    """Return the key and the version of a graph; raise UnknownGraph."""
    row = None
    if is_storable(graph):
        row = conn.execute("SELECT key, version FROM graphs WHERE name = ?", (graph,)).fetchone()
    if row is None:
        raise UnknownGraph(graph)
    return int(row[0]), int(row[1])


_AWAY = {
    sqlite3.SQLITE_BUSY: "another process holds it",
    sqlite3.SQLITE_LOCKED: "another process holds it",
    sqlite3.SQLITE_CANTOPEN: "its file cannot be opened",
    sqlite3.SQLITE_NOTADB: "its file is not a graph store",
    sqlite3.SQLITE_CORRUPT: "its file is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "its file may not be written",
    sqlite3.SQLITE_IOERR: "its disk does not answer",
}


@contextmanager
def _translated() -> Iterator[None]:
    """Turn SQLite's errors of circumstance into the engine's; a defect stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF  # the low byte is the primary code
        if code == sqlite3.SQLITE_INTERRUPT:
            raise StoreTimeout("The graph took too long to answer this; ask for something narrower.") from error
        if code in _AWAY:
            raise StoreUnavailable(f"The graph store does not answer: {_AWAY[code]}.") from error
        raise
