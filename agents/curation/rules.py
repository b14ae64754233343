"""What a graph is to keep to: which things a relation ties, how many, which values are unique, there, of a form.

A soft rule is listed where it is broken; a hard one refuses a change that would break it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from agents.curation.drafting import Draft, Touched
from agents.curation.words import text
from agents.declaration import Rule
from agents.graphs.store import GraphStore, Rows
from agents.model import Edge, Node, Schema, Value
from agents.query import Condition, Having, Match, Pattern, Return, Var

MOST = 100  # things told of one rule
_LOOKED_AT = 20_000  # values compared with a form


@dataclass(frozen=True)
class Break:
    """A thing that breaks a rule: the node to mend it at, and how."""

    rule: Rule
    node: str
    words: str


def said(rule: Rule) -> str:
    """Say a rule in words."""
    match rule.kind:
        case "ends":
            heads, tails = (" or ".join(each) or "anything" for each in (rule.heads, rule.tails))
            return f"{rule.relation} leads from {heads} to {tails}."
        case "most":
            return f"Nothing has more than {rule.most} {rule.relation}."
        case "unique":
            return f"No two of type {rule.type} have the same {rule.property}."
        case "required":
            return f"Everything of type {rule.type} has {rule.property}."
        case "form":
            return f"{rule.property} of type {rule.type} looks like {rule.form}."


def broken(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> tuple[Break, ...]:
    """Return what breaks a rule now, at most `MOST` things."""
    found = {
        "ends": _wrong_ends, "most": _too_many, "unique": _doubles, "required": _missing, "form": _misshapen,
    }[rule.kind](store, graph, rule, schema)  # fmt: skip
    return tuple(each for each, _ in zip(found, range(MOST), strict=False))


def breaks(store: GraphStore, graph: str, rules: Sequence[Rule], draft: Draft) -> tuple[Break, ...]:
    """Return what a change would break that it does not leave as it was."""
    return tuple(each for rule in rules for each in _would(store, graph, rule, draft))


# --- a change -----------------------------------------------------------------------------------


def _would(store: GraphStore, graph: str, rule: Rule, draft: Draft) -> Iterator[Break]:
    for touched in draft.touched:
        after = touched.after
        if isinstance(after, Edge) and after.relation == rule.relation:
            yield from _edge(store, graph, rule, after, touched.before is None, draft)
        elif isinstance(after, Node) and after.type == rule.type:
            yield from _node(store, graph, rule, after, draft)


def _edge(store: GraphStore, graph: str, rule: Rule, edge: Edge, new: bool, draft: Draft) -> Iterator[Break]:
    nodes = {each.id: each for each in store.nodes(graph, [edge.head, edge.tail])} | _nodes_after(draft.touched)
    head, tail = nodes.get(edge.head), nodes.get(edge.tail)
    if rule.kind == "ends" and head and tail and not _fits(rule, head, tail):
        yield Break(rule, edge.head, f"{head.name} ({head.type}) {edge.relation} {tail.name} ({tail.type})")
    if rule.kind == "most" and new:
        there = store.degree(graph, [edge.head]).get(edge.head, {}).get((rule.relation, "out"), 0)
        change = sum((each.after is not None) - (each.before is not None) for each in _of(draft, edge))
        if there + change > rule.most:
            yield Break(rule, edge.head, f"{draft.names.get(edge.head, edge.head)} would have {there + change}")


def _of(draft: Draft, edge: Edge) -> list[Touched]:
    """Return the touched edges of the same head and relation."""
    subjects = [(each, each.subject) for each in draft.touched]
    return [t for t, s in subjects if isinstance(s, Edge) and (s.head, s.relation) == (edge.head, edge.relation)]


def _node(store: GraphStore, graph: str, rule: Rule, node: Node, draft: Draft) -> Iterator[Break]:
    value = _value(node, rule.property)
    if rule.kind == "required" and value is None:
        yield Break(rule, node.id, f"{node.name} has no {rule.property}")
    if rule.kind == "form" and value is not None and not _looks(value, rule.form):
        yield Break(rule, node.id, f"{rule.property} of {node.name} is {text(value)}")
    if rule.kind == "unique" and value is not None:
        after = _nodes_after(draft.touched)
        others = [each for each in _with(store, graph, rule, value) if each.id not in after]
        others += [each for each in after.values() if each.type == rule.type and _value(each, rule.property) == value]
        for other in [each for each in others if each.id != node.id][:1]:
            yield Break(rule, node.id, f"{node.name} and {other.name} have the same {rule.property}: {text(value)}")


def _nodes_after(touched: Iterable[Touched]) -> dict[str, Node]:
    return {each.after.id: each.after for each in touched if isinstance(each.after, Node)}


def _with(store: GraphStore, graph: str, rule: Rule, value: Value) -> list[Node]:
    first = value[0] if isinstance(value, tuple) else value
    condition = Condition(variable="n", key=rule.property, operator="=", value=first)
    rows = _ask(store, graph, Match(variables=(_typed(rule),), conditions=(condition,), returns=(_N,)), 10)
    found = [cell for row in rows.rows for cell in row.cells if isinstance(cell, Node)]
    return sorted(found, key=lambda each: each.id)


# --- the graph as it is -------------------------------------------------------------------------

_N = Return(variable="n")


def _wrong_ends(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> Iterator[Break]:
    relation = schema.relation(rule.relation)
    for each in relation.signatures if relation else ():
        if (rule.heads and each.head not in rule.heads) or (rule.tails and each.tail not in rule.tails):
            query = Match(
                variables=(Var(name="n", types=(each.head,)), Var(name="t", types=(each.tail,))),
                patterns=(Pattern(source="n", target="t", relations=(rule.relation,)),),
                returns=(_N, Return(variable="t")),
            )
            for row in _ask(store, graph, query).rows:
                head, tail = row.cells
                if isinstance(head, Node) and isinstance(tail, Node):
                    words = f"{head.name} ({head.type}) {rule.relation} {tail.name} ({tail.type})"
                    yield Break(rule, head.id, words)


def _too_many(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> Iterator[Break]:
    if schema.relation(rule.relation) is None:
        return
    query = Match(
        variables=(Var(name="n"), Var(name="t")),
        patterns=(Pattern(source="n", target="t", relations=(rule.relation,)),),
        returns=(_N, Return(variable="t", aggregate="count")),
        having=(Having(variable="t", aggregate="count", operator=">", value=rule.most),),
    )
    for row in _ask(store, graph, query).rows:
        if isinstance(row.cells[0], Node):
            yield Break(rule, row.cells[0].id, f"{row.cells[0].name} has {row.cells[1]}")


def _doubles(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> Iterator[Break]:
    if schema.type(rule.type) is None:
        return
    count = Return(variable="n", aggregate="count")
    having = (Having(variable="n", aggregate="count", operator=">", value=1),)
    value = Return(variable="n", key=rule.property)
    query = Match(variables=(_typed(rule),), returns=(value, count), having=having)
    for row in _ask(store, graph, query).rows:
        if isinstance(row.cells[0], (str, int, float, bool)):
            some = _with(store, graph, rule, row.cells[0])
            names = " and ".join(each.name for each in some[:3])
            yield Break(
                rule, some[0].id if some else "", f"{names} have the same {rule.property}: {text(row.cells[0])}"
            )


def _missing(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> Iterator[Break]:
    if schema.type(rule.type) is None:
        return
    condition = Condition(variable="n", key=rule.property, operator="missing")
    query = Match(variables=(_typed(rule),), conditions=(condition,), returns=(_N,))
    for row in _ask(store, graph, query).rows:
        if isinstance(row.cells[0], Node):
            yield Break(rule, row.cells[0].id, f"{row.cells[0].name} has no {rule.property}")


def _misshapen(store: GraphStore, graph: str, rule: Rule, schema: Schema) -> Iterator[Break]:
    if schema.type(rule.type) is None:
        return
    condition = Condition(variable="n", key=rule.property, operator="exists")
    query = Match(variables=(_typed(rule),), conditions=(condition,), returns=(_N,))
    for row in _ask(store, graph, query, _LOOKED_AT).rows:
        node = row.cells[0]
        value = _value(node, rule.property) if isinstance(node, Node) else None
        if isinstance(node, Node) and value is not None and not _looks(value, rule.form):
            yield Break(rule, node.id, f"{rule.property} of {node.name} is {text(value)}")


def _ask(store: GraphStore, graph: str, query: Match, limit: int = MOST) -> Rows:
    return store.match(graph, query, limit=limit, evidence=False)


def _typed(rule: Rule) -> Var:
    return Var(name="n", types=(rule.type,))


def _fits(rule: Rule, head: Node, tail: Node) -> bool:
    return (not rule.heads or head.type in rule.heads) and (not rule.tails or tail.type in rule.tails)


def _value(node: Node, key: str) -> Value | None:
    own = {"name": node.name, "description": node.description or None, "id": node.id}
    return own[key] if key in own else node.props.get(key)


def _looks(value: Value, form: str) -> bool:
    """Say whether a value, or each of several, is of a form: "*" any text, "?" a character, "[0-9]" one of these."""
    values = value if isinstance(value, tuple) else (value,)
    return all(fnmatchcase(text(each)[:1000], form) for each in values)
