"""The cards application."""

from django.apps import AppConfig
from django.db.models.signals import post_delete


class CardsConfig(AppConfig):
    """The cards of graphs, and what trains and tests them."""

    name = "webapp.cards"

    def ready(self) -> None:
        """Let a graph's cards, and a job's files, go with them."""
        from webapp.cards import jobs
        from webapp.cards.models import CardJob
        from webapp.graphs.models import Graph

        post_delete.connect(jobs.graph_gone, sender=Graph, dispatch_uid="webapp.cards.graph_gone")
        post_delete.connect(jobs.job_gone, sender=CardJob, dispatch_uid="webapp.cards.job_gone")
