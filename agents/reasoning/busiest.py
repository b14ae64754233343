"""The busiest nodes of a graph, by a sample: what most edges of each relation lead to or come from.

Counting the edges of every node of a large graph takes too long for a question; of a small graph all are counted.
"""

from collections import Counter
from collections.abc import Sequence

from agents.graphs.store import GraphStore
from agents.model import Edge, Node
from agents.query import Match, Pattern, Return, Var

SAMPLE = 3_000  # edges in all
_LEAST = 60  # of a relation


def sample(store: GraphStore, graph: str, types: Sequence[str] = (), most: int = SAMPLE) -> tuple[list[Edge], bool]:
    """Return edges of every relation (that touch these types, where given), and whether these are all there are."""
    schema = store.schema(graph)
    each = most if schema.edges <= most else max(_LEAST, most // max(1, len(schema.relations)))
    found: dict[tuple[str, str, str], Edge] = {}
    whole = True
    for relation in schema.relations:
        for ends in _ends(relation.signatures, types):
            edge = Pattern(source="head", target="tail", relations=(relation.name,), name="edge")
            variables = (Var(name="head", types=ends[0]), Var(name="tail", types=ends[1]))
            query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="edge"),))
            rows = store.match(graph, query, limit=each, evidence=False)
            cells = [cell for row in rows.rows for cell in row.cells]
            found.update((cell.triple, cell) for cell in cells if isinstance(cell, Edge))
            whole = whole and not rows.truncated
    return list(found.values()), whole


def _ends(signatures: Sequence[object], types: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the types to ask for at head and tail."""
    if not types:
        return [((), ())]
    heads = any(getattr(each, "head", "") in types for each in signatures)
    tails = any(getattr(each, "tail", "") in types for each in signatures)
    return [*([(tuple(types), ())] if heads else []), *([((), tuple(types))] if tails else [])]


def busiest(store: GraphStore, graph: str, edges: Sequence[Edge], limit: int) -> tuple[Node, ...]:
    """Return the nodes that most of these edges touch."""
    counts = Counter(end for each in edges for end in (each.head, each.tail))
    ranked = sorted(counts, key=lambda id: (-counts[id], id))[:limit]
    return store.nodes(graph, ranked)
