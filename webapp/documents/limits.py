"""How much of documents may be read and kept."""

from typing import Any

from django.conf import settings
from django.db.models import Sum

from webapp.graphs.models import Graph


def room(graph: Graph) -> int:
    """Return how many passages more a graph's documents may have."""
    held = graph.documents.aggregate(held=Sum("passages"))["held"] or 0
    return max(0, settings.LOREGRAPH_MAX_PASSAGES - held)


def of_a_file() -> Any:
    """Return how much of one file may be read."""
    from agents.documents.reading import Limits

    return Limits(
        pages=settings.LOREGRAPH_MAX_DOCUMENT_PAGES,
        characters=settings.LOREGRAPH_MAX_DOCUMENT_MB * 1_000_000,
        seconds=settings.LOREGRAPH_DOCUMENT_SECONDS,
    )
