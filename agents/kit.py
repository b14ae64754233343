"""What a run works with. `webapp/engine.py` builds one for the site; tests build their own."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Protocol

from agents.events import IntentGuess
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder, embedder
from agents.llms.allowance import Allowance
from agents.llms.chat import Chat
from agents.reading.reader import Reader
from agents.sources.manner import Manner
from agents.sources.router import Router
from agents.sources.source import Sources


class Intents(Protocol):
    """Says what kind of request a text is."""

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        """Return every kind of request with its probability, likeliest first."""


@dataclass(frozen=True)
class Kit:
    """The tools of a run: where graphs live, what reads questions, what tells requests apart, what texts mean."""

    store: GraphStore
    reader: Reader
    intents: Intents
    embed: Embedder = field(default_factory=embedder)
    chat: Chat | None = None  # none is configured: everything works without
    allowance: Allowance = field(default_factory=Allowance)  # how much of the chat model a question may use
    sources: Sources | None = None
    manner: Manner = field(default_factory=Manner)  # how sources are asked
    router: Router | None = None  # which of them; all are asked without one
    evidence_limit: int = 300  # edges shown to a person for one answer
    read_well: dict[Hashable, bool] = field(default_factory=dict)  # which forms of suggestions the reader understands
