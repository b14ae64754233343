"""What a reviewer should see beside a change: what the graph has that is nearly the same, or says otherwise."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agents.curation.drafting import Draft, Touched
from agents.curation.words import spoken
from agents.graphs.folding import fold_name
from agents.graphs.store import GraphStore
from agents.model import Edge, Node, RelationType, Schema
from agents.query import Neighbourhood

_NUMBER = re.compile(r"\d+")  # "Bed 1" and "Bed 2" are near by their letters, and two
NEAR = 0.8  # of `GraphStore.find`'s score
MOST = 5  # of each kind, for one thing
_ENOUGH = 5  # edges of a relation before "each head has one" says anything


@dataclass(frozen=True)
class Remark:
    """Something to look at. `kind` is "alike" (nearly the same is there) or "against" (the graph says otherwise)."""

    kind: str
    words: str
    nodes: tuple[str, ...] = ()  # ids to look at


def remarks(store: GraphStore, graph: str, draft: Draft, schema: Schema) -> tuple[Remark, ...]:
    """Return what speaks against a change or makes it needless, most telling first; `schema` may be a bit old."""
    found = [each for touched in draft.touched for each in _of(store, graph, schema, touched, draft)]
    unique = {each.words: each for each in sorted(found, key=lambda each: each.kind)}
    return tuple(unique.values())


def _of(store: GraphStore, graph: str, schema: Schema, touched: Touched, draft: Draft) -> Iterator[Remark]:
    after = touched.after
    if isinstance(after, Node) and touched.before is None:
        yield from _namesakes(store, graph, after)
        yield from _new_type(schema, after)
    elif isinstance(after, Edge) and touched.before is None:
        yield from _facts(store, graph, schema, after, draft)


def _namesakes(store: GraphStore, graph: str, node: Node) -> Iterator[Remark]:
    for each in store.find(graph, node.name, limit=MOST + 1):
        if (
            each.node.id != node.id
            and each.score >= NEAR
            and _NUMBER.findall(each.matched) == _NUMBER.findall(node.name)
        ):
            how = "is called so too" if fold_name(each.matched) == fold_name(node.name) else "is called nearly so"
            yield Remark("alike", f"{each.node.name} ({each.node.type or 'no type'}) {how}.", (each.node.id,))


def _new_type(schema: Schema, node: Node) -> Iterator[Remark]:
    if node.type and schema.nodes and schema.type(node.type) is None:
        yield Remark("against", f"The graph has no type '{node.type}' yet.")


def _facts(store: GraphStore, graph: str, schema: Schema, edge: Edge, draft: Draft) -> Iterator[Remark]:
    relation = schema.relation(edge.relation)
    gone = {each.before.triple for each in draft.touched if isinstance(each.before, Edge) and each.after is None}
    if relation is None:
        yield Remark("against", f"The graph has no relation '{edge.relation}' yet.")
    around = _around(store, graph, edge)
    yield from _between(edge, [each for each in around if each.triple not in gone], relation, draft.names)
    if relation is not None:
        yield from _more_than_one(store, graph, edge, relation, gone)


def _around(store: GraphStore, graph: str, edge: Edge) -> tuple[Edge, ...]:
    """Return the edges between the two ends."""
    ends = tuple(dict.fromkeys((edge.head, edge.tail)))
    return store.neighbourhood(graph, Neighbourhood(ids=ends, hops=0)).edges


def _between(
    edge: Edge, around: Iterable[Edge], relation: RelationType | None, names: dict[str, str]
) -> Iterator[Remark]:
    symmetric = relation is not None and relation.symmetric
    for each in list(around)[:MOST]:
        if each.triple == (edge.tail, edge.relation, edge.head) and edge.head != edge.tail and not symmetric:
            yield Remark("against", f"The graph says the reverse: {spoken(each, names)}.")
        elif each.triple != edge.triple:
            yield Remark("alike", f"The two are tied already: {spoken(each, names)}.")


def _more_than_one(
    store: GraphStore, graph: str, edge: Edge, relation: RelationType, gone: set[tuple[str, str, str]]
) -> Iterator[Remark]:
    """Tell where a head gets a second tail (or a tail a second head) of a relation that has one of them everywhere."""
    for side, one in (("head", _single_tails(relation)), ("tail", _single_heads(relation))):
        if not one:
            continue
        end, way = (edge.head, "out") if side == "head" else (edge.tail, "in")
        near = store.neighbourhood(graph, Neighbourhood(ids=(end,), hops=1, relations=(edge.relation,), limit=50))
        names = {node.id: node.name for node in near.nodes}
        for each in near.edges:
            same = each.head == end if way == "out" else each.tail == end
            if same and each.triple not in gone | {edge.triple}:
                words = f"The graph says otherwise: {spoken(each, names)}; elsewhere each has only one."
                yield Remark("against", words, (each.head, each.tail))


def _single_tails(relation: RelationType) -> bool:
    return relation.count >= _ENOUGH and all(each.count == each.heads for each in relation.signatures)


def _single_heads(relation: RelationType) -> bool:
    return relation.count >= _ENOUGH and all(each.count == each.tails for each in relation.signatures)
