"""The accounts application."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in, sign-out, passwords, and the audit log."""

    name = "webapp.accounts"

    def ready(self) -> None:
        """Note sign-ins in the audit log."""
        from webapp.accounts import audit

        audit.listen()
