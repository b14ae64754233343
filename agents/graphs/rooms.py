"""All graphs of a site behind one door: those of its own store, and those that are attached, each by its name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path as Folder
from threading import Lock

from agents.changes import Applied, ChangeSet
from agents.declaration import Declaration
from agents.errors import ChangeRefused, EngineError, GraphError, UnknownGraph
from agents.graphs.attached import Attachment, Attachments
from agents.graphs.doors import Door, ForeignDoor, OwnDoor
from agents.graphs.foreign import ForeignGraph
from agents.graphs.foreign_names import Filled, NameFile
from agents.graphs.store import GraphStore, Happening, Health, LoadCounts, Path, Rows
from agents.model import Candidate, Edge, Node, Schema, Subgraph
from agents.query import Match, Neighbourhood, Paths

NEVER = (
    "This graph is attached: it is read from a Neo4j database of others, and Loregraph never writes there. "
    "Change it where it lives, or attach it as a copy."
)


class Rooms:
    """A GraphStore that reads attached graphs where they live, and hands everything else to the site's own store."""

    def __init__(self, own: GraphStore, folder: Folder, timeout: float = 5.0) -> None:
        self.own = own
        self._attachments, self._folder, self._timeout = Attachments(folder), folder, timeout
        self._file: NameFile | None = None
        self._open: dict[str, tuple[int, ForeignGraph]] = {}
        self._lock = Lock()

    # --- attached graphs ---

    def attach(self, graph: str, attachment: Attachment, told: Filled | None = None) -> ForeignGraph:
        """Attach a database as a graph, or another one in its place; raise GraphError where it cannot be read."""
        if graph in self.own.graphs():
            raise GraphError(f"There is a graph called '{graph}' already, and it is not an attached one.")
        former = self._attachments.get(graph)
        self._attachments.put(graph, attachment)
        try:
            made = self._foreign(graph)
            assert made
            made.prepare(told)
        except BaseException:
            self._detach(graph, former)
            raise
        if former:
            self._names().forget(former.key)
        return made

    def _detach(self, graph: str, former: Attachment | None = None) -> None:
        """Forget what a graph is attached to; `former` takes its place."""
        gone = self._attachments.get(graph)
        if former:
            self._attachments.put(graph, former)
        else:
            self._attachments.remove(graph)
        if gone:
            self._names().forget(gone.key)

    def is_attached(self, graph: str) -> bool:
        """Say whether a graph is read from a database of others."""
        return self._attachments.stamp(graph) > 0

    def attached(self, graph: str) -> ForeignGraph:
        """Return an attached graph; raise UnknownGraph where none of that name is attached."""
        found = self._foreign(graph)
        if found is None:
            raise UnknownGraph(graph)
        return found

    def fixed(self, graph: str) -> str:
        """Return why the graph is never changed here, or nothing."""
        return NEVER if self.is_attached(graph) else self.own.fixed(graph)

    def _foreign(self, graph: str) -> ForeignGraph | None:
        """Return an attached graph as its file describes it now, or None."""
        stamp = self._attachments.stamp(graph)
        if not stamp:
            return None
        with self._lock:
            known = self._open.get(graph)
            if known and known[0] == stamp:
                return known[1]
            attachment = self._attachments.get(graph)
            if attachment is None:
                return None
            made = ForeignGraph(graph, attachment, self._names(), self._timeout)
            self._open[graph] = (stamp, made)
        if known:
            known[1].close()
        return made

    def _names(self) -> NameFile:
        if self._file is None:
            self._file = NameFile(self._folder / "names.sqlite3", self._timeout)
        return self._file

    def close(self) -> None:
        """Close everything; a later call opens it anew."""
        if hasattr(self.own, "close"):
            self.own.close()
        for _, each in self._open.values():
            each.close()
        if self._file:
            self._file.close()

    # --- the verbs ---

    def health(self) -> Health:
        """Say whether the site's own store answers; never raises."""
        return self.own.health()

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""
        return tuple(sorted({*self.own.graphs(), *self._attachments.names()}))

    def create(self, graph: str) -> None:
        """Make an empty graph; nothing happens if it exists."""
        if not self.is_attached(graph):
            self.own.create(graph)

    def drop(self, graph: str) -> None:
        """Remove a graph with everything in it; of an attached one what is kept here, and nothing where it lives."""
        if self.is_attached(graph):
            self._detach(graph)
        else:
            self.own.drop(graph)

    def version(self, graph: str) -> int:
        """Return a number that changes with every change; what is cached of a graph is kept under it."""
        foreign = self._foreign(graph)
        return foreign.version() if foreign else self.own.version(graph)

    def schema(self, graph: str) -> Schema:
        """Return what the graph holds, with the declaration's words laid over it."""
        foreign = self._foreign(graph)
        return foreign.schema() if foreign else self.own.schema(graph)

    def declare(self, graph: str, declaration: Declaration) -> None:
        """Keep the declaration beside the graph, here, in place of an earlier one."""
        foreign = self._foreign(graph)
        if foreign is None:
            self.own.declare(graph, declaration)
        elif foreign.attachment.declaration != declaration:
            self._attachments.put(graph, foreign.attachment.declared(declaration))

    def declaration(self, graph: str) -> Declaration:
        """Return the graph's declaration; an empty one where nothing was declared."""
        foreign = self._foreign(graph)
        return foreign.attachment.declaration if foreign else self.own.declaration(graph)

    def nodes(self, graph: str, ids: Iterable[str]) -> tuple[Node, ...]:
        """Return the nodes of these ids that exist, in the order of `ids`."""
        foreign = self._foreign(graph)
        return foreign.nodes(ids) if foreign else self.own.nodes(graph, ids)

    def edges(self, graph: str, triples: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges of these triples that exist, in the order of `triples`."""
        foreign = self._foreign(graph)
        return foreign.edges(triples) if foreign else self.own.edges(graph, triples)

    def find(self, graph: str, text: str, types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return nodes called `text`, best first."""
        foreign = self._foreign(graph)
        return foreign.find(text, types, limit) if foreign else self.own.find(graph, text, types, limit)

    def find_exact(self, graph: str, texts: Sequence[str], limit: int = 50) -> Mapping[str, tuple[Candidate, ...]]:
        """Return, for each text that is some node's name, alias or id (without regard to case), those nodes."""
        foreign = self._foreign(graph)
        return foreign.find_exact(texts, limit) if foreign else self.own.find_exact(graph, texts, limit)

    def similar(
        self, graph: str, vector: Sequence[float], types: Sequence[str] = (), limit: int = 10
    ) -> tuple[Candidate, ...]:
        """Return the nodes whose vector is nearest by cosine, best first; none where no vectors were kept."""
        foreign = self._foreign(graph)
        return foreign.similar(vector, types, limit) if foreign else self.own.similar(graph, vector, types, limit)

    def keep_vectors(self, graph: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep an embedding for each of these node ids, here."""
        foreign = self._foreign(graph)
        return foreign.keep_vectors(vectors) if foreign else self.own.keep_vectors(graph, vectors)

    def match(
        self, graph: str, query: Match, limit: int = 10_000, timeout: float | None = None, evidence: bool = True
    ) -> Rows:
        """Return the rows of a Match (at most `limit`), each with the edges that prove it."""
        if foreign := self._foreign(graph):
            return foreign.match(query, limit, timeout, evidence)
        return self.own.match(graph, query, limit, timeout, evidence)

    def paths(self, graph: str, query: Paths, timeout: float | None = None) -> tuple[Path, ...]:
        """Return the k shortest paths, shortest first."""
        foreign = self._foreign(graph)
        return foreign.paths(query, timeout) if foreign else self.own.paths(graph, query, timeout)

    def neighbourhood(self, graph: str, query: Neighbourhood, timeout: float | None = None) -> Subgraph:
        """Return what lies around nodes, and how many nodes the limit left out."""
        foreign = self._foreign(graph)
        return foreign.neighbourhood(query, timeout) if foreign else self.own.neighbourhood(graph, query, timeout)

    def degree(self, graph: str, ids: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Return for each id how many edges it has by (relation, "out" | "in")."""
        foreign = self._foreign(graph)
        return foreign.degree(ids) if foreign else self.own.degree(graph, ids)

    def apply(self, graph: str, changes: ChangeSet) -> Applied:
        """Apply changes whole or not at all; raise ChangeRefused for an attached graph."""
        if self.is_attached(graph):
            raise ChangeRefused(NEVER)
        return self.own.apply(graph, changes)

    def history(self, graph: str, id: str) -> tuple[Happening, ...]:
        """Return what happened to a node or an edge, latest first; of an attached graph nothing is known."""
        return () if self.is_attached(graph) else self.own.history(graph, id)

    def load(
        self,
        graph: str,
        records: Iterable[Node | Edge],
        batch: int = 5_000,
        on_batch: Callable[[LoadCounts], None] | None = None,
    ) -> LoadCounts:
        """Write records in bulk; raise ChangeRefused for an attached graph."""
        if self.is_attached(graph):
            raise ChangeRefused(NEVER)
        return self.own.load(graph, records, batch, on_batch)

    def export(self, graph: str) -> Iterator[Node | Edge]:
        """Yield every node, then every edge, in a stable order."""
        foreign = self._foreign(graph)
        return foreign.export() if foreign else self.own.export(graph)

    # --- the door for Cypher ---

    def door(self, graph: str) -> ForeignDoor | OwnDoor | None:
        """Return what runs statements of Cypher over the graph's database, None where the graph lies in none."""
        if foreign := self._foreign(graph):
            return ForeignDoor(foreign)
        return OwnDoor(self.own, self._beside) if isinstance(self.own, Door) else None

    def _beside(self, database: str) -> tuple[str, ...]:
        """Return the attached graphs that lie in a database, and those of which that is not known."""
        return tuple(each for each in self._attachments.names() if self._may_lie_in(each, database))

    def _may_lie_in(self, graph: str, database: str) -> bool:
        try:
            return self.attached(graph).database() == database
        except EngineError:
            return True
