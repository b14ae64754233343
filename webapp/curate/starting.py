"""What a server does at its first request: it ends the commits that a crash left half-way."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from channels.db import database_sync_to_async

from webapp.curate import commits

logger = logging.getLogger(__name__)
Application = Callable[[Any, Any, Any], Awaitable[Any]]


class Mended:
    """An ASGI application before whose first answer pending commits are brought to their end."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._begun = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> Any:
        """Answer."""
        if not self._begun:
            self._begun = True
            await self._mend()
        return await self._application(scope, receive, send)

    async def _mend(self) -> None:
        try:
            await database_sync_to_async(commits.mend)()
        except Exception:
            logger.exception("Pending commits could not be looked for")
