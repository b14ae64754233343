"""The documents application."""

from django.apps import AppConfig
from django.db.models.signals import post_delete


class DocumentsConfig(AppConfig):
    """The documents of graphs."""

    name = "webapp.documents"

    def ready(self) -> None:
        """Let a graph's documents go with it."""
        from webapp.documents import keeping
        from webapp.documents.models import Document
        from webapp.graphs.models import Graph

        post_delete.connect(keeping.graph_gone, sender=Graph, dispatch_uid="webapp.documents.graph_gone")
        post_delete.connect(keeping.document_gone, sender=Document, dispatch_uid="webapp.documents.document_gone")
