"""What a graph holds, counted: the parts that every store shares."""

from collections.abc import Iterable, Mapping
from typing import Any

from agents.declaration import Declaration, PropertyWords, RelationWords, TypeWords
from agents.model import Json, NodeType, PropertyType, RelationType, Schema, Signature

Properties = Mapping[str, tuple[PropertyType, ...]]  # by type or relation


def counted(
    sizes: Mapping[str, int],
    signatures: Mapping[str, tuple[Signature, ...]],
    of_types: Properties,
    of_relations: Properties,
    version: int,
) -> Schema:
    """Return the schema of these counts, what is frequent first."""
    node_types = [NodeType(name, size, of_types.get(name, ())) for name, size in sizes.items()]
    relation_types = [
        RelationType(name, sum(each.count for each in some), some, of_relations.get(name, ()))
        for name, some in signatures.items()
    ]
    return Schema(
        tuple(sorted(node_types, key=lambda each: (-each.count, each.name))),
        tuple(sorted(relation_types, key=lambda each: (-each.count, each.name))),
        sum(sizes.values()),
        sum(each.count for each in relation_types),
        version,
    )


def properties(rows: Iterable[tuple[str, str, int, Any, int, int, int, int, int]]) -> Properties:
    """Return properties from rows of (owner, name, how many, several values?, flags, numbers, dates, years, all)."""
    found: dict[str, tuple[PropertyType, ...]] = {}
    for owner, name, size, many, *kinds in rows:
        found[owner] = (*found.get(owner, ()), PropertyType(name, _kind(*kinds), size, bool(many)))
    return found


def signatures(rows: Iterable[tuple[str, str, str, int, int, int]]) -> dict[str, tuple[Signature, ...]]:
    """Return each relation's signatures from rows of (relation, head, tail, how many, heads, tails)."""
    found: dict[str, tuple[Signature, ...]] = {}
    for relation, head, tail, *counts in rows:
        found[relation] = (*found.get(relation, ()), Signature(head, tail, *counts))
    return found


def declared(schema: Schema, declaration: Declaration) -> Schema:
    """Lay the declaration's words over what was counted."""
    return Schema(
        tuple(_named_type(each, declaration.types.get(each.name, TypeWords())) for each in schema.types),
        tuple(
            _named_relation(each, declaration.relations.get(each.name, RelationWords())) for each in schema.relations
        ),
        schema.nodes,
        schema.edges,
        schema.version,
    )


def schema_from_json(data: Json) -> Schema:
    """Read a schema from its JSON form."""
    return Schema(
        tuple(NodeType(**{**each, "properties": _property_types(each), **_tuples(each)}) for each in data["types"]),
        tuple(_relation_from_json(each) for each in data["relations"]),
        data["nodes"],
        data["edges"],
        data["version"],
    )


def _relation_from_json(data: Json) -> RelationType:
    signatures = tuple(Signature(**each) for each in data["signatures"])
    return RelationType(**{**data, "signatures": signatures, "properties": _property_types(data), **_tuples(data)})


def _property_types(data: Json) -> tuple[PropertyType, ...]:
    return tuple(PropertyType(**{**each, **_tuples(each)}) for each in data["properties"])


def _tuples(data: Json) -> dict[str, tuple[str, ...]]:
    return {key: tuple(data[key]) for key in ("synonyms", "inverse_synonyms") if key in data}


def _kind(flags: int, numbers: int, dates: int, years: int, total: int) -> str:
    """Name what all values are; a mixture is text, and so are years alone, but beside dates they are such."""
    return {flags: "flag", numbers: "number", dates + years if dates else 0: "date"}.get(total, "text")


def _named_type(each: NodeType, words: TypeWords) -> NodeType:
    properties = tuple(_named_property(one, words.properties) for one in each.properties)
    return NodeType(each.name, each.count, properties, words.description, words.synonyms)


def _named_relation(each: RelationType, words: RelationWords) -> RelationType:
    properties = tuple(_named_property(one, words.properties) for one in each.properties)
    said: dict[str, Any] = {name: getattr(words, name) for name in RelationWords.model_fields if name != "properties"}
    return RelationType(each.name, each.count, each.signatures, properties, **said)


def _named_property(each: PropertyType, words: dict[str, PropertyWords]) -> PropertyType:
    said = words.get(each.name, PropertyWords())
    return PropertyType(each.name, each.kind, each.count, each.many, said.description, said.synonyms, said.unit)
