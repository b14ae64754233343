"""Thumbs: what readers think of answers, kept for the curators of the graph."""

from django.db.models import Count, QuerySet

from webapp.chat.models import Feedback, Run
from webapp.graphs.models import Graph

LONGEST = Feedback._meta.get_field("reason").max_length


def keep(run: Run, thumb: str, reason: str) -> Feedback | None:
    """Keep what somebody thinks of the answer they got, in place of what they thought before; "" takes it back."""
    if thumb not in Feedback.Thumb.values:
        Feedback.objects.filter(run=run).delete()
        return None
    words = " ".join(reason.replace("\x00", "").split())[:LONGEST]
    return Feedback.objects.update_or_create(run=run, defaults={"thumb": thumb, "reason": words})[0]


def of(graph: Graph, thumb: str = "") -> QuerySet[Feedback]:
    """Return what was thought of a graph's answers, the latest first."""
    kept = (
        Feedback.objects.filter(run__conversation__graph=graph).select_related("run").prefetch_related("run__messages")
    )
    return kept.filter(thumb=thumb) if thumb in Feedback.Thumb.values else kept


def counts(graph: Graph) -> dict[str, int]:
    """Return how many answers of a graph got each thumb."""
    given = of(graph).order_by().values_list("thumb").annotate(count=Count("pk"))
    return {**dict.fromkeys(Feedback.Thumb.values, 0), **dict(given)}
