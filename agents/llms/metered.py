"""A chat model whose tokens are paid from a purse that all processes share."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Protocol

from agents.llms.chat import Chat, Message, Reply
from agents.model import Json

Pay = Callable[[int], Awaitable[None]]


class Purse(Protocol):
    """Tokens that may be spent in a day."""

    async def reserve(self, tokens: int) -> Pay:
        """Set tokens aside for a call; return how to pay what it used of them, or more.

        Raises BudgetSpent where the day has not so many left.
        """


class MeteredChat:
    """A chat model that reserves what a call may cost before it asks, and pays what it cost however it ends."""

    def __init__(self, chat: Chat, purse: Purse) -> None:
        self.name = chat.name
        self._chat, self._purse = chat, purse

    async def reply(
        self,
        messages: Sequence[Message],
        *,
        limit: int = 400,
        temperature: float = 0.0,
        seed: int = 0,
        schema: Json | None = None,
        seconds: float = 30.0,
    ) -> Reply:
        """Return the whole reply; raise BudgetSpent where the day's budget does not hold the call."""
        used = asked = self._asked(messages)  # a call that fails has cost its prompt
        pay = await self._purse.reserve(asked + limit)
        try:
            said = await self._chat.reply(
                messages, limit=limit, temperature=temperature, seed=seed, schema=schema, seconds=seconds
            )
            used = said.tokens_in + said.tokens_out
            return said
        finally:
            await pay(used)

    async def stream(
        self, messages: Sequence[Message], *, limit: int = 400, temperature: float = 0.0, seconds: float = 30.0
    ) -> AsyncIterator[str | Reply]:
        """Yield the reply's pieces, and the whole last; what was written by then is paid where it breaks off."""
        used = asked = self._asked(messages)
        pay = await self._purse.reserve(asked + limit)
        try:
            async for piece in self._chat.stream(messages, limit=limit, temperature=temperature, seconds=seconds):
                used = piece.tokens_in + piece.tokens_out if isinstance(piece, Reply) else used + self.count(piece)
                yield piece
        finally:
            await pay(used)

    def count(self, text: str) -> int:
        """Return about how many tokens a text is."""
        return self._chat.count(text)

    def _asked(self, messages: Sequence[Message]) -> int:
        return sum(self._chat.count(each.text) for each in messages)
