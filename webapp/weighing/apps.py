"""The weighing application."""

from django.apps import AppConfig


class WeighingConfig(AppConfig):
    """Reports on sources, and what the router learns of them."""

    name = "webapp.weighing"

    def ready(self) -> None:
        """Let the engine's router learn from what people thought of answers."""
        from webapp import engine
        from webapp.weighing.learning import learnt

        engine.learn_from(learnt)
