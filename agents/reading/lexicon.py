"""What can be said about a graph: a unit for each relation (either way), type, property and common value.

Prepared once a graph's version. A unit knows the words it goes by, their vectors, and what it can be joined
with; so most readings that the graph cannot hold are dropped before the store is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import numpy as np

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder, Vectors
from agents.language.english import BOTH_WAYS
from agents.language.words import lemma
from agents.model import Node, PropertyType, RelationType, Schema, Signature
from agents.query import Condition, Match, Pattern, Return, Var
from agents.reading.akin import MEMBERS, AkinNames
from agents.reading.definitions import defined
from agents.reading.meaning import Meaning
from agents.reading.names import bare, spoken

Kind = Literal["relation", "type", "property"]
Slot = tuple[str, str]  # (relation, "head" | "tail"): being that end of an edge of that relation
_SAMPLE = 200  # nodes looked at to learn what a slot's nodes can do
_TAILS = 12  # tails whose names show what a relation leads to
_PERSON = 0.42  # cosine of a type's name to "person"
_VALUES = 400  # distinct values of a text property that are kept as words


@dataclass(frozen=True)
class Unit:
    """Something of the schema that words may mean. `owner` is the type that carries a property ("" : untyped)."""

    kind: Kind
    name: str
    owner: str = ""
    number: bool = False  # a property that can be ordered
    date: bool = False
    flag: bool = False
    year: bool = False  # a number property whose values are years
    unit: str = ""
    relations: tuple[str, ...] = ()  # a type that is known only by what its members are heads of

    @property
    def spoken(self) -> str:
        """The unit's name in words."""
        return spoken(self.name)


@dataclass(frozen=True)
class Surface:
    """A way to say a unit. `backwards`: said of a relation from tail to head."""

    unit: Unit
    text: str
    backwards: bool = False


@dataclass(frozen=True)
class SharedValue:
    """A property value that several nodes may share: "federal" stands for courts whose system is federal."""

    owner: str
    key: str
    value: str


@dataclass
class Lexicon:
    """Everything above for one version of one graph."""

    graph: str
    schema: Schema
    embedder: Embedder
    surfaces: list[Surface]
    vectors: Vectors  # (len(surfaces), dimensions)
    offers: dict[Slot, frozenset[Slot]]  # what a node that fills a slot may fill besides
    type_offers: dict[str, frozenset[Slot]]
    slot_types: dict[Slot, frozenset[str]]
    tails: dict[str, Vectors]  # relation -> the centroid of its tails' names, (1, dimensions)
    sentences: dict[str, Vectors]  # relation -> "film directed by person", (1, dimensions)
    values: dict[str, tuple[SharedValue, ...]]
    definitions: dict[str, Meaning]
    persons: frozenset[str]  # types of people
    akin: AkinNames
    _dimensions: dict[tuple[Unit, tuple[str, ...]], float] = field(default_factory=dict)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit once."""
        return tuple(dict.fromkeys(surface.unit for surface in self.surfaces))

    @cached_property
    def by_unit(self) -> dict[Unit, list[int]]:
        """The numbers of each unit's surfaces."""
        found: dict[Unit, list[int]] = defaultdict(list)
        for number, surface in enumerate(self.surfaces):
            found[surface.unit].append(number)
        return dict(found)

    @cached_property
    def properties(self) -> dict[str, dict[str, Unit]]:
        """Properties by owner type and key."""
        found: dict[str, dict[str, Unit]] = defaultdict(dict)
        for unit in self.units:
            if unit.kind == "property":
                found[unit.owner][unit.name] = unit
        return dict(found)

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word that some unit is called by: a word of the schema is no unknown name."""
        return frozenset(word for surface in self.surfaces for word in surface.text.split())

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every text that some unit is called by, and its lemmas."""
        texts = {surface.text for surface in self.surfaces}
        return frozenset(texts | {" ".join(lemma(word) for word in text.split()) for text in texts})

    def dimension(self, unit: Unit, dimensions: tuple[str, ...]) -> float:
        """Return how likely a property is what one of the dimensions measures, 0 to 1."""
        key = (unit, dimensions)
        if key not in self._dimensions:
            own = self.vectors[self.by_unit[unit]]
            said = " ".join(self.surfaces[number].text for number in self.by_unit[unit]).split()
            best = 0.0
            for place, (name, vector) in enumerate(zip(dimensions, self.embedder.embed(dimensions), strict=True)):
                likeness = 1.0 if name in said else float((own @ vector).max())
                best = max(best, likeness - 0.08 * place)
            self._dimensions[key] = best
        return self._dimensions[key]

    def relation(self, name: str) -> RelationType:
        """Return what the schema says of a relation."""
        return self.schema.relation(name) or RelationType(name)


