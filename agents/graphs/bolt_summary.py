"""What a graph in Neo4j holds, counted once a version and kept beside it for every process."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from agents.graphs import summary
from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_reading import BoltReading
from agents.graphs.bolt_rows import MIXED, TYPE
from agents.graphs.cypher_values import DECODED, NUMBER
from agents.graphs.cypher_words import ENTITY, OF_EDGES, OF_NODES, name_of
from agents.model import Schema, record

_DATE, _YEAR = r"(?s)\d{4}-\d{2}.*", r"\d{4}"
_MINE = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph"
_VALUES = (
    " UNWIND [k IN keys(o) WHERE NOT k IN $own AND (NOT k STARTS WITH '_' OR k STARTS WITH '_lg:' OR"
    f" k STARTS WITH '{MIXED}')] AS k WITH owner, k, o[k] AS v WITH owner, k, v IS :: LIST<ANY> AS many,"
    f" CASE WHEN k STARTS WITH '{MIXED}' THEN [m IN v | {DECODED.format(v='m')}] ELSE [] + v END AS l WHERE size(l) > 0"
    " RETURN owner, k, count(*), sum(CASE WHEN many THEN 1 ELSE 0 END) > 0,"
    " sum(size([x IN l WHERE x IS :: BOOLEAN NOT NULL])),"
    f" sum(size([x IN l WHERE x IS :: {NUMBER}])),"
    " sum(size([x IN l WHERE x IS :: STRING NOT NULL AND x =~ $date])),"
    " sum(size([x IN l WHERE x IS :: STRING NOT NULL AND x =~ $year])), sum(size(l))"
)
_Row = tuple[str, str, int, bool, int, int, int, int, int]


def count(reading: BoltReading) -> Schema:
    """Count what the graph holds; reads every node and edge."""
    tx, graph = reading.tx, reading.graph
    names = {token: name for name, token in reading.known_relations().items()}
    edges = f"{_MINE} MATCH (n)-[e]->(t:{ENTITY})"
    sizes = dict(tx.rows(f"{_MINE} RETURN n.{TYPE}, count(*)", graph=graph))
    ends = tx.rows(
        f"{edges} RETURN type(e), n.{TYPE}, t.{TYPE}, count(*) AS size, count(DISTINCT n), count(DISTINCT t)"
        f" ORDER BY size DESC, n.{TYPE}, t.{TYPE}",
        graph=graph,
    )
    patterns = {"graph": graph, "date": _DATE, "year": _YEAR}
    of_nodes = tx.rows(f"{_MINE} WITH n AS o, n.{TYPE} AS owner {_VALUES}", own=list(OF_NODES), **patterns)
    of_edges = tx.rows(f"{edges} WITH e AS o, type(e) AS owner {_VALUES}", own=[], **patterns)
    return summary.counted(
        sizes,
        summary.signatures((names.get(token, token), *rest) for token, *rest in ends),
        summary.properties(_by_name(of_nodes, OF_NODES)),
        summary.properties((names.get(owner, owner), *rest) for owner, *rest in _by_name(of_edges, OF_EDGES)),  # type: ignore[misc]
        reading.version,
    )


def kept(tx: Transaction, graph: str) -> Schema | None:
    """Return the summary that is kept beside the graph, of whatever version, or None."""
    row = tx.one("MATCH (g:LoregraphGraph {name: $name}) RETURN g.summary", name=graph)
    return summary.schema_from_json(json.loads(row[0])) if row and row[0] else None


def keep(tx: Transaction, graph: str, schema: Schema) -> None:
    """Keep a summary beside the graph, unless a later one is there."""
    tx.do(
        "MATCH (g:LoregraphGraph {name: $name}) WHERE coalesce(g.summary_version, -1) < $version"
        " SET g.summary = $text, g.summary_version = $version",
        name=graph,
        version=schema.version,
        text=json.dumps(record(schema), ensure_ascii=False),
    )


def carry_over(tx: Transaction, graph: str, before: int, version: int) -> None:
    """Let the summary of a version hold for a later one, in which only words were declared anew."""
    schema = kept(tx, graph)
    if schema is not None and schema.version == before:
        keep(tx, graph, replace(schema, version=version))


def _by_name(rows: Iterable[list[Any]], own: frozenset[str]) -> list[_Row]:
    """Return the rows by properties' names, those of coded values and of plain ones together, frequent ones first."""
    found: dict[tuple[str, str], list[int]] = {}
    for owner, under, *numbers in rows:
        name = name_of(under.removeprefix(MIXED), own) or ""
        before = found.get((owner, name), [0] * len(numbers))
        found[owner, name] = [a + b for a, b in zip(before, numbers, strict=True)]
    listed = [(owner, name, size, bool(many), *kinds) for (owner, name), (size, many, *kinds) in found.items()]
    return sorted(listed, key=lambda each: (-each[2], each[1]))  # type: ignore[arg-type]
