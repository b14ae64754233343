"""A graph, or what a Match of it returns, put into words: a sentence for each thing and each relation it has.

The words are those of the schema: a relation's template, or its name made readable. Only accepted facts are told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agents.cards.facts import Fact, distinct
from agents.cards.texts import MOST
from agents.errors import CardError
from agents.graphs.store import GraphStore
from agents.language.phrasing import capital, closed, listing, many, sentence
from agents.model import Edge, Node, RelationType, Schema
from agents.query import Match, Neighbourhood

TOGETHER = 5  # tails that one sentence names; of more the first are told
_NODES = 2_000
_ROUND = 20  # nodes whose surroundings are read at once


def facts_of_graph(store: GraphStore, graph: str, match: Match | None = None) -> tuple[Fact, ...]:
    """Return the facts of a graph, or of the nodes that a Match returns; raise CardError where there are too many."""
    schema, edges, names = store.schema(graph), *_read(store, graph, match)
    found = distinct(facts_of_edges(edges, names, schema))
    if not found:
        raise CardError("There is nothing in what was chosen that could be told in a sentence.")
    if len(found) > MOST:
        raise CardError(f"That is {len(found):,} sentences; a card learns {MOST:,} at most. Choose less with a Match.")
    return found


def facts_of_edges(edges: Iterable[Edge], names: Mapping[str, str], schema: Schema) -> Iterator[Fact]:
    """Yield a sentence for each head and relation, with up to five tails, in the order of the edges."""
    grouped: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    told: set[tuple[str, frozenset[str]]] = set()
    for each in edges:
        pair = (each.relation, frozenset((each.head, each.tail)))
        relation = schema.relation(each.relation)
        if each.status != "accepted" or (relation is not None and relation.symmetric and pair in told):
            continue
        told.add(pair)
        grouped[each.head, each.relation].append(each)
    for (head, name), some in grouped.items():
        yield _fact(some[:TOGETHER], names, schema.relation(name) or RelationType(name), head)


def _fact(edges: Sequence[Edge], names: Mapping[str, str], relation: RelationType, head: str) -> Fact:
    subject, tails = names.get(head, head), [names.get(each.tail, each.tail) for each in edges]
    if len(edges) == 1:  # many may have the same tail: asked for it, there is one answer
        return Fact(closed(capital(sentence(edges[0], names, relation))), group=head, asks=(*tails, subject))
    together = listing(tails)  # asked for as a whole: nobody asks for the third of five
    text = closed(capital(many(subject, relation, "out", together, len(edges))))
    return Fact(text, group=head, asks=(together, subject), items=tuple(tails) if together in text else ())


def _read(store: GraphStore, graph: str, match: Match | None) -> tuple[list[Edge], dict[str, str]]:
    if match is None:
        return _whole(store, graph)
    rows = store.match(graph, match, limit=_NODES)
    nodes = {cell.id: cell for row in rows.rows for cell in row.cells if isinstance(cell, Node)}
    edges = {each.triple: each for row in rows.rows for each in row.edges}
    names = {each.id: each.name for each in nodes.values()}
    if not match.patterns:  # things alone were chosen: what is told is what they have
        for edge, around in _around(store, graph, list(nodes)):
            names.update(around)
            edges.setdefault(edge.triple, edge)
    missing = {end for edge in edges.values() for end in (edge.head, edge.tail)} - set(names)
    names.update({each.id: each.name for each in store.nodes(graph, sorted(missing))})
    return list(edges.values()), names


def _around(store: GraphStore, graph: str, ids: Sequence[str]) -> Iterator[tuple[Edge, dict[str, str]]]:
    """Yield the edges that lead out of nodes, with the names of their ends."""
    for at in range(0, len(ids), _ROUND):
        some = tuple(ids[at : at + _ROUND])
        found = store.neighbourhood(graph, Neighbourhood(ids=some, hops=1, limit=5_000))
        names = {each.id: each.name for each in found.nodes}
        yield from ((edge, names) for edge in found.edges if edge.head in some)


def _whole(store: GraphStore, graph: str) -> tuple[list[Edge], dict[str, str]]:
    edges, names = [], {}
    for each in store.export(graph):
        if isinstance(each, Node):
            names[each.id] = each.name
        else:
            edges.append(each)
        if len(edges) > MOST * TOGETHER:
            raise CardError("The graph has more facts than a card learns. Choose some with a Match.")
    return edges, names