def prepare(graph: str, store: GraphStore, embedder: Embedder) -> Lexicon:
    """Read a graph's schema, samples of its nodes and its common values into a Lexicon."""
    schema = _both_ways(store.schema(graph))
    surfaces = list(dict.fromkeys(_surfaces(schema, _years(graph, store, schema))))
    offers, slot_types, tails = _slots(graph, store, schema, embedder)
    return Lexicon(
        graph=graph,
        schema=schema,
        embedder=embedder,
        surfaces=surfaces,
        vectors=embedder.embed([surface.text for surface in surfaces]),
        offers=offers,
        type_offers=_type_offers(schema),
        slot_types=slot_types,
        tails=tails,
        values=_values(graph, store, schema),
        definitions=defined(store.declaration(graph).definitions),
        sentences=_sentences(schema, embedder),
        persons=_persons(schema, embedder),
        akin=AkinNames(_few(graph, store, schema), embedder),
    )


def _surfaces(schema: Schema, years: frozenset[tuple[str, str]]) -> Iterable[Surface]:
    for relation in schema.relations:
        unit = Unit("relation", relation.name)
        for text in (spoken(relation.name), bare(spoken(relation.name)), *relation.synonyms):
            yield Surface(unit, text.lower())
        for text in relation.inverse_synonyms:
            yield Surface(unit, text.lower(), backwards=True)
    for name, relations in _domains(schema).items():
        yield Surface(Unit("type", name, relations=relations), spoken(name))
    for kind in schema.types:
        if kind.name:
            unit = Unit("type", kind.name)
            for text in (spoken(kind.name), *kind.synonyms):
                yield Surface(unit, text.lower())
        yield from _property_surfaces(kind.name, kind.properties, years)


