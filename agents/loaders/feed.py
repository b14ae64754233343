"""Between a source and a store: hands on each node and edge once, and keeps count of everything else."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from time import monotonic

from agents.declaration import Declaration
from agents.graphs.store import GraphStore, LoadCounts
from agents.loaders.literals import with_values
from agents.loaders.records import Declared, Record, RecordSource, Reject, Skip, Valued
from agents.loaders.rejects import Rejects
from agents.loaders.result import LoadResult, OnProgress, Progress
from agents.loaders.seen import Seen
from agents.model import Edge, Node

BATCH = 10_000  # records a transaction
_AHEAD = 5  # batches that a store may have read before it commits one, at the most
_LOOKED_UP = 1_000  # implied nodes asked of the store at once
_PULSE = 0.1  # seconds between two reports of progress


class Feed:
    """One load: its records, its counts, and where each record that is under way stands."""

    def __init__(
        self, store: GraphStore, graph: str, source: RecordSource, rejects: Rejects, on_progress: OnProgress | None
    ) -> None:
        self._store, self._graph, self._source = store, graph, source
        self._rejects, self._on_progress = rejects, on_progress
        self.declared: Declaration | None = None  # what the source says was declared of its graph
        self._seen = Seen()
        self._skipped: Counter[str] = Counter()
        self._valued: Counter[str] = Counter()
        self._records = self._known = self._judged = 0
        self._handed: list[Record] = []  # since the last batch
        self._earlier: deque[list[Record]] = deque(maxlen=_AHEAD)
        self._implied: list[Record] = []
        self._started = self._told = monotonic()

    def run(self) -> LoadResult:
        """Load all there is, and say what happened."""
        try:
            counts = self._store.load(self._graph, self._values(), batch=BATCH, on_batch=self._committed)
        finally:
            self._seen.close()
        self._judge(counts)
        self._tell(at_once=True)
        return LoadResult(
            graph=self._graph,
            counts=replace(counts, nodes_same=counts.nodes_same + self._known),
            records=self._records,
            rejected=self._rejects.count,
            seconds=monotonic() - self._started,
            rejects=self._rejects.path,
            first_rejects=tuple(self._rejects.first),
            skipped=dict(self._skipped),
            valued=dict(self._valued),
        )

    def _values(self) -> Iterator[Node | Edge]:
        for item in self._source.items():
            if isinstance(item, Record):
                if self._implied and not item.implied:
                    yield from self._missing()
                if self._is_first(item):
                    yield from self._imply(item) if item.implied else (self._hand_on(item),)
            elif isinstance(item, Reject):
                self._rejects.add(item)
            elif isinstance(item, Skip):
                self._skipped[item.what] += 1
            elif isinstance(item, Valued):
                self._valued[item.relation] += 1
            elif isinstance(item, Declared):
                self.declared = self.declared or item.declaration
            self._tell()
        yield from self._missing()

    def _is_first(self, record: Record) -> bool:
        """Say whether this is the first of its thing; count another, or reject it where it says something else."""
        first = self._seen.add(record.value)
        if first == "repeated" and not record.implied:
            self._skipped["repeated rows"] += 1
        elif first == "different" and not record.implied:
            self._rejects.add(Reject(record.file, record.line, _double(record.value), _words(record.value)))
        return first == "new"

    def _imply(self, record: Record) -> Iterator[Node | Edge]:
        self._implied.append(record)
        if len(self._implied) >= _LOOKED_UP:
            yield from self._missing()

    def _missing(self) -> Iterator[Node | Edge]:
        """Yield the implied nodes that the graph lacks: one that it has knows more than its mere mention.

        Such a one is yielded too where the mention brings it a value that it lacks.
        """
        if not self._implied:
            return
        implied, self._implied = self._implied, []
        known = {node.id: node for node in self._store.nodes(self._graph, [each.value.id for each in implied])}
        for each in implied:
            node = known.get(each.value.id)
            if node is None:
                yield self._hand_on(each)
            elif (fuller := with_values(node, each.value.props)) is not node:
                yield self._hand_on(replace(each, value=fuller))
            else:
                self._known += 1

    def _hand_on(self, record: Record) -> Node | Edge:
        self._records += 1
        self._handed.append(record)
        return record.value

    def _committed(self, counts: LoadCounts) -> None:
        self._judge(counts)
        self._earlier.appendleft(self._handed)
        self._handed = []
        self._tell(at_once=True)

    def _judge(self, counts: LoadCounts) -> None:
        """Give what the store has rejected since last time its file and line."""
        if rejected := counts.rejected[self._judged :]:
            handed = (record for some in (*reversed(self._earlier), self._handed) for record in some)
            places = {_key(each.value): (each.file, each.line) for each in handed}
            for value, reason in rejected:
                self._rejects.add(Reject(*places.get(_key(value), ("", 0)), reason, _words(value)))
            self._judged = len(counts.rejected)

    def _tell(self, at_once: bool = False) -> None:
        now = monotonic()
        if self._on_progress and (at_once or now - self._told >= _PULSE):
            self._told = now
            source = self._source
            self._on_progress(
                Progress(source.done(), source.total, self._records, self._rejects.count, now - self._started)
            )


def _key(value: Node | Edge) -> object:
    return value.id if isinstance(value, Node) else value.triple


def _words(value: Node | Edge) -> str:
    return value.id if isinstance(value, Node) else " | ".join(value.triple)


def _double(value: Node | Edge) -> str:
    if isinstance(value, Node):
        return f"the id '{value.id}' came before with other values; the first is kept"
    return "this fact came before with other properties; a graph keeps one edge for a fact, the first"
