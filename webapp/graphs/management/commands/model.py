"""`manage.py model [--try]`: which language model is asked, what it cost today, and whether it replies."""

import asyncio
from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.conf import settings

from agents.errors import ChatError
from webapp import engine
from webapp.accounts.database import migrate
from webapp.graphs.command import EngineCommand
from webapp.spending.purse import spent


class Command(EngineCommand):
    """Tells of the language model."""

    help = "Say which language model is asked and what it cost today, and try it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to try it."""
        parser.add_argument("--try", action="store_true", dest="attempt", help="ask it to say hello")

    def work(self, attempt: bool, **_: Any) -> None:
        """Tell; raise ChatError where it is tried and does not reply."""
        chat = engine.chat()
        if chat is None:
            self.stdout.write("No language model is set (LOREGRAPH_CHAT_MODEL); everything works without one.")
            return
        migrate()
        at = f" at {settings.LOREGRAPH_CHAT_URL}" if settings.LOREGRAPH_CHAT_URL else ""
        self.stdout.write(f"{chat.name}{at}, {'with a' if settings.LOREGRAPH_CHAT_KEY else 'without a'} key")
        if attempt:
            self._try()
        today, budget = spent(), settings.LOREGRAPH_CHAT_TOKENS_A_DAY
        self.stdout.write(f"Today: {today.tokens:,} of {budget:,} tokens, in {today.calls:,} calls")

    def _try(self) -> None:
        from agents.llms.chat import Message

        chat, begun = engine.chat(), perf_counter()
        if chat is None:
            raise ChatError("No language model is set.")
        hello = (Message("user", "Say hello in one short sentence."),)
        said = asyncio.run(chat.reply(hello, limit=40, seconds=settings.LOREGRAPH_CHAT_SECONDS))
        self.stdout.write(f"It said: {' '.join(said.text.split())}")
        took = perf_counter() - begun
        self.stdout.write(f"It read {said.tokens_in:,} tokens and wrote {said.tokens_out:,} in {took:.1f} seconds")
