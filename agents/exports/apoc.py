"""JSON lines as Neo4j's `apoc.export.json` writes them; what that form cannot say goes along under "exact".

A line is read as it is written: where that gives another node or edge (an edge with sources, a node whose
property is called "title"), the line carries the whole as `Node.to_json` and `Edge.to_json` give it. What is declared
of the graph goes along with its first node, under "declaration". Neo4j leaves these keys alone.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from agents.declaration import Declaration
from agents.loaders import apoc
from agents.model import Edge, Node, plain


def lines(records: Iterable[Node | Edge], declaration: Declaration | None = None) -> Iterator[str]:
    """Yield a line of JSON for each record; nodes come before the edges that touch them."""
    kinds: dict[str, str] = {}
    said = _declared(declaration)
    for each in records:
        if isinstance(each, Node):
            kinds[each.id] = each.type
            yield _line(each, _node(each) | said)
            said = {}
        else:
            yield _line(each, _edge(each, kinds))
    if said:  # there was no node
        yield json.dumps({"type": "declaration", **said}, ensure_ascii=False)


def _declared(declaration: Declaration | None) -> dict[str, Any]:
    said = declaration.model_dump(mode="json", exclude_defaults=True) if declaration else {}
    return {"declaration": said} if said else {}


def _line(record: Node | Edge, data: dict[str, Any]) -> str:
    if not _is_told(record, data):
        data["exact"] = record.to_json()
    return json.dumps(data, ensure_ascii=False)


def _is_told(record: Node | Edge, data: dict[str, Any]) -> bool:
    """Say whether the line as it is written gives the record."""
    try:
        return apoc.record(data) == record
    except ValueError:  # an id of blanks, say
        return False


def _node(node: Node) -> dict[str, Any]:
    known = {"name": node.name, "aliases": list(node.aliases), "description": node.description}
    properties = {**plain(node.props), **{key: value for key, value in known.items() if value}}
    return {"type": "node", "id": node.id, "labels": [node.type] if node.type else [], "properties": properties}


def _edge(edge: Edge, kinds: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "relationship",
        "id": edge.id,
        "label": edge.relation,
        "properties": plain(edge.props),
        "start": _end(edge.head, kinds),
        "end": _end(edge.tail, kinds),
    }


def _end(node: str, kinds: dict[str, str]) -> dict[str, Any]:
    return {"id": node, "labels": [kinds[node]] if kinds.get(node) else []}
