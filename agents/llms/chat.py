"""What the engine asks of a language model that writes.

Hostile by assumption: a reply is text of unknown truth and form. Whoever asks checks it, and goes on without one
where a model is slow, dead or talks nonsense (`ChatError`).
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from agents.model import Json


@dataclass(frozen=True)
class Message:
    """One message of a prompt."""

    role: Literal["system", "user", "assistant"]
    text: str


@dataclass(frozen=True)
class Reply:
    """What a model wrote; `finished` is false where the limit cut it. Tokens as the model counts them."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    finished: bool = True


class Chat(Protocol):
    """A model that continues a talk. Safe to use from several tasks at once.

    `limit` is the most tokens to write, `schema` a JSON schema that the text must fit (a model that cannot be held
    to one may ignore it: check), `seconds` the time allowed. Raises ChatError for whatever goes wrong, cancelled
    with the task that waits for it.
    """

    name: str  # as people know it

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
        """Return the whole reply."""

    def stream(
        self, messages: Sequence[Message], *, limit: int = 400, temperature: float = 0.0, seconds: float = 30.0
    ) -> AsyncIterator[str | Reply]:
        """Yield the reply's pieces as they are written, and the whole `Reply` last."""

    def count(self, text: str) -> int:
        """Return about how many tokens a text is."""
