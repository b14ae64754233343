"""The graphs application."""

from django.apps import AppConfig


class GraphsConfig(AppConfig):
    """Graphs, their members and their loads."""

    name = "webapp.graphs"

    def ready(self) -> None:
        """Register the checks of the environment."""
        from webapp import checks  # noqa: F401
