"""Nodes and edges as properties in Neo4j, and back, with nothing lost.

A value is kept under its own name wherever Neo4j can hold it. `_f:NAME` beside it has what is compared (texts
folded, flags as 0 and 1) where that is something else. Lists of several kinds, which Neo4j cannot hold, are
coded texts: `_m:NAME` as written, `_c:NAME` as compared. Integers of more than 64 bits are in `_big`, too.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from agents.graphs.cypher_words import ENTITY, OF_EDGES, OF_NODES, name_of, quoted, token, word_token
from agents.graphs.folding import fold, real
from agents.model import Edge, Node, Provenance, Scalar, Value

FOLDED, MIXED, COMPARED, BIG = "_f:", "_m:", "_c:", "_big"
KEY, TYPE, NAME, ALIASES, ID, DESCRIPTION = "_key", "_type", "_name", "_aliases", "_id", "_description"
FIND, VECTOR = "_find", "_vector"
SOURCES, CONFIDENCE, STATUS = "_sources", "_confidence", "_status"
HIDDEN = [FIND, VECTOR, NAME, ALIASES, ID, DESCRIPTION]  # never fetched with a node
ACCEPTED = "accepted"
Properties = dict[str, Any]
Formed = dict[str, str]  # property: letters of its Forms
_encode = json.JSONEncoder(ensure_ascii=False).encode


def labels(type: str) -> str:
    """Return the labels of a node as they stand in a statement."""
    return f":{ENTITY}:{quoted(word_token(type))}" if type else f":{ENTITY}"


def node_properties(graph: str, key: int, node: Node, find: str) -> tuple[Properties, Formed]:
    """Return what a node is kept as, and the forms of its properties."""
    kept, formed = stored(node.props, OF_NODES)
    name, id, description = fold(node.name), fold(node.id), fold(node.description)
    kept |= {"graph": graph, "id": node.id, "name": node.name, KEY: key, TYPE: node.type, NAME: name, FIND: find}
    if node.aliases:
        kept |= {"aliases": list(node.aliases), ALIASES: [fold(each) for each in node.aliases]}
    if node.description:
        kept["description"] = node.description
    if id != node.id:
        kept[ID] = id
    if description != node.description:
        kept[DESCRIPTION] = description
    return kept, formed


def edge_properties(edge: Edge) -> tuple[Properties, Formed]:
    """Return what an edge is kept as, and the forms of its properties; what is as usual is left out."""
    kept, formed = stored(edge.props, OF_EDGES)
    if edge.sources:
        kept[SOURCES] = _encode([(each.kind, each.name, each.detail) for each in edge.sources])
    if edge.confidence != 1.0:
        kept[CONFIDENCE] = float(edge.confidence)
    if edge.status != ACCEPTED:
        kept[STATUS] = edge.status
    return kept, formed


def node_of(fields: Iterable[tuple[str, Any]]) -> Node:
    """Build a node from its fields, the hidden ones left out."""
    kept = dict(fields)
    aliases, description = tuple(kept.get("aliases", ())), kept.get("description", "")
    return Node(kept["id"], kept[TYPE], kept["name"], aliases, description, props_of(kept, OF_NODES))


def edge_of(head: str, relation: str, tail: str, kept: Mapping[str, Any]) -> Edge:
    """Build an edge from its ends, its relation's name and what is kept of it."""
    sources = tuple(Provenance(*each) for each in json.loads(kept[SOURCES])) if SOURCES in kept else ()
    confidence, status = kept.get(CONFIDENCE, 1.0), kept.get(STATUS, ACCEPTED)
    return Edge(head, relation, tail, props_of(kept, OF_EDGES), sources, confidence, status)


# --- values ---


def stored(props: Mapping[str, Value], own: frozenset[str]) -> tuple[Properties, Formed]:
    """Return properties as Neo4j holds them, and their forms."""
    kept: Properties = {}
    formed: Formed = {}
    big: dict[str, int] = {}
    for name, value in props.items():
        under = token(name, own)
        if isinstance(value, (tuple, list)):
            formed[name] = _store_several(kept, under, tuple(value))
            continue
        if _is_big(value):
            big[name] = value  # type: ignore[assignment]
            value = real(value)  # type: ignore[arg-type]
        kept[under] = value
        formed[name] = "t" if isinstance(value, str) else "n"
        if (compared := comparable(value)) is not value and (compared != value or isinstance(value, bool)):
            kept[FOLDED + under] = compared
            formed[name] += "f"
    if big:
        kept[BIG] = json.dumps(big)
    return kept, formed


def _store_several(kept: Properties, under: str, values: tuple[Scalar, ...]) -> str:
    compared = [comparable(each) for each in values]
    if len({type(each) for each in values}) != 1 or any(map(_is_big, values)):
        kept[MIXED + under] = [_coded(each) for each in values]
        kept[COMPARED + under] = [_coded(each) for each in compared]
        return "m" + _letters(values)
    kept[under] = list(values)
    if isinstance(values[0], bool) or compared != list(values):
        kept[FOLDED + under] = compared
        return "lf" + _letters(values)
    return "l" + _letters(values)


def props_of(kept: Mapping[str, Any], own: frozenset[str]) -> dict[str, Value]:
    """Read properties back, sorted by name."""
    found: dict[str, Value] = {}
    for under, value in kept.items():
        if under.startswith(MIXED):
            found[name_of(under.removeprefix(MIXED)) or ""] = tuple(_decoded(each) for each in value)
        elif (name := name_of(under, own)) is not None:
            found[name] = tuple(value) if isinstance(value, list) else value
    if BIG in kept:
        found |= json.loads(kept[BIG])
    return dict(sorted(found.items()))


def comparable(value: Scalar) -> int | float | str:
    """Return a value as it is compared: texts folded, flags as numbers."""
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, bool):
        return int(value)
    return real(value) if _is_big(value) else value


def _letters(values: Iterable[Scalar]) -> str:
    return "".join(sorted({"t" if isinstance(each, str) else "n" for each in values}))


def _is_big(value: Scalar) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and not -(2**63) <= value < 2**63


def _coded(value: Scalar) -> str:
    if isinstance(value, str):
        return "s" + value
    if isinstance(value, bool):
        return "b1" if value else "b0"
    return (
        f"i{value}" if isinstance(value, int) and not _is_big(value) else f"{'z' if _is_big(value) else 'f'}{value!r}"
    )


def _decoded(text: str) -> Scalar:
    read = {"s": str, "i": int, "z": int, "f": float, "b": lambda each: each == "1"}[text[0]]
    return read(text[1:])  # type: ignore[no-any-return, operator]
