"""What lies around nodes, over the steps that a store gives."""

from collections.abc import Sequence

from agents.graphs.reading import Reading, RelationKey, relation_keys
from agents.model import Subgraph
from agents.query import Neighbourhood

_VISITED = 500_000  # nodes that a search may touch


def neighbourhood(reading: Reading, query: Neighbourhood) -> Subgraph:
    """Return what lies within `hops` of the ids, nearest first, and the edges among what is kept."""
    relations = relation_keys(reading, query.relations)
    found = reading.node_keys(query.ids)
    order = _nearest(reading, [found[id] for id in dict.fromkeys(query.ids) if id in found], relations, query.hops)
    kept = order[: query.limit]
    nodes = reading.nodes(kept)
    edges = reading.among(kept, relations)
    return Subgraph(tuple(nodes[key] for key in kept if key in nodes), edges, len(order) - len(kept))


def degree(reading: Reading, ids: Sequence[str]) -> dict[str, dict[tuple[str, str], int]]:
    """Return {id: {(relation, "out" | "in"): how many edges}} of the nodes that exist."""
    keys = reading.node_keys(ids)
    by_key: dict[int, dict[tuple[str, str], int]] = {key: {} for key in keys.values()}
    for node, relation, way, count in reading.relation_counts(by_key):
        by_key[node][relation, way] = count
    return {id: by_key[key] for id, key in keys.items()}


def _nearest(reading: Reading, start: Sequence[int], relations: Sequence[RelationKey], hops: int) -> list[int]:
    """Return the nodes within `hops`, level by level."""
    seen = dict.fromkeys(start)
    frontier = list(start)
    for _ in range(hops):
        reached = {to for _, to, _ in reading.steps(frontier, relations, "both")}
        frontier = sorted(reached - seen.keys())
        seen.update(dict.fromkeys(frontier))
        if not frontier or len(seen) > _VISITED:
            break
    return list(seen)
