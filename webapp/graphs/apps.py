"""The graphs application."""

from django.apps import AppConfig


class GraphsConfig(AppConfig):
    """Graphs, their members and their loads."""

    name = "webapp.graphs"

    def ready(self) -> None:
        """Register the checks of the environment; let open sockets hear of changed access."""
        from webapp import checks  # noqa: F401
        from webapp.graphs import watch

        watch.listen()
