"""Looking whether a query finds anything, without the work that only its full answer needs."""

from time import monotonic

from agents.errors import StoreTimeout
from agents.graphs.store import GraphStore
from agents.query import Match

_EACH = 0.5  # seconds that one look may take
_ALL = 1.0  # ... and all looks for one question
_ROWS = 2  # one is enough to know; of counts, the number itself is looked at


class Probe:
    """Looks into one graph for one question, for a second in all."""

    def __init__(self, store: GraphStore, graph: str) -> None:
        self._store = store
        self._graph = graph
        self._left = _ALL

    def rows(self, query: Match) -> int:
        """Return how many rows a query has, two at most; of one that counts everything, the count.

        Raises StoreTimeout where that takes too long, or the question's time is used up.
        """
        if self._left <= 0:
            raise StoreTimeout("The time to look whether readings find anything is used up.")
        started = monotonic()
        try:
            return self._rows(query)
        finally:
            self._left -= monotonic() - started

    def number(self, query: Match) -> float | None:
        """Return the one number that a query finds; None where there is none, or no time to look."""
        started = monotonic()
        try:
            timeout = min(_EACH, max(0.01, self._left))
            rows = self._store.match(self._graph, query, limit=1, timeout=timeout, evidence=False).rows
        except StoreTimeout:
            return None
        finally:
            self._left -= monotonic() - started
        cell = rows[0].cells[0] if rows else None
        return float(cell) if isinstance(cell, int | float) else None

    def _rows(self, query: Match) -> int:
        timeout = min(_EACH, self._left)
        rows = self._store.match(self._graph, probe(query), limit=_ROWS, timeout=timeout, evidence=False).rows
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
