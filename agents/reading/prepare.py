"""Preparing a graph once a version: its schema, samples of its nodes and its common values become a Lexicon.

Every question to the store is capped, so that a large graph costs little more than a small one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from agents.graphs.store import Cell, GraphStore
from agents.language.embeddings import Embedder, Vectors
from agents.language.foreign import alike, is_foreign
from agents.language.people import people
from agents.model import Node, NodeType, PropertyType, Schema, Signature
from agents.query import Condition, Direction, Match, Pattern, Return, Var
from agents.reading.akin import MEMBERS, AkinNames
from agents.reading.definitions import readable
from agents.reading.genders import genders
from agents.reading.items import Slot
from agents.reading.lexicon import Lexicon, SharedValue
from agents.reading.meaning import Meaning, owner
from agents.reading.names import bare, noun, single, spoken
from agents.reading.surfaces import Years, both_ways, doers, surfaces

_SAMPLE = 200  # nodes looked at to learn what a slot's nodes can do
_TAILS = 12  # tails whose names show what a relation leads to
_PEOPLE = ("person", "man", "woman")
_GROUPS = ("organisation", "company", "team", "institution", "government")
_GROUP = 0.42  # the cosine of a type's name to one of these
_DOING = ("er", "or", "ist", "ian", "ant", "ee")  # how what does something ends
_FOREIGN_PERSON = 0.6  # ... where it is in another language
_EDGES = 20_000  # a relation with more is not looked through for what its edges say
_VALUES = 400  # distinct values of a text property that are kept as words
_LONGEST_VALUE = 60  # characters; longer texts are no words
_YEARS = (1000, 2200)


def prepare(graph: str, store: GraphStore, embedder: Embedder) -> Lexicon:
    """Return what can be said about a graph; raise PackError where its declaration's definitions cannot be read."""
    schema = both_ways(store.schema(graph))
    look = _Look(graph, store)
    said = list(dict.fromkeys([*surfaces(schema, look.years(schema)), *doers(schema, embedder)]))
    slots = _Slots(look, schema, embedder)
    values = look.shared_values(schema)
    return Lexicon(
        graph=graph,
        schema=schema,
        embedder=embedder,
        surfaces=said,
        vectors=embedder.embed([surface.text for surface in said]),
        offers=slots.offers,
        type_offers=_type_offers(schema),
        slot_types=slots.types,
        tails=slots.tails,
        sentences=_sentences(schema, embedder),
        values=values,
        said_values=look.said_values(schema),
        definitions=_definitions(store.declaration(graph).definitions, schema),
        persons=_persons(schema, embedder),
        agents=_agents(schema, embedder),
        akin=AkinNames(look.members_of_small_types(schema), embedder),
        genders=genders(graph, store, values),
    )


