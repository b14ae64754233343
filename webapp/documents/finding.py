"""Facts that a document states and its graph lacks, handed to the curators: never more than somebody asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser

from webapp import engine
from webapp.curate import proposals
from webapp.curate.models import Proposal
from webapp.documents import shown
from webapp.documents.models import Document
from webapp.graphs.access import Person
from webapp.graphs.models import Graph

if TYPE_CHECKING:
    from agents.extraction.lacking import Lacking

MOST_SENTENCES = 20_000  # of a document that are looked through
State = Proposal.State


@dataclass(frozen=True)
class Found:
    """What looking came to: proposals made, facts proposed before (or rejected), and such as were not asked for."""

    proposed: int
    before: int
    left: int


def find(document: Document, limit: int, person: Person | None, on_step: Callable[[str, int, int], None]) -> Found:
    """Propose at most `limit` facts that a document states and its graph lacks, the surest first."""
    from agents.documents.splitting import sentences
    from agents.extraction.extract import Extraction
    from agents.extraction.lacking import lacking

    graph, tools = document.graph, engine.kit()
    text = engine.documents().text(graph.slug, str(document.pk))
    spans = list(sentences(text.text))[:MOST_SENTENCES] if text else []
    reading = Extraction(tools.store, tools.reader, graph.slug)
    facts = lacking(
        reading,
        tools.store,
        graph.slug,
        text.text if text else "",
        spans,
        ("document", document.title),
        lambda done, of: on_step("finding", done, of),
    )
    return _proposed(document, facts, limit, person or AnonymousUser())


def _proposed(document: Document, facts: "tuple[Lacking, ...]", limit: int, person: Person) -> Found:
    made = before = 0
    for number, each in enumerate(facts):
        if made >= limit:
            return Found(made, before, len(facts) - number)
        if _known(document.graph, each):
            before += 1
            continue
        _propose(document, each, person)
        made += 1
    return Found(made, before, 0)


def _known(graph: Graph, fact: "Lacking") -> bool:
    """Tell whether the same waits already, or was rejected."""
    alike = proposals.fingerprint(fact.changes)
    return graph.proposals.filter(fingerprint=alike, state__in=(State.OPEN, State.REJECTED)).exists()


def _propose(document: Document, fact: "Lacking", person: Person) -> None:
    place = shown.address(document.graph.slug, document.pk, fact.start, fact.end)
    told: dict[str, Any] = {"words": fact.words, "sentence": fact.sentence[:4000], "confidence": fact.confidence}
    told["why"] = fact.why
    proposals.propose(document.graph, person, fact.changes, source=document.title, place=place, **told)
