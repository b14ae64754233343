"""Is what a passage says true? Its claims are checked against the graph first, then against documents.

Four outcomes that are never mixed up: the evidence says so, the evidence says otherwise, the evidence speaks of the
same things and leaves it open, and there is no evidence at all. The latter two have no score: a new fact is not half
true, and is kept like a true one. A check that failed is no better than a checked falsehood.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from agents.documents.splitting import sentences
from agents.errors import EngineError
from agents.extraction.extract import Extraction
from agents.extraction.triples import Triple
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Edge, Json, Passage, record
from agents.reading.reader import Reader
from agents.sources.agreement import agreement
from agents.sources.facts import GraphFacts
from agents.sources.parting import Parting, parting, turned
from agents.sources.source import Source
from agents.sources.statement import folded

logger = logging.getLogger(__name__)
_SENTENCES = 40  # of a passage that are checked
_ASKED = 4  # passages of documents that a claim is compared with
_COVERED = 0.9  # the share of a claim's words that a sentence has to have before it says anything of it
_DENIED = 0.2  # the score of what a document denies: words tell less surely than the graph
_SHARED = 3  # content words that a sentence shares at least, to say something else in one place
_SAYS_SO, _DENIES, _SPEAKS = "A document says so.", "A document denies it.", "A document speaks of it."
_FAULT = "The check failed for a reason of our own."


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
    try:
        against = await asyncio.to_thread(_Against, graph, tools)
    except Exception as error:
        return tuple(_failed(error) for _ in passages)
    return tuple([await _verdict(each, against, tools, documents) for each in passages])


async def _verdict(passage: Passage, against: "_Against", tools: Tools, documents: Sequence[Source]) -> Verdict:
    try:
        claims = await asyncio.to_thread(against.claims, passage.text)
        for source in documents:
            claims = [await _by_document(each, passage, source, tools.embed) for each in claims]
    except Exception as error:  # whatever happens in a check, it is no reason to believe a passage
        return _failed(error)
    return _worst(claims)


def _failed(error: Exception) -> Verdict:
    if not isinstance(error, EngineError):
        logger.exception("A check of facts failed", exc_info=error)
    return Verdict(Outcome.NO_EVIDENCE, 0.0, failed=str(error) if isinstance(error, EngineError) else _FAULT)


def _worst(claims: Sequence[Checked]) -> Verdict:
    """Return a passage's outcome: what is wrong with it first, then what is right, then what nobody knows."""
    for outcome in (Outcome.CONTRADICTED, Outcome.SUPPORTED):
        scores = [each.score for each in claims if each.outcome is outcome and each.score is not None]
        if scores:
            score = min(scores) if outcome is Outcome.CONTRADICTED else sum(scores) / len(scores)
            return Verdict(outcome, score, tuple(claims))
    known = any(each.outcome is Outcome.UNKNOWN for each in claims)
    return Verdict(Outcome.UNKNOWN if known else Outcome.NO_EVIDENCE, None, tuple(claims))


# --- the graph ----------------------------------------------------------------------------------


class _Against:
    """Checks texts against one version of one graph."""

    def __init__(self, graph: str, tools: Tools) -> None:
        self._read = Extraction(tools.store, tools.reader, graph)
        self._facts = GraphFacts(tools.store, graph, self._read.schema)

    def claims(self, text: str) -> list[Checked]:
        """Return what became of each sentence of a text: of each triple that was read in it, or of it as a whole."""
        spans = list(sentences(text))[:_SENTENCES]
        triples = self._read.of_sentences(text, spans)
        found: list[Checked] = []
        for span in spans:
            here = [each for each in triples if each.start == span.start]
            found += [self._checked(each) for each in here] or [Checked(span.of(text), Outcome.NO_EVIDENCE)]
        return found

    def _checked(self, triple: Triple) -> Checked:
        found = self._facts.check(triple)
        base = Checked(triple.sentence, Outcome.NO_EVIDENCE, None, triple, found.edges, (), found.why)
        sure = min([each.score for each in (triple.head, triple.tail) if each.node is not None], default=0.0)
        if found.says is None or triple.hedged:
            return replace(base, outcome=Outcome.UNKNOWN) if found.known else base
        if found.says:
            return replace(base, outcome=Outcome.SUPPORTED, score=0.5 + 0.5 * sure)
        if triple.relation and not triple.sure:
            return replace(base, outcome=Outcome.UNKNOWN)
        return replace(base, outcome=Outcome.CONTRADICTED, score=0.5 * (1.0 - sure * (triple.score or 1.0)))


# --- documents ----------------------------------------------------------------------------------


async def _by_document(claim: Checked, passage: Passage, source: Source, embed: Embedder) -> Checked:
    """Return what became of a claim that the graph left open once documents were asked."""
    if claim.score is not None or (claim.triple is not None and claim.triple.hedged):
        return claim
    found = await source.passages(claim.sentence, _ASKED)
    own = passage.place.document if passage.place is not None else None
    others = [each for each in found if each.place is None or each.place.document != own]
    return await asyncio.to_thread(_compared, claim, others, embed)


def _compared(claim: Checked, passages: Sequence[Passage], embed: Embedder) -> Checked:
    pairs = [
        (agreement(claim.sentence, said, embed), _either(claim.sentence, said), each)
        for each in passages
        for said in [span.of(each.text) for span in list(sentences(each.text))[:_SENTENCES]]
    ]
    whole = [(found, passage) for found, parted, passage in pairs if found.covered >= _COVERED and parted is None]
    best = max((each for each in whole if each[0].score >= _COVERED), key=lambda pair: pair[0].score, default=None)
    if best is not None:
        return replace(claim, outcome=Outcome.SUPPORTED, score=best[0].score, passages=best[1:], why=_SAYS_SO)
    denying = next((passage for found, passage in whole if "denied" in found.against), None)
    if denying is not None:
        return replace(claim, outcome=Outcome.CONTRADICTED, score=_DENIED, passages=(denying,), why=_DENIES)
    parted = _parted(claim, [(at, passage) for _, at, passage in pairs if at is not None])
    if parted is None and whole:
        return replace(claim, outcome=Outcome.UNKNOWN, score=None, passages=whole[0][1:], why=_SPEAKS)
    return parted or claim


def _parted(claim: Checked, pairs: Sequence[tuple[Parting, Passage]]) -> Checked | None:
    """Return what became of a claim that documents' sentences say but for one stretch, None where none does.

    Where they have several things there, there is room for several.
    """
    found = [each for each in pairs if len(each[0].shared) >= _SHARED - each[0].single]
    if len({folded(at.other) for at, _ in found}) != 1:
        return None
    at, passage = next((each for each in found if each[0].single), found[0])
    claim = replace(claim, passages=(passage,))
    if at.single:
        return replace(claim, outcome=Outcome.CONTRADICTED, score=_DENIED, why=f"A document says {at.other} instead.")
    return replace(claim, outcome=Outcome.UNKNOWN, score=None, why=f"A document says so of {at.other}.")


def _either(claim: str, sentence: str) -> Parting | None:
    """Return where two sentences part, whichever of them says more."""
    return parting(claim, sentence) or turned(parting(sentence, claim))
