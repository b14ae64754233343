"""The shortest walk behind a pattern of several hops: which edges prove that it holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agents.graphs.reading import EdgeKey, Reading, relation_keys
from agents.query import Direction, Pattern

_BACK: dict[Direction, Direction] = {"out": "in", "in": "out", "both": "both"}
_Layer = dict[int, tuple[int, EdgeKey]]  # node: (the node before it, the edge between)


@dataclass(frozen=True)
class Track:
    """A pattern of several hops between two nodes, for which a walk exists."""

    pattern: Pattern
    source: int
    target: int


def shortest_walks(reading: Reading, tracks: Iterable[Track]) -> Mapping[Track, tuple[EdgeKey, ...]]:
    """Return the edges of one shortest walk for each track, searching once from each end that several share."""
    by_pattern: dict[Pattern, set[Track]] = defaultdict(set)
    for track in tracks:
        by_pattern[track.pattern].add(track)
    found: dict[Track, tuple[EdgeKey, ...]] = {}
    for pattern, some in by_pattern.items():
        backwards = len({each.target for each in some}) < len({each.source for each in some})
        starts: dict[int, dict[int, Track]] = defaultdict(dict)
        for each in some:
            start, end = (each.target, each.source) if backwards else (each.source, each.target)
            starts[start][end] = each
        for start, ends in starts.items():
            walks = _walks(reading, pattern, start, set(ends), backwards)
            found.update((ends[end], edges) for end, edges in walks.items())
    return found


def _walks(
    reading: Reading, pattern: Pattern, start: int, ends: set[int], backwards: bool
) -> dict[int, tuple[EdgeKey, ...]]:
    """Return the edges of a shortest walk of at least `min_hops` from one node to each of several."""
    relations = relation_keys(reading, pattern.relations)
    direction = _BACK[pattern.direction] if backwards else pattern.direction
    layers: list[_Layer] = [{start: (start, 0)}]
    found: dict[int, tuple[EdgeKey, ...]] = {}
    for hops in range(pattern.max_hops + 1):
        if hops:
            layers.append({to: (node, edge) for node, to, edge in reading.steps(layers[-1], relations, direction)})
        if hops >= pattern.min_hops:
            for end in ends & layers[-1].keys() - found.keys():
                found[end] = _edges(layers, end, backwards)
        if len(found) == len(ends):
            break
    return found


def _edges(layers: list[_Layer], end: int, backwards: bool) -> tuple[EdgeKey, ...]:
    edges = []
    for layer in reversed(layers[1:]):
        end, edge = layer[end]
        edges.append(edge)
    return tuple(edges if backwards else reversed(edges))
