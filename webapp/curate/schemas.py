"""A graph's schema for forms and remarks: up to a minute old, for a large graph is counted anew after each change."""

from threading import Lock
from time import monotonic

from agents.model import Schema
from webapp.graphs import about
from webapp.graphs.models import Graph

FRESH = 60.0  # seconds
_known: dict[int, tuple[float, Schema]] = {}
_counting = Lock()


def schema(graph: Graph) -> Schema:
    """Return what the graph held within the last minute."""
    with _counting:
        told, found = _known.get(graph.pk, (0.0, Schema()))
        if monotonic() - told > FRESH or not found.nodes:
            found = about.schema(graph)
            _known[graph.pk] = monotonic(), found
    return found
