"""The chat application."""

from django.apps import AppConfig


class ChatConfig(AppConfig):
    """Conversations and runs."""

    name = "webapp.chat"

    def ready(self) -> None:
        """Listen for sign-ins: what somebody asked before signing in stays theirs."""
        from webapp.chat import visitors

        visitors.listen()
