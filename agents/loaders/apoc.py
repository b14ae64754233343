"""JSON lines as Neo4j's `apoc.export.json` writes them, a node or a relationship a line.

    {"type": "node", "id": "7", "labels": ["City"], "properties": {"name": "Ghent"}}
    {"type": "relationship", "label": "IN", "properties": {}, "start": {"id": "7"}, "end": {"id": "8"}}

A line that holds a node or an edge whole, under "exact" as our own export writes it, is taken at its word. One of
them may hold what is declared of the graph, under "declaration"; that of an empty graph stands alone.
The array form (the same lines in "[", "," and "]") is read too. Nodes and relationships may be mixed.
"""

import json
from collections.abc import Iterator
from typing import Any

from agents.declaration import Declaration, declaration
from agents.errors import PackError
from agents.loaders.props import node, tidy
from agents.loaders.records import Declared, Item, Record, Reject
from agents.loaders.textfile import TextFile, unfit
from agents.model import Edge, Node, Value

NEEDS = 'it needs lines of JSON objects, each with a "type" of "node" or "relationship"'
_KINDS = ("node", "relationship", "declaration")


_LARGEST = 10**300  # of what a float comes near


class _Bad(ValueError):
    """Why a line is no record."""


def looks_like(file: TextFile) -> bool:
    """Say whether one of the first lines is such an object."""
    return any(_kind(line) in _KINDS for line in file.sample[:20])


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield a node for each line of one; every line that is neither a node nor a relationship is rejected here."""
    for number, line in _lines(file):
        try:
            data = _read(line)
            if "declaration" in data:
                yield Declared(_declaration(data["declaration"]))
            if data["type"] == "node":
                yield Record(record(data), file.name, number)
        except _Bad as bad:
            yield Reject(file.name, number, str(bad), line)


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge for each line of a relationship."""
    for number, line in _lines(file):
        try:
            data = _read(line)
        except _Bad:
            continue  # told of among the nodes
        try:
            if data["type"] == "relationship":
                yield Record(record(data), file.name, number)
        except _Bad as bad:
            yield Reject(file.name, number, str(bad), line)


def record(data: dict[str, Any]) -> Node | Edge:
    """Return the node or the edge of a line; raise ValueError saying why there is none."""
    read = _node if data["type"] == "node" else _edge
    return _exact(data) if "exact" in data else read(data)


def _declaration(data: Any) -> Declaration:
    try:
        return declaration(data)
    except PackError as error:
        raise _Bad(str(error)) from error


def _exact(data: dict[str, Any]) -> Node | Edge:
    bag, kind = data["exact"], Node if data["type"] == "node" else Edge
    try:
        found = kind.from_json({**bag, "props": _whole(bag.get("props", {}))})
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise _Bad('its "exact" is no node and no edge') from error
    if not _is_sound(found):
        raise _Bad('its "exact" is no node and no edge')
    return found


def _whole(bag: dict[str, Any]) -> dict[str, Value]:
    """Make values property values; whole numbers stay such, even those that foreign data is not trusted with."""
    told = tidy(bag)
    return {key: _number(bag[key], value) for key, value in told.items()}


def _number(given: Any, told: Value) -> Value:
    if isinstance(told, tuple) and len(given) == len(told):
        return tuple(_number(*pair) for pair in zip(given, told, strict=True))  # type: ignore[misc]
    return given if type(given) is int and abs(given) < _LARGEST else told


def _is_sound(found: Node | Edge) -> bool:
    """Say whether all that has to be text is text, and there is an identity."""
    if isinstance(found, Node):
        return bool(found.id) and all(isinstance(each, str) for each in found.aliases)
    said = [text for each in found.sources for text in (each.kind, each.name, each.detail)]
    return all(found.triple) and 0 <= found.confidence <= 1 and all(isinstance(each, str) for each in said)


def _lines(file: TextFile) -> Iterator[tuple[int, str]]:
    for number, line in file.lines():
        if text := _bare(line):
            yield number, text


def _bare(line: str) -> str:
    text = line.strip()
    text = text[1:] if text.startswith("[") else text
    text = text[:-1] if text.endswith("]") else text
    return text.strip().strip(",").strip()


def _kind(line: str) -> Any:
    try:
        return _read(_bare(line))["type"]
    except _Bad:
        return None


def _read(line: str) -> dict[str, Any]:
    if reason := unfit(line):
        raise _Bad(reason)
    try:
        data = json.loads(line, parse_constant=_no_constant)
        _ = line if "\\u" not in line else json.dumps(data, ensure_ascii=False).encode()
    except RecursionError as error:
        raise _Bad("it is nested too deep") from error
    except UnicodeEncodeError as error:
        raise _Bad("it holds half a character (a lone surrogate)") from error
    except ValueError as error:
        raise _Bad(f"it is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("type") not in _KINDS:
        raise _Bad('its "type" is neither "node" nor "relationship"')
    return data


def _no_constant(name: str) -> None:
    raise _Bad(f"{name} is no number that JSON knows")


def _node(data: dict[str, Any]) -> Node:
    labels = data.get("labels") or []
    if not isinstance(labels, list) or not all(isinstance(each, str) and each for each in labels):
        raise _Bad('its "labels" are not a list of names')
    return node(_id(data, "node"), tuple(labels), _properties(data))


def _edge(data: dict[str, Any]) -> Edge:
    relation = data.get("label")
    if not isinstance(relation, str) or not relation.strip():
        raise _Bad('the relationship has no "label"')
    ends = [data.get(each) for each in ("start", "end")]
    head, tail = (_id(each if isinstance(each, dict) else {"id": each}, "relationship's end") for each in ends)
    return Edge(head, relation.strip(), tail, tidy(_properties(data)))


def _properties(data: dict[str, Any]) -> dict[str, Any]:
    properties = data.get("properties") or {}
    if not isinstance(properties, dict):
        raise _Bad('its "properties" are not an object')
    return properties


def _id(data: dict[str, Any], what: str) -> str:
    id = data.get("id")
    if isinstance(id, bool) or not isinstance(id, (str, int)) or not str(id).strip():
        raise _Bad(f'the {what} has no "id"')
    return str(id).strip()
