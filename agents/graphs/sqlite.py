"""The store that needs nothing: all graphs in one SQLite file, safe for several processes at once."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path as FilePath
from threading import Lock

from agents.changes import Applied, ChangeSet, Swap, Swapped
from agents.declaration import Declaration
from agents.errors import EngineError, GraphError
from agents.graphs import (
    matching,
    names,
    paths,
    sqlite_changes,
    sqlite_export,
    sqlite_summary,
    sqlite_swaps,
    summary,
    vectors,
    walks,
)
from agents.graphs.folding import is_storable
from agents.graphs.hubs import Hubs
from agents.graphs.sqlite_connections import Connections, Snapshot, graph_key
from agents.graphs.sqlite_load import Loader
from agents.graphs.sqlite_reading import SqliteReading
from agents.graphs.sqlite_rows import edges_by_triple, keys_by_id, nodes_by_key
from agents.graphs.sqlite_schema import drop_graph, make_text_tables, next_version, raise_version
from agents.graphs.store import Happening, Health, LoadCounts, Path, Rows
from agents.graphs.vectors import VectorCache
from agents.graphs.vectors import keep as keep_vectors
from agents.model import Candidate, Edge, Node, Schema, Subgraph
from agents.query import Match, Neighbourhood, Paths

_COUNTING = 600.0  # seconds for reading everything, once a version: millions of edges on a busy machine


class SqliteStore:
    """A GraphStore on one SQLite file, which is made where there is none.

    `timeout` is the seconds a read may take unless it is told otherwise, and how long it waits for a writer.
    """

    def __init__(self, path: str | FilePath, timeout: float = 5.0) -> None:
        self._connections = Connections(path, timeout)
        self._schemas: dict[str, Schema] = {}  # the last counted of each graph, without its declaration
        self._worded: dict[str, Schema] = {}  # ... and with it, for a declaration is a version of its own
        self._vectors = VectorCache()
        self._hubs = Hubs()
        self._lock = Lock()

    def close(self) -> None:
        """Close the file; a later call opens it anew."""
        self._connections.close()

    # --- graphs ---

    def health(self) -> Health:
        """Say whether the store answers; never raises."""
        try:
            names = self.graphs()
        except (EngineError, sqlite3.Error, OSError) as error:
            return Health(False, "sqlite", str(error))
        return Health(True, "sqlite", "answers", {"graphs": len(names), "sqlite": sqlite3.sqlite_version})

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        with self._connections.snapshot() as session:
            return tuple(sorted(row[0] for row in session.conn.execute("SELECT name FROM graphs")))

    def create(self, graph: str) -> None:
        """Make an empty graph; nothing happens if it exists. Raise GraphError for a name that cannot be one."""
        if not graph or not is_storable(graph):
            raise GraphError(f"A graph cannot be called {graph!r}.")
        with self._connections.writing() as conn:
            if conn.execute("SELECT 1 FROM graphs WHERE name = ?", (graph,)).fetchone():
                return
            conn.execute("INSERT INTO graphs (name, version) VALUES (?, ?)", (graph, next_version(conn)))
            make_text_tables(conn, graph_key(conn, graph)[0])

    def drop(self, graph: str) -> None:
        """Remove a graph with everything in it; nothing happens if there is none."""
        with self._connections.writing() as conn:
            row = None
            if is_storable(graph):
                row = conn.execute("SELECT key FROM graphs WHERE name = ?", (graph,)).fetchone()
            if row is not None:
                drop_graph(conn, row[0])

    def fixed(self, graph: str) -> str:
        """Return why the graph is never changed here: nothing."""
        return ""

    def version(self, graph: str) -> int:
        """Return a number that rises with every change, and that no later graph of the name repeats."""
        with self._connections.reading(graph) as reading:
            return reading.version

    # --- schema ---

    def schema(self, graph: str) -> Schema:
        """Return what the graph holds, counted, with the declaration's words laid over it."""
        with self._connections.reading(graph, _COUNTING) as reading:
            worded = self._worded.get(graph)
            if worded is None or worded.version != reading.version:
                worded = summary.declared(self._counted(graph, reading), _declaration(reading))
                self._worded[graph] = worded
        return worded

    def _counted(self, graph: str, reading: Snapshot) -> Schema:
        schema = self._guide(graph, reading)
        if schema is None or schema.version != reading.version:
            schema = sqlite_summary.count(reading)
            self._keep_summary(reading.graph, schema)
            self._remember(graph, schema)
        return schema

    def _guide(self, graph: str, reading: Snapshot) -> Schema | None:
        """Return the latest counts at hand, perhaps of an earlier version."""
        with self._lock:
            schema = self._schemas.get(graph)
        if schema is None or schema.version != reading.version:
            schema = sqlite_summary.kept(reading.conn, reading.graph)
            if schema is not None:
                self._remember(graph, schema)
        return schema

    def _remember(self, graph: str, schema: Schema) -> None:
        with self._lock:
            self._schemas[graph] = schema

    def _keep_summary(self, key: int, schema: Schema) -> None:
        try:
            with self._connections.writing() as conn:
                sqlite_summary.keep(conn, key, schema)
        except GraphError:
            return  # a full or read-only disk: the next process counts again

    def declare(self, graph: str, declaration: Declaration) -> None:
        """Keep the declaration beside the graph, in place of an earlier one."""
        with self._connections.writing() as conn:
            key, before = graph_key(conn, graph)
            text = declaration.model_dump_json(exclude_defaults=True)
            row = conn.execute("SELECT declaration FROM graphs WHERE key = ?", (key,)).fetchone()
            if row[0] != text:
                conn.execute("UPDATE graphs SET declaration = ? WHERE key = ?", (text, key))
                sqlite_summary.carry_over(conn, key, before, raise_version(conn, key))

    def declaration(self, graph: str) -> Declaration:
        """Return the graph's declaration; an empty one where nothing was declared."""
        with self._connections.reading(graph) as reading:
            return _declaration(reading)

    # --- finding ---

    def nodes(self, graph: str, ids: Iterable[str]) -> tuple[Node, ...]:
        """Return the nodes of these ids that exist, in the order of `ids`."""
        wanted = list(ids)
        with self._connections.reading(graph) as reading:
            keys = keys_by_id(reading.conn, reading.graph, wanted)
            found = nodes_by_key(reading.conn, keys.values())
        return tuple(found[keys[id]] for id in wanted if id in keys)

    def edges(self, graph: str, triples: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges of these triples that exist, in the order of `triples`."""
        wanted = list(triples)
        with self._connections.reading(graph) as reading:
            found = edges_by_triple(reading.conn, reading.graph, wanted)
        return tuple(found[each] for each in wanted if each in found)

    def find(self, graph: str, text: str, types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return nodes called `text`, best first: exact name or alias, prefix, full text, then fuzzy."""
        with self._connections.reading(graph) as reading:
            return names.find(SqliteReading(reading), text, types, limit)

    def find_exact(self, graph: str, texts: Sequence[str], limit: int = 50) -> Mapping[str, tuple[Candidate, ...]]:
        """Return, for each text that is some node's name, alias or id (without regard to case), those nodes."""
        with self._connections.reading(graph) as reading:
            return names.find_exact(SqliteReading(reading), texts, limit)

    def similar(
        self, graph: str, vector: Sequence[float], types: Sequence[str] = (), limit: int = 10
    ) -> tuple[Candidate, ...]:
        """Return the nodes whose vector is nearest by cosine, best first; none where no vectors were kept."""
        with self._connections.reading(graph) as reading:
            return vectors.similar(reading, self._vectors.get(reading), vector, types, limit)

    def keep_vectors(self, graph: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep an embedding for each of these node ids; all of a graph have the same length."""
        with self._connections.writing() as conn:
            keep_vectors(conn, graph_key(conn, graph)[0], vectors)

    # --- asking ---

    def match(
        self, graph: str, query: Match, limit: int = 10_000, timeout: float | None = None, evidence: bool = True
    ) -> Rows:
        """Return the rows of a Match (at most `limit`), with the edges that prove each if `evidence` is wanted."""
        with self._connections.reading(graph, timeout) as reading:
            return matching.match(
                SqliteReading(reading, self._guide(graph, reading) or Schema()), query, limit, evidence
            )

    def neighbourhood(self, graph: str, query: Neighbourhood, timeout: float | None = None) -> Subgraph:
        """Return what lies around nodes, and how many nodes the limit left out."""
        with self._connections.reading(graph, timeout) as reading:
            return walks.neighbourhood(SqliteReading(reading), query)

    def paths(self, graph: str, query: Paths, timeout: float | None = None) -> tuple[Path, ...]:
        """Return the k shortest paths, shortest first; none where there is no path within max_hops."""
        with self._connections.reading(graph, timeout) as reading:
            return paths.paths(SqliteReading(reading), query)

    def degree(self, graph: str, ids: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Return for each id how many edges it has by (relation, "out" | "in")."""
        with self._connections.reading(graph) as reading:
            return self._hubs.degree(graph, reading.version, ids, lambda few: walks.degree(SqliteReading(reading), few))

    # --- changing ---

    def apply(self, graph: str, changes: ChangeSet) -> Applied:
        """Apply changes whole or not at all, once for an id; raise ChangeRefused where one cannot be."""
        with self._connections.writing() as conn:
            return sqlite_changes.apply(conn, graph_key(conn, graph)[0], changes)

    def history(self, graph: str, id: str) -> tuple[Happening, ...]:
        """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""
        with self._connections.reading(graph) as reading:
            return sqlite_changes.history(reading.conn, reading.graph, id)

    def swap(self, graph: str, swaps: Sequence[Swap]) -> Swapped:
        """Do those of a batch of swaps whose things are as they are said to be, in one transaction."""
        with self._connections.writing() as conn:
            return sqlite_swaps.swap(conn, graph_key(conn, graph)[0], swaps)

    def export(self, graph: str) -> Iterator[Node | Edge]:
        """Yield every node by id, then every edge by head, relation and tail; raise UnknownGraph at once."""
        self.version(graph)
        return sqlite_export.export(self._connections, graph)

    def load(
        self,
        graph: str,
        records: Iterable[Node | Edge],
        batch: int = 5_000,
        on_batch: Callable[[LoadCounts], None] | None = None,
    ) -> LoadCounts:
        """Write records in bulk, a transaction a batch; loading the same again changes nothing."""
        loader = Loader(self._connections, graph)
        counts = loader.run(records, batch, on_batch)
        if counts.effective:
            if schema := loader.schema():
                with self._connections.reading(graph) as reading:
                    self._keep_summary(reading.graph, schema)
            self.schema(graph)
        return counts


def _declaration(reading: Snapshot) -> Declaration:
    row = reading.conn.execute("SELECT declaration FROM graphs WHERE key = ?", (reading.graph,)).fetchone()
    return _read(row[0])


@lru_cache(maxsize=64)
def _read(text: str) -> Declaration:
    """Read a declaration; each question asks for its graph's several times, and to check one takes a millisecond."""
    return Declaration.model_validate_json(text)
