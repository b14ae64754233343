"""Stand-ins that obey the engine's protocols: a reader that says what it was told, intents that guess as told."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agents.events import Event, IntentGuess
from agents.graphs.store import GraphStore
from agents.llms.chat import Message, Reply
from agents.model import Candidate, Mention, Passage
from agents.reading.reader import Reading, Readings, RelationGuess
from agents.sources.source import Scope


@dataclass
class ScriptedReader:
    """Links names that it is given to a store's nodes, and reads every question as enqueued."""

    store: GraphStore
    names: tuple[str, ...] = ()
    scripted: list[Readings] = field(default_factory=list)
    guesses: tuple[RelationGuess, ...] = ()
    asked: list[str] = field(default_factory=list)  # questions to read
    _read: dict[str, Readings] = field(default_factory=dict)  # a question is read alike twice
    phrases: list[str] = field(default_factory=list)  # words that may name a relation

    def enqueue(
        self,
        *readings: Reading,
        status: str = "clear",
        missing: tuple[str, ...] = (),
        unlooked: tuple[str, ...] = (),
    ) -> None:
        self.scripted.append(Readings(status, readings, (), missing, unlooked=unlooked))  # type: ignore[arg-type]

    def link(self, graph: str, text: str, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        found = [self._mention(graph, text, name, picks) for name in self.names if name.lower() in text.lower()]
        return tuple(sorted(found, key=lambda each: each.start))

    def read(self, graph: str, question: str, mentions: Sequence[Mention]) -> Readings:
        self.asked.append(question)
        if question not in self._read and self.scripted:
            self._read[question] = self.scripted.pop(0)
        return self._read.get(question, Readings("none"))

    def relations(self, graph: str, phrase: str) -> tuple[RelationGuess, ...]:
        self.phrases.append(phrase)
        return self.guesses

    def persons(self, graph: str) -> frozenset[str]:
        return frozenset()

    def _mention(self, graph: str, text: str, name: str, picks: Mapping[str, str]) -> Mention:
        start = text.lower().index(name.lower())
        if picked := picks.get(name.lower()):
            candidates = tuple(Candidate(each, 1.0) for each in self.store.nodes(graph, [picked]))
        else:
            candidates = self.store.find_exact(graph, [name]).get(name, ())
        return Mention(text[start : start + len(name)], start, start + len(name), tuple(candidates))


@dataclass
class ScriptedIntents:
    """Takes every text for one kind of request."""

    name: str = "question"
    confidence: float = 0.9
    asked: list[str] = field(default_factory=list)

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        self.asked.append(text)
        return (IntentGuess(self.name, self.confidence), IntentGuess("smalltalk", 1 - self.confidence))


@dataclass
class ScriptedChat:
    """Replies as enqueued, in order: a text, an exception to raise, or a list to stream piece by piece.

    Where nothing is enqueued it replies `otherwise`. `wait` seconds pass before every reply and every piece.
    """

    name: str = "scripted"
    otherwise: str = ""
    wait: float = 0.0
    finished: bool = True
    scripted: list[str | list[str | Exception] | Exception] = field(default_factory=list)
    asked: list[tuple[Message, ...]] = field(default_factory=list)
    schemas: list[object] = field(default_factory=list)

    def enqueue(self, *replies: str | list[str | Exception] | Exception) -> None:
        self.scripted.extend(replies)

    async def reply(self, messages, *, limit=400, temperature=0.0, seed=0, schema=None, seconds=30.0):
        self.schemas.append(schema)
        pieces = [each async for each in self.stream(messages)]
        return pieces[-1]

    async def stream(self, messages, *, limit=400, temperature=0.0, seconds=30.0):
        self.asked.append(tuple(messages))
        reply = self.scripted.pop(0) if self.scripted else self.otherwise
        written = ""
        for piece in reply if isinstance(reply, list) else [reply]:
            await asyncio.sleep(self.wait)
            if isinstance(piece, Exception):
                raise piece
            written += piece
            yield piece
        yield Reply(written, sum(self.count(each.text) for each in messages), self.count(written), self.finished)

    def count(self, text: str) -> int:
        return len(text.split())


@dataclass
class Ear:
    """Keeps every event that it is told."""

    heard: list[Event] = field(default_factory=list)

    async def __call__(self, event: Event) -> None:
        self.heard.append(event)

    @property
    def kinds(self) -> list[str]:
        return [each.kind for each in self.heard]

    def of(self, kind: str) -> list[Event]:
        return [each for each in self.heard if each.kind == kind]


@dataclass
class ScriptedSource:
    """Gives the passages that it holds for every question, or raises what it is to raise, after a while."""

    name: str
    kind: str = "document"
    texts: tuple[str, ...] = ()
    scope: Scope = field(default_factory=lambda: Scope("anything at all"))
    failure: BaseException | None = None
    wait: float = 0.0
    asked: list[str] = field(default_factory=list)

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        self.asked.append(question)
        await asyncio.sleep(self.wait)
        if self.failure:
            raise self.failure
        return tuple(Passage(text, self.name, self.kind) for text in self.texts[:count])


@dataclass
class ScriptedSources:
    """The same sources beside every graph, or none beside those that are not named."""

    held: Mapping[str, tuple[ScriptedSource, ...]]

    def of(self, graph: str) -> tuple[ScriptedSource, ...]:
        return self.held.get(graph, ())
