"""Looking whether a query finds anything, without the work that only its full answer needs."""

from agents.graphs.store import GraphStore
from agents.query import Match

_SECONDS = 0.5
_ROWS = 2  # one is enough to know; of counts, the number itself is looked at


def rows_found(store: GraphStore, graph: str, query: Match) -> int:
    """Return how many rows a query has, two at most; of one that counts everything, the count.

    Raises StoreTimeout where that takes longer than half a second.
    """
    rows = store.match(graph, probe(query), limit=_ROWS, timeout=_SECONDS, evidence=False).rows
    first = [row.cells[0] for row in rows]
    if query.returns[0].aggregate == "count" and first and isinstance(first[0], int):
        return first[0]
    return sum(cell is not None for cell in first)


def probe(query: Match) -> Match:
    """Return a query with rows where, and only where, the other has some: no order, no measure to order by.

    The store would count every group only to sort them.
    """
    if query.having or query.returns[0].aggregate:
        return query
    bare = {"returns": query.returns[:1], "order": (), "limit": None, "ties": False, "optional": ()}
    return query.model_copy(update=bare)
