"""The ways to say what a schema holds: its names in words, synonyms, and what dotted names speak of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from agents.language.english import BOTH_WAYS
from agents.model import NodeType, PropertyType, RelationType, Schema
from agents.reading.lexicon import Surface, Unit, UnitKind
from agents.reading.names import bare, plain, spoken

Years = frozenset[tuple[str, str]]  # (type or relation, key) of number properties whose values are years


def surfaces(schema: Schema, years: Years) -> list[Surface]:
    """Return every way to say every unit of a schema, once."""
    found = [surface for relation in schema.relations for surface in _of_relation(relation)]
    found += [Surface(Unit("type", name, relations=by), spoken(name)) for name, by in _domains(schema).items()]
    for kind in schema.types:
        found += [*_of_type(kind), *_of_properties("property", kind.name, kind.properties, years)]
    for relation in schema.relations:
        found += _of_properties("label", relation.name, relation.properties, years)
    return list(dict.fromkeys(found))


def _of_relation(relation: RelationType) -> Iterable[Surface]:
    unit = Unit("relation", relation.name)
    said = spoken(relation.name)
    for text in (said, bare(said), bare(plain(said)), *relation.synonyms):
        yield Surface(unit, text.lower())
    for text in relation.inverse_synonyms:
        yield Surface(unit, text.lower(), backwards=True)


def _of_type(kind: NodeType) -> Iterable[Surface]:
    for text in (spoken(kind.name), plain(spoken(kind.name)), *kind.synonyms) if kind.name else ():
        yield Surface(Unit("type", kind.name), text.lower())


def _of_properties(kind: UnitKind, owner: str, properties: Iterable[PropertyType], years: Years) -> Iterable[Surface]:
    for each in properties:
        number, date, flag = (each.kind == which for which in ("number", "date", "flag"))
        unit = Unit(kind, each.name, owner, number, date, flag, year=(owner, each.name) in years)
        for text in (spoken(each.name), plain(spoken(each.name)), *each.synonyms):
            yield Surface(unit, text.lower())


def _domains(schema: Schema) -> dict[str, tuple[str, ...]]:
    """Return the types that dotted relation names speak of: the heads of "music.album.label" are albums."""
    found: dict[str, list[str]] = defaultdict(list)
    for relation in schema.relations:
        parts = relation.name.strip(".").split(".")
        if len(parts) > 1 and not any(signature.head for signature in relation.signatures):
            found[parts[-2]].append(relation.name)
    return {name: tuple(relations) for name, relations in found.items()}


def both_ways(schema: Schema) -> Schema:
    """Return the schema with relations symmetric that are so by their meaning and join a type with itself."""
    return replace(schema, relations=tuple(_both_ways(each) for each in schema.relations))


def _both_ways(relation: RelationType) -> RelationType:
    alike = all(signature.head == signature.tail for signature in relation.signatures)
    named = any(word.startswith(BOTH_WAYS) for word in spoken(relation.name).split())
    return replace(relation, symmetric=relation.symmetric or (alike and named))
