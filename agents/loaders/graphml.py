"""GraphML as networkx, Gephi, yEd and our own export write it, read as a stream.

Keys of other tools are read by their names: "name" or "label" is a node's name, "type" or "labels" its type, as in
any data (see `agents.loaders.props`); an edge's relation is what its "relation", "type", "label" or key says.
An undirected edge becomes one from its source to its target.
"""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from agents.errors import LoadError
from agents.loaders.graphml_words import FIELD, JSON, PROPERTY, Key, real_id
from agents.loaders.props import node as any_node
from agents.loaders.props import tidy
from agents.loaders.records import Item, Record, Reject, Skip
from agents.loaders.textfile import TextFile
from agents.model import Edge, Node, Provenance, Scalar, Value

NEEDS = "it needs GraphML, an XML file whose root is <graphml>"
_RELATIONS = ("relation", "type", "label", "labels", "predicate", "interaction")
_USUAL = "RELATED_TO"
_WHOLE, _BROKEN = ("int", "long"), ("float", "double")
Keys = dict[str, Key]
Told = dict[tuple[str, str], Value]  # (role, name) → value


class _Bad(ValueError):
    """Why an element is no record."""


def looks_like(file: TextFile) -> bool:
    """Say whether the root is <graphml>."""
    return any("<graphml" in line for line in file.sample[:20])


def nodes(file: TextFile) -> Iterator[Item]:
    """Yield a node for each <node>."""
    yield from _items(file, "node")


def edges(file: TextFile) -> Iterator[Item]:
    """Yield an edge for each <edge>."""
    yield from _items(file, "edge")


def _items(file: TextFile, wanted: str) -> Iterator[Item]:
    keys: Keys = {}
    for line, element in _elements(file):
        name = _tag(element)
        if name == "key":
            keys[element.get("id", "")] = _key(element)
        elif name == wanted:
            try:
                told = _told(element, keys)
                yield Record(_node(element, told) if wanted == "node" else _edge(element, told), file.name, line)
            except _Bad as bad:
                yield Reject(file.name, line, str(bad), str(dict(element.attrib))[:300])
        elif name == "data" and wanted == "node" and _is_history(element, keys):
            yield Skip("lines of a history")


def _elements(file: TextFile) -> Iterator[tuple[int, Element]]:
    """Yield keys, nodes, edges and data of graphs as they end, with the line; what was yielded is let go of."""
    parser: Any = XMLPullParser(("start", "end"))
    path: list[Element] = []
    try:
        for line, piece in _pieces(file):
            parser.feed(piece)
            for event, element in parser.read_events():
                if event == "start":
                    path.append(element)
                    continue
                path.pop()
                if _tag(element) in ("key", "node", "edge") or (path and _tag(path[-1]) == "graph"):
                    yield line, element
                    if path:
                        path[-1].remove(element)
        parser.close()
    except ParseError as error:
        raise LoadError(f"'{file.name}' is no sound XML: {error}.") from error


def _pieces(file: TextFile) -> Iterator[tuple[int, bytes]]:
    line = 1
    for chunk in file.chunks():
        if b"<!ENTITY" in chunk:
            raise LoadError(f"'{file.name}' declares entities, which are not read.")
        for piece in chunk.splitlines(keepends=True):
            yield line, piece
            line += piece.endswith(b"\n")


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _key(element: Element) -> Key:
    name = element.get("attr.name") or element.get("id") or ""
    role, kind = element.get("loregraph") or "", element.get("attr.type") or "string"
    if "-named" in role:
        name, role = str(json.loads(name)), role.replace("-named", "")
    return Key(element.get("for") or "all", name, kind, role)


def _told(element: Element, keys: Keys) -> Told:
    """Return what an element's data say."""
    found: Told = {}
    for data in (each for each in element if _tag(each) == "data"):
        key = keys.get(data.get("key", ""), Key("all", data.get("key", ""), "string"))
        role = key.role.removesuffix(f"-{JSON}")
        found[role, key.name] = (
            _coded(data.text or "") if key.role.endswith(JSON) else _typed(data.text or "", key.kind)
        )
    return found


def _is_history(data: Element, keys: Keys) -> bool:
    key = keys.get(data.get("key", ""))
    return key is not None and key.of == "graph" and key.name == "history"


def _coded(text: str) -> Value:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise _Bad("a value of it is no JSON, and should be") from error
    return tuple(value) if isinstance(value, list) else value


def _typed(text: str, kind: str) -> Scalar:
    """Return a value in its type; one that is not of it is text."""
    try:
        if kind == "boolean":
            return {"true": True, "1": True, "false": False, "0": False}[text.strip().lower()]
        return int(text) if kind in _WHOLE else float(text) if kind in _BROKEN else text
    except (ValueError, KeyError):
        return text


def _node(element: Element, told: Told) -> Node:
    id = _id(element, "id")
    if not any(role == FIELD for role, _ in told):
        bag: dict[str, Any] = {name: value for (_, name), value in told.items()}
        labels = str(bag.pop("labels", "") or bag.pop("type", "") or bag.pop("kind", ""))
        return any_node(id, tuple(each for each in labels.replace(";", ":").split(":") if each.strip()), bag)
    aliases = told.get((FIELD, "aliases"), ())
    name, type, description = (str(told.get((FIELD, key), "")) for key in ("name", "type", "description"))
    return Node(
        id, type, name, tuple(map(str, aliases)) if isinstance(aliases, tuple) else (), description, _props(told)
    )


def _props(told: Told) -> dict[str, Value]:
    ours = {name: value for (role, name), value in told.items() if role == PROPERTY}
    return ours | tidy({name: value for (role, name), value in told.items() if not role})


def _edge(element: Element, told: Told) -> Edge:
    head, tail = _id(element, "source"), _id(element, "target")
    if (FIELD, "relation") not in told:
        bag: dict[str, Any] = {name: value for (_, name), value in told.items()}
        named = next((key for key in _RELATIONS if str(bag.get(key, "")).strip()), None)
        relation = str(bag.pop(named)).strip(": ") if named else _USUAL
        return Edge(head, relation, tail, tidy(bag))
    sure, status = told.get((FIELD, "confidence"), 1.0), str(told.get((FIELD, "status"), "accepted"))
    if not isinstance(sure, (int, float)) or not 0 <= sure <= 1:
        raise _Bad("its confidence is no number from 0 to 1")
    relation = str(told[FIELD, "relation"])
    return Edge(head, relation, tail, _props(told), _sources(told), float(sure), status)


def _sources(told: Told) -> tuple[Provenance, ...]:
    try:
        given = json.loads(str(told.get((FIELD, "sources"), "[]")))
        return tuple(Provenance(*(str(each[key]) for key in ("kind", "name", "detail"))) for each in given)
    except (ValueError, TypeError, KeyError) as error:
        raise _Bad("its sources are not as they should be") from error


def _id(element: Element, key: str) -> str:
    id = real_id(element.get(key, ""))
    if not id:
        raise _Bad(f"it has no '{key}'")
    return id
