"""Loading in bulk: a transaction a batch, so that what was acknowledged survives a kill."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from agents.graphs.folding import is_storable
from agents.graphs.sqlite_connections import Connections, graph_key
from agents.graphs.sqlite_schema import raise_version
from agents.graphs.sqlite_write import Tally, Writer, in_rounds
from agents.graphs.store import LoadCounts
from agents.model import Edge, Node

Record = Node | Edge
Rejected = tuple[Record, str]
_NOT_UNICODE = "a text that is not Unicode"


class Loader:
    """One load under way."""

    def __init__(self, connections: Connections, graph: str) -> None:
        self._connections = connections
        self._graph = graph
        self._writer: Writer | None = None
        self._seen = -1  # the version after this load's last batch; another one means another writer
        self.counts = LoadCounts()

    def run(self, records: Iterable[Record], batch: int, on_batch: Callable[[LoadCounts], None] | None) -> LoadCounts:
        """Write all records and return the counts."""
        for each in _batches(records, batch):
            self.counts = self._commit(each)
            if on_batch:
                on_batch(self.counts)
        if self.counts.effective:
            self._settle()
        return self.counts

    def _commit(self, records: Sequence[Record]) -> LoadCounts:
        """Write one batch. Texts that UTF-8 cannot hold are so rare that they are looked for when one has failed."""
        try:
            return self._attempt(records, ())
        except UnicodeEncodeError:
            sound = [each for each in records if is_storable(_all_text(each))]
            rest = [each for each in records if not is_storable(_all_text(each))]
            return self._attempt(sound, tuple((each, _NOT_UNICODE) for each in rest))

    def _attempt(self, records: Sequence[Record], rejected: tuple[Rejected, ...]) -> LoadCounts:
        before = replace(self.counts, rejected=self.counts.rejected + rejected)
        try:
            with self._connections.writing() as conn:
                key, version = graph_key(conn, self._graph)
                writer = self._fresh_writer(conn, key, version)
                after = _write(writer, records, before)
                changed = after.effective > before.effective
                self._seen = raise_version(conn, key) if changed else version
        except BaseException:
            self._writer = None  # what it remembers may have been undone
            raise
        return after

    def _fresh_writer(self, conn: sqlite3.Connection, key: int, version: int) -> Writer:
        if self._writer is None or self._writer.conn is not conn or self._seen != version:
            self._writer = Writer(conn, key)
        return self._writer

    def _settle(self) -> None:
        """Tell the planner what the tables hold; a sample is enough."""
        with self._connections.writing() as conn:
            conn.execute("PRAGMA analysis_limit = 1000")
            conn.execute("ANALYZE")


def _batches(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    stream = iter(records)
    while batch := list(islice(stream, max(1, size))):
        yield batch


def _write(writer: Writer, records: Sequence[Record], counts: LoadCounts) -> LoadCounts:
    """Write one batch, nodes first, and return the running counts."""
    sound, rejected = _sorted_out(records)
    nodes, edges = Tally(), Tally()
    for some in in_rounds([each for each in sound if isinstance(each, Node)], lambda node: node.id):
        _add(nodes, writer.put_nodes(some))
    for few in in_rounds([each for each in sound if isinstance(each, Edge)], lambda edge: edge.triple):
        keys = writer.node_keys(id for edge in few for id in (edge.head, edge.tail))
        whole = [edge for edge in few if edge.head in keys and edge.tail in keys]
        rejected += [(edge, _dangling(edge, keys)) for edge in few if edge.head not in keys or edge.tail not in keys]
        _add(edges, writer.put_edges(whole, keys))
    return replace(
        counts,
        nodes_added=counts.nodes_added + nodes.added,
        nodes_changed=counts.nodes_changed + nodes.changed,
        nodes_same=counts.nodes_same + nodes.same,
        edges_added=counts.edges_added + edges.added,
        edges_changed=counts.edges_changed + edges.changed,
        edges_same=counts.edges_same + edges.same,
        rejected=counts.rejected + tuple(rejected),
    )


def _add(total: Tally, more: Tally) -> None:
    total.added += more.added
    total.changed += more.changed
    total.same += more.same


def _sorted_out(records: Sequence[Record]) -> tuple[list[Record], list[Rejected]]:
    rejected = [(record, reason) for record in records if (reason := _why_nameless(record))]
    return [record for record in records if not _why_nameless(record)], rejected


def why_unsound(record: Record) -> str:
    """Say what keeps a record out of any graph, or nothing."""
    return _why_nameless(record) or ("" if is_storable(_all_text(record)) else _NOT_UNICODE)


def _why_nameless(record: Record) -> str:
    if isinstance(record, Node):
        return "" if record.id else "a node without an id"
    return "" if record.relation else "an edge without a relation"


def _all_text(record: Record) -> str:
    if isinstance(record, Node):
        parts = [record.id, record.type, record.name, record.description, *record.aliases]
    else:
        parts = [*record.triple, record.status]
        parts += [text for each in record.sources for text in (each.kind, each.name, each.detail)]
    parts += [text for pair in record.props.items() for text in _texts(pair)]
    return "".join(parts)


def _texts(pair: tuple[str, object]) -> Iterator[str]:
    key, value = pair
    yield key
    yield from (each for each in (value if isinstance(value, (tuple, list)) else (value,)) if isinstance(each, str))


def _dangling(edge: Edge, keys: dict[str, int]) -> str:
    missing = [id for id in (edge.head, edge.tail) if id not in keys]
    return f"no node has the id {missing[0]!r}"
