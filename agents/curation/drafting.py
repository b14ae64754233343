"""A change before it happens: what it would do to the graph as it is, and the same change made safe.

A draft's changes expect the graph to be as it was when the draft was made. So a change that a person saw and
said yes to does what they saw, or nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from agents.changes import Change, ExpectEdge, ExpectNode, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.intentions import touching
from agents.graphs.store import GraphStore
from agents.model import Edge, Node

Subject = Node | Edge
Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Touched:
    """A node or an edge before and after; None: there is none."""

    before: Subject | None
    after: Subject | None

    @property
    def subject(self) -> Subject:
        """The thing as it is after, or was before."""
        found = self.after or self.before
        if found is None:
            raise ValueError("Nothing became nothing.")
        return found


@dataclass(frozen=True)
class Draft:
    """What a change would do. `problems` say why it cannot be applied; `names` tells how its nodes are called."""

    changes: tuple[Change, ...]
    touched: tuple[Touched, ...]
    problems: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    @property
    def token(self) -> str:
        """A short name for what was seen: it differs where the graph, or the change, does."""
        return blake2b(repr((self.touched, self.problems)).encode(errors="replace"), digest_size=12).hexdigest()


def draft(store: GraphStore, graph: str, changes: Iterable[Change]) -> Draft:
    """Return what these changes would do now; what they expect themselves is replaced by what is there."""
    wanted = [each for each in changes if not isinstance(each, (ExpectNode, ExpectEdge))]
    world = _World(store, graph, wanted)
    for each in wanted:
        world.do(each)
    problems = (*filter(None, [store.fixed(graph)]), *world.problems)
    return Draft((*world.expected(), *world.safe), world.touched(), problems, world.names())


class _World:
    """The part of a graph that changes speak of: as it is, and as it becomes."""

    def __init__(self, store: GraphStore, graph: str, changes: Sequence[Change]) -> None:
        removed = [each.id for each in changes if isinstance(each, RemoveNode)]
        self.counts = {id: touching(store, graph, id) for id in dict.fromkeys(removed) if store.nodes(graph, [id])}
        falling = [edge for edges in self.counts.values() for edge in edges]
        triples = dict.fromkeys([*_triples(changes), *(edge.triple for edge in falling)])
        ends = [end for triple in triples for end in (triple[0], triple[2])]
        ids = dict.fromkeys([*_ids(changes), *ends])
        self.spoken_of = set(_ids(changes))
        self.nodes: dict[str, Node | None] = dict.fromkeys(ids)
        self.nodes |= {node.id: node for node in store.nodes(graph, ids)}
        self.edges: dict[Triple, Edge | None] = dict.fromkeys(triples)
        self.edges |= {edge.triple: edge for edge in store.edges(graph, triples)}
        self.nodes_before, self.edges_before = dict(self.nodes), dict(self.edges)
        self.problems: list[str] = []
        self.safe: list[Change] = []

    def do(self, change: Change) -> None:
        match change:
            case PutNode(node):
                self.nodes[node.id] = node
                self.safe.append(change)
            case RemoveNode(id):
                self._remove_node(id)
            case PutEdge(edge):
                self._put_edge(edge)
            case RemoveEdge(head, relation, tail):
                self._remove_edge((head, relation, tail))

    def _remove_node(self, id: str) -> None:
        if self.nodes.get(id) is None:
            self.problems.append(f"There is no node '{id}' to remove.")
            return
        for triple in [each for each, edge in self.edges.items() if edge is not None and id in (each[0], each[2])]:
            self._remove_edge(triple)
        self.nodes[id] = None
        self.safe.append(RemoveNode(id))

    def _put_edge(self, edge: Edge) -> None:
        missing = [end for end in (edge.head, edge.tail) if self.nodes.get(end) is None]
        if missing:
            self.problems.append(f"A fact needs a node '{missing[0]}', and there is none.")
            return
        self.edges[edge.triple] = edge
        self.safe.append(PutEdge(edge))

    def _remove_edge(self, triple: Triple) -> None:
        if self.edges.get(triple) is None:
            self.problems.append(f"There is no fact {' '.join(repr(each) for each in triple)} to remove.")
            return
        self.edges[triple] = None
        self.safe.append(RemoveEdge(*triple))

    def expected(self) -> list[Change]:
        """Return what has to be as it is for the changes to do what they do now."""
        nodes = [
            ExpectNode(id, node, len(self.counts[id]) if id in self.counts else None)
            for id, node in self.nodes_before.items()
            if id in self.spoken_of
        ]
        return [*nodes, *(ExpectEdge(*triple, edge) for triple, edge in self.edges_before.items())]

    def touched(self) -> tuple[Touched, ...]:
        nodes = [Touched(before, self.nodes[id]) for id, before in self.nodes_before.items()]
        edges = [Touched(before, self.edges[triple]) for triple, before in self.edges_before.items()]
        return tuple(each for each in (*nodes, *edges) if each.before != each.after)

    def names(self) -> dict[str, str]:
        known = {id: self.nodes[id] or node for id, node in self.nodes_before.items()}
        return {id: node.name if node else id for id, node in known.items()}


def _ids(changes: Iterable[Change]) -> list[str]:
    return [
        each.node.id if isinstance(each, PutNode) else each.id
        for each in changes
        if isinstance(each, (PutNode, RemoveNode))
    ]


def _triples(changes: Iterable[Change]) -> list[Triple]:
    found: list[Triple] = []
    for each in changes:
        if isinstance(each, PutEdge):
            found.append(each.edge.triple)
        elif isinstance(each, RemoveEdge):
            found.append((each.head, each.relation, each.tail))
    return found
