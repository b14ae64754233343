"""Settings become the engine's tools: the one module of the site that names a concrete store or reader.

Everything here is imported when it is first used, so that commands which need no engine start fast.
"""

import logging
from functools import cache
from threading import Lock, Thread
from types import ModuleType
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from agents.graphs.store import GraphStore
    from agents.kit import Kit

logger = logging.getLogger(__name__)
_building = Lock()


@cache
def store() -> "GraphStore":
    """Return the process's graph store."""
    from agents.graphs.sqlite import SqliteStore

    return SqliteStore(settings.LOREGRAPH_GRAPH, timeout=settings.LOREGRAPH_QUERY_SECONDS)


def kit() -> "Kit":
    """Return the process's kit: the store, and the tools that read questions. The first call takes seconds."""
    with _building:  # two first questions at once build one kit
        return _kit()


@cache
def _kit() -> "Kit":
    from agents.kit import Kit
    from agents.language.embeddings import embedder
    from agents.language.intents import IntentClassifier
    from agents.reading.read import GraphReader

    return Kit(store=store(), reader=GraphReader(store(), embedder()), intents=IntentClassifier())


@cache
def warm() -> None:
    """Begin to build the kit beside whatever else happens, so that the first question need not wait for it."""
    Thread(target=_warm, name="warm", daemon=True).start()


def _warm() -> None:
    try:
        kit(), pipeline()
    except Exception:
        logger.exception("The engine could not be made ready")


def pipeline() -> ModuleType:
    """Return the engine's pipeline; the first call takes about a second."""
    from agents import pipeline

    return pipeline
