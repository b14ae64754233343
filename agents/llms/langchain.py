"""A chat model by LangChain's `init_chat_model`: any provider that it knows, any server that speaks as OpenAI's does.

Provider packages are imported when a model is first asked: `openai` comes with the extra of that name, any other by
its own package. What a provider's error says goes to the log without the key; people are told what kind it was.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from functools import lru_cache
from typing import Any

from agents.errors import ChatError
from agents.llms.chat import Message, Reply
from agents.llms.loop import from_there, there
from agents.llms.patience import within
from agents.llms.tokens import estimate
from agents.model import Json

logger = logging.getLogger(__name__)
_NO_KEY = "none"  # servers of one's own ask for no key, but their clients insist on one
_NOTHING = "\x00"  # stands for no key: no text holds it
_UNFIT = (400, 404, 415, 422, 501)  # what servers answer that know no JSON schema


class LangChainChat:
    """A model "PROVIDER:MODEL"; `url` is a server's base address where it is not the provider's own."""

    def __init__(self, model: str, url: str = "", key: str = "") -> None:
        self.name = model
        self._url, self._key = url, key
        self._takes_schema = True
        self._model = lru_cache(maxsize=16)(self._opened)

    def __repr__(self) -> str:
        return f"LangChainChat({self.name!r})"

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
        """Return the whole reply. A server that cannot be held to a schema is asked without one, then and later."""
        try:
            async with asyncio.timeout(seconds):
                return self._read(await there(self._replied(messages, limit, temperature, schema)), messages)
        except Exception as error:
            raise self._failure(error, seconds) from None  # a provider's exception may hold the key

    async def stream(
        self, messages: Sequence[Message], *, limit: int = 400, temperature: float = 0.0, seconds: float = 30.0
    ) -> AsyncIterator[str | Reply]:
        """Yield the reply's pieces as they come, and the whole last."""
        whole: Any = None
        try:
            written = from_there(self._written(messages, limit, temperature))
            async with aclosing(within(written, seconds)) as chunks:
                async for chunk in chunks:
                    whole = chunk if whole is None else whole + chunk
                    if chunk.text:
                        yield str(chunk.text)
        except Exception as error:
            raise self._failure(error, seconds) from None
        if whole is None or not _reason(whole):
            raise ChatError("The language model broke off.")
        yield self._read(whole, messages)

    def count(self, text: str) -> int:
        """Return about how many tokens a text is."""
        return estimate(text)

    async def _written(self, messages: Sequence[Message], limit: int, temperature: float) -> AsyncGenerator[Any, None]:
        model = await asyncio.to_thread(self._model, limit, temperature)
        async for chunk in model.astream(_said(messages)):
            yield chunk

    async def _replied(self, messages: Sequence[Message], limit: int, temperature: float, schema: Json | None) -> Any:
        model = await asyncio.to_thread(self._model, limit, temperature)
        if schema is not None and self._takes_schema:
            try:
                return await _held(model, schema).ainvoke(_said(messages))
            except Exception as error:
                if not _knows_no_schema(error):
                    raise
                self._takes_schema = False
        return await model.ainvoke(_said(messages))

    def _opened(self, limit: int, temperature: float) -> Any:
        from langchain.chat_models import init_chat_model

        provider = self.name.partition(":")[0].replace("-", "_").lower()
        options: Json = {"temperature": temperature, "max_tokens": limit, "max_retries": 0}
        if self._url:
            options |= {"base_url": self._url}
        if self._key or (self._url and provider == "openai"):
            options |= {"api_key": self._key or _NO_KEY}
        if provider == "openai":
            options |= {"stream_usage": True}
        try:
            return init_chat_model(self.name, **options)
        except ImportError as missing:
            raise ChatError(_how_to_install(provider)) from missing
        except ValueError as error:
            raise ChatError(f"'{self.name}' is no chat model: say PROVIDER:MODEL, such as openai:NAME.") from error

    def _read(self, message: Any, messages: Sequence[Message]) -> Reply:
        if isinstance(message, dict):  # a reply that was held to a schema, with what was made of it
            message = message["raw"]
        used = message.usage_metadata or {}
        text, asked = str(message.text), sum(estimate(each.text) for each in messages)
        read, written = used.get("input_tokens") or asked, used.get("output_tokens") or estimate(text)
        return Reply(text, read, written, _reason(message) not in ("length", "max_tokens", "MAX_TOKENS"))

    def _failure(self, error: Exception, seconds: float) -> ChatError:
        """Return what a provider raised as a ChatError that tells no secret."""
        if isinstance(error, ChatError):
            return error
        if isinstance(error, TimeoutError):
            return ChatError(f"The language model was not done after {seconds:g} seconds.")
        told = f"{type(error).__name__}: {error}".replace(self._key or _NOTHING, "***")[:500]
        logger.warning("The language model %s failed: %s", self.name, told)
        return ChatError(_words(error))


def _held(model: Any, schema: Json) -> Any:
    return model.with_structured_output({"title": "reply", **schema}, method="json_schema", include_raw=True)


def _said(messages: Sequence[Message]) -> list[dict[str, str]]:
    return [{"role": each.role, "content": each.text} for each in messages]


def _reason(message: Any) -> str:
    """Return why the model stopped; "stop" where its provider never says."""
    told = message.response_metadata
    return str(told.get("finish_reason") or told.get("stop_reason") or told.get("done_reason") or "")


def _knows_no_schema(error: Exception) -> bool:
    return isinstance(error, (NotImplementedError, TypeError)) or getattr(error, "status_code", 0) in _UNFIT


def _words(error: Exception) -> str:
    """Return what kind of failure it was, for people."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        why = {401: "it does not take the key", 403: "it does not take the key", 429: "it is asked too much"}
        return f"The language model refused ({status}: {why.get(status, 'an error of its server')})."
    if "Connection" in type(error).__name__ or isinstance(error, OSError):
        return "The language model cannot be reached."
    return "The language model answered with something that is no reply."


def _how_to_install(provider: str) -> str:
    if provider == "openai":
        return "Models of 'openai' need the extra of that name: pip install 'loregraph[openai]'."
    return f"Models of '{provider}' need its package: pip install langchain-{provider.replace('_', '-')}."
