"""What can be said about a graph: a unit for each relation (either way), type, property and common value.

Prepared once a graph's version. A unit knows the words it goes by, their vectors, and what it can be joined
with; so most readings that the graph cannot hold are dropped before the store is asked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder, Vectors
from agents.model import PropertyType, RelationType, Schema
from agents.query import Condition, Match, Pattern, Return, Var
from agents.reading.definitions import defined
from agents.reading.meaning import Meaning
from agents.reading.names import bare, spoken

Kind = Literal["relation", "type", "property"]
Slot = tuple[str, str]  # (relation, "head" | "tail"): being that end of an edge of that relation
_SAMPLE = 200  # nodes looked at to learn what a slot's nodes can do
_TAILS = 12  # tails whose names show what a relation leads to
_VALUES = 400  # distinct values of a text property that are kept as words


@dataclass(frozen=True)
class Unit:
    """Something of the schema that words may mean. `owner` is the type that carries a property ("" : untyped)."""

    kind: Kind
    name: str
    owner: str = ""
    number: bool = False  # a property that can be ordered
    date: bool = False
    unit: str = ""

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
    surfaces: list[Surface]
    vectors: Vectors  # (len(surfaces), dimensions)
    offers: dict[Slot, frozenset[Slot]]  # what a node that fills a slot may fill besides
    type_offers: dict[str, frozenset[Slot]]
    slot_types: dict[Slot, frozenset[str]]
    slot_owners: dict[Slot, frozenset[str]] = field(default_factory=dict)
    tails: dict[str, Vectors] = field(default_factory=dict)  # relation -> centroids of tails' names, (1, dimensions)
    values: dict[str, tuple[SharedValue, ...]] = field(default_factory=dict)
    definitions: dict[str, Meaning] = field(default_factory=dict)

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

    def relation(self, name: str) -> RelationType:
        """Return what the schema says of a relation."""
        return self.schema.relation(name) or RelationType(name)


def prepare(graph: str, store: GraphStore, embedder: Embedder) -> Lexicon:
    """Read a graph's schema, samples of its nodes and its common values into a Lexicon."""
    schema = store.schema(graph)
    surfaces = list(dict.fromkeys(_surfaces(schema)))
    offers, slot_types, tails = _slots(graph, store, schema, embedder)
    return Lexicon(
        graph=graph,
        schema=schema,
        surfaces=surfaces,
        vectors=embedder.embed([surface.text for surface in surfaces]),
        offers=offers,
        type_offers=_type_offers(schema),
        slot_types=slot_types,
        tails=tails,
        values=_values(graph, store, schema),
        definitions=defined(store.declaration(graph).definitions),
    )


def _surfaces(schema: Schema) -> Iterable[Surface]:
    for relation in schema.relations:
        unit = Unit("relation", relation.name)
        for text in (spoken(relation.name), bare(spoken(relation.name)), *relation.synonyms):
            yield Surface(unit, text.lower())
        for text in relation.inverse_synonyms:
            yield Surface(unit, text.lower(), backwards=True)
    for kind in schema.types:
        if kind.name:
            unit = Unit("type", kind.name)
            for text in (spoken(kind.name), *kind.synonyms):
                yield Surface(unit, text.lower())
        yield from _property_surfaces(kind.name, kind.properties)


def _property_surfaces(owner: str, properties: tuple[PropertyType, ...]) -> Iterable[Surface]:
    for each in properties:
        unit = Unit("property", each.name, owner, each.kind == "number", each.kind == "date", each.unit)
        for text in (spoken(each.name), *each.synonyms):
            yield Surface(unit, text.lower())


def _type_offers(schema: Schema) -> dict[str, frozenset[Slot]]:
    found: dict[str, set[Slot]] = defaultdict(set)
    for relation in schema.relations:
        for signature in relation.signatures:
            found[signature.head].add((relation.name, "head"))
            found[signature.tail].add((relation.name, "tail"))
    return {name: frozenset(slots) for name, slots in found.items()}


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
