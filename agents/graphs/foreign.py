"""A graph that is somebody else's Neo4j database: asked as it is, live, and never written."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from threading import Lock, Thread
from time import monotonic
from typing import TypeVar

from agents.errors import GraphError, StatementRefused, UnknownGraph
from agents.graphs import bolt_door, foreign_summary, matching, names, paths, summary, walks
from agents.graphs.address import address
from agents.graphs.attached import Attachment
from agents.graphs.bolt_connections import Connections, Transaction, refused
from agents.graphs.bolt_door import Repair
from agents.graphs.cypher_words import Params
from agents.graphs.door import Told
from agents.graphs.foreign_kinds import Kind, kinds
from agents.graphs.foreign_names import Filled, ForeignNames, NameFile
from agents.graphs.foreign_reading import ForeignReading, Surveyed
from agents.graphs.foreign_rows import Rows as Made
from agents.graphs.foreign_values import BAG
from agents.graphs.store import Path, Rows
from agents.model import Candidate, Edge, Node, Schema, Subgraph
from agents.query import Match, Neighbourhood, Paths

T = TypeVar("T")
_COUNTING = 120.0  # seconds for looking at everything
_FRESH = 1.0  # seconds in which what is known of the database is not looked at anew ...
_RATIO = 5  # ... or so many times as long as that took last
_SHORT = 2.0  # seconds of looking for which a question waits
_OLDEST = (5, 23)  # of Neo4j, whose Cypher is spoken


@dataclass(frozen=True)
class _Known:
    """What is known of the database as it was when it had this mark."""

    mark: str
    surveyed: Surveyed
    filling: str
    looked: float  # when
    took: float  # seconds


class ForeignGraph:
    """One attached graph: the verbs of a GraphStore that read, without the graph's name.

    What the database holds (its schema, the names) is looked at anew once it has changed, but no more often than it
    is cheap to; every answer itself comes from the database as it is. Without a `file` for names none is found by one.
    """

    def __init__(self, graph: str, attachment: Attachment, file: NameFile | None = None, timeout: float = 5.0) -> None:
        try:
            self._connections = Connections(address(attachment.url), timeout)
        except ValueError as error:
            raise GraphError(f"That is no address of a Neo4j database: {error}.") from error
        self._graph, self._file = graph, file
        self.attachment = attachment
        self._known: _Known | None = None
        self._lock, self._filling = Lock(), Lock()

    @property
    def place(self) -> str:
        """The host, the port and the database, which people may see."""
        at = self._connections.address
        return f"{at.place}/{at.database or ''}"

    def close(self) -> None:
        """Close the connections; a later call opens them anew."""
        self._connections.close()

    # --- what is known of it ---

    def kinds(self) -> tuple[Kind, ...]:
        """Return its labels, and what their nodes are called by."""
        return self._now().surveyed.kinds

    def version(self) -> int:
        """Return a number that is another one whenever the database, or a word declared of it, has changed."""
        return self._now().surveyed.schema.version

    def schema(self) -> Schema:
        """Return what it holds, counted or estimated, with the declared words laid over it."""
        return summary.declared(self._now().surveyed.schema, self.attachment.declaration)

    def prepare(self, told: Filled | None = None) -> None:
        """Look at the database and fill the index of names now, telling how far it is."""
        with self._lock:
            self._known = self._look(self._mark(), told)

    def _now(self) -> _Known:
        """Return what is known, having looked again where that is due."""
        known = self._known
        if known is not None and monotonic() - known.looked < max(_FRESH, _RATIO * known.took):
            return known
        with self._lock:
            if self._known is None or self._known is known:
                self._known = self._again(known)
            return self._known

    def _again(self, known: _Known | None) -> _Known:
        mark = self._mark()
        if known is None:
            return self._look(mark)
        if known.mark == mark:
            return replace(known, looked=monotonic())
        if known.took <= _SHORT:
            return self._look(mark)
        Thread(target=self._beside, args=(mark,), daemon=True).start()
        return replace(known, looked=monotonic())

    def _beside(self, mark: str) -> None:
        """Look anew while questions go on with what is known."""
        if self._filling.acquire(blocking=False):
            try:
                self._known = self._look(mark)
            finally:
                self._filling.release()

    def _look(self, mark: str, told: Filled | None = None) -> _Known:
        """Survey the database, and fill the index of names unless it is filled for this mark."""
        begun = monotonic()
        surveyed = self._asked(lambda tx: self._survey(tx, mark), _COUNTING)
        filling = self._file.fill(self.attachment.key, mark, self._nodes(surveyed), told) if self._file else ""
        now = monotonic()
        return _Known(mark, surveyed, filling, now, now - begun)

    def _survey(self, tx: Transaction, mark: str) -> Surveyed:
        _refuse_old(tx)
        version = int(blake2b(f"{mark} {self.attachment.words}".encode(), digest_size=6).hexdigest(), 16)
        wanted = self.attachment
        found = kinds(tx, wanted.labels, wanted.names, wanted.ids)
        bare = Surveyed(self._graph, found, bool(wanted.labels), self.place)
        return replace(bare, schema=foreign_summary.count(tx, bare.layout(Params()), version))

    def _mark(self) -> str:
        """Return what is another one after every change of the database."""
        return blake2b(self._connections.mark().encode(), digest_size=8).hexdigest()

    def _nodes(self, surveyed: Surveyed) -> Iterator[tuple[int, Node, Sequence[str]]]:
        """Yield every node with its number and its labels."""
        made, layout = Made(surveyed.kinds, surveyed.place), surveyed.layout(Params())
        statement = f"MATCH (n:{layout.any}) WHERE {layout.within('n')} RETURN id(n), labels(n), {BAG.format(n='n')}"
        for key, labels, bag in self._connections.stream(lambda tx: tx.rows(f"{statement} ORDER BY id(n)")):
            yield key, made.node(key, labels, dict(bag)), labels

    # --- reading ---

    def nodes(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """Return the nodes of these ids that exist, in the order of `ids`."""
        wanted = list(ids)

        def work(reading: ForeignReading) -> tuple[Node, ...]:
            keys = reading.node_keys(wanted)
            found = reading.nodes(keys.values())
            return tuple(found[keys[id]] for id in wanted if id in keys and keys[id] in found)

        return self._read(work)

    def edges(self, triples: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges of these triples that exist, in the order of `triples`."""
        wanted = list(triples)
        found = self._read(lambda reading: reading.edges_by_triple(wanted))
        return tuple(found[each] for each in wanted if each in found)

    def find(self, text: str, types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return nodes called `text`, best first."""
        return self._read(lambda reading: names.find(reading, text, types, limit))

    def find_exact(self, texts: Sequence[str], limit: int = 50) -> Mapping[str, tuple[Candidate, ...]]:
        """Return, for each text that is some node's name, alias or id (without regard to case), those nodes."""
        return self._read(lambda reading: names.find_exact(reading, texts, limit))

    def similar(self, vector: Sequence[float], types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return the nodes whose vector is nearest by cosine, best first."""
        found = self._index(self._now()).similar(vector, limit if not types else 20 * limit)
        live = {node.id: node for node in self.nodes([each.node.id for each in found])}
        here = [replace(each, node=live[each.node.id]) for each in found if each.node.id in live]
        return tuple(each for each in here if not types or set(types) & _labels(each.node))[:limit]

    def keep_vectors(self, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep an embedding for each of these node ids, here and not there, until names are indexed anew."""
        self._index(self._now()).keep_vectors(vectors)

    def match(self, query: Match, limit: int, timeout: float | None, evidence: bool) -> Rows:
        """Return the rows of a Match (at most `limit`), with the edges that prove each if `evidence` is wanted."""
        return self._read(lambda reading: matching.match(reading, query, limit, evidence), timeout)

    def paths(self, query: Paths, timeout: float | None) -> tuple[Path, ...]:
        """Return the k shortest paths, shortest first."""
        return self._read(lambda reading: paths.paths(reading, query), timeout)

    def neighbourhood(self, query: Neighbourhood, timeout: float | None) -> Subgraph:
        """Return what lies around nodes, and how many nodes the limit left out."""
        return self._read(lambda reading: walks.neighbourhood(reading, query), timeout)

    def degree(self, ids: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Return for each id how many facts it has by (relation, "out" | "in")."""
        return self._read(lambda reading: walks.degree(reading, ids))

    def export(self) -> Iterator[Node | Edge]:
        """Yield every node, then every edge, by the database's numbers; of several edges for one fact the first."""
        surveyed = self._now().surveyed
        yield from (node for _, node, _ in self._nodes(surveyed))
        layout, made = surveyed.layout(Params()), Made(surveyed.kinds, surveyed.place)
        statement = (
            f"MATCH (h:{layout.any})-[e]->(t:{layout.any}) WHERE {layout.within('h')}"
            f" RETURN {layout.id_of('h')}, type(e), {layout.id_of('t')}, {BAG.format(n='e')}"
            " ORDER BY id(h), type(e), id(t), id(e)"
        )
        edges = (made.edge(*row) for row in self._connections.stream(lambda tx: tx.rows(statement)))
        for _, same in groupby(edges, key=lambda edge: edge.triple):
            yield next(same)

    # --- the door for Cypher ---

    def database(self) -> str:
        """Return what tells the database from every other, however it is addressed."""
        return self._connections.identity()

    def why_closed(self) -> str:
        """Say why the door for Cypher is shut, or nothing: a statement sees the whole database."""
        if self.attachment.labels:
            return "Cypher sees a whole database, and of this one some labels alone are attached."
        beside = self._asked(lambda tx: tx.one("MATCH (g:LoregraphGraph) RETURN count(g)"), None)
        return "" if beside == [0] else "Cypher sees a whole database, and in this one graphs of Loregraph lie beside."

    def cypher(
        self, statement: str, most: int = 200, timeout: float | None = None, repair: Repair | None = None
    ) -> Told:
        """Run a statement that only reads; raise StatementRefused for any other."""
        if why := self.why_closed():
            raise StatementRefused("several", why)
        return bolt_door.tell(self._connections, statement, most, timeout, repair)

    # --- transactions ---

    def _read(self, work: Callable[[ForeignReading], T], timeout: float | None = None) -> T:
        try:
            return self._read_with(self._now(), work, timeout)
        except UnknownGraph:  # another process has filled the index anew
            self._known = None
            return self._read_with(self._now(), work, timeout)

    def _index(self, known: _Known) -> ForeignNames:
        assert self._file, "a graph that is copied is not asked"
        return ForeignNames(self._file, known.filling)

    def _read_with(self, known: _Known, work: Callable[[ForeignReading], T], timeout: float | None) -> T:
        index = self._index(known)
        return self._asked(lambda tx: work(ForeignReading(tx, known.surveyed, index)), timeout)

    def _asked(self, work: Callable[[Transaction], T], timeout: float | None) -> T:
        """Do work that only reads; what the database says against it becomes a sentence."""
        with refused(lambda said: GraphError(f"The Neo4j database at {self.place} cannot be read so: {said}")):
            return self._connections.read(work, timeout)


def _refuse_old(tx: Transaction) -> None:
    """Raise GraphError for a server that does not know the Cypher that is spoken here."""
    row = tx.one("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]")
    numbers = re.findall(r"\d+", row[0]) if row else []
    if numbers and tuple(map(int, numbers[:2])) < _OLDEST:
        raise GraphError(f"A graph is attached from Neo4j 5.23 or later; the server there is {row[0] if row else '?'}.")


def _labels(node: Node) -> set[str]:
    more = node.props.get("labels", ())
    return {node.type, *(map(str, more) if isinstance(more, tuple) else ())}
