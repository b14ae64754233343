"""What a database of others holds. Neo4j's own counts are taken; what they do not tell is counted in a sample.

Up to `SAMPLE` nodes of a label and edges of a type are looked at: where there are no more, the counts are exact.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from agents.graphs import summary
from agents.graphs.bolt_connections import Transaction
from agents.graphs.cypher_values import NUMBER
from agents.graphs.cypher_words import quoted
from agents.graphs.foreign_kinds import UNSAYABLE, Kind
from agents.graphs.foreign_layout import ForeignLayout
from agents.graphs.foreign_values import SHORT, SHOWN
from agents.model import NodeType, RelationType, Schema, Signature

SAMPLE = 50_000
_DATE, _YEAR = r"(?s)\d{4}-\d{2}.*", r"\d{4}"
_VALUES = (
    f" UNWIND [k IN keys(o) WHERE NOT k IN $own AND {SHORT.format(v='o[k]')}] AS k WITH k, o[k] AS v"
    f" WITH k, v IS :: LIST<ANY> NOT NULL AS many, [x IN [] + v | {SHOWN.format(v='x')}] AS l WHERE size(l) > 0"
    " RETURN $owner, k, count(*) AS size, sum(CASE WHEN many THEN 1 ELSE 0 END) > 0,"
    " sum(size([x IN l WHERE x IS :: BOOLEAN NOT NULL])),"
    f" sum(size([x IN l WHERE x IS :: {NUMBER}])),"
    " sum(size([x IN l WHERE x IS :: STRING NOT NULL AND x =~ $date])),"
    " sum(size([x IN l WHERE x IS :: STRING NOT NULL AND x =~ $year])), sum(size(l)) ORDER BY size DESC, k"
)


def count(tx: Transaction, layout: ForeignLayout, version: int) -> Schema:
    """Count what the database holds of these kinds."""
    types = [_type(tx, layout, each) for each in layout.kinds]
    relations = [_relation(tx, layout, each) for each in _relations(tx)]
    ordered = sorted(filter(None, relations), key=lambda each: (-each.count, each.name))
    types.sort(key=lambda each: (-each.count, each.name))
    nodes = tx.one(f"MATCH (n:{layout.any}) WHERE {layout.within('n')} RETURN count(n)")
    return Schema(tuple(types), tuple(ordered), nodes[0] if nodes else 0, sum(each.count for each in ordered), version)


def _relations(tx: Transaction) -> list[str]:
    found = tx.all("CALL db.relationshipTypes() YIELD relationshipType AS name RETURN name ORDER BY name")
    return [name for (name,) in found if not set(name) & UNSAYABLE]


def _type(tx: Transaction, layout: ForeignLayout, kind: Kind) -> NodeType:
    some = f"MATCH (o:{quoted(kind.label)}) WHERE {layout.within('o')} WITH o LIMIT $most"
    rows = _rows(tx, some, kind.label, kind.own, kind.count)
    return NodeType(kind.label, kind.count, summary.properties(rows).get(kind.label, ()))


def _relation(tx: Transaction, layout: ForeignLayout, name: str) -> RelationType | None:
    """Return what is known of the edges of a type, or None where there are none between these nodes."""
    joined = f"MATCH (h:{layout.any})-[o:{quoted(name)}]->(t:{layout.any}) WHERE {layout.within('h')}"
    some = f"{joined} WITH h, o, t LIMIT $most"
    looked = tx.one(f"{some} RETURN count(*)", most=SAMPLE)
    if looked is None or not looked[0]:
        return None
    total = looked[0] if looked[0] < SAMPLE else _total(tx, name)
    share = total / looked[0]
    ends = tx.rows(
        f"{some} UNWIND [l IN labels(h) WHERE l IN $labels] AS a UNWIND [l IN labels(t) WHERE l IN $labels] AS b"
        " RETURN a, b, count(*) AS size, count(DISTINCT h), count(DISTINCT t) ORDER BY size DESC, a, b",
        most=SAMPLE,
        labels=[each.label for each in layout.kinds],
    )
    signatures = tuple(Signature(head, tail, *(round(share * each) for each in sizes)) for head, tail, *sizes in ends)
    properties = summary.properties(_rows(tx, f"{some} WITH o", name, (), total)).get(name, ())
    return RelationType(name, total, signatures, properties)


def _total(tx: Transaction, name: str) -> int:
    """Return how many edges there are of a type, of whatever nodes: Neo4j keeps that count."""
    row = tx.one(f"MATCH ()-[e:{quoted(name)}]->() RETURN count(e)")
    return int(row[0]) if row else 0


def _rows(tx: Transaction, some: str, owner: str, own: Iterable[str], total: int) -> list[Any]:
    """Return a row for each property, as `summary.properties` takes them, counted up to the whole."""
    statement = f"{some}{_VALUES}"
    found = tx.rows(statement, most=SAMPLE, owner=owner, own=list(own), date=_DATE, year=_YEAR)
    rows = [row for row in found if not set(row[1]) & UNSAYABLE]
    return [_scaled(row, max(1.0, total / SAMPLE)) for row in rows]


def _scaled(row: Sequence[Any], share: float) -> list[Any]:
    owner, name, size, *rest = row
    return [owner, name, round(size * share), *rest]
