"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in, sign-out, passwords."""

    name = "webapp.accounts"