def _domains(schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the types that dotted relation names speak of: the heads of "music.album.label" are albums."""
    found: dict[str, list[str]] = defaultdict(list)
    for relation in schema.relations:
        parts = relation.name.strip(".").split(".")
        if len(parts) > 1 and not any(signature.head for signature in relation.signatures):
            found[parts[-2]].append(relation.name)
    return {name: tuple(relations) for name, relations in found.items()}


def _property_surfaces(
    owner: str, properties: tuple[PropertyType, ...], years: frozenset[tuple[str, str]]
) -> Iterable[Surface]:
    for each in properties:
        unit = Unit(
            "property", each.name, owner, each.kind == "number", each.kind == "date", each.kind == "flag",
            (owner, each.name) in years, each.unit,
        )  # fmt: skip
        for text in (spoken(each.name), *each.synonyms):
            yield Surface(unit, text.lower())


def _both_ways(schema: Schema) -> Schema:
    """Return the schema with relations symmetric that are so by their meaning and join a type with itself."""
    return replace(schema, relations=tuple(_both_ways_by_name(each) for each in schema.relations))


def _both_ways_by_name(relation: RelationType) -> RelationType:
    alike = all(signature.head == signature.tail for signature in relation.signatures)
    named = any(word.startswith(BOTH_WAYS) for word in spoken(relation.name).split())
    return replace(relation, symmetric=relation.symmetric or (alike and named))


def _years(graph: str, store: GraphStore, schema: Schema) -> frozenset[tuple[str, str]]:
    """Return the number properties, by owner and key, whose smallest and largest values are whole years."""
    found = set()
    for kind in schema.types:
        for each in kind.properties:
            if each.kind == "number" and not each.many:
                ends = [_extreme(graph, store, kind.name, each.name, way) for way in ("min", "max")]
                if all(isinstance(end, int | float) and end == int(end) and 1000 <= end <= 2200 for end in ends):
                    found.add((kind.name, each.name))
    return frozenset(found)


def _extreme(graph: str, store: GraphStore, owner: str, key: str, way: str) -> object:
    query = Match(
        variables=(Var(name="x", types=(owner,) if owner else ()),),
        returns=(Return(variable="x", key=key, aggregate=way),),
    )
    rows = store.match(graph, query, limit=1, evidence=False).rows
    return rows[0].cells[0] if rows else None


def _type_offers(schema: Schema) -> dict[str, frozenset[Slot]]:
    found: dict[str, set[Slot]] = defaultdict(set)
    for relation in schema.relations:
        for signature in relation.signatures:
            found[signature.head].add((relation.name, "head"))
            found[signature.tail].add((relation.name, "tail"))
    return {name: frozenset(slots) for name, slots in found.items()}


def _few(graph: str, store: GraphStore, schema: Schema) -> list[Node]:
    """Return the nodes of all types that have few."""
    found: list[Node] = []
    for kind in schema.types:
        if kind.name and kind.count <= MEMBERS:
            query = Match(variables=(Var(name="x", types=(kind.name,)),), returns=(Return(variable="x"),))
            rows = store.match(graph, query, limit=MEMBERS, evidence=False).rows
            found += [row.cells[0] for row in rows if isinstance(row.cells[0], Node)]
    return found


def _sentences(schema: Schema, embedder: Embedder) -> dict[str, Vectors]:
    """Return each relation said in full with the types that it mostly joins."""
    found = {}
    for relation in schema.relations:
        signature = max(relation.signatures, key=lambda each: each.count, default=Signature("", ""))
        text = f"{spoken(signature.head)} {bare(spoken(relation.name))} {spoken(signature.tail)}"
        found[relation.name] = embedder.embed([text.strip()])
    return found


def _persons(schema: Schema, embedder: Embedder) -> frozenset[str]:
    """Return the types that are people, so that "who" has something to ask for."""
    names = [kind.name for kind in schema.types if kind.name]
    if not names:
        return frozenset()
    likeness = (embedder.embed([spoken(name) for name in names]) @ embedder.embed(["person", "man", "woman"]).T).max(
        axis=1
    )
    return frozenset(name for name, like in zip(names, likeness, strict=True) if like > _PERSON)


def _slots(
    graph: str, store: GraphStore, schema: Schema, embedder: Embedder
) -> tuple[dict[Slot, frozenset[Slot]], dict[Slot, frozenset[str]], dict[str, Vectors]]:
    """Learn from a sample of each relation's ends what else such nodes do: a schema where there are no types."""
    offers: dict[Slot, frozenset[Slot]] = {}
    types: dict[Slot, frozenset[str]] = {}
    tails: dict[str, Vectors] = {}
    for relation in schema.relations:
        for end, direction in (("head", "out"), ("tail", "in")):
            ids, kinds, names = _sample(graph, store, relation.name, direction)
            declared = {getattr(each, end) for each in relation.signatures}
            types[relation.name, end] = frozenset(declared or kinds)
            slots: Counter[Slot] = Counter()
            for degrees in store.degree(graph, ids).values():
                slots.update({(name, "head" if way == "out" else "tail") for name, way in degrees})
            offers[relation.name, end] = frozenset(slots)
            if end == "tail" and names:
                centroid = embedder.embed(names[:_TAILS]).mean(axis=0, keepdims=True)
                tails[relation.name] = centroid / max(float(np.linalg.norm(centroid)), 1e-9)
    return offers, types, tails


def _sample(graph: str, store: GraphStore, relation: str, direction: str) -> tuple[list[str], set[str], list[str]]:
    query = Match(
        variables=(Var(name="x"), Var(name="y")),
        patterns=(Pattern(source="x", target="y", relations=(relation,), direction=direction),),
        returns=(Return(variable="x"),),
        limit=_SAMPLE,
    )
    cells = [row.cells[0] for row in store.match(graph, query, limit=_SAMPLE, evidence=False).rows]
    found = [cell for cell in cells if hasattr(cell, "type")]
    return [n.id for n in found], {n.type for n in found}, [n.name for n in found]  # type: ignore[union-attr]


def _values(graph: str, store: GraphStore, schema: Schema) -> dict[str, tuple[SharedValue, ...]]:
    found: dict[str, list[SharedValue]] = defaultdict(list)
    for kind in schema.types:
        for each in kind.properties:
            if each.kind != "text":
                continue
            query = Match(
                variables=(Var(name="x", types=(kind.name,) if kind.name else ()),),
                conditions=(Condition(variable="x", key=each.name, operator="exists"),),
                returns=(Return(variable="x", key=each.name),),
                limit=_VALUES + 1,
            )
            rows = store.match(graph, query, limit=_VALUES + 1, evidence=False).rows
            if len(rows) > _VALUES:
                continue
            for row in rows:
                cell = row.cells[0]
                for value in cell if isinstance(cell, tuple) else (cell,):
                    if isinstance(value, str) and 1 < len(value) <= 60:
                        found[value.casefold()].append(SharedValue(kind.name, each.name, value))
    return {text: tuple(values) for text, values in found.items()}
