"""A chat model from a GGUF file, in this process (extra `local`); whatever else stands on the file shares it."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from pathlib import Path
from threading import Event
from typing import Any

from agents.errors import ChatError
from agents.llms.chat import Message, Reply
from agents.llms.gguf import Gguf, loaded
from agents.llms.tokens import estimate
from agents.model import Json
from agents.threads import aside


class LocalChat:
    """A model whose file is loaded at the first question; one question at a time, the others wait within theirs."""

    def __init__(self, path: Path, name: str = "") -> None:
        self.name = name or f"local:{path.name}"
        self.path = path.expanduser().resolve()

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
        """Return the whole reply; a task that is cancelled stops the model, too."""
        request = _request(messages, limit, temperature, seed, schema)
        async with aclosing(self._written(request, seconds)) as pieces:
            async for piece in pieces:
                if isinstance(piece, Reply):
                    return piece
        raise ChatError("The language model broke off.")

    async def stream(
        self, messages: Sequence[Message], *, limit: int = 400, temperature: float = 0.0, seconds: float = 30.0
    ) -> AsyncIterator[str | Reply]:
        """Yield the reply's pieces as they are written, and the whole last."""
        async with aclosing(self._written(_request(messages, limit, temperature, 0, None), seconds)) as pieces:
            async for piece in pieces:
                yield piece

    def count(self, text: str) -> int:
        """Return about how many tokens a text is."""
        return estimate(text)

    async def _written(self, request: Json, seconds: float) -> AsyncGenerator[str | Reply, None]:
        """Yield what the model writes in a thread of its own; leaving off here stops it at its next word."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        loop, stopped, whole = asyncio.get_running_loop(), Event(), _Whole()

        def take(piece: Json) -> bool:
            loop.call_soon_threadsafe(queue.put_nowait, piece)
            return stopped.is_set()

        work = asyncio.ensure_future(aside(_run, loaded(self.path), request, seconds, take))
        work.add_done_callback(lambda _: queue.put_nowait(None))
        try:
            while (piece := await queue.get()) is not None:
                if text := whole.take(piece):
                    yield text
            await work
            yield whole.reply(seconds)
        finally:
            stopped.set()
            work.cancel()


def _run(model: Gguf, request: Json, seconds: float, take: Any) -> None:
    model.run(request, api="chat", seconds=seconds, piece=take)


class _Whole:
    """A reply put together from its pieces."""

    def __init__(self) -> None:
        self.text, self.reason, self.usage = "", "", {}  # type: tuple[str, str, dict[str, int]]

    def take(self, piece: Json) -> str:
        self.usage = piece.get("usage") or self.usage
        choice: Json = next(iter(piece.get("choices") or ()), {})
        self.reason = choice.get("finish_reason") or self.reason
        text = str(choice.get("delta", {}).get("content") or "")
        self.text += text
        return text

    def reply(self, seconds: float) -> Reply:
        if not self.reason:
            raise ChatError(f"The language model was not done after {seconds:g} seconds.")
        read, written = self.usage.get("prompt_tokens", 0), self.usage.get("completion_tokens", 0)
        return Reply(self.text, read, written, self.reason == "stop")


def _request(messages: Sequence[Message], limit: int, temperature: float, seed: int, schema: Json | None) -> Json:
    form: Json = {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema, "strict": True}}
    return {
        "messages": [{"role": each.role, "content": each.text} for each in messages],
        "max_tokens": limit,
        "temperature": temperature,
        "seed": seed,
        "stream_options": {"include_usage": True},
        **({"response_format": form} if schema is not None else {}),
    }
