"""What the store's own look-ups cost: names found exactly, by their beginning and despite a typing error; paths."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from statistics import median
from typing import TypeVar

from agents.graphs.store import GraphStore
from agents.model import Node
from agents.query import Neighbourhood, Paths
from bench.figures import Figure, median_ms

NAMES = 20
T = TypeVar("T")


def lookups(store: GraphStore, graph: str, repeat: int) -> list[Figure]:
    """Return the median times of `find`, `neighbourhood` and `paths` over nodes from all parts of the graph."""
    nodes = spread(store, graph)
    names = [each.name for each in nodes]
    pairs = list(zip(nodes, reversed(nodes), strict=True))[: len(nodes) // 2]
    find = partial(store.find, graph)
    return [
        _over("find: a name", names, find, repeat),
        _over("find: how a name begins", [_beginning(name) for name in names], find, repeat),
        _over("find: a name with a typing error", [_mistyped(name) for name in names], find, repeat),
        _over("neighbourhood: 2 hops, 100 nodes", nodes, lambda n: _around(store, graph, n), repeat),
        _over("paths: 3 shortest, to 6 hops", pairs, lambda pair: _between(store, graph, *pair), repeat),
    ]


def spread(store: GraphStore, graph: str) -> list[Node]:
    """Return nodes that stand evenly through the graph's own order, so of every type."""
    step = max(1, store.schema(graph).nodes // NAMES)
    nodes = (each for each in store.export(graph) if isinstance(each, Node))
    return list(islice(nodes, step // 2, step * NAMES, step))


def _over(name: str, things: Sequence[T], work: Callable[[T], object], repeat: int) -> Figure:
    times = [median_ms(partial(work, thing), repeat) for thing in things]
    return Figure(name, median(times), "ms", f"{len(times)} of them, the slowest {max(times):,.1f}")


def _beginning(name: str) -> str:
    return name[: max(3, len(name) // 2)]


def _mistyped(name: str) -> str:
    middle = len(name) // 2
    return name[: middle - 1] + name[middle:]


def _around(store: GraphStore, graph: str, node: Node) -> object:
    return store.neighbourhood(graph, Neighbourhood(ids=(node.id,), hops=2, limit=100))


def _between(store: GraphStore, graph: str, source: Node, target: Node) -> object:
    return store.paths(graph, Paths(sources=(source.id,), targets=(target.id,), k=3))
