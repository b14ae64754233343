"""Loading in bulk into Neo4j: a transaction a batch, so that what was acknowledged survives a kill."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import replace

from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.bolt_registry import locked, raise_version
from agents.graphs.bolt_write import Memory, Writer
from agents.graphs.census import Census
from agents.graphs.loading import NOT_UNICODE, Record, Rejected, batches, is_unicode, write
from agents.graphs.store import LoadCounts
from agents.model import Schema

_AHEAD = 2  # batches that wait while one is written


class Loader:
    """One load under way."""

    def __init__(self, connections: Connections, graph: str) -> None:
        self._connections = connections
        self._graph = graph
        self._memory = Memory()
        self._seen = -1  # the version after this load's last batch; another one means another writer
        self._failed = False
        self._census = Census()
        self._grown = False  # by others, before this load or beside it
        self._last = LoadCounts()  # that was told
        self.counts = LoadCounts()  # of what is committed

    def run(self, records: Iterable[Record], batch: int, on_batch: Callable[[LoadCounts], None] | None) -> LoadCounts:
        """Write all records and return the counts."""
        server = ThreadPoolExecutor(1, "load")  # it writes batches while the next are read here
        waiting: deque[tuple[Sequence[Record], Future[LoadCounts]]] = deque()
        try:
            for each in batches(records, batch):
                while len(waiting) > _AHEAD:
                    self._told(*waiting.popleft(), on_batch)
                waiting.append((each, server.submit(self._commit, each)))
            while waiting:
                self._told(*waiting.popleft(), on_batch)
        finally:
            server.shutdown(cancel_futures=True)  # after one that failed, or a stop, no other is begun
        return self.counts

    def schema(self) -> Schema | None:
        """Return what the graph holds after the last batch, where this load has counted it."""
        return None if self._grown else self._census.schema(self._seen)

    def _told(
        self, records: Sequence[Record], written: Future[LoadCounts], on_batch: Callable[[LoadCounts], None] | None
    ) -> None:
        """Wait for a batch that is being written, count what it brought, and tell of it."""
        before, self._last = self._last, written.result()
        self._census.take(records, before, self._last)
        if on_batch:
            on_batch(self._last)

    def _commit(self, records: Sequence[Record]) -> LoadCounts:
        """Write one batch, unless one before it failed."""
        if self._failed:
            raise CancelledError
        try:
            self.counts = self._sound(records)
        except BaseException:
            self._failed = True
            raise
        return self.counts

    def _sound(self, records: Sequence[Record]) -> LoadCounts:
        """Write what can be. Texts that UTF-8 cannot hold are so rare that they are looked for when a batch failed."""
        try:
            return self._attempt(records, ())
        except UnicodeEncodeError:
            sound = [each for each in records if is_unicode(each)]
            rest = [each for each in records if not is_unicode(each)]
            return self._attempt(sound, tuple((each, NOT_UNICODE) for each in rest))

    def _attempt(self, records: Sequence[Record], rejected: tuple[Rejected, ...]) -> LoadCounts:
        before = replace(self.counts, rejected=self.counts.rejected + rejected)
        try:
            after, self._seen = self._connections.write(lambda tx: self._write(tx, records, before))
        except BaseException:
            self._memory, self._seen = Memory(), -1  # what it remembers may have been undone
            raise
        return after

    def _write(self, tx: Transaction, records: Sequence[Record], before: LoadCounts) -> tuple[LoadCounts, int]:
        registry = locked(tx, self._graph)
        if self._seen != registry.version:
            self._memory = Memory()
            self._grown = self._grown or registry.next > 0
        self._seen = -1  # a second attempt at the same batch begins with nothing remembered
        after = write(Writer(tx, registry, self._memory), records, before)
        registry.keep(tx)
        changed = after.effective > before.effective
        return after, raise_version(tx, self._graph) if changed else registry.version
