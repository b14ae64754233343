"""A file becomes a document of a graph: read, split, embedded, kept, and linked to the nodes that it mentions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agents.documents.index import DocumentIndex, Kept
from agents.documents.mentions import mentions
from agents.documents.reading import Limits, read
from agents.documents.splitting import Piece, pieces
from agents.documents.text import Text
from agents.errors import SourceError
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder

_LIMITS = Limits()
_BATCH = 64  # passages embedded, or linked, between two notes of the progress
OnStep = Callable[[str, int, int], None]  # "reading" | "embedding" | "linking", done, of how many; it may raise


@dataclass(frozen=True)
class Added:
    """What became of a file."""

    characters: int
    pages: int
    passages: int
    mentions: int  # of nodes, each once a passage
    version: int  # of the graph that it was linked to


def add(
    index: DocumentIndex,
    store: GraphStore,
    embed: Embedder,
    graph: str,
    path: Path,
    kind: str,
    *,
    id: str,
    title: str,
    limits: Limits = _LIMITS,
    most: int = 100_000,
    on_step: OnStep = lambda step, done, of: None,
) -> Added:
    """Add a file to a graph's documents, in place of the document of that id; raise SourceError.

    `most` is how many passages it may have. Where `on_step` raises before all is kept, nothing is.
    """
    text = read(path, kind, limits, lambda done, of: on_step("reading", done, of))
    found = list(pieces(text))
    if len(found) > most:
        raise SourceError(f"This makes {len(found):,} passages; there is room for {most:,}. Split or shorten it.")
    index.put(graph, id, title, text, list(_embedded(embed, text, found, on_step)))
    linked, version = link(index, store, graph, id, on_step)
    return Added(len(text.text), len(text.pages), len(found), linked, version)


def _embedded(
    embed: Embedder, text: Text, found: Sequence[Piece], on_step: OnStep
) -> Iterator[tuple[Piece, Sequence[float]]]:
    for at in range(0, len(found), _BATCH):
        on_step("embedding", at, len(found))
        some = found[at : at + _BATCH]
        vectors = embed.embed([text.text[each.start : each.end] for each in some])
        yield from zip(some, (row.tolist() for row in vectors), strict=True)


def link(
    index: DocumentIndex, store: GraphStore, graph: str, id: str, on_step: OnStep = lambda step, done, of: None
) -> tuple[int, int]:
    """Link a document's passages to the nodes of the graph as it is now; return how many mentions, and its version."""
    version, kept = store.version(graph), index.passages(graph, id)
    found: dict[int, Sequence[str]] = {}
    for at in range(0, len(kept), _BATCH):
        on_step("linking", at, len(kept))
        found |= _linked(store, graph, kept[at : at + _BATCH])
    index.link(graph, found)
    return sum(len(set(nodes)) for nodes in found.values()), version


def _linked(store: GraphStore, graph: str, kept: Sequence[Kept]) -> dict[int, Sequence[str]]:
    named = mentions(store, graph, [each.text for each in kept])
    return {
        each.key: [node.id for name in names for node in name.nodes] for each, names in zip(kept, named, strict=True)
    }
