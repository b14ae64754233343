"""The app."""

from django.apps import AppConfig


class ExploreConfig(AppConfig):
    """Registers the app under its short name."""

    name = "webapp.explore"
