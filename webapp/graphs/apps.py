"""The graphs application."""

from django.apps import AppConfig


class GraphsConfig(AppConfig):
    """Graphs, their members and their loads."""

    name = "webapp.graphs"
