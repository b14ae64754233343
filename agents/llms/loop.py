"""One event loop, in a thread of its own, for clients that keep connections open.

A provider's client belongs to the loop it was first used in, and many are kept by their packages for the whole
process. Commands and jobs each have a loop of their own, which ends with them; this one does not.
"""

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from functools import cache
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
_END: Any = object()


async def there(work: Coroutine[Any, Any, T]) -> T:
    """Await a coroutine in that loop; cancelling this cancels it."""
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, _loop()))


async def from_there(pieces: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
    """Yield what a generator yields in that loop; it is closed where this is left off."""
    here, queue = asyncio.get_running_loop(), asyncio.Queue[T]()

    async def pump() -> None:
        async with aclosing(pieces):
            async for piece in pieces:
                here.call_soon_threadsafe(queue.put_nowait, piece)

    work = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(pump(), _loop()))
    work.add_done_callback(lambda _: queue.put_nowait(_END))
    try:
        while (piece := await queue.get()) is not _END:
            yield piece
        await work
    finally:
        work.cancel()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="language models", daemon=True).start()
    return loop
