"""What a graph holds, counted once a version and kept in the file for every process."""

import json
import sqlite3
from typing import Any

from agents.declaration import Declaration, PropertyWords, RelationWords, TypeWords
from agents.graphs.sqlite_connections import Reading
from agents.model import Json, NodeType, PropertyType, RelationType, Schema, Signature, record

_DATE = "v.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' OR v.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'"
_KINDS = (
    f"sum({{n}} * (typeof(v.value) = 'blob')), sum({{n}} * (typeof(v.value) IN ('integer', 'real'))),"
    f" sum({{n}} * (typeof(v.value) = 'text' AND ({_DATE}))),"
    " sum({n} * (typeof(v.value) = 'text' AND v.value GLOB '[0-9][0-9][0-9][0-9]')), sum({n})"
)


def count(reading: Reading) -> Schema:
    """Count what the graph holds; reads every node and edge."""
    conn, graph = reading.conn, reading.graph
    types, relations = _words(conn, "types", graph), _words(conn, "relations", graph)
    sizes = dict(conn.execute("SELECT type, count(*) FROM nodes WHERE graph = ? GROUP BY type", (graph,)))
    of_types = _properties(conn, graph, _NODE_PROPERTIES)
    of_relations = _properties(conn, graph, _EDGE_PROPERTIES)
    signatures = _signatures(conn, graph, types)
    node_types = [NodeType(types[key], size, of_types.get(key, ())) for key, size in sizes.items()]
    relation_types = [
        RelationType(relations[key], sum(each.count for each in some), some, of_relations.get(key, ()))
        for key, some in signatures.items()
    ]
    return Schema(
        tuple(sorted(node_types, key=lambda each: (-each.count, each.name))),
        tuple(sorted(relation_types, key=lambda each: (-each.count, each.name))),
        sum(sizes.values()),
        sum(each.count for each in relation_types),
        reading.version,
    )


def kept(conn: sqlite3.Connection, graph: int) -> Schema | None:
    """Return the summary that the file keeps, of whatever version, or None."""
    (text,) = conn.execute("SELECT summary FROM graphs WHERE key = ?", (graph,)).fetchone()
    return schema_from_json(json.loads(text)) if text else None


def keep(conn: sqlite3.Connection, graph: int, schema: Schema) -> None:
    """Keep a summary in the file, unless a later one is there."""
    conn.execute(
        "UPDATE graphs SET summary = ?, summary_version = ? WHERE key = ? AND coalesce(summary_version, -1) < ?",
        (json.dumps(record(schema), ensure_ascii=False), schema.version, graph, schema.version),
    )


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


def _words(conn: sqlite3.Connection, table: str, graph: int) -> dict[int, str]:
    return dict(conn.execute(f"SELECT key, name FROM {table} WHERE graph = ?", (graph,)))


def _signatures(conn: sqlite3.Connection, graph: int, types: dict[int, str]) -> dict[int, tuple[Signature, ...]]:
    """Return each relation's signatures, most frequent first."""
    rows = conn.execute(
        "SELECT e.relation, h.type, t.type, count(*), count(DISTINCT e.head), count(DISTINCT e.tail)"
        " FROM edges e JOIN nodes h ON h.key = e.head JOIN nodes t ON t.key = e.tail"
        " WHERE e.relation IN (SELECT key FROM relations WHERE graph = ?) GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3",
        (graph,),
    )
    found: dict[int, tuple[Signature, ...]] = {}
    for relation, head, tail, *counts in rows:
        found[relation] = (*found.get(relation, ()), Signature(types[head], types[tail], *counts))
    return found


_NODE_PROPERTIES = (
    "SELECT o.type, k.name, sum(v.place <= 0), max(v.place) >= 0, " + _KINDS.format(n="1") + " FROM nodes o"
    " JOIN bag_values v ON v.bag = o.bag JOIN keys k ON k.key = v.key WHERE o.graph = ?"
    " GROUP BY 1, 2 ORDER BY 3 DESC, 2"
)
_EDGE_PROPERTIES = (
    "SELECT o.relation, k.name, sum(o.n * (v.place <= 0)), max(v.place) >= 0, " + _KINDS.format(n="o.n") + " FROM"
    " (SELECT relation, bag, count(*) AS n FROM edges WHERE bag IS NOT NULL AND relation IN"
    " (SELECT key FROM relations WHERE graph = ?) GROUP BY relation, bag) o"
    " JOIN bag_values v ON v.bag = o.bag JOIN keys k ON k.key = v.key GROUP BY 1, 2 ORDER BY 3 DESC, 2"
)


def _properties(conn: sqlite3.Connection, graph: int, sql: str) -> dict[int, tuple[PropertyType, ...]]:
    found: dict[int, tuple[PropertyType, ...]] = {}
    for owner, name, size, many, *kinds in conn.execute(sql, (graph,)):
        found[owner] = (*found.get(owner, ()), PropertyType(name, _kind(*kinds), size, bool(many)))
    return found


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
