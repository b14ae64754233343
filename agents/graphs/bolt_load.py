"""Loading in bulk into Neo4j: a transaction a batch, so that what was acknowledged survives a kill."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.bolt_registry import locked, raise_version
from agents.graphs.bolt_write import Memory, Writer
from agents.graphs.census import Census
from agents.graphs.loading import NOT_UNICODE, Record, Rejected, batches, is_unicode, write
from agents.graphs.store import LoadCounts
from agents.graphs.turns import taking_turns
from agents.model import Node, Schema

_STEP = 500  # records after which one looks whether the server has done its batch
_AHEAD = 3  # batches that wait for it


@dataclass
class _Ready:
    """Batches that were read and wait to be written."""

    size: int
    batches: deque[list[Record]] = field(default_factory=deque)
    _begun: list[Record] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether as much waits as may."""
        return len(self.batches) >= _AHEAD

    def add(self, records: list[Record]) -> None:
        """Take records that were read."""
        self._begun += records
        while len(self._begun) >= max(1, self.size):
            self.batches.append(self._begun[: max(1, self.size)])
            del self._begun[: max(1, self.size)]

    def end(self) -> None:
        """Take what was read for a batch too small."""
        if self._begun:
            self.batches.append(self._begun)
            self._begun = []


@dataclass(frozen=True)
class _Written:
    """A batch that is being written."""

    records: Sequence[Record]
    future: Future[LoadCounts]


class Loader:
    """One load under way."""

    def __init__(self, connections: Connections, graph: str, on_edges: Callable[[], None] = lambda: None) -> None:
        self._connections = connections
        self._graph = graph
        self._on_edges: Callable[[], None] | None = on_edges  # until the first batch without a node
        self._memory = Memory()
        self._seen = -1  # the version after this load's last batch; another one means another writer
        self._census = Census()
        self._grown = False  # by others, before this load or beside it
        self.counts = LoadCounts()

    def run(self, records: Iterable[Record], batch: int, on_batch: Callable[[LoadCounts], None] | None) -> LoadCounts:
        """Write all records and return the counts. No batch is begun before the one before it was told of."""
        with taking_turns(), ThreadPoolExecutor(1, "load") as server:  # it writes a batch while more are read here
            ready = _Ready(batch)
            written: _Written | None = None
            for some in batches(records, min(batch, _STEP)):
                ready.add(some)
                while written and (written.future.done() or ready.full):
                    self._told(written, on_batch)
                    written = self._next(server, ready)
                written = written or self._next(server, ready)
            ready.end()
            while written := written or self._next(server, ready):
                self._told(written, on_batch)
                written = None
        return self.counts

    def _next(self, server: Executor, ready: "_Ready") -> "_Written | None":
        """Begin to write the next batch, if there is one."""
        if not ready.batches:
            return None
        records = ready.batches.popleft()
        return _Written(records, server.submit(self._commit, records))

    def schema(self) -> Schema | None:
        """Return what the graph holds after the last batch, where this load has counted it."""
        return None if self._grown else self._census.schema(self._seen)

    def _told(self, written: "_Written", on_batch: Callable[[LoadCounts], None] | None) -> None:
        """Wait for the batch that is being written, count what it brought, and tell of it."""
        before, self.counts = self.counts, written.future.result()
        self._census.take(written.records, before, self.counts)
        if on_batch:
            on_batch(self.counts)

    def _commit(self, records: Sequence[Record]) -> LoadCounts:
        """Write one batch. Texts that UTF-8 cannot hold are so rare that they are looked for when one has failed."""
        if self._on_edges and not any(isinstance(each, Node) for each in records):
            self._on_edges()
            self._on_edges = None
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
