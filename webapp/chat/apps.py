"""The chat application."""

from django.apps import AppConfig


class ChatConfig(AppConfig):
    """Conversations and runs."""

    name = "webapp.chat"

    def ready(self) -> None:
        """Listen for sign-ins: what somebody asked before stays theirs; and for decisions on what they proposed."""
        from webapp.chat import decisions, visitors

        visitors.listen()
        decisions.listen()
