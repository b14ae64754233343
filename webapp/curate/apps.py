"""The curation application."""

from django.apps import AppConfig


class CurateConfig(AppConfig):
    """Commits and proposals."""

    name = "webapp.curate"

    def ready(self) -> None:
        """Make a commit of every load."""
        from webapp.curate import noted

        noted.listen()
