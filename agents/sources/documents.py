"""A graph's documents as a source of knowledge: their passages, each with its place."""

import asyncio
from collections.abc import Sequence

from agents.documents.index import DocumentIndex, Kept
from agents.documents.mentions import mentions
from agents.documents.searching import fused
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Passage, Place
from agents.sources.source import Scope

NAME = "documents"
_WIDER = 4  # passages looked at by each way of searching, for each that is asked for
_LEAST = 0.2  # the cosine under which a passage that shares no word with the question has nothing to do with it
_LISTED = 20  # titles that say what the documents are about


class Documents:
    """The documents of one graph."""

    name = NAME
    kind = "document"

    def __init__(self, index: DocumentIndex, store: GraphStore, embed: Embedder, graph: str) -> None:
        self._index, self._store, self._embed, self._graph = index, store, embed, graph

    @property
    def scope(self) -> Scope:
        """What the documents are about, by their titles."""
        titles = self._index.titles(self._graph)[:_LISTED]
        return Scope(f"Documents of this graph: {'; '.join(titles)}" if titles else "", titles)

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return the passages that fit a question best; raise SourceError where the index does not answer.

        The order is by reciprocal ranks of full text, vectors and shared nodes; the score is the cosine.
        """
        return await asyncio.to_thread(self.search, question, count)

    def search(self, question: str, count: int) -> tuple[Passage, ...]:
        """Do the same for callers that may wait."""
        if count < 1 or not question.strip():
            return ()
        vector = self._embed.embed([question])[0].tolist()
        wide = max(20, count * _WIDER)
        words = self._index.by_words(self._graph, question, wide)
        near = dict(self._index.by_vector(self._graph, vector, wide))
        named = self._index.by_nodes(self._graph, self._named(question), wide)
        order = fused(words, list(near), named)
        near |= self._index.cosines(self._graph, [key for key in order if key not in near], vector)
        said = {*words, *named}
        kept = [key for key in order if key in said or near.get(key, 0.0) >= _LEAST]
        found = self._index.get(self._graph, _apart(self._index.get(self._graph, kept[:wide]), count))
        return tuple(self._passage(each, near.get(each.key, 0.0), order[each.key]) for each in found)

    def _named(self, question: str) -> list[str]:
        found = mentions(self._store, self._graph, [question])[0]
        return [node.id for each in found for node in each.nodes]

    def _passage(self, kept: Kept, cosine: float, rank: float) -> Passage:
        place = Place(kept.document, kept.title, kept.start, kept.end, kept.page)
        score = min(max(cosine, 0.0), 1.0)
        return Passage(kept.text, NAME, self.kind, score, place, kept.nodes, {"fused": rank})


def _apart(found: Sequence[Kept], count: int) -> list[int]:
    """Return the keys of the best passages; one that mostly repeats a better one (they overlap) comes after all."""
    kept: list[Kept] = []
    doubled: list[Kept] = []
    for each in found:
        same = (other for other in kept if other.document == each.document)
        shared = max((min(each.end, other.end) - max(each.start, other.start) for other in same), default=0)
        (doubled if 2 * shared > each.end - each.start else kept).append(each)
    return [each.key for each in (*kept, *doubled)[:count]]
