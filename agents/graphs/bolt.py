"""The store of production: all graphs in one database of a Neo4j server."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import TypeVar

from agents.changes import Applied, ChangeSet, Swap, Swapped
from agents.declaration import Declaration
from agents.errors import EngineError, GraphError, UnknownGraph
from agents.graphs import (
    bolt_changes,
    bolt_door,
    bolt_export,
    bolt_names,
    bolt_registry,
    bolt_summary,
    bolt_swaps,
    bolt_vectors,
    matching,
    names,
    paths,
    summary,
    walks,
)
from agents.graphs.address import address
from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.bolt_door import Repair
from agents.graphs.bolt_load import Loader
from agents.graphs.bolt_reading import BoltReading
from agents.graphs.cypher_words import ENTITY
from agents.graphs.door import Told
from agents.graphs.folding import is_storable
from agents.graphs.hubs import Hubs
from agents.graphs.store import Happening, Health, LoadCounts, Path, Rows
from agents.model import Candidate, Edge, Node, Schema, Subgraph
from agents.query import Match, Neighbourhood, Paths

T = TypeVar("T")
_COUNTING = 600.0  # seconds for reading everything, once a version: millions of edges on a busy machine
_HEALTH = 2.0
_AT_ONCE = 5_000  # nodes that are dropped in one transaction
_EDGES_AT_ONCE = 50_000
_BESIDE = ("LoregraphChange", "LoregraphHappening")


class BoltStore:
    """A GraphStore on a Neo4j database, SCHEME://USER:PASSWORD@HOST:PORT/DATABASE.

    `timeout` is the seconds a read may take unless it is told otherwise.
    """

    def __init__(self, at: str, timeout: float = 5.0) -> None:
        try:
            self._connections = Connections(address(at), timeout)
        except ValueError as error:
            raise GraphError(f"That is no address of a Neo4j database: {error}.") from error
        self._schemas: dict[str, Schema] = {}  # the last counted of each graph, without its declaration
        self._hubs = Hubs()
        self._made: set[str] = set()  # indexes that are there, as far as this process has made sure
        self._lock = Lock()

    def close(self) -> None:
        """Close the connections; a later call opens them anew."""
        self._connections.close()

    # --- graphs ---

    def health(self) -> Health:
        """Say whether the store answers; never raises."""
        try:
            (count,) = self._connections.read(lambda tx: tx.all(_GRAPHS), _HEALTH) or ([],)
            return Health(True, "neo4j", "answers", {"graphs": len(count), "neo4j": self._connections.server()})
        except EngineError as error:
            return Health(False, "neo4j", str(error))

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        return self._connections.read(lambda tx: tuple(sorted(row[0] for row in tx.rows(_GRAPHS))))

    def create(self, graph: str) -> None:
        """Make an empty graph; nothing happens if it exists. Raise GraphError for a name that cannot be one."""
        if not graph or not is_storable(graph):
            raise GraphError(f"A graph cannot be called {graph!r}.")
        self._make_sure(bolt_registry.CONSTRAINTS)
        self._finish_drop(graph)
        self._connections.write(lambda tx: bolt_registry.make(tx, graph))

    def drop(self, graph: str) -> None:
        """Remove a graph with everything in it; nothing happens if there is none."""
        if is_storable(graph):
            self._connections.write(lambda tx: tx.do(_FORGET, name=graph))
            self._finish_drop(graph)
        with self._lock:
            self._schemas.pop(graph, None)

    def _finish_drop(self, graph: str) -> None:
        """Remove what a graph that was dropped left, some at a time; a drop that was cut is ended so."""
        statement = "MATCH (g:LoregraphGraph {dropped: $name}) RETURN g.number"
        for (number,) in self._connections.read(lambda tx: tx.all(statement, name=graph)):
            while self._connections.write(lambda tx: _drop_some(tx, graph)):
                pass
            self._bury(number)

    def _bury(self, number: int) -> None:
        """Remove the node of a graph of which nothing else is left, and its vector index."""
        index = bolt_vectors.index_name(number)
        if self._connections.read(lambda tx: tx.one(_INDEX, name=index)):
            self._connections.command(f"DROP INDEX {index} IF EXISTS")
        self._connections.write(lambda tx: tx.do("MATCH (g:LoregraphGraph {number: $number}) DELETE g", number=number))

    def fixed(self, graph: str) -> str:
        """Return why the graph is never changed here: nothing."""
        return ""

    def version(self, graph: str) -> int:
        """Return a number that rises with every change, and that no later graph of the name repeats."""
        return self._read(graph, lambda reading: reading.version)

    # --- schema ---

    def schema(self, graph: str) -> Schema:
        """Return what the graph holds, counted, with the declaration's words laid over it."""
        schema, declaration, fresh = self._read(graph, self._counted, _COUNTING)
        if fresh:
            self._connections.write(lambda tx: bolt_summary.keep(tx, graph, schema))
        return summary.declared(schema, declaration)

    def _counted(self, reading: BoltReading) -> tuple[Schema, Declaration, bool]:
        schema = self._guide(reading)
        fresh = schema is None or schema.version != reading.version
        if schema is None or fresh:
            schema = bolt_summary.count(reading)
            self._remember(reading.graph, schema)
        return schema, _declaration(reading.tx, reading.graph), fresh

    def _guide(self, reading: BoltReading) -> Schema | None:
        """Return the latest counts at hand, perhaps of an earlier version."""
        with self._lock:
            schema = self._schemas.get(reading.graph)
        if schema is None or schema.version != reading.version:
            schema = bolt_summary.kept(reading.tx, reading.graph)
            if schema is not None:
                self._remember(reading.graph, schema)
        return schema

    def _remember(self, graph: str, schema: Schema) -> None:
        with self._lock:
            self._schemas[graph] = schema

    def declare(self, graph: str, declaration: Declaration) -> None:
        """Keep the declaration beside the graph, in place of an earlier one."""
        text = declaration.model_dump_json(exclude_defaults=True)

        def work(tx: Transaction) -> None:
            before = bolt_registry.locked(tx, graph).version
            if _declared(tx, graph) != text:
                tx.do("MATCH (g:LoregraphGraph {name: $name}) SET g.declaration = $text", name=graph, text=text)
                bolt_summary.carry_over(tx, graph, before, bolt_registry.raise_version(tx, graph))

        self._connections.write(work)

    def declaration(self, graph: str) -> Declaration:
        """Return the graph's declaration; an empty one where nothing was declared."""
        return self._read(graph, lambda reading: _declaration(reading.tx, graph))

    # --- finding ---

    def nodes(self, graph: str, ids: Iterable[str]) -> tuple[Node, ...]:
        """Return the nodes of these ids that exist, in the order of `ids`."""
        wanted = list(ids)

        def work(reading: BoltReading) -> tuple[Node, ...]:
            keys = reading.node_keys(wanted)
            found = reading.nodes(keys.values())
            return tuple(found[keys[id]] for id in wanted if id in keys and keys[id] in found)

        return self._read(graph, work)

    def edges(self, graph: str, triples: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges of these triples that exist, in the order of `triples`."""
        wanted = list(triples)
        found = self._read(graph, lambda reading: reading.edges_by_triple(wanted))
        return tuple(found[each] for each in wanted if each in found)

    def find(self, graph: str, text: str, types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return nodes called `text`, best first: exact name or alias, prefix, full text, then fuzzy."""
        return self._searched(graph, lambda reading: names.find(reading, text, types, limit))

    def find_exact(self, graph: str, texts: Sequence[str], limit: int = 50) -> Mapping[str, tuple[Candidate, ...]]:
        """Return, for each text that is some node's name, alias or id (without regard to case), those nodes."""
        return self._searched(graph, lambda reading: names.find_exact(reading, texts, limit))

    def similar(
        self, graph: str, vector: Sequence[float], types: Sequence[str] = (), limit: int = 10
    ) -> tuple[Candidate, ...]:
        """Return the nodes whose vector is nearest by cosine, best first; none where no vectors were kept."""
        number, many, size = self._read(graph, _vectors_of)
        index = bolt_vectors.index_name(number)
        indexed = many and size is not None
        if indexed and index not in self._made:
            bolt_vectors.make_index(self._connections, number, size or 0)
            self._made.add(index)
        return self._read(graph, lambda reading: bolt_vectors.similar(reading, vector, types, limit, indexed))

    def keep_vectors(self, graph: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep an embedding for each of these node ids; all of a graph have the same length."""
        self._connections.write(lambda tx: bolt_vectors.keep(tx, graph, vectors))

    # --- asking ---

    def match(
        self, graph: str, query: Match, limit: int = 10_000, timeout: float | None = None, evidence: bool = True
    ) -> Rows:
        """Return the rows of a Match (at most `limit`), with the edges that prove each if `evidence` is wanted."""

        def work(reading: BoltReading) -> Rows:
            guided = BoltReading(reading.tx, graph, self._guide(reading) or Schema())
            return matching.match(guided, query, limit, evidence)

        return self._searched(graph, work, timeout)

    def neighbourhood(self, graph: str, query: Neighbourhood, timeout: float | None = None) -> Subgraph:
        """Return what lies around nodes, and how many nodes the limit left out."""
        return self._read(graph, lambda reading: walks.neighbourhood(reading, query), timeout)

    def paths(self, graph: str, query: Paths, timeout: float | None = None) -> tuple[Path, ...]:
        """Return the k shortest paths, shortest first; none where there is no path within max_hops."""
        return self._read(graph, lambda reading: paths.paths(reading, query), timeout)

    def degree(self, graph: str, ids: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Return for each id how many edges it has by (relation, "out" | "in")."""

        def work(reading: BoltReading) -> Mapping[str, Mapping[tuple[str, str], int]]:
            return self._hubs.degree(graph, reading.version, ids, lambda few: walks.degree(reading, few))

        return self._read(graph, work)

    # --- changing ---

    def apply(self, graph: str, changes: ChangeSet) -> Applied:
        """Apply changes whole or not at all, once for an id; raise ChangeRefused where one cannot be."""
        return self._connections.write(lambda tx: bolt_changes.apply(tx, graph, changes))

    def history(self, graph: str, id: str) -> tuple[Happening, ...]:
        """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""
        return self._read(graph, lambda reading: bolt_changes.history(reading.tx, graph, id))

    def swap(self, graph: str, swaps: Sequence[Swap]) -> Swapped:
        """Do those of a batch of swaps whose things are as they are said to be, in one transaction."""
        return self._connections.write(lambda tx: bolt_swaps.swap(tx, graph, swaps))

    def export(self, graph: str) -> Iterator[Node | Edge]:
        """Yield every node by id, then every edge by head, relation and tail; raise UnknownGraph at once."""
        self.version(graph)
        return self._connections.stream(lambda tx: bolt_export.export(tx, graph))

    def load(
        self,
        graph: str,
        records: Iterable[Node | Edge],
        batch: int = 5_000,
        on_batch: Callable[[LoadCounts], None] | None = None,
    ) -> LoadCounts:
        """Write records in bulk, a transaction a batch; loading the same again changes nothing."""
        loader = Loader(self._connections, graph, self._begin_to_find)
        counts = loader.run(records, batch, on_batch)
        if counts.effective:
            if schema := loader.schema():
                self._connections.write(lambda tx: bolt_summary.keep(tx, graph, schema))
            self.schema(graph)
            self._make_sure([bolt_names.MAKE])
        return counts

    def _begin_to_find(self) -> None:
        """Let the server fill the full text with the nodes that came, while their edges are written."""
        if bolt_names.MAKE not in self._made:
            self._connections.command(bolt_names.MAKE)

    # --- the door for Cypher ---

    def database(self) -> str:
        """Return what tells the database from every other, however it is addressed."""
        return self._connections.identity()

    def why_closed(self, graph: str) -> str:
        """Say why no statement of Cypher runs here: nothing."""
        return ""

    def sees(self, graph: str) -> tuple[str, ...]:
        """Return the graphs that a statement of Cypher at this one's door sees: all of the database."""
        return self.graphs()

    def cypher(
        self, graph: str, statement: str, most: int = 200, timeout: float | None = None, repair: Repair | None = None
    ) -> Told:
        """Run a statement that only reads; raise StatementRefused for any other.

        It sees the whole database: who may run one has to be allowed every graph that `sees` names.
        """
        self.version(graph)
        return bolt_door.tell(self._connections, statement, most, timeout, repair)

    # --- transactions ---

    def _read(self, graph: str, work: Callable[[BoltReading], T], timeout: float | None = None) -> T:
        """Do work that reads one graph; raise UnknownGraph."""

        def known(tx: Transaction) -> T:
            reading = BoltReading(tx, graph)
            _ = reading.registry  # raises where there is none
            return work(reading)

        if not is_storable(graph):
            raise UnknownGraph(graph)
        return self._connections.read(known, timeout)

    def _searched(self, graph: str, work: Callable[[BoltReading], T], timeout: float | None = None) -> T:
        """Do work that looks at names, for which the full text has to be there."""
        self._make_sure([bolt_names.MAKE])
        return self._read(graph, work, timeout)

    def _make_sure(self, statements: Iterable[str]) -> None:
        """Make constraints and indexes, once a process, and wait until they are filled."""
        missing = [each for each in statements if each not in self._made]
        for statement in missing:
            self._connections.command(statement)
        if missing:
            self._connections.command("CALL db.awaitIndexes(300)")
            self._made.update(missing)


_GRAPHS = "MATCH (g:LoregraphGraph) WHERE g.name IS NOT NULL RETURN g.name"
_FORGET = "MATCH (g:LoregraphGraph {name: $name}) SET g.dropped = g.name REMOVE g.name"
_INDEX = "SHOW INDEXES YIELD name AS found WHERE found = $name RETURN found"


def _drop_some(tx: Transaction, graph: str) -> bool:
    """Remove some of what is left of a graph, edges first; say whether there may be more."""
    edges = f"MATCH (n:{ENTITY} {{graph: $graph}})-[e]->() WITH e LIMIT $most DELETE e RETURN count(*)"
    if (row := tx.one(edges, graph=graph, most=_EDGES_AT_ONCE)) and row[0] == _EDGES_AT_ONCE:
        return True
    statements = [f"MATCH (n:{ENTITY} {{graph: $graph}}) WITH n LIMIT $most DETACH DELETE n RETURN count(*)"]
    statements += [
        f"MATCH (n:{each} {{graph: $graph}}) WITH n LIMIT $most DELETE n RETURN count(*)" for each in _BESIDE
    ]
    counts = [tx.one(each, graph=graph, most=_AT_ONCE) for each in statements]
    return any(row and row[0] == _AT_ONCE for row in counts)


def _vectors_of(reading: BoltReading) -> tuple[int, bool, int | None]:
    known = reading.registry
    return known.number, known.next > bolt_vectors.MANY, bolt_vectors.dimensions(reading.tx, reading.graph)


def _declared(tx: Transaction, graph: str) -> str:
    row = tx.one("MATCH (g:LoregraphGraph {name: $name}) RETURN g.declaration", name=graph)
    return row[0] if row else "{}"


def _declaration(tx: Transaction, graph: str) -> Declaration:
    return Declaration.model_validate_json(_declared(tx, graph))
