"""What pages ask the store: lists that are paged, relations that are grouped, and what lies below what."""

from collections.abc import Sequence
from dataclasses import dataclass

from agents.model import Edge, Node, RelationType, Schema
from agents.query import Condition, Group, Match, Order, Paths, Pattern, Return, Var
from webapp import engine

A_PAGE = 50
DEEPEST = 40  # pages that are turned; a word to look for leads further
ROOTS = 100
FEW_PARENTS = 3.0  # facts a node, on average, up to which a relation within one kind may be a hierarchy
HOPS = 6


@dataclass(frozen=True)
class Page:
    """A part of a list: its items, its number from 1, and whether another follows."""

    items: tuple
    number: int = 1
    more: bool = False

    @property
    def next(self) -> int:
        """The number of the page after it."""
        return self.number + 1


@dataclass(frozen=True)
class Fact:
    """A fact about a node, seen from it: the node at its other end, and the edge itself."""

    other: Node
    edge: Edge | None


@dataclass(frozen=True)
class Relation:
    """A relation that a node has: its name, its way ("out" of it or "in" to it) and how many facts."""

    name: str
    way: str
    count: int


def page_number(given: str) -> int:
    """Read a page's number: 1 where it is none, and none beyond the deepest."""
    return min(max(int(given), 1), DEEPEST) if given.isdecimal() and given.isascii() and len(given) < 6 else 1


def of_kind(graph: str, kind: str, wanted: str, number: int) -> Page:
    """Return a page of the nodes of a kind whose name holds what is wanted, by name."""
    variable = Var(name="x", types=(kind,))
    match = Match(
        variables=(variable,), conditions=_holds("x", wanted), returns=(Return(variable="x"),), order=_BY_NAME
    )
    return _page([row.cells[0] for row in _rows(graph, match, number)], number)


def relations(graph: str, node: str) -> list[Relation]:
    """Return the relations that a node has, those with the most facts first."""
    counts = engine.store().degree(graph, [node]).get(node, {})
    found = [Relation(name, way, count) for (name, way), count in counts.items()]
    return sorted(found, key=lambda each: (-each.count, each.name, each.way))


def facts(graph: str, node: str, relation: str, way: str, wanted: str, number: int) -> Page:
    """Return a page of a node's facts of one relation, each with the edge that says so."""
    ends = ("me", "x") if way == "out" else ("x", "me")
    match = Match(
        variables=(Var(name="me", ids=(node,)), Var(name="x")),
        patterns=(Pattern(source=ends[0], target=ends[1], relations=(relation,)),),
        conditions=_holds("x", wanted),
        returns=(Return(variable="x"),),
        order=_BY_NAME,
    )
    rows = _rows(graph, match, number, evidence=True)
    return _page([Fact(row.cells[0], row.edges[0] if row.edges else None) for row in rows], number)


_BY_NAME = (Order(variable="x", key="name"),)


def _holds(variable: str, wanted: str) -> tuple[Condition, ...]:
    return (Condition(variable=variable, key="name", operator="contains", value=wanted),) if wanted else ()


def _rows(graph: str, match: Match, number: int, evidence: bool = False) -> Sequence:
    """Return the rows from the page's first on, one more than it shows."""
    limit = number * A_PAGE + 1
    return engine.store().match(graph, match, limit=limit, evidence=evidence).rows[(number - 1) * A_PAGE :]


def _page(items: list, number: int) -> Page:
    return Page(tuple(items[:A_PAGE]), number, len(items) > A_PAGE and number < DEEPEST)


# --- what lies below what -----------------------------------------------------------------------


def hierarchies(schema: Schema) -> list[RelationType]:
    """Return the relations that put things of one kind below others of it.

    Declared as transitive, or of such a shape: within one kind, many below few, and few above each.
    """
    return [each for each in schema.relations if not each.symmetric and (each.transitive or _has_that_shape(each))]


def _has_that_shape(relation: RelationType) -> bool:
    inside = [each for each in relation.signatures if each.head == each.tail]
    count = sum(each.count for each in inside)
    if not count or count < relation.count / 2:
        return False
    heads, tails = sum(each.heads for each in inside), sum(each.tails for each in inside)
    return heads > 1.5 * tails and count <= FEW_PARENTS * heads


def top(graph: str, relation: str) -> tuple[Node, ...]:
    """Return the nodes that something lies below and that lie below nothing."""
    match = Match(
        variables=(Var(name="x"), Var(name="y")),
        patterns=(Pattern(source="y", target="x", relations=(relation,)),),
        without=(
            Group(variables=(Var(name="z"),), patterns=(Pattern(source="x", target="z", relations=(relation,)),)),
        ),
        returns=(Return(variable="x"),),
        order=_BY_NAME,
    )
    return tuple(row.cells[0] for row in engine.store().match(graph, match, limit=ROOTS, evidence=False).rows)


def under(graph: str, relation: str, node: str) -> tuple[Node, ...]:
    """Return the nodes that lie right below one."""
    return tuple(fact.other for fact in facts(graph, node, relation, "in", "", 1).items)


def with_more_below(graph: str, relation: str, nodes: Sequence[Node]) -> list[tuple[Node, int]]:
    """Return each node with how many lie right below it."""
    degree = engine.store().degree(graph, [node.id for node in nodes])
    return [(node, degree.get(node.id, {}).get((relation, "in"), 0)) for node in nodes]


def between(graph: str, one: str, other: str) -> tuple[list[Node], list[Edge]]:
    """Return the nodes and edges of the shortest path between two nodes; none where none is short enough."""
    query = Paths(sources=(one,), targets=(other,), max_hops=HOPS, k=1)
    found = engine.store().paths(graph, query)
    return (list(found[0].nodes), list(found[0].edges)) if found else ([], [])
