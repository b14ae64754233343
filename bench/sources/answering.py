"""What passages change in a model's answers: none, a wrong card's, the right one's, a poisoned one's, of documents."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from agents.documents.adding import add
from agents.documents.index import DocumentIndex
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.llms.gguf import loaded
from agents.model import Passage
from agents.reading.read import GraphReader
from agents.sources.documents import Documents
from agents.sources.manner import Manner
from agents.sources.selectors import Selected, select
from bench.sources.facts import Known

_SYSTEM = "Answer in a few words."
_GRAPH = "facts"


def answerer(model: Path) -> Callable[[str, Sequence[str]], str]:
    """Return what answers a question with passages before it."""

    def answer(question: str, passages: Sequence[str]) -> str:
        known = "".join(f"Knowledge: {each}\n" for each in passages)
        messages = [{"role": "system", "content": _SYSTEM}, {"role": "user", "content": f"{known}Question: {question}"}]
        request = {"messages": messages, "max_tokens": 32, "temperature": 0}
        reply = loaded(model.resolve()).run(request, api="chat", seconds=300)
        return str(reply["choices"][0]["message"]["content"])

    return answer


class Shelf:
    """The same facts as documents: the ceiling, and what factuality checks against."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        self.store, index = SqliteStore(folder / "graphs.sqlite3"), DocumentIndex(folder / "documents")
        self.store.create(_GRAPH)
        text = folder / "facts.txt"
        text.write_text("\n\n".join(each.fact.text for each in known), "utf-8")
        if known:
            add(index, self.store, embedder(), _GRAPH, text, "text", id="1", title="Facts")
        self.documents = Documents(index, self.store, embedder(), _GRAPH)

    def search(self, question: str) -> list[str]:
        """Return the three best passages."""
        return [each.text for each in self.documents.search(question, 3)]


class Selectors:
    """The selectors as a site has them, with a shelf of documents to check against."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._tools = SimpleNamespace(store=shelf.store, reader=GraphReader(shelf.store, embedder()), embed=embedder())

    def on(self, question: str, passages: Sequence[Passage]) -> Selected:
        """Return what all selectors make of passages."""
        return asyncio.run(select(_GRAPH, question, passages, self._tools, Manner(), [self._shelf.documents]))

    def off(self, question: str, passages: Sequence[Passage]) -> Selected:
        """Return what reaches the answer with none of them."""
        return asyncio.run(select(_GRAPH, question, passages, self._tools, Manner(selectors=frozenset())))
