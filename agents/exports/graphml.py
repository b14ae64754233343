"""A graph as GraphML, which networkx, Gephi and yEd read, and `agents.loaders.graphml` reads back identical.

A key of the file has the attribute's name and type as GraphML knows them, and says under "loregraph" what it is to
us: a property, several values or a text that XML cannot hold (as JSON), or a field of our own (name, type, sources).
It is written as a stream: the keys, which stand first, are known once all else was written to a temporary file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from tempfile import TemporaryFile
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from agents.loaders.graphml_words import FIELD, JSON, KINDS, PROPERTY, Key, fits, xml_id
from agents.model import Edge, Node, Value, plain

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
Told = tuple[str, str, Value]  # a role, a name, and the value


def lines(records: Iterable[Node | Edge], history: Iterable[Mapping[str, Any]] = ()) -> Iterator[str]:
    """Yield the file's lines."""
    keys: dict[Key, str] = {}
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as body:
        for each in records:
            body.write(_node(each, keys) if isinstance(each, Node) else _edge(each, keys))
        for commit in history:
            text = json.dumps(dict(commit), ensure_ascii=False)
            body.write(f"<data key={quoteattr(_key(keys, 'graph', (FIELD, 'history', text)))}>{_text(text)}</data>\n")
        body.seek(0)
        yield _HEAD
        yield from (_declared(key, id) for key, id in keys.items())
        yield '<graph edgedefault="directed">\n'
        yield from body
    yield "</graph>\n</graphml>\n"


def _declared(key: Key, id: str) -> str:
    name = f' attr.name={quoteattr(key.name)} attr.type="{key.kind}"'
    return f'<key id="{id}" for="{key.of}"{name} loregraph="{key.role}"/>\n'


def _node(node: Node, keys: dict[Key, str]) -> str:
    told: list[Told] = [(FIELD, "name", node.name), *([(FIELD, "type", node.type)] if node.type else [])]
    told += [(FIELD, "aliases", node.aliases)] if node.aliases else []
    told += [(FIELD, "description", node.description)] if node.description else []
    return f"<node id={quoteattr(xml_id(node.id))}>{_data(keys, 'node', [*told, *_props(node.props)])}</node>\n"


def _edge(edge: Edge, keys: dict[Key, str]) -> str:
    told: list[Told] = [(FIELD, "relation", edge.relation)]
    told += [(FIELD, "confidence", float(edge.confidence))] if edge.confidence != 1.0 else []
    told += [(FIELD, "status", edge.status)] if edge.status != "accepted" else []
    told += [(FIELD, "sources", json.dumps(plain(edge.sources), ensure_ascii=False))] if edge.sources else []
    ends = f"source={quoteattr(xml_id(edge.head))} target={quoteattr(xml_id(edge.tail))}"
    return f'<edge id="{edge.id}" {ends}>{_data(keys, "edge", [*told, *_props(edge.props)])}</edge>\n'


def _props(props: Mapping[str, Value]) -> list[Told]:
    return [(PROPERTY, key, value) for key, value in props.items()]


def _data(keys: dict[Key, str], of: str, told: Iterable[Told]) -> str:
    return "".join(f'<data key="{_key(keys, of, each)}">{_text(_written(each[2]))}</data>' for each in told)


def _key(keys: dict[Key, str], of: str, told: Told) -> str:
    role, name, value = told
    coded = isinstance(value, tuple) or not fits(str(value))
    kind = "string" if coded else KINDS[type(value)]
    name, role = (name, role) if fits(name) else (json.dumps(name), f"{role}-named")
    return keys.setdefault(Key(of, name, kind, f"{role}-{JSON}" if coded else role), f"d{len(keys)}")


def _written(value: Value) -> str:
    if isinstance(value, tuple) or not fits(str(value)):
        return json.dumps(value)  # ASCII alone
    return str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, float) else str(value)


def _text(text: str) -> str:
    return escape(text, {"\r": "&#13;"})
