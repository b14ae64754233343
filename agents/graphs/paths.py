"""The k shortest loopless paths between two sets of nodes, over the steps that a store gives.

Yen's algorithm (Yen 1971, "Finding the k shortest loopless paths in a network") with a bidirectional
breadth-first search for each deviation. Two nodes stand for the sets: START leads to every source and every
target leads to END. A sequence of nodes may be joined by several edges at a step: each choice is a path.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import islice, pairwise, product

from agents.errors import StoreTimeout
from agents.graphs.reading import EdgeKey, Reading, relation_keys
from agents.graphs.store import Path
from agents.query import Direction, Paths

START, END = -1, -2
_BACK: dict[Direction, Direction] = {"out": "in", "in": "out", "both": "both"}
_VISITED = 300_000  # nodes whose edges one question may read
_Sequence = tuple[int, ...]  # from START to END
_Adjacent = dict[int, dict[int, list[EdgeKey]]]  # node: {next node: the edges between}


def paths(reading: Reading, query: Paths) -> tuple[Path, ...]:
    """Return the k shortest paths, shortest first."""
    keys = reading.node_keys((*query.sources, *query.targets))
    sources = [keys[id] for id in dict.fromkeys(query.sources) if id in keys]
    targets = [keys[id] for id in dict.fromkeys(query.targets) if id in keys]
    if not sources or not targets:
        return ()
    web = Web(reading, sources, targets, query)
    found = islice((path for nodes in _shortest(web, query.max_hops + 2) for path in web.edges(nodes)), query.k)
    return _paths(reading, list(found))


class Web:
    """The graph around a question, read as the search reaches it."""

    def __init__(self, reading: Reading, sources: list[int], targets: list[int], query: Paths) -> None:
        self._reading = reading
        self._relations = relation_keys(reading, query.relations)
        self._directions = {True: query.direction, False: _BACK[query.direction]}
        self._next: dict[bool, _Adjacent] = {
            True: {START: {each: [] for each in sources}, END: {}},
            False: {END: {each: [] for each in targets}, START: {}},
        }
        self._ends = {True: set(targets), False: set(sources)}

    def spread(self, nodes: Iterable[int], forwards: bool) -> Iterator[tuple[int, int]]:
        """Yield (node, next node) for each of these nodes."""
        self._reading.check()
        wanted = list(nodes)
        self._read([each for each in wanted if each not in self._next[forwards]], forwards)
        for node in wanted:
            yield from ((node, each) for each in self._next[forwards][node])
            if node in self._ends[forwards]:
                yield node, END if forwards else START

    def edges(self, nodes: _Sequence) -> Iterator[tuple[_Sequence, tuple[EdgeKey, ...]]]:
        """Yield (nodes, edges) for each way to join a sequence of nodes."""
        inner = nodes[1:-1]
        self._read([each for each in inner[:-1] if each not in self._next[True]], True)
        choices = [self._next[True][here][there] for here, there in pairwise(inner)]
        yield from ((inner, each) for each in product(*choices))

    def _read(self, nodes: list[int], forwards: bool) -> None:
        adjacent = self._next[forwards]
        if len(adjacent) + len(nodes) > _VISITED:
            raise StoreTimeout("Too much of the graph lies between these; ask with fewer hops or with a relation.")
        adjacent.update((each, defaultdict(list)) for each in nodes)
        for here, there, edge in self._reading.steps(nodes, self._relations, self._directions[forwards]):
            if here != there and edge not in adjacent[here][there]:
                adjacent[here][there].append(edge)


def _shortest(web: Web, most: int) -> Iterator[_Sequence]:
    """Yield loopless sequences of nodes from START to END by length, each of at most `most` steps."""
    first = _connect(web, START, set(), set(), most)
    waiting: list[tuple[int, _Sequence]] = [(len(first), first)] if first else []
    seen = {first}
    taken: list[_Sequence] = []
    while waiting:
        _, path = heappop(waiting)
        yield path
        taken.append(path)
        for each in _deviations(web, path, taken, most):
            if each not in seen:
                seen.add(each)
                heappush(waiting, (len(each), each))


def _deviations(web: Web, path: _Sequence, taken: list[_Sequence], most: int) -> Iterator[_Sequence]:
    """Yield, for each node of a path, the shortest path that leaves it there as none taken before does."""
    for at in range(len(path) - 1):
        root = path[: at + 1]
        used = {each[at + 1] for each in taken if each[: at + 1] == root}
        if rest := _connect(web, path[at], used, set(root), most - at):
            yield path[:at] + rest


def _connect(web: Web, start: int, not_first: set[int], closed: set[int], most: int) -> _Sequence:
    """Return a shortest sequence from `start` to END outside `closed`, of at most `most` steps; empty if none."""
    seen: dict[bool, dict[int, int]] = {True: {start: start}, False: {END: END}}
    frontier: dict[bool, list[int]] = {True: [start], False: [END]}
    for _ in range(most):
        forwards = len(seen[True]) == 1 or len(frontier[True]) <= len(frontier[False])
        fresh: dict[int, int] = {}
        for here, there in web.spread(frontier[forwards], forwards):
            banned = (here, there)[not forwards] == start and (there, here)[not forwards] in not_first
            if banned or there in seen[forwards] or (there in closed and there != start):
                continue
            fresh.setdefault(there, here)
        seen[forwards].update(fresh)
        if meeting := sorted(fresh.keys() & seen[not forwards].keys()):
            return _joined(seen, meeting[0])
        frontier[forwards] = sorted(fresh)
        if not fresh:
            return ()
    return ()


def _joined(seen: dict[bool, dict[int, int]], meeting: int) -> _Sequence:
    left, right = [meeting], [meeting]
    while seen[True][left[-1]] != left[-1]:
        left.append(seen[True][left[-1]])
    while seen[False][right[-1]] != right[-1]:
        right.append(seen[False][right[-1]])
    return (*reversed(left), *right[1:])


def _paths(reading: Reading, found: list[tuple[_Sequence, tuple[EdgeKey, ...]]]) -> tuple[Path, ...]:
    nodes = reading.nodes({each for inner, _ in found for each in inner})
    edges = reading.edges({each for _, chosen in found for each in chosen})
    return tuple(
        Path(tuple(nodes[each] for each in inner), tuple(edges[each] for each in chosen)) for inner, chosen in found
    )
