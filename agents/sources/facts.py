"""One triple that a text claims, against the graph: does the graph say so, does it say otherwise, or leave it open?

It says otherwise only where two cannot both be so: a relation of which a thing has one (declared by a rule, or so
everywhere in the graph), a property of which it has one value, or a denial of what the graph says.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agents.extraction.triples import End, Triple
from agents.extraction.values import alike, numbers
from agents.graphs.store import GraphStore
from agents.language.phrasing import readable
from agents.model import Edge, Node, RelationType, Schema
from agents.query import Neighbourhood, Paths
from agents.reading.names import bare, spoken
from agents.sources.singles import singles

_FAR = 4  # steps of a relation that is declared transitive
_LOOKED_AT = 60


@dataclass(frozen=True)
class Found:
    """What the graph says of a triple: `says` so (True), otherwise (False), or leaves it open (None)."""

    says: bool | None
    why: str
    edges: tuple[Edge, ...] = ()
    known: bool = True  # whether the graph knows anything of what is spoken of


class GraphFacts:
    """What one version of one graph says of triples."""

    def __init__(self, store: GraphStore, graph: str, schema: Schema) -> None:
        self._store, self._graph, self._schema = store, graph, schema
        self._room = singles(schema, store.declaration(graph))

    def check(self, triple: Triple) -> Found:
        """Return what the graph says of a triple as it stands: of one that is denied, the opposite."""
        found = self._affirmed(triple)
        return replace(found, says=not found.says) if triple.denied and found.says is not None else found

    def _affirmed(self, triple: Triple) -> Found:
        head, tail = triple.head.node, triple.tail.node
        if head is None and tail is None:
            return Found(None, "The graph knows neither.", known=False)
        if (value := self._value(triple)) is not None:
            return value
        relation = self._schema.relation(triple.relation)
        if relation is None:
            return Found(None, "The graph has no relation for this.")
        if head is not None and tail is not None and (edges := self._between(relation, head, tail)):
            return Found(True, "The graph says so.", edges)
        if head is not None and tail is not None and (edges := self._shut_out(relation, head, tail)):
            return Found(False, "The graph says what shuts this out.", edges)
        return self._only(relation, triple) or Found(None, "The graph does not say.")

    # --- it says so -------------------------------------------------------------------------------

    def _between(self, relation: RelationType, head: Node, tail: Node) -> tuple[Edge, ...]:
        """Return the edge that says so, or the edges of a walk where the relation leads on."""
        triples = [(head.id, relation.name, tail.id)]
        if relation.symmetric:
            triples.append((tail.id, relation.name, head.id))
        if relation.inverse:
            triples.append((tail.id, relation.inverse, head.id))
        triples += [(tail.id, each.name, head.id) for each in self._schema.relations if each.inverse == relation.name]
        found = self._store.edges(self._graph, triples)
        if found or not relation.transitive:
            return found[:1]
        way = Paths(
            sources=(head.id,), targets=(tail.id,), relations=(relation.name,), direction="out", max_hops=_FAR, k=1
        )
        return next((each.edges for each in self._store.paths(self._graph, way)), ())

    # --- it says otherwise ------------------------------------------------------------------------

    def _shut_out(self, relation: RelationType, head: Node, tail: Node) -> tuple[Edge, ...]:
        """Return the edge of a relation that is declared never to hold beside this one."""
        others = self._room.exclusive.get(relation.name, frozenset())
        return self._store.edges(self._graph, [(head.id, each, tail.id) for each in sorted(others)])

    def _only(self, relation: RelationType, triple: Triple) -> Found | None:
        """Return what the graph says instead where one thing alone can stand at an end; None where several can."""
        if (relation.transitive or relation.symmetric) and not (relation.functional or relation.inverse_functional):
            return None  # "in Bavaria" and "in Germany" are both so; of symmetric relations either end may be meant
        if triple.head.node is not None and relation.name in self._room.out:
            return self._instead(relation, triple.head.node, triple.tail, "out")
        if triple.tail.node is not None and relation.name in self._room.into:
            return self._instead(relation, triple.tail.node, triple.head, "in")
        return None

    def _instead(self, relation: RelationType, node: Node, other: End, way: str) -> Found | None:
        near = self._store.neighbourhood(
            self._graph, Neighbourhood(ids=(node.id,), hops=1, relations=(relation.name,), limit=_LOOKED_AT)
        )
        edges = [e for e in near.edges if (e.head if way == "out" else e.tail) == node.id]
        ends = {each.id: each for each in near.nodes}
        others = [ends[id] for each in edges if (id := each.tail if way == "out" else each.head) in ends]
        if not others or any(_called(each, other) for each in others):
            return None
        names = ", ".join(each.name for each in others[:3])
        return Found(False, f"The graph says otherwise: {names}; a thing has only one of these.", tuple(edges[:3]))

    # --- values -----------------------------------------------------------------------------------

    def _value(self, triple: Triple) -> Found | None:
        """Return what a property says where the tail is a number and a property of the head is what is spoken of."""
        node, given = triple.head.node, triple.tail
        told = numbers(given.text) if given.node is None else ()
        if node is None or not told:
            return None
        words = set(bare(f"{triple.said} {given.text}".lower()).split())
        for key, value in node.props.items():
            names = set(bare(spoken(key)).split())
            if not names or not names <= words or isinstance(value, bool):
                continue
            had = [float(each) for each in (value if isinstance(value, tuple) else (value,)) if _is_number(each)]
            if had:
                same = any(alike(one, other) for one in told for other in had)
                return Found(same, f"{readable(key)} of {node.name} is {value} in the graph.")
        return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _called(node: Node, end: End) -> bool:
    """Tell whether an end may be a node after all: by its names, or by a part of one."""
    if end.node is not None:
        return node.id == end.node.id
    said = set(end.text.casefold().split())
    return any(said & set(name.casefold().split()) for name in _names(node))


def _names(node: Node) -> Iterable[str]:
    return (node.name, *node.aliases)
