"""Changes built from what a curator wants: edit, remove, merge, split, rename in bulk.

Each function reads the graph as it is and returns changes for `agents.curation.drafting.draft`, which adds what
they expect. None of them writes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.changes import Change, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.errors import ChangeRefused
from agents.graphs.store import GraphStore
from agents.model import Edge, Node, Value
from agents.query import Condition, Match, Neighbourhood, Pattern, Return, Var

MOST = 5_000  # edges of one node, or things in one bulk edit


def node_of(store: GraphStore, graph: str, id: str) -> Node:
    """Return a node; raise ChangeRefused where there is none."""
    found = store.nodes(graph, [id])
    if not found:
        raise ChangeRefused(f"There is no node '{id}'.")
    return found[0]


def touching(store: GraphStore, graph: str, id: str) -> tuple[Edge, ...]:
    """Return every edge that touches a node; raise ChangeRefused where they are too many for one change."""
    around = store.neighbourhood(graph, Neighbourhood(ids=(id,), hops=1, limit=MOST))
    if around.omitted:
        raise ChangeRefused(f"'{id}' has more than {MOST:,} neighbours: too many to change at once.")
    return tuple(edge for edge in around.edges if id in (edge.head, edge.tail))


def rename(node: Node, name: str, keep_old: bool = True) -> tuple[Change, ...]:
    """Call a node by another name; the old one stays an alias unless told otherwise."""
    aliases = [each for each in node.aliases if each != name]
    kept = dict.fromkeys([*aliases, node.name] if keep_old and node.name != name else aliases)
    return (PutNode(replace(node, name=name, aliases=tuple(kept))),)


def retype(nodes: Iterable[Node], type: str) -> tuple[Change, ...]:
    """Give nodes another type."""
    return tuple(PutNode(replace(node, type=type)) for node in nodes)


def set_property(nodes: Iterable[Node], key: str, value: Value | None) -> tuple[Change, ...]:
    """Give nodes a property, or take it away with None."""
    return tuple(PutNode(replace(node, props=_with(dict(node.props), key, value))) for node in nodes)


def _with(props: dict[str, Value], key: str, value: Value | None) -> dict[str, Value]:
    rest = {name: each for name, each in props.items() if name != key}
    return rest if value is None else {**rest, key: value}


def rename_relation(store: GraphStore, graph: str, old: str, new: str) -> tuple[Change, ...]:
    """Put every edge of one relation under another; one that is there already is left as it is."""
    edges = edges_of(store, graph, old)
    there = {each.triple for each in store.edges(graph, [(e.head, new, e.tail) for e in edges])}
    moved = [replace(edge, relation=new) for edge in edges]
    put = [PutEdge(edge) for edge in moved if edge.triple not in there]
    return (*(RemoveEdge(*edge.triple) for edge in edges), *put)


def edges_of(store: GraphStore, graph: str, relation: str) -> tuple[Edge, ...]:
    """Return every edge of a relation; raise ChangeRefused where they are too many for one change."""
    query = Match(
        variables=(Var(name="h"), Var(name="t")),
        patterns=(Pattern(source="h", target="t", relations=(relation,)),),
        returns=(Return(variable="h"), Return(variable="t")),
    )
    rows = store.match(graph, query, limit=MOST + 1).rows
    if len(rows) > MOST:
        raise ChangeRefused(f"'{relation}' has more than {MOST:,} edges: too many to change at once.")
    return tuple(edge for row in rows for edge in row.edges)


def nodes_with(store: GraphStore, graph: str, type: str, key: str = "", value: str = "") -> tuple[Node, ...]:
    """Return the nodes of a type (and with a value); raise ChangeRefused where they are too many for one change."""
    condition = (Condition(variable="n", key=key, operator="=", value=value),) if key else ()
    query = Match(variables=(Var(name="n", types=(type,)),), conditions=condition, returns=(Return(variable="n"),))
    rows = store.match(graph, query, limit=MOST + 1, evidence=False).rows
    if len(rows) > MOST:
        raise ChangeRefused(f"'{type}' has more than {MOST:,} nodes: too many to change at once.")
    return tuple(cell for row in rows for cell in row.cells if isinstance(cell, Node))


# --- merging and splitting ----------------------------------------------------------------------


def merge(store: GraphStore, graph: str, keep: str, gone: str) -> tuple[Change, ...]:
    """Make two nodes one: `keep` takes the names, properties and edges of `gone`, and its own come first.

    Edges between the two go. Where both have the same edge, its sources and properties are put together.
    """
    if keep == gone:
        raise ChangeRefused("A node cannot be merged with itself.")
    one, other = node_of(store, graph, keep), node_of(store, graph, gone)
    edges = [edge for edge in touching(store, graph, gone) if {edge.head, edge.tail} != {keep, gone}]
    moved = [_moved(edge, gone, keep) for edge in edges]
    there = {each.triple: each for each in store.edges(graph, [edge.triple for edge in moved])}
    joined: dict[tuple[str, str, str], Edge] = {}
    for edge in moved:
        same = joined.get(edge.triple) or there.get(edge.triple)
        joined[edge.triple] = _joined(same, edge) if same else edge
    puts = [PutEdge(edge) for triple, edge in joined.items() if edge != there.get(triple)]
    return (PutNode(together(one, other)), RemoveNode(gone), *puts)


def together(one: Node, other: Node) -> Node:
    """Return a node with the names, description and properties of both; what both have is the first's."""
    names = [*one.aliases, other.name, *other.aliases]
    aliases = tuple(each for each in dict.fromkeys(names) if each != one.name)
    props = {**other.props, **one.props}
    return replace(one, aliases=aliases, description=one.description or other.description, props=props)


def _moved(edge: Edge, gone: str, keep: str) -> Edge:
    head, tail = (keep if end == gone else end for end in (edge.head, edge.tail))
    return replace(edge, head=head, tail=tail)


def _joined(one: Edge, other: Edge) -> Edge:
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    confidence = max(one.confidence, other.confidence)
    return replace(one, props={**other.props, **one.props}, sources=sources, confidence=confidence)


def split(
    store: GraphStore, graph: str, id: str, new: Node, edges: Sequence[tuple[str, str, str]]
) -> tuple[Change, ...]:
    """Take a second node out of one: `new` gets these edges; its names are no longer the first's."""
    old = node_of(store, graph, id)
    if store.nodes(graph, [new.id]):
        raise ChangeRefused(f"There is a node '{new.id}' already.")
    found = store.edges(graph, edges)
    if len(found) < len(edges) or any(id not in (edge.head, edge.tail) for edge in found):
        raise ChangeRefused(f"Some of these edges do not touch '{id}'.")
    names = {new.name, *new.aliases}
    rest = replace(old, aliases=tuple(each for each in old.aliases if each not in names))
    puts = [PutEdge(_moved(edge, id, new.id)) for edge in found]
    return (PutNode(rest), PutNode(new), *(RemoveEdge(*edge.triple) for edge in found), *puts)
