"""Which of several paths tell most: the shorter first, and of equal ones those whose inner nodes have few edges.

What everything is joined to (a country, a type, a common symptom) joins two things without saying much of them.
"""

from collections.abc import Sequence
from math import log

from agents.graphs.store import GraphStore, Path


def most_telling(store: GraphStore, graph: str, paths: Sequence[Path], keep: int) -> tuple[Path, ...]:
    """Return the `keep` most telling paths, shortest first; 0 keeps all as they are."""
    if not keep or len(paths) < 2:
        return tuple(paths)
    inner = {each.id for path in paths for each in path.nodes[1:-1]}
    degree = {id: sum(ways.values()) for id, ways in store.degree(graph, sorted(inner)).items()}

    def crowded(path: Path) -> float:
        return sum(log(1 + degree.get(each.id, 1)) for each in path.nodes[1:-1])

    return tuple(sorted(paths, key=lambda each: (len(each.edges), crowded(each)))[:keep])
