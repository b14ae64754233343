"""What passages change in a model's answers: none, a wrong card's, the right one's, a poisoned one's, of documents."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.documents.adding import add
from agents.documents.index import DocumentIndex
from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.llms.gguf import loaded
from agents.model import Passage
from agents.sources.documents import Documents
from agents.sources.factuality import Tools
from agents.sources.manner import Manner
from agents.sources.selectors import select
from agents.sources.source import Source
from bench.sources.facts import Known

Passages = Callable[[str], Sequence[str]]
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
        add(index, self.store, embedder(), _GRAPH, text, "text", id="1", title="Facts")
        self.documents = Documents(index, self.store, embedder(), _GRAPH)

    def search(self, question: str) -> list[str]:
        """Return the three best passages."""
        return [each.text for each in self.documents.search(question, 3)]


def selected(sources: Sequence[Source], tools: Tools, documents: Sequence[Source], manner: Manner) -> Passages:
    """Return what asks sources and lets the selectors choose."""

    async def passages(question: str) -> list[str]:
        given: list[Passage] = []
        for each in sources:
            given += await each.passages(question, manner.each)
        found = await select(_GRAPH, question, given, tools, manner, documents)
        return [each.text for each in found.kept]

    return lambda question: asyncio.run(passages(question))
