"""What a text claims that the graph lacks: facts that could be proposed, the surest first, never more than asked for.

Left out is what the graph says already, what is denied or left open, and what is not surely understood. A thing that
the graph has not yet may be one end of a fact, where it is called by a name of its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from agents.changes import Change, PutEdge, PutNode
from agents.documents.splitting import Span
from agents.extraction.extract import Extraction
from agents.extraction.triples import End, Triple
from agents.graphs.folding import fold_name
from agents.graphs.store import GraphStore
from agents.language.phrasing import sentence
from agents.model import Edge, Node, Provenance, RelationType

SURE = 0.5  # how surely words have to mean a relation
_NEW = 0.7  # the share of a fact about something that the graph has not yet
_LONGEST_NAME = 80
_AT_ONCE = 20  # sentences read between two notes of the progress


@dataclass(frozen=True)
class Lacking:
    """A fact that the graph lacks: in words, as changes, and the sentence that says so (characters start to end)."""

    words: str
    changes: tuple[Change, ...]
    confidence: float
    sentence: str
    start: int
    end: int
    why: str = ""  # what a curator should look at


def lacking(
    extraction: Extraction,
    store: GraphStore,
    graph: str,
    text: str,
    spans: list[Span],
    source: tuple[str, str],
    on_step: Callable[[int, int], None] = lambda done, of: None,
    sure: float = 1.0,
) -> tuple[Lacking, ...]:
    """Return all that these sentences of a text claim and the graph lacks, the surest first.

    `source` is the kind ("document", "model") and the name of who says so: it becomes each fact's provenance. `sure`
    is how sure the source was of its words; each fact's confidence is by so much less.
    """
    best: dict[tuple[str, str, str], Lacking] = {}
    for at in range(0, len(spans), _AT_ONCE):
        on_step(at, len(spans))
        triples = extraction.of_sentences(text, spans[at : at + _AT_ONCE])
        for key, each in _new_facts(extraction, store, graph, triples, source, sure):
            if key not in best or each.confidence > best[key].confidence:
                best[key] = each
    return tuple(sorted(best.values(), key=lambda each: (-each.confidence, each.start)))


def _new_facts(
    extraction: Extraction,
    store: GraphStore,
    graph: str,
    triples: Iterable[Triple],
    source: tuple[str, str],
    sure: float,
) -> Iterator[tuple[tuple[str, str, str], Lacking]]:
    for each in triples:
        relation = extraction.schema.relation(each.relation)
        if relation is None or each.denied or each.hedged or each.score < SURE:
            continue
        head, tail = _node(each.head, relation, "head"), _node(each.tail, relation, "tail")
        fresh = [new for end, new in ((each.head, head), (each.tail, tail)) if end.node is None]
        if head is None or tail is None or head.id == tail.id or len(fresh) > 1:
            continue
        edge = Edge(head.id, relation.name, tail.id)
        if _there(store, graph, edge, relation) or (fresh and store.nodes(graph, [new.id for new in fresh if new])):
            continue  # said already, or another thing has the id that the new one would have
        yield edge.triple, _fact(each, edge, (head, tail), [new for new in fresh if new], relation, source, sure)


def _there(store: GraphStore, graph: str, edge: Edge, relation: RelationType) -> bool:
    """Tell whether the graph says so already, the one way or the other."""
    triples = [edge.triple]
    if relation.symmetric:
        triples.append((edge.tail, edge.relation, edge.head))
    if relation.inverse:
        triples.append((edge.tail, relation.inverse, edge.head))
    return bool(store.edges(graph, triples))


def _fact(
    said: Triple,
    edge: Edge,
    ends: tuple[Node, Node],
    fresh: list[Node],
    relation: RelationType,
    source: tuple[str, str],
    sure: float,
) -> Lacking:
    linked = min(each.score for each in (said.head, said.tail) if each.node is not None)
    confidence = round(min(0.95, said.score * linked) * (_NEW if fresh else 1.0) * sure, 2)
    told = Provenance(source[0], source[1], said.sentence)
    kept = Edge(edge.head, edge.relation, edge.tail, sources=(told,), confidence=confidence)
    words = sentence(edge, {each.id: each.name for each in ends}, relation)
    changes: tuple[Change, ...] = (*(PutNode(each) for each in fresh), PutEdge(kept))
    why = " ".join(f"'{each.name}' is new to the graph; it would be of the type {each.type}." for each in fresh)
    return Lacking(words, changes, confidence, said.sentence, said.start, said.end, why)


def _node(end: End, relation: RelationType, which: str) -> Node | None:
    """Return the node that an end means, or a new one of the type that the relation has there; None for no name."""
    if end.node is not None:
        return end.node
    name = end.text.strip()
    if not 1 < len(name) <= _LONGEST_NAME or not re.match(r"[^\W\d_]", name) or not _is_name(name):
        return None
    types = {each.head if which == "head" else each.tail for each in relation.signatures}
    slug = re.sub(r"[^\w]+", "-", fold_name(name)).strip("-")
    return Node(f"new:{slug}", types.pop(), name) if len(types) == 1 and slug else None


def _is_name(text: str) -> bool:
    """Tell whether every word that carries something is written as names are."""
    words = [each for each in text.split() if len(each) > 3 or each[:1].isupper()]
    return bool(words) and all(each[:1].isupper() for each in words)
