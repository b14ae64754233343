"""Pairs of nodes that may be one: by name, alias, vector, and the neighbours they share."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from agents.graphs.folding import fold_name
from agents.graphs.store import GraphStore
from agents.model import Node
from agents.query import Neighbourhood

LOOKED_AT = 200_000  # nodes of a graph that are looked through for pairs
_CROWD = 6  # nodes of one name: more than that are not duplicates but a common name
_NEIGHBOURS = 200
_WEIGHTS = {"name": 0.6, "neighbours": 0.3, "type": 0.1}


@dataclass(frozen=True)
class Pair:
    """Two nodes that may be one, how likely (0 to 1), and why."""

    one: Node
    other: Node
    score: float
    why: str


def pairs(
    store: GraphStore, graph: str, apart: frozenset[tuple[str, str]] = frozenset(), limit: int = 50
) -> list[Pair]:
    """Return pairs of nodes that share a name or an alias, likeliest first; none of those kept `apart`."""
    by_name: dict[str, list[Node]] = defaultdict(list)
    for node in _nodes(store, graph):
        for name in {fold_name(each) for each in (node.name, *node.aliases)} - {""}:
            by_name[name].append(node)
    found: dict[tuple[str, str], Pair] = {}
    for same in by_name.values():
        for one, other in combinations(same, 2) if 1 < len(same) <= _CROWD else ():
            key = key_of(one.id, other.id)
            if key not in apart and key not in found and len(found) < limit * 4:
                found[key] = compare(store, graph, one, other, 1.0)
    return sorted(found.values(), key=lambda each: -each.score)[:limit]


def like(store: GraphStore, graph: str, node: Node, apart: frozenset[tuple[str, str]] = frozenset()) -> list[Pair]:
    """Return the nodes that may be the same as this one, likeliest first."""
    found: dict[str, tuple[Node, float]] = {}
    for name in dict.fromkeys((node.name, *node.aliases[:5])):
        for each in store.find(graph, name, limit=8):
            if each.score > found.get(each.node.id, (None, 0.0))[1]:
                found[each.node.id] = each.node, each.score
    others = [pair for id, pair in found.items() if id != node.id and key_of(id, node.id) not in apart]
    made = [compare(store, graph, node, other, score) for other, score in others if score >= 0.6]
    return sorted(made, key=lambda each: -each.score)[:10]


def compare(store: GraphStore, graph: str, one: Node, other: Node, name: float) -> Pair:
    """Say how likely two nodes are one whose names are as alike as `name` says."""
    shared, share = _shared(_neighbours(store, graph, one.id), _neighbours(store, graph, other.id))
    score = _WEIGHTS["name"] * name + _WEIGHTS["neighbours"] * share + _WEIGHTS["type"] * (one.type == other.type)
    reasons = ["the same name" if name >= 1 else "a similar name"]
    reasons += ["the same type"] if one.type == other.type else ["different types"]
    reasons += [f"{shared} shared neighbour{'s' if shared != 1 else ''}"] if shared else []
    return Pair(one, other, round(score, 3), ", ".join(reasons))


def key_of(one: str, other: str) -> tuple[str, str]:
    """Return a pair's two ids in the order in which decisions are kept."""
    return (one, other) if one <= other else (other, one)


def _nodes(store: GraphStore, graph: str) -> Iterator[Node]:
    for number, each in enumerate(store.export(graph)):
        if not isinstance(each, Node) or number >= LOOKED_AT:
            return
        yield each


def _neighbours(store: GraphStore, graph: str, id: str) -> set[str]:
    around = store.neighbourhood(graph, Neighbourhood(ids=(id,), hops=1, limit=_NEIGHBOURS))
    return {node.id for node in around.nodes} - {id}


def _shared(one: set[str], other: set[str]) -> tuple[int, float]:
    both, all_of_them = one & other, one | other
    return len(both), len(both) / len(all_of_them) if all_of_them else 0.0
