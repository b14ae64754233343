"""Threads: the one place where a coroutine crosses over to what is synchronous, and how many a product of matrices has.

What is synchronous: stores, readers, tasks, models in process.
"""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def aside(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a function in a thread and return what it returns; the event loop goes on meanwhile."""
    return await asyncio.to_thread(function, *args, **kwargs)


def reckon_alone() -> None:
    """Let a product of matrices use the thread that wants it and no more, in all of this process from now on.

    Those of a question are small: to divide one among threads costs more than the product, and on a busy machine each
    waits for the slowest.
    """
    import numpy  # noqa: F401 - only a library that is loaded can be told
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
