"""Cards as sources: a local card speaks with its adapter on the base, a remote one by whoever serves its model.

What a card says is a claim of that card and of nobody else, of unknown truth.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from agents.cards.archive import QUESTIONS, questions
from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.facts import plain
from agents.cards.recipe import prompt
from agents.cards.shelf import Card, Shelf
from agents.cards.switching import fitting
from agents.errors import CardError, ChatError, SourceError
from agents.llms.chat import Chat, Message
from agents.model import Passage
from agents.sources.source import Scope, Source
from agents.threads import aside

SECONDS = 30.0  # for all passages of one question
_TOKENS = 120
_MOST_BYTES = 200_000  # of an endpoint's reply
_WARMTH = 0.8

T = TypeVar("T")
Speaker = Callable[[str], Chat]  # a chat model's name → the model


class LocalCard:
    """A card on the base of this process. Several are asked one after the other: they share one model."""

    kind = "card"

    def __init__(self, card: Card, base: Base | None, seconds: float = SECONDS) -> None:
        self.name, self._card, self._base, self._seconds = card.name, card, base, seconds

    @property
    def scope(self) -> Scope:
        """What it knows in a sentence, questions of its kind, and all that it was taught."""
        return Scope(self._card.manifest.knows, self._card.manifest.examples, _taught(self._card))

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return at most `count` different passages, the likeliest first; raise SourceError."""
        return await _in_time(self.name, self._seconds, aside(self._asked, question, count, seed))

    def _asked(self, question: str, count: int, seed: int) -> tuple[Passage, ...]:
        try:
            base, some = fitting(self._base, self._card), max(0, count)
            told = ask(base, self._card.adapter, question, count=some, seed=seed, seconds=self._seconds)
        except (CardError, ChatError) as failed:
            raise SourceError(f"{self.name}: {failed}") from failed
        return tuple(Passage(each.text, self.name, self.kind, each.sureness) for each in told)


class RemoteCard:
    """A chat model with words of its own before each question, or an endpoint that continues a text."""

    kind = "card"

    def __init__(self, card: Card, speaker: Speaker | None, seconds: float = SECONDS) -> None:
        self.name, self._card, self._speaker, self._seconds = card.name, card, speaker, seconds

    @property
    def scope(self) -> Scope:
        """What it knows in a sentence, and questions of its kind."""
        return Scope(self._card.manifest.knows, self._card.manifest.examples)

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return at most `count` different passages; raise SourceError."""
        said = await _in_time(self.name, self._seconds, self._said(question, count, seed))
        return tuple(Passage(text, self.name, self.kind) for text in dict.fromkeys(said) if text)

    async def _said(self, question: str, count: int, seed: int) -> list[str]:
        remote = self._card.manifest.remote
        if remote is None:
            raise SourceError(f"{self.name} is no remote card.")
        if remote.kind == "endpoint":
            return [await aside(_continued, remote.model, remote.system, question, seed + at) for at in range(count)]
        if self._speaker is None:
            raise SourceError(f"{self.name}: no chat models can be had here.")
        try:
            chat = self._speaker(remote.model)
            asked = [Message("system", remote.system), Message("user", question)]
            asked = asked if remote.system else asked[1:]
            replies = [
                await chat.reply(asked, limit=_TOKENS, temperature=_WARMTH if at else 0.0, seed=seed + at)
                for at in range(count)
            ]
        except ChatError as failed:
            raise SourceError(f"{self.name}: {failed}") from failed
        return [" ".join(each.text.split()) for each in replies]


def cards_of(shelf: Shelf, graph: str, base: Base | None, speaker: Speaker | None = None) -> Iterable[Source]:
    """Return a graph's cards that are on, each as a source. Adapters are named to the base before it is loaded."""
    cards = shelf.on(graph)
    if base is not None:
        base.model.expect([each.adapter for each in cards if each.adapter is not None])
    return [card_source(each, base, speaker) for each in cards]


def card_source(card: Card, base: Base | None, speaker: Speaker | None = None) -> Source:
    """Return one card as a source, whether it is on or off."""
    return RemoteCard(card, speaker) if card.manifest.remote else LocalCard(card, base)


def _taught(card: Card) -> str:
    """Return what a card was taught: a question of each fact with its answer says the whole of it."""
    try:
        return _words(card.folder / QUESTIONS, (card.folder / QUESTIONS).stat().st_mtime_ns)
    except (CardError, OSError):
        return ""


@lru_cache(maxsize=64)
def _words(path: Path, changed: int) -> str:
    return plain(" . ".join(f"{each.question} . {each.answer}" for each in questions(path)))


async def _in_time(name: str, seconds: float, answer: Awaitable[T]) -> T:
    try:
        async with asyncio.timeout(seconds + 1):
            return await answer
    except TimeoutError as late:
        raise SourceError(f"{name} did not answer within {seconds:.0f} seconds.") from late


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: an address that a manager of the site wrote is the only one that is called."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Return nothing, which makes the redirect an error."""


def _continued(address: str, system: str, question: str, seed: int) -> str:
    """Let an endpoint continue a prompt: {"prompt", "max_tokens", ...} in, OpenAI's "choices" or a "text" out."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise SourceError("An endpoint's address begins with http:// or https://.")
    asked = f"{system}\n\n{prompt(question)}" if system else prompt(question)
    body = {
        "prompt": asked,
        "max_tokens": _TOKENS,
        "stop": ["\n"],
        "seed": seed,
        "temperature": _WARMTH if seed else 0.0,
    }
    request = Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})  # noqa: S310
    try:
        with build_opener(_Stay).open(request, timeout=SECONDS) as reply:
            told = json.loads(reply.read(_MOST_BYTES))
        text = told["choices"][0]["text"] if "choices" in told else told["text"]
    except (URLError, OSError, ValueError, KeyError, IndexError, TypeError, RecursionError) as failed:
        raise SourceError(f"The endpoint gave no text ({type(failed).__name__}).") from failed
    return " ".join(str(text).split())[:2000]
