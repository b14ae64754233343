"""Waiting for a stream so many seconds in all: what its reader does between two pieces does not count."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")


async def within(pieces: AsyncIterator[T], seconds: float) -> AsyncGenerator[T, None]:
    """Yield the pieces of a stream; raise TimeoutError once it was waited for that long. The stream is closed then."""
    left, source = seconds, pieces  # a timeout is never held over a yield: it would strike whoever reads
    async with aclosing(source) as open_:  # type: ignore[type-var]
        while True:
            begun = monotonic()
            try:
                async with asyncio.timeout(max(left, 0.0)):
                    piece = await _next(open_)
            except StopAsyncIteration:
                return
            left -= monotonic() - begun
            yield piece


async def _next(pieces: Any) -> Any:
    return await anext(pieces)