class _Look:
    """Looks at some of a graph's nodes."""

    def __init__(self, graph: str, store: GraphStore) -> None:
        self._graph = graph
        self._store = store

    def years(self, schema: Schema) -> Years:
        """Return the number properties whose smallest and largest values are whole years."""
        numbers = [
            (kind, each) for kind in schema.types for each in kind.properties if each.kind == "number" and not each.many
        ]
        labels = [
            (relation.name, each.name) for relation in schema.relations for each in relation.properties
            if each.kind == "number" and not each.many
        ]  # fmt: skip
        found = {(kind.name, each.name) for kind, each in numbers if self._holds_years(kind, each)}
        return frozenset(found | {(relation, key) for relation, key in labels if self._says_years(relation, key)})

    def _says_years(self, relation: str, key: str) -> bool:
        """Whether some of a relation's edges say whole years: to sort all of them would take too long."""
        values = [cell for cell in self._cells(_told(relation, key), _SAMPLE) if isinstance(cell, int | float)]
        return bool(values) and all(_is_year(value) for value in values)

    def _holds_years(self, kind: NodeType, property: PropertyType) -> bool:
        least, most = (Return(variable="x", key=property.name, aggregate=which) for which in ("min", "max"))
        ends = [self._cells(Match(variables=(_any(kind),), returns=(each,)), 1) for each in (least, most)]
        return all(end and isinstance(end[0], int | float) and _is_year(end[0]) for end in ends)

    def members_of_small_types(self, schema: Schema) -> list[Node]:
        """Return the nodes of all types that have few."""
        small = [kind for kind in schema.types if kind.name and kind.count <= MEMBERS]
        matches = [Match(variables=(_any(kind),), returns=(Return(variable="x"),)) for kind in small]
        return [cell for match in matches for cell in self._cells(match, MEMBERS) if isinstance(cell, Node)]

    def shared_values(self, schema: Schema) -> dict[str, tuple[SharedValue, ...]]:
        """Return the values of text properties that have few, by their folded case."""
        found: dict[str, list[SharedValue]] = defaultdict(list)
        for kind in schema.types:
            for each in kind.properties:
                for value in self._values(kind, each.name) if each.kind == "text" else ():
                    if 0 < len(value) <= _LONGEST_VALUE:
                        found[value.casefold()].append(SharedValue(kind.name, each.name, value))
        return {text: tuple(values) for text, values in found.items()}

    def said_values(self, schema: Schema) -> dict[str, tuple[SharedValue, ...]]:
        """Return what edges say as texts, by its folded case; of a relation with many edges none is looked at."""
        found: dict[str, list[SharedValue]] = defaultdict(list)
        for relation in schema.relations:
            for each in relation.properties if relation.count <= _EDGES else ():
                for value in self._said(relation.name, each.name) if each.kind == "text" else ():
                    if 1 < len(value) <= _LONGEST_VALUE:
                        found[value.casefold()].append(SharedValue(relation.name, each.name, value))
        return {text: tuple(values) for text, values in found.items()}

    def _said(self, relation: str, key: str) -> list[str]:
        cells = self._cells(_told(relation, key), _VALUES + 1)
        return [cell for cell in cells if isinstance(cell, str)] if len(cells) <= _VALUES else []

    def _values(self, kind: NodeType, key: str) -> list[str]:
        query = Match(
            variables=(_any(kind),),
            conditions=(Condition(variable="x", key=key, operator="exists"),),
            returns=(Return(variable="x", key=key),),
        )
        cells = self._cells(query, _VALUES + 1)
        return [cell for cell in cells if isinstance(cell, str)] if len(cells) <= _VALUES else []

    def ends(self, relation: str, direction: Direction) -> list[Node]:
        """Return some nodes that are heads ("out") or tails ("in") of a relation."""
        query = Match(
            variables=(Var(name="x"), Var(name="y")),
            patterns=(Pattern(source="x", target="y", relations=(relation,), direction=direction),),
            returns=(Return(variable="x"),),
        )
        return [cell for cell in self._cells(query, _SAMPLE) if isinstance(cell, Node)]

    def slots(self, nodes: Iterable[Node]) -> frozenset[Slot]:
        """Return the slots that any of some nodes fills."""
        degrees = self._store.degree(self._graph, [node.id for node in nodes])
        return frozenset(slot for each in degrees.values() for slot in slots_of(each))

    def _cells(self, query: Match, limit: int) -> list[Cell]:
        query = query.model_copy(update={"limit": limit})
        rows = self._store.match(self._graph, query, limit=limit, evidence=False).rows
        return [row.cells[0] for row in rows]


def _told(relation: str, key: str) -> Match:
    """Return the query for what the edges of a relation say."""
    return Match(
        variables=(Var(name="x"), Var(name="y")),
        patterns=(Pattern(source="x", target="y", relations=(relation,), name="e"),),
        returns=(Return(variable="e", key=key),),
    )


