"""Whether the site is well: one JSON object for probes and people."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from webapp import engine, processes

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 where all that answering needs is up, else 503; a missing worker only keeps loads waiting."""
    parts = {name: _checked(name, check) for name, check in CHECKS.items()}
    well = all(part["ok"] for part in parts.values())
    told = {"ok": well, **parts, "worker": {"ok": bool(processes.living("worker"))}, "version": _version()}
    return JsonResponse(told, status=HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE)


def _checked(name: str, check: Callable[[], bool]) -> dict[str, Any]:
    try:
        return {"ok": check()}
    except Exception:
        logger.exception("The %s is not well", name)
        return {"ok": False}


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM chat_run LIMIT 1")  # the tables are there, too
    return True


def _store() -> bool:
    return engine.store().health().ok


def _channels() -> bool:
    async_to_sync(get_channel_layer().group_send)("healthz", {"type": "healthz"})
    return True


def _version() -> str:
    try:
        return version("loregraph")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "unknown"


CHECKS: dict[str, Callable[[], bool]] = {"database": _database, "store": _store, "channels": _channels}
