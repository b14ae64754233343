"""Describe a node: what it is, how else it is called, its properties, and its relations counted."""

from collections import defaultdict

from agents.kit import Kit
from agents.language.phrasing import clipped, closed, counted, folded, key_words, listing, many, readable, valued
from agents.model import Claim, Edge, Node, RelationType, Schema, Value
from agents.query import Describe
from agents.state import Finding, State
from agents.tasks.absent import absent
from agents.tasks.facts import called, edge_ids, fact, label, node_json, schema_of

_RELATIONS = 8
_FIRST = 3
_PROPERTIES = 8


def described(state: State, kit: Kit) -> State:
    """Return the state with claims about each node that the finding's query describes."""
    finding = state.findings[0]
    ids = finding.lookup.query.ids if isinstance(finding.lookup.query, Describe) else ()
    nodes = [each for each in finding.nodes if each.id in ids]
    if not nodes:
        return absent(state, kit)
    schema, apart = schema_of(state, kit), dict(zip((each.id for each in nodes), called(nodes), strict=True))
    claims = tuple(claim for node in nodes for claim in about(node, apart[node.id], finding, state, schema))
    return state.with_(claims=claims, answers=tuple(node_json(each) for each in nodes))


def about(node: Node, name: str, finding: Finding, state: State, schema: Schema) -> list[Claim]:
    """Return the claims about one node, called `name`: definition, other names, properties, relations."""
    claims = [_what(node, name), *_aliases(node), *_properties(node, schema)]
    return [*claims, *relations(node, finding, state, schema)]


def _what(node: Node, name: str) -> Claim:
    called = f"{name} ({readable(node.type)})" if node.type else name
    return Claim(closed(f"{called}: {node.description}" if node.description else called), (), (node.id,))


def _aliases(node: Node) -> list[Claim]:
    other = [each for each in node.aliases if each.lower() != node.name.lower()]
    return [Claim(closed(f"Also called {listing(other, limit=5)}"), (), (node.id,))] if other else []


def _properties(node: Node, schema: Schema) -> list[Claim]:
    if not node.props:
        return []
    kind = schema.type(node.type)
    units = {each.name: each.unit for each in kind.properties} if kind else {}
    said = [f"{key_words(key)[0]} {_shown(value, units.get(key, ''), key)}" for key, value in node.props.items()]
    return [Claim(closed(f"Recorded of it: {listing(said, limit=_PROPERTIES)}"), (), (node.id,))]


def _shown(value: Value, unit: str, key: str) -> str:
    """Return a value for one line among others: the first few of many, the beginning of a long text."""
    return clipped(valued(value[:_FIRST] if isinstance(value, tuple) else value, unit, key))


def relations(node: Node, finding: Finding, state: State, schema: Schema) -> list[Claim]:
    """Return a claim a relation and direction, most edges first: how many there are, and the first of them."""
    edges: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in finding.edges:
        if node.id in (edge.head, edge.tail):
            edges[edge.relation, "out" if edge.head == node.id else "in"].append(edge)
    counts = {**{key: len(of) for key, of in edges.items()}, **finding.degree.get(node.id, {})}
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    claims = [_relation(node, key, counts[key], edges[key], state, schema) for key in ranked[:_RELATIONS]]
    rest = sum(counts[key] for key in ranked[_RELATIONS:])
    return claims + ([Claim(f"And {counted(rest, 'edge')} of other relations.", (), (node.id,))] if rest else [])


def _relation(node: Node, key: tuple[str, str], count: int, edges: list[Edge], state: State, schema: Schema) -> Claim:
    if count == 1 and edges:
        return fact(edges[0], state, schema)
    relation, way = key
    ends = {each.tail if way == "out" else each.head for each in edges}
    others = sorted((each for each in state.evidence.nodes if each.id in ends), key=lambda each: each.name)
    shown = called(others)[:_FIRST]
    listed = listing(shown) if count <= len(shown) else folded(shown, count)
    declared = schema.relation(relation) or RelationType(relation)
    text = many(node.name, declared, way, counted(count, label(others)), count)
    return Claim(closed(f"{text}: {listed}" if shown else text), edge_ids(edges, state), (node.id,))