def slots_of(degrees: Iterable[tuple[str, str]]) -> frozenset[Slot]:
    """Return the slots that a node fills, given its edges by (relation, "out" | "in")."""
    return frozenset((relation, "head" if way == "out" else "tail") for relation, way in degrees)


def _any(kind: NodeType) -> Var:
    return Var(name="x", types=(kind.name,) if kind.name else ())


def _is_year(number: float) -> bool:
    return number == int(number) and _YEARS[0] <= number <= _YEARS[1]


class _Slots:
    """What a relation's heads and tails are, learnt from a sample: a schema where there are no types."""

    def __init__(self, look: _Look, schema: Schema, embedder: Embedder) -> None:
        self.offers: dict[Slot, frozenset[Slot]] = {}
        self.types: dict[Slot, frozenset[str]] = {}
        self.tails: dict[str, Vectors] = {}
        for relation in schema.relations:
            heads, tails = look.ends(relation.name, "out"), look.ends(relation.name, "in")
            for end, nodes in (("head", heads), ("tail", tails)):
                declared = {each.head if end == "head" else each.tail for each in relation.signatures}
                self.types[relation.name, end] = frozenset(declared or {node.type for node in nodes})
                self.offers[relation.name, end] = look.slots(nodes)
            if tails:
                self.tails[relation.name] = _centroid(embedder.embed([node.name for node in tails[:_TAILS]]))


def _definitions(declared: Mapping[str, str], schema: Schema) -> dict[str, Meaning]:
    """Return what defined phrases mean, without those that speak of a type which the graph has not (yet)."""
    types = {kind.name for kind in schema.types if kind.count}
    return {phrase: meaning for phrase, meaning in readable(declared).items() if owner(meaning) in types}


def _centroid(vectors: Vectors) -> Vectors:
    mean = vectors.mean(axis=0)
    unit: Vectors = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return unit


def _type_offers(schema: Schema) -> dict[str, frozenset[Slot]]:
    found: dict[str, set[Slot]] = defaultdict(set)
    for relation in schema.relations:
        for signature in relation.signatures:
            found[signature.head].add((relation.name, "head"))
            found[signature.tail].add((relation.name, "tail"))
    return {name: frozenset(slots) for name, slots in found.items()}


def _sentences(schema: Schema, embedder: Embedder) -> dict[str, Vectors]:
    """Return each relation said in full with the types that it mostly joins."""
    texts = []
    for relation in schema.relations:
        signature = max(relation.signatures, key=lambda each: each.count, default=Signature("", ""))
        text = f"{spoken(signature.head)} {bare(spoken(relation.name))} {spoken(signature.tail)}"
        texts.append(text.strip())
    names = [relation.name for relation in schema.relations]
    return dict(zip(names, embedder.embed(texts), strict=True))


def _persons(schema: Schema, embedder: Embedder) -> frozenset[str]:
    """Return the types that are people, so that "who" has something to ask for."""
    names = [kind.name for kind in schema.types if kind.name]
    nouns = [noun(name) for name in names]
    english = {name for name, person in zip(names, people(nouns, embedder), strict=True) if person}
    foreign = {name for name in names if is_foreign(spoken(name)) and _foreign_person(spoken(name))}
    return frozenset(english | foreign)


def _agents(schema: Schema, embedder: Embedder) -> frozenset[str]:
    """Return the types whose nodes may do something, people or not: "who" may ask for a company, for no bread."""
    names = [kind.name for kind in schema.types if kind.name]
    vectors = embedder.embed([spoken(name) for name in names])
    group = (vectors @ embedder.embed(_GROUPS).T).max(axis=1, initial=0.0) > _GROUP
    doing = [single(spoken(name)).endswith(_DOING) or is_foreign(spoken(name)) for name in names]
    return _persons(schema, embedder).union(name for name, *how in zip(names, group, doing, strict=True) if any(how))


def _foreign_person(name: str) -> bool:
    return float(alike([name], _PEOPLE).max()) > _FOREIGN_PERSON
