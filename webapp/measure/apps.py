"""The measuring application."""

from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """Runs over gold questions, kept and compared."""

    name = "webapp.measure"
