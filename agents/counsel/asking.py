"""Asking the language model within a question's allowance: what it costs is counted and told, what fails is told too.

Nothing here raises for a model's sake: no reply is a reply to go on without.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from time import perf_counter

from agents.errors import BudgetSpent, ChatError
from agents.events import Emit, ModelAsked, ModelFailed
from agents.kit import Kit
from agents.llms.chat import Chat, Message, Reply
from agents.llms.patience import within
from agents.model import Json
from agents.state import State

logger = logging.getLogger(__name__)
Prompt = Sequence[Message]
_SIGNS = 20  # characters of a token, at most
_FAULT = "It failed; the log says why."


class _Unasked(str):
    """Why a model was not even asked."""


@dataclass(frozen=True)
class Errand:
    """What a model is asked for: its purpose in a word, how much it may write, and the form it is held to."""

    purpose: str
    limit: int = 400
    schema: Json | None = None


async def ask(state: State, kit: Kit, emit: Emit, errand: Errand, *prompts: Prompt) -> tuple[State, tuple[Reply, ...]]:
    """Ask all prompts at once; return the state with their cost, and a reply to each, or none where any failed.

    A failure is told as `model.failed`. Whoever makes something of the replies tells it with `asked`.
    """
    if kit.chat is None:
        return state, ()
    if reason := denied(state, kit, kit.chat, errand, prompts):
        await emit(ModelFailed(errand.purpose, kit.chat.name, reason))
        return state, ()
    called = (_reply(kit.chat, kit, errand, each) for each in prompts)
    replies = await asyncio.gather(*called)
    called_for = [one for one, reply in zip(prompts, replies, strict=True) if not isinstance(reply, _Unasked)]
    state = _paid(state, kit.chat, called_for, [each for each in replies if isinstance(each, Reply)])
    if failure := next((each for each in replies if isinstance(each, str)), None):
        await emit(ModelFailed(errand.purpose, kit.chat.name, failure))
        return state, ()
    return state, tuple(each for each in replies if isinstance(each, Reply))


async def listen(
    state: State, kit: Kit, emit: Emit, errand: Errand, prompt: Prompt, take: Callable[[str], Awaitable[None]]
) -> tuple[State, Reply | None]:
    """Ask one prompt and `take` the reply's pieces as they come; return the state with the cost, and the whole.

    None where it failed, which is told; what was taken by then is not to be kept.
    """
    chat = kit.chat
    if chat is None:
        return state, None
    if reason := denied(state, kit, chat, errand, (prompt,)):
        await emit(ModelFailed(errand.purpose, chat.name, reason))
        return state, None
    try:
        pieces = chat.stream(prompt, limit=errand.limit, seconds=kit.allowance.seconds)
        whole = await _taken(pieces, take, kit, errand.limit * _SIGNS)
    except Exception as error:
        await emit(ModelFailed(errand.purpose, chat.name, _why(error, kit, chat)))
        return _paid(state, chat, () if isinstance(error, BudgetSpent) else (prompt,), []), None
    return _paid(state, chat, (prompt,), [whole]), whole


def denied(state: State, kit: Kit, chat: Chat, errand: Errand, prompts: Sequence[Prompt]) -> str:
    """Return why the question's allowance does not hold these prompts, or nothing where it does."""
    allowed, asked = kit.allowance, sum(_size(chat, each) for each in prompts)
    if state.calls_in_a_row >= allowed.calls:
        return f"This question has asked it {allowed.calls} times already."
    if state.tokens_in + asked > allowed.prompt:
        return f"What it would have to read is more than the {allowed.prompt:,} tokens that a question may use."
    most = asked + errand.limit * len(prompts)
    if state.tokens_in + state.tokens_out + most > allowed.tokens:
        return f"It could cost more than the {allowed.tokens:,} tokens that a question may use."
    return ""


def asked(before: State, after: State, kit: Kit, purpose: str, outcome: str, started: float) -> ModelAsked:
    """Return the event of an asking that cost what lies between two states."""
    name = kit.chat.name if kit.chat else ""
    calls = after.model_calls - before.model_calls
    read, written = after.tokens_in - before.tokens_in, after.tokens_out - before.tokens_out
    return ModelAsked(purpose, name, outcome, calls, read, written, round((perf_counter() - started) * 1000, 2))


async def _reply(chat: Chat, kit: Kit, errand: Errand, prompt: Prompt) -> Reply | str:
    """Return the reply, or why there is none."""
    seconds = kit.allowance.seconds
    try:
        async with asyncio.timeout(seconds):
            return await chat.reply(prompt, limit=errand.limit, schema=errand.schema, seconds=seconds)
    except Exception as error:
        return _why(error, kit, chat)


async def _taken(
    stream: AsyncIterator[str | Reply], take: Callable[[str], Awaitable[None]], kit: Kit, most: int
) -> Reply:
    """Take the pieces of a reply of at most so many signs: a model is not trusted to keep to its limit."""
    written = 0
    async with aclosing(within(stream, kit.allowance.seconds)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Reply):
                return piece
            written += len(piece)
            if written > most:
                raise ChatError("It wrote more than it was asked for.")
            await take(piece)
    raise ChatError("It broke off.")


def _why(error: Exception, kit: Kit, chat: Chat) -> str:
    if isinstance(error, TimeoutError):
        return f"It gave no answer within {kit.allowance.seconds:g} seconds."
    if isinstance(error, ChatError):
        return _Unasked(error) if isinstance(error, BudgetSpent) else str(error)
    logger.error("The language model %s failed", chat.name, exc_info=error)
    return _FAULT


def _paid(state: State, chat: Chat, prompts: Sequence[Prompt], replies: Sequence[Reply]) -> State:
    """Return the state with what was asked: by the model's own count, where it gave one. Nothing costs nothing."""
    if not prompts:
        return state
    read = sum(each.tokens_in for each in replies) or sum(_size(chat, each) for each in prompts)
    return state.with_(
        model_calls=state.model_calls + len(prompts),
        calls_in_a_row=state.calls_in_a_row + 1,
        tokens_in=state.tokens_in + read,
        tokens_out=state.tokens_out + sum(each.tokens_out for each in replies),
    )


def _size(chat: Chat, prompt: Prompt) -> int:
    return sum(chat.count(each.text) for each in prompt)
