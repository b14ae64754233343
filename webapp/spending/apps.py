"""The spending application."""

from django.apps import AppConfig


class SpendingConfig(AppConfig):
    """Tokens of the language model, by day."""

    name = "webapp.spending"
