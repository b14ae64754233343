"""What the engine asks of a source of knowledge that is not the graph.

A source is asked for passages, and says what it is a source for. Whatever it gives is a claim of that source and of
nobody else: selectors choose among passages (`selectors`), the arbiter weighs them against the graph (`arbiter`).
"""

from dataclasses import dataclass
from typing import Protocol

from agents.model import Passage


@dataclass(frozen=True)
class Scope:
    """What a source knows about: in a sentence, and by questions or texts of its kind (any number, some is enough).

    `taught`: every word that it was taught, in order, as `plain` has them; "" where it does not say.
    """

    description: str
    examples: tuple[str, ...] = ()
    taught: str = ""


class Source(Protocol):
    """A source of passages: a graph's documents, a card, a model with a prompt."""

    name: str  # unique within a graph, as people know it
    kind: str  # document | card | model: the kind of the claims that stand on it

    @property
    def scope(self) -> Scope:
        """What it can be asked about."""

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return at most `count` passages, best first; fewer or none is fine. Raises SourceError."""


class Sources(Protocol):
    """Which sources stand beside which graph."""

    def of(self, graph: str) -> tuple[Source, ...]:
        """Return the sources that are switched on for the graph: none of another graph's, ever."""
