"""What lies around nodes, as a sample of bounded size: also a hub's, some edges of each of its relations.

The store's neighbourhood takes the first nodes it meets, which at a hub are all of one kind. Here each relation and
direction gives its share, and the second ring is opened only at nodes of few edges: what a hub joins says little.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from agents.graphs.store import GraphStore
from agents.model import Edge, Node
from agents.query import Match, Neighbourhood, Pattern, Return, Var

Degree = Mapping[tuple[str, str], int]
_EACH = 40  # edges of each relation and direction
_WAYS = 12  # relations and directions of a node, its commonest
_OPENED = 40  # nodes of the first ring whose own neighbours are looked at
_HUB = 400  # edges above which a node of the first ring is not opened
_EDGES = 1_500  # that the opened nodes may have together
_MOST = 500  # edges between one node and some others
_RING = 300  # nodes of the second ring


@dataclass
class Surroundings:
    """Nodes by id, edges by triple, and how many edges each node has in the whole graph, where that is known."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    degree: dict[str, int] = field(default_factory=dict)
    _joins: dict[str, dict[str, list[Edge]]] = field(default_factory=dict)

    def add(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Take in nodes and edges."""
        self._joins.clear()
        self.nodes.update((each.id, each) for each in nodes)
        self.edges.update((each.triple, each) for each in edges if each.head != each.tail)

    def joins(self) -> dict[str, dict[str, list[Edge]]]:
        """Return, for each node, its neighbours and the edges to them; made anew after each `add`."""
        for each in self.edges.values() if not self._joins else ():
            for one, other in ((each.head, each.tail), (each.tail, each.head)):
                self._joins.setdefault(one, {}).setdefault(other, []).append(each)
        return self._joins

    def weight(self, id: str) -> int:
        """Return how many edges a node has: in the whole graph where that is known, else at least one."""
        return max(self.degree.get(id, 1), 1)


def near(store: GraphStore, graph: str, ids: Iterable[str], each: int = _EACH) -> Surroundings:
    """Return some edges of each relation that these nodes have, and the nodes at their other ends."""
    start = list(dict.fromkeys(ids))
    around = Surroundings()
    around.add(store.nodes(graph, start), ())
    degrees = store.degree(graph, start)
    for id, ways in degrees.items():
        around.degree[id] = sum(ways.values())
        for relation, way in sorted(ways, key=lambda key: -ways[key])[:_WAYS]:
            around.add(*_some(store, graph, id, relation, way, each))
    return around


def wider(store: GraphStore, graph: str, ids: Iterable[str], each: int = _EACH) -> Surroundings:
    """Return what is near, and what lies around those near nodes that have few edges."""
    start = list(dict.fromkeys(ids))
    around = near(store, graph, start, each)
    ring = [id for id in around.nodes if id not in start]
    around.degree.update((id, sum(ways.values())) for id, ways in store.degree(graph, ring).items())
    if opened := _opened(ring, around):
        second = store.neighbourhood(graph, Neighbourhood(ids=tuple(opened), limit=_RING + len(opened)))
        around.add(second.nodes, second.edges)
    return around


def _opened(ring: Iterable[str], around: Surroundings) -> list[str]:
    """Return the nodes of a ring to open: those of fewest edges, while these are not too many together."""
    kept, total = [], 0
    for id in sorted(ring, key=around.weight)[:_OPENED]:
        total += around.weight(id)
        if around.weight(id) > _HUB or total > _EDGES:
            break
        kept.append(id)
    return kept


def _some(store: GraphStore, graph: str, id: str, relation: str, way: str, limit: int) -> tuple[list[Node], list[Edge]]:
    """Return up to `limit` edges of a relation that lead out of a node or in to it, and their other ends."""
    ends = ("here", "there") if way == "out" else ("there", "here")
    edge = Pattern(source=ends[0], target=ends[1], relations=(relation,), name="edge")
    variables = (Var(name="here", ids=(id,)), Var(name="there"))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="there"), Return(variable="edge")))
    cells = [cell for row in store.match(graph, query, limit=limit, evidence=False).rows for cell in row.cells]
    return [each for each in cells if isinstance(each, Node)], [each for each in cells if isinstance(each, Edge)]


def joined(store: GraphStore, graph: str, id: str, others: Iterable[str]) -> dict[str, list[Edge]]:
    """Return, of these other nodes, those that an edge of the whole graph joins to one, with the edges."""
    ends = tuple(dict.fromkeys(others))
    if not ends:
        return {}
    edge = Pattern(source="here", target="there", direction="both", name="edge")
    variables = (Var(name="here", ids=(id,)), Var(name="there", ids=ends))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="edge"),))
    found: dict[str, list[Edge]] = {}
    for row in store.match(graph, query, limit=_MOST, evidence=False).rows:
        for cell in row.cells:
            if isinstance(cell, Edge):
                found.setdefault(cell.tail if cell.head == id else cell.head, []).append(cell)
    return found


def between(store: GraphStore, graph: str, ids: Iterable[str]) -> tuple[Edge, ...]:
    """Return every edge among these nodes."""
    kept = tuple(dict.fromkeys(ids))
    return store.neighbourhood(graph, Neighbourhood(ids=kept, hops=0, limit=max(1, len(kept)))).edges if kept else ()
