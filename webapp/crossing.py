"""The database from a socket's coroutines: in one thread, whose connection stays open while any socket is.

Channels' own crossing closes the connection after each call, and to open it again takes longer than most of what a
chat asks of it. Whoever listens holds the connection; when the last one lets go, it is closed.
"""

from typing import Any

from asgiref.sync import SyncToAsync
from django.db import connections

_holders: set[str] = set()


class cross(SyncToAsync):
    """Runs a synchronous function in the thread that has the database."""

    def thread_handler(self, loop: Any, *args: Any, **kwargs: Any) -> Any:
        """Do it with a connection that works; close it afterwards where nobody holds it."""
        _look()
        try:
            return super().thread_handler(loop, *args, **kwargs)
        finally:
            _look()


def hold(name: str) -> None:
    """Keep the connection open until this holder lets go."""
    _holders.add(name)


async def let_go(name: str) -> None:
    """Let go; close the connection where this was the last holder."""
    _holders.discard(name)
    if not _holders:
        await cross(_nothing)()


def _look() -> None:
    """Close connections that are broken, or that nobody holds; the others are tried before they are used again."""
    for each in connections.all(initialized_only=True):
        each.close_at = None if _holders else 0.0
        each.health_check_enabled = True
        each.close_if_unusable_or_obsolete()


def _nothing() -> None:
    """Do nothing: what comes before and after is what is wanted."""
