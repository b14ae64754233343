"""Settings become the engine's tools: the one module of the site that names a concrete store or reader.

Everything here is imported when it is first used, so that commands which need no engine start fast.
"""

import logging
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from types import ModuleType
from typing import TYPE_CHECKING

from django.conf import settings

from webapp.environment import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from agents.cards.base import Base
    from agents.cards.shelf import Card, Shelf
    from agents.documents.index import DocumentIndex
    from agents.graphs.rooms import Rooms
    from agents.graphs.store import GraphStore
    from agents.kit import Kit
    from agents.llms.chat import Chat
    from agents.sources.collected import GraphSources
    from agents.sources.manner import Manner
    from agents.sources.router import Learnt
    from agents.sources.source import Source

logger = logging.getLogger(__name__)
_building, _warming = Lock(), Lock()
_ready: set[str] = set()
_teachers: "list[Callable[[str], Mapping[str, Learnt]]]" = []
_ANY = "What is there?"


@cache
def store() -> "Rooms":
    """Return the process's graph store: the site's own graphs, and those of others that are attached."""
    from agents.graphs.rooms import Rooms

    return Rooms(_own(), settings.LOREGRAPH_DATA / "attached", settings.LOREGRAPH_QUERY_SECONDS)


def _own() -> "GraphStore":
    """Return the store of the site's own graphs: a file, or a Neo4j database."""
    if "://" in settings.LOREGRAPH_GRAPH:
        from agents.graphs.bolt import BoltStore

        return BoltStore(settings.LOREGRAPH_GRAPH, timeout=settings.LOREGRAPH_QUERY_SECONDS)
    from agents.graphs.sqlite import SqliteStore

    return SqliteStore(settings.LOREGRAPH_GRAPH, timeout=settings.LOREGRAPH_QUERY_SECONDS)


@cache
def chat() -> "Chat | None":
    """Return the process's chat model, paid from the day's purse; None where none is set. Nothing is loaded yet."""
    if not settings.LOREGRAPH_CHAT_MODEL:
        return None
    from agents.llms.metered import MeteredChat
    from webapp.spending.purse import DayPurse

    return MeteredChat(_model(settings.LOREGRAPH_CHAT_MODEL), DayPurse(settings.LOREGRAPH_CHAT_TOKENS_A_DAY))


@cache
def _speaking(name: str) -> "Chat":
    """Return the chat model of a remote card, paid from the same purse."""
    from agents.llms.metered import MeteredChat
    from webapp.spending.purse import DayPurse

    return MeteredChat(_model(name), DayPurse(settings.LOREGRAPH_CHAT_TOKENS_A_DAY))


def _model(name: str) -> "Chat":
    from agents.llms.langchain import LangChainChat
    from agents.llms.local import LocalChat

    if name.startswith("local:"):
        return LocalChat(BASE / Path(name.removeprefix("local:")).expanduser())
    return LangChainChat(name, settings.LOREGRAPH_CHAT_URL, settings.LOREGRAPH_CHAT_KEY)


def kit() -> "Kit":
    """Return the process's kit: the store, and the tools that read questions. The first call takes seconds."""
    with _building:  # two first questions at once build one kit
        return _kit()


@cache
def _kit() -> "Kit":
    from agents.kit import Kit
    from agents.language.embeddings import embedder
    from agents.language.intents import IntentClassifier
    from agents.llms.allowance import Allowance
    from agents.reading.read import GraphReader
    from agents.sources.router import ScopeRouter
    from agents.threads import reckon_alone

    reckon_alone()
    learnt = IntentClassifier(settings.LOREGRAPH_DATA / "caches")  # a later process need not learn again
    reader = GraphReader(store(), embedder())
    allowance = Allowance(tokens=settings.LOREGRAPH_CHAT_TOKENS, seconds=settings.LOREGRAPH_CHAT_SECONDS)
    tools = {
        "chat": chat(),
        "allowance": allowance,
        "sources": sources(),
        "manner": _manner(),
        "router": ScopeRouter(embedder(), _learnt),
    }
    return Kit(store=store(), reader=reader, intents=learnt, embed=embedder(), **tools)


def _manner() -> "Manner":
    from agents.sources.manner import Manner

    chosen = frozenset(settings.LOREGRAPH_SELECTORS)
    return Manner(settings.LOREGRAPH_SOURCES_MODE, chosen, seconds=settings.LOREGRAPH_SOURCE_SECONDS)


def learn_from(teacher: "Callable[[str], Mapping[str, Learnt]]") -> None:
    """Let the router learn of a graph's sources from whoever knows what people thought of their answers."""
    _teachers[:] = [teacher]


def _learnt(graph: str) -> "Mapping[str, Learnt]":
    return {name: said for teacher in _teachers for name, said in teacher(graph).items()}


@cache
def documents() -> "DocumentIndex":
    """Return where the documents of all graphs lie."""
    from agents.documents.index import DocumentIndex

    return DocumentIndex(settings.LOREGRAPH_DATA / "documents")


@cache
def sources() -> "GraphSources":
    """Return what knows the sources of each graph; another kind of source is one more finder here."""
    from agents.sources.collected import GraphSources

    return GraphSources(_documents, _cards)


def _documents(graph: str) -> "list[Source]":
    from agents.language.embeddings import embedder
    from agents.sources.documents import Documents

    return [Documents(documents(), store(), embedder(), graph)] if documents().titles(graph) else []


def shelf() -> "Shelf":
    """Return where the cards of all graphs lie."""
    from agents.cards.shelf import Shelf

    return Shelf(settings.LOREGRAPH_DATA / "cards")


def card_base() -> "Base | None":
    """Return the language model that cards stand on, None where none is set."""
    from agents.cards.base import Base

    return Base(Path(settings.LOREGRAPH_CARD_BASE)) if settings.LOREGRAPH_CARD_BASE else None


def card_source(card: "Card") -> "Source":
    """Return a card as a source, whether it is on or off."""
    from agents.sources.cards import card_source

    return card_source(card, card_base(), _speaking)


def _cards(graph: str) -> "Iterable[Source]":
    from agents.sources.cards import cards_of

    return cards_of(shelf(), graph, card_base(), _speaking)


@cache
def warm(graph: str) -> None:
    """Begin to make the tools ready for a graph beside whatever else happens: a first question need not wait."""
    Thread(target=_warm, args=(graph,), name=f"warm {graph}", daemon=True).start()


def _warm(graph: str) -> None:
    try:
        make_ready(graph)
    except Exception:
        logger.exception("The engine could not be made ready for graph '%s'", graph)


def make_ready(graph: str) -> None:
    """Build whatever the first question of a graph would have to wait for; raise what building raises."""
    from agents.tasks.suggest import rehearse

    with _warming:  # one graph after the other: this is work for the processor
        tools, _ = kit(), pipeline()
        tools.intents.classify(_ANY)
        tools.reader.read(graph, _ANY, tools.reader.link(graph, _ANY))
        _ready.add(graph)
        rehearse(tools, graph)


def is_ready(graph: str) -> bool:
    """Say whether a question of the graph is answered at once: it was made ready in this process."""
    return graph in _ready


def pipeline() -> ModuleType:
    """Return the engine's pipeline; the first call takes about a second."""
    from agents import pipeline

    return pipeline
