"""The curation application."""

from django.apps import AppConfig


class CurateConfig(AppConfig):
    """Commits and proposals."""

    name = "webapp.curate"
