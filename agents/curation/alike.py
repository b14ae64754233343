"""Pairs of nodes that may be one: by name, alias, what their names mean, and the neighbours they share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_sort_ratio

from agents.curation.blocking import NEAR, OnDone, numbers, worth_comparing
from agents.graphs.folding import fold_name
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Node
from agents.query import Neighbourhood

_NEIGHBOURS = 200
_SPELLED = 0.85  # likeness of two names by their letters
_FOUND = 0.6  # score of a search by name
_WEIGHTS = {"name": 0.45, "meaning": 0.15, "neighbours": 0.3, "type": 0.1}


@dataclass(frozen=True)
class Pair:
    """Two nodes that may be one, how likely (0 to 1), and why."""

    one: Node
    other: Node
    score: float
    why: str


@dataclass(frozen=True)
class _Likeness:
    """How alike two nodes are: names by letters and by meaning, 0 to 1; how many neighbours, and which share of all."""

    name: float
    meaning: float
    shared: int
    share: float
    type: bool

    @property
    def score(self) -> float:
        told = {"name": self.name, "meaning": self.meaning, "neighbours": self.share, "type": float(self.type)}
        return round(sum(weight * told[key] for key, weight in _WEIGHTS.items()), 3)

    @property
    def speaks_for_it(self) -> bool:
        """Whether the two are worth a curator's look: neighbours alone make siblings."""
        called_alike = self.name >= _SPELLED or self.meaning >= NEAR
        return self.name >= 1 or (called_alike and (self.type or self.shared > 0))

    @property
    def why(self) -> str:
        called = "the same name" if self.name >= 1 else "a similar name" if self.name >= _SPELLED else ""
        meant = "names that mean nearly the same" if self.meaning >= NEAR and self.name < 1 else ""
        type = "the same type" if self.type else "different types"
        near = f"{self.shared} shared neighbour{'s' if self.shared != 1 else ''}" if self.shared else ""
        return ", ".join(each for each in (called, meant, type, near) if each)


def pairs(
    store: GraphStore,
    graph: str,
    apart: frozenset[tuple[str, str]] = frozenset(),
    limit: int = 50,
    embedder: Embedder | None = None,
    on_done: OnDone = lambda _: None,
) -> list[Pair]:
    """Return pairs of nodes that may be one, likeliest first; none of those kept `apart`.

    Without an embedder names are compared by their letters alone.
    """
    ids = [pair for pair in worth_comparing(store, graph, embedder, on_done) if key_of(*pair) not in apart]
    nodes = {each.id: each for each in store.nodes(graph, dict.fromkeys(id for pair in ids for id in pair))}
    known = [(nodes[one], nodes[other]) for one, other in ids if one in nodes and other in nodes]
    return _likely(store, graph, known, embedder)[:limit]


def like(
    store: GraphStore,
    graph: str,
    node: Node,
    apart: frozenset[tuple[str, str]] = frozenset(),
    embedder: Embedder | None = None,
) -> list[Pair]:
    """Return the nodes that may be the same as this one, likeliest first."""
    found: dict[str, Node] = {}
    for name in dict.fromkeys((node.name, *node.aliases[:5])):
        found |= {each.node.id: each.node for each in store.find(graph, name, limit=8) if each.score >= _FOUND}
    around = _neighbours(store, graph, node.id)
    beyond = store.neighbourhood(graph, Neighbourhood(ids=(node.id,), hops=2, limit=_NEIGHBOURS)).nodes
    found |= {each.id: each for each in beyond if each.type == node.type and each.id not in around}
    others = [each for id, each in found.items() if id != node.id and key_of(id, node.id) not in apart]
    return _likely(store, graph, [(node, other) for other in others], embedder)[:10]


def key_of(one: str, other: str) -> tuple[str, str]:
    """Return a pair's two ids in the order in which decisions are kept."""
    return (one, other) if one <= other else (other, one)


def _likely(store: GraphStore, graph: str, nodes: Sequence[tuple[Node, Node]], embedder: Embedder | None) -> list[Pair]:
    near: dict[str, set[str]] = {}
    meaning = _meaning(nodes, embedder)
    found = []
    for (one, other), cosine in zip(nodes, meaning, strict=True):
        for each in (one, other):
            if each.id not in near:
                near[each.id] = _neighbours(store, graph, each.id)
        shared, share = _shared(near[one.id], near[other.id])
        alike = _Likeness(_spelled(one, other), cosine, shared, share, one.type == other.type)
        if alike.speaks_for_it:
            found.append(Pair(one, other, alike.score, alike.why))
    return sorted(found, key=lambda each: -each.score)


def _meaning(nodes: Sequence[tuple[Node, Node]], embedder: Embedder | None) -> Iterable[float]:
    """Return how near each pair's names are by what they mean; 0 where their numbers differ, or nothing embeds."""
    if embedder is None or not nodes:
        return [0.0] * len(nodes)
    sides = [embedder.embed([fold_name(pair[side].name) for pair in nodes]) for side in (0, 1)]
    cosines = (sides[0] * sides[1]).sum(axis=1)
    same = [numbers(one.name) == numbers(other.name) for one, other in nodes]
    return [float(cosine) if agree else 0.0 for cosine, agree in zip(cosines, same, strict=True)]


def _spelled(one: Node, other: Node) -> float:
    """Return how alike the nearest two of their names are by their letters, 0 to 1."""
    sides = [[fold_name(name) for name in (node.name, *node.aliases[:10])] for node in (one, other)]
    found = [(left, right) for left in sides[0] for right in sides[1] if numbers(left) == numbers(right)]
    return max((token_sort_ratio(left, right) / 100 for left, right in found), default=0.0)


def _neighbours(store: GraphStore, graph: str, id: str) -> set[str]:
    around = store.neighbourhood(graph, Neighbourhood(ids=(id,), hops=1, limit=_NEIGHBOURS))
    return {node.id for node in around.nodes} - {id}


def _shared(one: set[str], other: set[str]) -> tuple[int, float]:
    both, all_of_them = one & other, one | other
    return len(both), len(both) / len(all_of_them) if all_of_them else 0.0
