"""Wishes made into changes: each with its words for a curator, how surely it was understood, and what was taken how."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from agents.changes import Change, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation import intentions
from agents.kit import Kit
from agents.language.phrasing import a, has_value, listing, readable, sentence, valued
from agents.model import Edge, Node, RelationType
from agents.query import Match, Pattern, Return, Var
from agents.state import State
from agents.tasks.facts import schema_of
from agents.tasks.teaching import relating, statements, things, values, wishes
from agents.tasks.teaching.relating import Named
from agents.tasks.teaching.things import Doubt, Thing, bare, known, known_or_new, type_at

_KIND_WORDS = re.compile(r"^(?:is|are|was|were|counts? as|is now|are now|is also|is really)$", re.I)
_IS_A = 0.8  # a relation that surely says what kind a thing is
_MOVED = 400  # facts that a merge proposed in words may move
_ENDS = 30  # edges of one thing that are looked through


@dataclass(frozen=True)
class Wanted:
    """Changes that do one wish; `words` for people, without a full stop."""

    words: str
    changes: tuple[Change, ...]
    confidence: float = 1.0
    notes: tuple[str, ...] = field(default=())


def wanted(state: State, kit: Kit, wish: wishes.Wish) -> tuple[Wanted, ...]:
    """Return what does a wish; raise Doubt where it has to be asked back."""
    match wish:
        case wishes.Rename(thing, name):
            return (_rename(known(state, kit, thing), bare(name)),)
        case wishes.Alias(thing, name):
            return (_alias(known(state, kit, thing), bare(name)),)
        case wishes.Merge(keep, gone):
            return (_merge(state, kit, known(state, kit, keep), known(state, kit, gone)),)
        case wishes.Delete(thing):
            return (_delete(state, kit, thing),)
        case wishes.Cut(one, other, how):
            return (_cut(state, kit, known(state, kit, one), known(state, kit, other), how),)
        case wishes.Kind(thing, kind, asked):
            return (_kind(state, kit, thing, kind, asked),)
        case wishes.Slot():
            return (_slot(state, kit, wish),)
        case wishes.Link(one, other, how):
            return (_fact(state, kit, one, _relation(state, kit, how), other, False),)
        case wishes.Say(text, denied, mend):
            return _said(state, kit, text, denied, mend)
    raise Doubt("I could not tell what is to be changed.")


# --- nodes --------------------------------------------------------------------------------------


def _rename(thing: Thing, name: str) -> Wanted:
    if thing.node.name == name:
        raise Doubt(f"{name} is called so already.")
    return Wanted(f"rename {thing.node.name} to {name}", intentions.rename(thing.node, name), 0.95, thing.notes)


def _alias(thing: Thing, name: str) -> Wanted:
    node = thing.node
    if name in (node.name, *node.aliases):
        raise Doubt(f"{node.name} is called '{name}' already.")
    changed = replace(node, aliases=(*node.aliases, name))
    return Wanted(f"{node.name} is also called {name}", (PutNode(changed),), 0.95, thing.notes)


def _merge(state: State, kit: Kit, keep: Thing, gone: Thing) -> Wanted:
    if keep.node.id == gone.node.id:
        raise Doubt(f"'{keep.node.name}' and '{gone.node.name}' are one node already.")
    notes = (*keep.notes, *gone.notes)
    if keep.node.type != gone.node.type:
        kinds = " and ".join(readable(each.node.type) if each.node.type else "no type" for each in (keep, gone))
        notes = (*notes, f"they are of different types ({kinds})")
    degree = kit.store.degree(state.graph, [gone.node.id]).get(gone.node.id, {})
    if sum(degree.values()) > _MOVED:
        raise Doubt(
            f"{gone.node.name} has {sum(degree.values()):,} facts: too many to move by a proposal from here. "
            "A curator can merge the two."
        )
    changes = intentions.merge(kit.store, state.graph, keep.node.id, gone.node.id)
    return Wanted(f"merge {gone.node.name} into {keep.node.name}", changes, 0.9, notes)


def _delete(state: State, kit: Kit, name: str) -> Wanted:
    thing = known(state, kit, name)
    edges = intentions.touching(kit.store, state.graph, thing.node.id)
    notes = (*thing.notes, f"{len(edges):,} facts go with it") if edges else thing.notes
    return Wanted(f"delete {thing.node.name}", (RemoveNode(thing.node.id),), 0.9, notes)


def _kind(state: State, kit: Kit, name: str, kind: str, asked: bool) -> Wanted:
    """Return what makes a thing one of a kind: a new node of the type, or another type for one that is there."""
    schema = schema_of(state, kit)
    found = relating.type_for(schema, kind)
    type = found.name if found else _new_type(kind)
    notes = () if found else (f"the graph has no type '{readable(type)}' yet",)
    thing = known(state, kit, name) if asked else known_or_new(state, kit, name, type)
    if thing.fresh:
        return Wanted(
            f"add {thing.node.name}, {a(readable(type))}", (PutNode(thing.node),), 0.9 if found else 0.6, notes
        )
    if thing.node.type == type:
        raise Doubt(f"The graph says that already: {thing.node.name} is {a(readable(type))}.")
    was = f"the graph has it as {a(readable(thing.node.type))}" if thing.node.type else "the graph gives it no type"
    changes = intentions.retype([thing.node], type)
    confidence = 0.9 if asked and found else 0.7
    return Wanted(f"{thing.node.name} is {a(readable(type))}", changes, confidence, (*thing.notes, was, *notes))


def _new_type(kind: str) -> str:
    words = re.findall(r"\w+", bare(kind))
    if not 0 < len(words) <= 4:
        raise Doubt(f"I could not tell what kind of thing '{bare(kind)}' is.")
    return " ".join(words)


# --- facts --------------------------------------------------------------------------------------


def _said(state: State, kit: Kit, text: str, denied: bool, mend: bool) -> tuple[Wanted, ...]:
    """Return what a statement says, or takes back."""
    if slot := statements.slot(text, denied, mend):
        return (_slot(state, kit, slot),)
    found = statements.statement(text, state.mentions, denied)
    if found is None:
        raise Doubt("I could not tell what is said of what; try it as 'X does something to Y'.")
    left = (f"not taken in: '{found.rest}'",) if found.rest else ()
    made = [_one(state, kit, found, each, mend) for each in found.objects]
    return tuple(replace(each, notes=(*each.notes, *left)) for each in made)


def _one(state: State, kit: Kit, said: statements.Statement, what: str, mend: bool) -> Wanted:
    """Return what a statement says of one of its objects."""
    if _KIND_WORDS.match(said.predicate) and not said.denied and _is_kind(state, kit, what, said.article):
        return _kind(state, kit, said.subject, what, False)
    predicate, relation, what = _best_split(state, kit, said, what)
    if relation is None and not said.denied and values.is_value(what):
        return _slot(
            state, kit, wishes.Slot(said.subject, re.sub(r"^(?:is|was|are|were)\s+", "", predicate), what, mend)
        )
    if said.denied:
        return _taken_back(state, kit, said.subject, relation, what)
    return _fact(state, kit, said.subject, relation or _relation(state, kit, predicate), what, mend)


def _is_kind(state: State, kit: Kit, what: str, article: bool) -> bool:
    """Tell whether "X is (a) ..." names a type of the graph, or a new one; raise Doubt where it may be anything."""
    if relating.type_for(schema_of(state, kit), what):
        return True
    if things.exact(state, kit, what) is not None:
        return False
    if not article:
        raise Doubt(
            f"I could not tell what '{what}' says of it. Say 'is a {what}' if that is its kind, "
            f"or 'the ... of it is {what}' if it is a property."
        )
    relation = relating.relation_for(state, kit, "is a kind of")
    return relation is None or relation.score < _IS_A


def _best_split(state: State, kit: Kit, said: statements.Statement, what: str) -> tuple[str, Named | None, str]:
    """Return predicate, relation and object by the split whose predicate names a relation best."""
    found = [
        (how, relating.relation_for(state, kit, how), thing) for how, thing in ((said.predicate, what), *said.splits)
    ]
    named = [each for each in found if each[1] is not None]
    return max(named, key=lambda each: each[1].score if each[1] else 0.0, default=found[0])


def _relation(state: State, kit: Kit, words: str) -> Named:
    """Return the relation that words name, or a new one called so."""
    if not words:
        raise Doubt("By which relation? Say it as 'X does something to Y'.")
    found = relating.relation_for(state, kit, words) or relating.fresh_relation(schema_of(state, kit), words)
    if found is None:
        near = relating.offers(state, kit, words)
        raise Doubt(f"I could not tell which relation '{words}' is; the nearest are {near}.")
    return found


def _fact(state: State, kit: Kit, one: str, named: Named, other: str, mend: bool) -> Wanted:
    """Return a new edge, with nodes for what is not there yet; in place of what is wrong where it is to be mended."""
    first, second = (other, one) if named.backwards else (one, other)
    schema = schema_of(state, kit)
    head = things.exact(state, kit, first)
    tail = things.exact(state, kit, second)
    head = head or known_or_new(state, kit, first, type_at(schema, named.relation, tail.node if tail else None, "head"))
    tail = tail or known_or_new(state, kit, second, type_at(schema, named.relation, head.node, "tail"))
    edge = Edge(head.node.id, named.relation.name, tail.node.id)
    puts: list[Change] = [PutNode(each.node) for each in (head, tail) if each.fresh]
    there = () if puts else kit.store.edges(state.graph, _alike(edge, named.relation))
    words = _worded(edge, (head.node, tail.node), named.relation)
    if there:
        raise Doubt(f"The graph says that already: {words}.")
    old = [] if puts and head.fresh else _instead(state, kit, head.node, named.relation, edge) if mend else []
    near = relating.near(state, kit, named) if named.fresh else ()
    notes = (*head.notes, *tail.notes, *near, *(f"instead of: {each}" for each in old_words(state, kit, old, named)))
    confidence = round(min(0.95, named.score) * (0.8 if puts else 1.0), 2)
    changes = (*puts, *(RemoveEdge(*each.triple) for each in old), PutEdge(edge))
    return Wanted(words, changes, confidence, notes)


def _alike(edge: Edge, relation: RelationType) -> list[tuple[str, str, str]]:
    """Return the triples that say the same: of a symmetric relation the one backwards, too."""
    backwards = [(edge.tail, edge.relation, edge.head)] if relation.symmetric else []
    return [edge.triple, *backwards]


def _instead(state: State, kit: Kit, head: Node, relation: RelationType, edge: Edge) -> list[Edge]:
    """Return the one edge that a correction puts right: of the same relation, where a head has but one."""
    out = _edges(state, kit, (head.id,), (), relation.name)
    return out if len(out) == 1 and out[0].triple != edge.triple else []


def old_words(state: State, kit: Kit, edges: Iterable[Edge], named: Named) -> list[str]:
    """Return edges in words."""
    return [_spoken(state, kit, each, named.relation) for each in edges]


def _taken_back(state: State, kit: Kit, one: str, named: Named | None, other: str) -> Wanted:
    """Return the removal of the edges that say what is denied."""
    first, second = known(state, kit, one), known(state, kit, other)
    return _without(state, kit, first, second, named.relation.name if named else "", (*first.notes, *second.notes))


def _cut(state: State, kit: Kit, one: Thing, other: Thing, how: str) -> Wanted:
    named = relating.relation_for(state, kit, how) if how else None
    return _without(state, kit, one, other, named.relation.name if named else "", (*one.notes, *other.notes))


def _without(state: State, kit: Kit, one: Thing, other: Thing, relation: str, notes: tuple[str, ...]) -> Wanted:
    ends = (one.node.id, other.node.id)
    edges = [*_edges(state, kit, ends[:1], ends[1:], relation), *_edges(state, kit, ends[1:], ends[:1], relation)]
    if not edges:
        by = f" by '{readable(relation)}'" if relation else ""
        raise Doubt(f"The graph does not say that: nothing joins {one.node.name} and {other.node.name}{by}.")
    said = [_spoken(state, kit, each, schema_of(state, kit).relation(each.relation)) for each in edges]
    changes = tuple(RemoveEdge(*each.triple) for each in edges)
    return Wanted(f"take back: {listing(said)}", changes, 0.9 if relation or len(edges) == 1 else 0.7, notes)


def removal(state: State, kit: Kit, edge: Edge) -> Wanted:
    """Return what takes back one edge."""
    said = _spoken(state, kit, edge, schema_of(state, kit).relation(edge.relation))
    return Wanted(f"take back: {said}", (RemoveEdge(*edge.triple),), 0.7)


def _edges(state: State, kit: Kit, heads: tuple[str, ...], tails: tuple[str, ...], relation: str) -> list[Edge]:
    edge = Pattern(source="h", target="t", relations=(relation,) if relation else (), name="edge")
    variables = (Var(name="h", ids=heads), Var(name="t", ids=tails))
    query = Match(variables=variables, patterns=(edge,), returns=(Return(variable="edge"),))
    rows = kit.store.match(state.graph, query, limit=_ENDS, evidence=False).rows if _known(state, kit, relation) else ()
    return [cell for row in rows for cell in row.cells if isinstance(cell, Edge)]


def _known(state: State, kit: Kit, relation: str) -> bool:
    return not relation or schema_of(state, kit).relation(relation) is not None


# --- "the capital of Texas is Austin" -----------------------------------------------------------


def _slot(state: State, kit: Kit, wish: wishes.Slot) -> Wanted:
    """Return what sets a property, or draws an edge, by what the graph calls the key."""
    schema, key = schema_of(state, kit), wish.key.strip()
    thing = things.exact(state, kit, wish.thing)
    type = thing.node.type if thing else ""
    found = relating.property_for(schema, type, key)
    relation = None if found or values.is_value(wish.value) else relating.slot_relation(state, kit, key)
    if relation:
        return _fact(state, kit, wish.thing, relation, wish.value, wish.mend)
    thing = thing or known(state, kit, wish.thing)
    name = found.name if found else _new_key(schema, key)
    said = values.value(wish.value, found)
    before = thing.node.props.get(name)
    words = has_value(thing.node.name, name, [valued(said, found.unit if found else "", name)])
    if before == said:
        raise Doubt(f"The graph says that already: {words}.")
    was = (f"the graph says {valued(before, found.unit if found else '', name)}",) if before is not None else ()
    fresh = () if found else (f"'{readable(name)}' would be a new property of it",)
    changes = intentions.set_property([thing.node], name, said)
    return Wanted(words, changes, 0.9 if found else 0.6, (*thing.notes, *was, *fresh))


def _new_key(schema: object, key: str) -> str:
    words = re.findall(r"\w+", key.lower())
    if not 0 < len(words) <= 4:
        raise Doubt(f"I could not tell what '{key}' is of it.")
    return "_".join(words)


# --- words --------------------------------------------------------------------------------------


def _worded(edge: Edge, nodes: Iterable[Node], relation: RelationType | None) -> str:
    return sentence(edge, {each.id: each.name for each in nodes}, relation)


def _spoken(state: State, kit: Kit, edge: Edge, relation: RelationType | None) -> str:
    return _worded(edge, kit.store.nodes(state.graph, [edge.head, edge.tail]), relation)
