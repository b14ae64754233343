"""Loading in bulk: a transaction a batch, so that what was acknowledged survives a kill."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from agents.graphs.census import Census
from agents.graphs.loading import NOT_UNICODE, Record, Rejected, batches, is_unicode, write
from agents.graphs.sqlite_connections import Connections, graph_key
from agents.graphs.sqlite_schema import raise_version
from agents.graphs.sqlite_write import Writer
from agents.graphs.store import LoadCounts
from agents.model import Schema

_ANY = "SELECT 1 FROM nodes WHERE graph = ? LIMIT 1"


class Loader:
    """One load under way."""

    def __init__(self, connections: Connections, graph: str) -> None:
        self._connections = connections
        self._graph = graph
        self._writer: Writer | None = None
        self._seen = -1  # the version after this load's last batch; another one means another writer
        self._census = Census()
        self._grown = False  # by others, before this load or beside it
        self.counts = LoadCounts()

    def run(self, records: Iterable[Record], batch: int, on_batch: Callable[[LoadCounts], None] | None) -> LoadCounts:
        """Write all records and return the counts."""
        for each in batches(records, batch):
            before, self.counts = self.counts, self._commit(each)
            self._census.take(each, before, self.counts)
            if on_batch:
                on_batch(self.counts)
        if self.counts.effective:
            self._settle()
        return self.counts

    def schema(self) -> Schema | None:
        """Return what the graph holds after the last batch, where this load has counted it."""
        return None if self._grown else self._census.schema(self._seen)

    def _commit(self, records: Sequence[Record]) -> LoadCounts:
        """Write one batch. Texts that UTF-8 cannot hold are so rare that they are looked for when one has failed."""
        try:
            return self._attempt(records, ())
        except UnicodeEncodeError:
            sound = [each for each in records if is_unicode(each)]
            rest = [each for each in records if not is_unicode(each)]
            return self._attempt(sound, tuple((each, NOT_UNICODE) for each in rest))

    def _attempt(self, records: Sequence[Record], rejected: tuple[Rejected, ...]) -> LoadCounts:
        before = replace(self.counts, rejected=self.counts.rejected + rejected)
        try:
            with self._connections.writing() as conn:
                key, version = graph_key(conn, self._graph)
                writer = self._fresh_writer(conn, key, version)
                after = write(writer, records, before)
                changed = after.effective > before.effective
                self._seen = raise_version(conn, key) if changed else version
        except BaseException:
            self._writer = None  # what it remembers may have been undone
            raise
        return after

    def _fresh_writer(self, conn: sqlite3.Connection, key: int, version: int) -> Writer:
        if self._writer is None or self._writer.conn is not conn or self._seen != version:
            self._grown = self._grown or conn.execute(_ANY, (key,)).fetchone() is not None
            self._writer = Writer(conn, key)
        return self._writer

    def _settle(self) -> None:
        """Tell the planner what the tables hold; a sample is enough."""
        with self._connections.writing() as conn:
            conn.execute("PRAGMA analysis_limit = 1000")
            conn.execute("ANALYZE")
