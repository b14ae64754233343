"""Asking sources: all at once, each within its time; one that fails gives nothing and holds up nobody."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from agents.errors import EngineError
from agents.model import Passage
from agents.sources.source import Source

logger = logging.getLogger(__name__)
_LONGEST = 6_000  # characters of a passage: a source is not trusted to be brief
_FAULT = "It failed; the log says why."


@dataclass(frozen=True)
class Asked:
    """What a source gave for a question, or why it gave nothing."""

    source: Source
    question: str
    passages: tuple[Passage, ...] = ()
    milliseconds: float = 0.0
    failure: str = ""


async def ask_all(
    sources: Sequence[Source], question: str, count: int, seconds: float, seed: int = 0
) -> tuple[Asked, ...]:
    """Ask every source for at most `count` passages; return what each gave, in their order."""
    return tuple(await asyncio.gather(*(ask(each, question, count, seconds, seed) for each in sources)))


async def ask(source: Source, question: str, count: int, seconds: float, seed: int = 0) -> Asked:
    """Ask one source; whatever goes wrong with it is told, not raised."""
    started = perf_counter()
    given: tuple[Passage, ...] = ()
    failure = ""
    try:
        async with asyncio.timeout(seconds):
            given = _taken(source, await source.passages(question, count, seed=seed), count)
    except TimeoutError:
        failure = f"It gave no answer within {seconds:g} seconds."
    except EngineError as error:
        failure = str(error)
    except Exception:
        logger.exception("The source '%s' failed on %r", source.name, question)
        failure = _FAULT
    return Asked(source, question, given, round((perf_counter() - started) * 1000, 2), failure)


def _taken(source: Source, given: Sequence[Passage], count: int) -> tuple[Passage, ...]:
    """Return what a source gave as its own: it speaks for itself alone, and no longer or oftener than it was asked."""
    said = [replace(each, source=source.name, kind=source.kind, text=each.text.strip()[:_LONGEST]) for each in given]
    return tuple({each.id: each for each in said if each.text}.values())[:count]


def each_once(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages, none twice: the same words, whoever says them, count for the first who does."""
    first: dict[str, Passage] = {}
    for each in passages:
        first.setdefault(" ".join(each.text.casefold().split()), each)
    return tuple(first.values())
