"""The one door to graphs: what every store can do, in domain words.

Every verb names its graph and none reads across graphs. Stores are synchronous and safe to call from several
threads; a read that runs past `timeout` seconds (default: the store's own) raises StoreTimeout. All raise
UnknownGraph for a graph that does not exist and StoreUnavailable when the store does not answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from agents.changes import Applied, ChangeSet, Swap, Swapped
from agents.declaration import Declaration
from agents.model import Candidate, Edge, Node, Scalar, Schema, Subgraph
from agents.query import Match, Neighbourhood, Paths

Cell = Node | Edge | Scalar | None  # an Edge where a pattern's name is returned


@dataclass(frozen=True)
class Row:
    """One solution: a cell a column, in the order of `returns`, and the edges that prove it.

    The edges of an aggregate's row are those of its group. `omitted` counts the edges a cap left out.
    """

    cells: tuple[Cell, ...]
    edges: tuple[Edge, ...] = ()
    omitted: int = 0


@dataclass(frozen=True)
class Rows:
    """What a Match gives: column names, rows, the statement that ran, and whether a cap cut the rows.

    `total` is how many there are without the cap, where somebody counted.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    statement: str = ""
    parameters: Mapping[str, Any] | Sequence[Any] = ()
    truncated: bool = False
    total: int | None = None


@dataclass(frozen=True)
class Path:
    """A loopless walk: n nodes and the n - 1 edges between them, each edge in its own direction."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class LoadCounts:
    """What a load did, by nodes and edges."""

    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_same: int = 0
    edges_added: int = 0
    edges_changed: int = 0
    edges_same: int = 0
    rejected: tuple[tuple[Node | Edge, str], ...] = ()  # e.g. an edge whose end does not exist, and why

    @property
    def effective(self) -> int:
        """How many nodes and edges were added or changed."""
        return self.nodes_added + self.nodes_changed + self.edges_added + self.edges_changed


@dataclass(frozen=True)
class Happening:
    """Something that happened to a node or an edge: before and after are None where there was none."""

    change: str  # the ChangeSet's id
    at: str  # ISO 8601, UTC
    author: str
    reason: str
    source: str
    before: Node | Edge | None
    after: Node | Edge | None


@dataclass(frozen=True)
class Health:
    """Whether the store answers, and what it says of itself."""

    ok: bool
    store: str
    detail: str = ""
    facts: Mapping[str, Scalar] = field(default_factory=dict)


class GraphStore(Protocol):
    """A place where named graphs live."""

    def health(self) -> Health:
        """Say whether the store answers; never raises."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all graphs, sorted."""

    def create(self, graph: str) -> None:
        """Make an empty graph; nothing happens if it exists."""

    def drop(self, graph: str) -> None:
        """Remove a graph with everything in it; nothing happens if there is none."""

    def fixed(self, graph: str) -> str:
        """Return why the graph is never changed here, a sentence, or nothing where it may be."""

    def version(self, graph: str) -> int:
        """Return a number that no other state of the graph has; what is cached of it is kept under it. Cheap."""

    def schema(self, graph: str) -> Schema:
        """Return what the graph holds, counted, with the declaration's words laid over it."""

    def declare(self, graph: str, declaration: Declaration) -> None:
        """Keep the declaration beside the graph, in place of an earlier one."""

    def declaration(self, graph: str) -> Declaration:
        """Return the graph's declaration; an empty one where nothing was declared."""

    def nodes(self, graph: str, ids: Iterable[str]) -> tuple[Node, ...]:
        """Return the nodes of these ids that exist, in the order of `ids`."""

    def edges(self, graph: str, triples: Iterable[tuple[str, str, str]]) -> tuple[Edge, ...]:
        """Return the edges of these triples (head id, relation, tail id) that exist, in the order of `triples`."""

    def find(self, graph: str, text: str, types: Sequence[str] = (), limit: int = 10) -> tuple[Candidate, ...]:
        """Return nodes called `text`, best first: exact name or alias, prefix, full text, then fuzzy."""

    def find_exact(self, graph: str, texts: Sequence[str], limit: int = 50) -> Mapping[str, tuple[Candidate, ...]]:
        """Return, for each text that is some node's name, alias or id (without regard to case), those nodes."""

    def similar(
        self, graph: str, vector: Sequence[float], types: Sequence[str] = (), limit: int = 10
    ) -> tuple[Candidate, ...]:
        """Return the nodes whose vector is nearest by cosine, best first; none where no vectors were kept."""

    def keep_vectors(self, graph: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep an embedding for each of these node ids."""

    def match(
        self, graph: str, query: Match, limit: int = 10_000, timeout: float | None = None, evidence: bool = True
    ) -> Rows:
        """Return the rows of a Match (at most `limit`), each with the edges that prove it, the first with more of them.

        Of more than 10,000 rows only some come, whatever the limit: nobody reads so many.

        Without `evidence` rows are cheap: they have no edges, and those of a query without an order come in any
        order; where there are more of them than a limit, any come.
        """

    def paths(self, graph: str, query: Paths, timeout: float | None = None) -> tuple[Path, ...]:
        """Return the k shortest paths, shortest first; none where there is no path within max_hops."""

    def neighbourhood(self, graph: str, query: Neighbourhood, timeout: float | None = None) -> Subgraph:
        """Return what lies around nodes, and how many nodes the limit left out."""

    def degree(self, graph: str, ids: Sequence[str]) -> Mapping[str, Mapping[tuple[str, str], int]]:
        """Return for each id how many edges it has by (relation, "out" | "in"). Cheap: for pages and planning."""

    def apply(self, graph: str, changes: ChangeSet) -> Applied:
        """Apply changes whole or not at all, once for an id; raise ChangeRefused where one cannot be.

        An ExpectNode or ExpectEdge that does not hold where it stands raises ChangeConflict.
        """

    def history(self, graph: str, id: str) -> tuple[Happening, ...]:
        """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""

    def swap(self, graph: str, swaps: Sequence[Swap]) -> Swapped:
        """Do those of a batch of swaps whose things are as they are said to be, in one transaction and in bulk.

        Nodes that edges touch are not removed, and edges whose ends are missing are not put. It writes no history:
        whoever asks keeps what was done. Done again, it finds everything as it is to be.
        """

    def load(
        self,
        graph: str,
        records: Iterable[Node | Edge],
        batch: int = 5_000,
        on_batch: Callable[[LoadCounts], None] | None = None,
    ) -> LoadCounts:
        """Write records in bulk, a transaction a batch, in bounded memory; loading the same again changes nothing.

        Nodes come before the edges that touch them; an edge whose end is missing is rejected and counted.
        `on_batch` is told the running counts after each commit and may raise to stop the load there.
        """

    def export(self, graph: str) -> Iterator[Node | Edge]:
        """Yield every node, then every edge, in a stable order."""
