"""The one place where a coroutine crosses over to what is synchronous: stores, readers, tasks, models in process."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def aside(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread and return what it returns; the event loop goes on meanwhile."""
    return await asyncio.to_thread(function, *args, **kwargs)
