"""The k shortest loopless paths between two sets of nodes, over the steps that a store gives.

One bidirectional breadth-first search finds all that are as short as the shortest; for longer ones, Yen's algorithm
(Yen 1971, "Finding the k shortest loopless paths in a network") with such a search for each deviation. Two nodes
stand for the sets: START leads to every source and every target leads to END. A sequence of nodes may be joined by
several edges at a step: each choice is a path.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, islice, pairwise, product

from agents.errors import StoreTimeout
from agents.graphs.reading import EdgeKey, Reading, relation_keys
from agents.graphs.store import Path
from agents.query import Direction, Paths

START, END = -1, -2
_BACK: dict[Direction, Direction] = {"out": "in", "in": "out", "both": "both"}
_MOST = 50  # paths of one question
_VISITED = 300_000  # nodes whose edges one question may read
_Sequence = tuple[int, ...]  # from START to END
_Way = tuple[_Sequence, tuple[EdgeKey, ...]]  # nodes, and the edges between
_Adjacent = dict[int, dict[int, list[EdgeKey]]]  # node: {next node: the edges between}


def paths(reading: Reading, query: Paths) -> tuple[Path, ...]:
    """Return the k shortest paths, shortest first."""
    keys = reading.node_keys((*query.sources, *query.targets))
    sources = [keys[id] for id in dict.fromkeys(query.sources) if id in keys]
    targets = [keys[id] for id in dict.fromkeys(query.targets) if id in keys]
    if not sources or not targets:
        return ()
    web = Web(reading, sources, targets, query)
    return _paths(reading, list(_wanted(web, query)))


def _wanted(web: "Web", query: Paths) -> Iterator[_Way]:
    """Yield the k shortest ways; with `ties`, where all of these are equally short, the others that are so, too."""
    most = query.max_hops + 2
    shortest = list(islice(_every_shortest(web, most), _MOST))
    ways = list(islice((way for nodes in shortest for way in web.edges(nodes)), _MOST))
    if len(ways) >= query.k:
        yield from ways if query.ties else ways[: query.k]
        return
    longer = (way for nodes in _longer(web, shortest, most) for way in web.edges(nodes))
    yield from islice(chain(ways, longer), query.k)


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


def _longer(web: Web, shortest: Sequence[_Sequence], most: int) -> Iterator[_Sequence]:
    """Yield loopless sequences of nodes from START to END by length, each of at most `most` steps, after these."""
    taken = list(shortest)
    seen = {*taken, *(each for path in taken for each in _deviations(web, path, taken, most))}
    waiting = [(len(each), each) for each in seen.difference(taken)]
    heapify(waiting)
    while waiting:
        _, path = heappop(waiting)
        yield path
        taken.append(path)
        for each in _deviations(web, path, taken, most):
            if each not in seen:
                seen.add(each)
                heappush(waiting, (len(each), each))


def _every_shortest(web: Web, most: int) -> Iterator[_Sequence]:
    """Yield every shortest sequence from START to END of at most `most` steps."""
    depth: dict[bool, dict[int, int]] = {True: {START: 0}, False: {END: 0}}
    before: dict[bool, dict[int, list[int]]] = {True: defaultdict(list), False: defaultdict(list)}
    frontier: dict[bool, list[int]] = {True: [START], False: [END]}
    for _ in range(most):
        forwards = len(depth[True]) == 1 or len(frontier[True]) <= len(frontier[False])
        level = depth[forwards][frontier[forwards][0]] + 1
        for here, there in web.spread(frontier[forwards], forwards):
            if depth[forwards].setdefault(there, level) == level:
                before[forwards][there].append(here)
        frontier[forwards] = sorted(each for each in before[forwards] if depth[forwards][each] == level)
        if met := [each for each in frontier[forwards] if each in depth[not forwards]]:
            nearest = min(depth[not forwards][each] for each in met)
            for middle in (each for each in met if depth[not forwards][each] == nearest):
                for left, right in product(_back(before[True], middle), list(_back(before[False], middle))):
                    yield (*left, *reversed(right[:-1]))
            return
        if not frontier[forwards]:
            return


def _back(before: dict[int, list[int]], node: int) -> Iterator[_Sequence]:
    """Yield every way that leads to a node, from where the search began."""
    if not before.get(node):
        yield (node,)
        return
    for each in before[node]:
        yield from ((*way, node) for way in _back(before, each))


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
