"""Looking whether a query finds anything, without the work that only its full answer needs."""

from time import monotonic

from agents.errors import StoreTimeout
from agents.graphs.store import GraphStore, Row
from agents.query import Match

_EACH = 0.5  # seconds that one look may take
_ALL = 1.0  # ... and all looks for one question
_PATIENCE = 4.0  # seconds beyond, in all, for looks that the answer hangs on: a busy machine must not change it
_ROWS = 2  # one is enough to know


class Probe:
    """Looks into one graph for one question: for a second in all, and for longer where the answer hangs on it."""

    def __init__(self, store: GraphStore, graph: str) -> None:
        self._store = store
        self._graph = graph
        self._left = _ALL
        self._patience = _PATIENCE
        self._numbers: dict[Match, float | None] = {}

    def rows(self, query: Match, patient: bool = False) -> int:
        """Return how many rows a query has, two at most; of one that counts things, how many it counts, two at most.

        Raises StoreTimeout where that takes too long, or the question's time is used up; later if `patient`.
        """
        first = [row.cells[0] for row in self._look(probe(query), _ROWS, patient)]
        if first and isinstance(first[0], int) and query.returns[0].aggregate == "count" and not _of_things(query):
            return first[0]
        return sum(cell is not None for cell in first)

    def number(self, query: Match) -> float | None:
        """Return the one number that a query finds; None where there is none. Raises StoreTimeout as `rows` does."""
        if query not in self._numbers:
            rows = self._look(query, 1, patient=True)
            cell = rows[0].cells[0] if rows else None
            self._numbers[query] = float(cell) if isinstance(cell, int | float) else None
        return self._numbers[query]

    def _look(self, query: Match, limit: int, patient: bool) -> tuple[Row, ...]:
        """Look for a short time, and once more for a longer one if `patient`."""
        started = monotonic()
        try:
            return self._rows(query, limit, min(_EACH, self._left))
        except StoreTimeout:
            if not patient:
                raise
        finally:
            self._left -= monotonic() - started
        started = monotonic()
        try:
            return self._rows(query, limit, self._patience)
        finally:
            self._patience -= monotonic() - started

    def _rows(self, query: Match, limit: int, timeout: float) -> tuple[Row, ...]:
        if timeout <= 0:
            raise StoreTimeout("The time to look whether readings find anything is used up.")
        return self._store.match(self._graph, query, limit=limit, timeout=timeout, evidence=False).rows


def probe(query: Match) -> Match:
    """Return a query with rows where, and only where, the other has some: no order, no measure to order by.

    The store would count every group only to sort them, and every thing only to say that there are some.
    """
    first = query.returns[0]
    if query.having or (first.aggregate and not _of_things(query)):
        return query
    bare = {"order": (), "limit": None, "ties": False, "optional": ()}
    return query.model_copy(update={"returns": (first.model_copy(update={"aggregate": None}),), **bare})


def _of_things(query: Match) -> bool:
    """Whether a query counts the things of one variable, and nothing besides."""
    first = query.returns[0]
    return first.aggregate == "count" and not first.key and len(query.returns) == 1 and not query.optional
