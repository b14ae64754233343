"""JSON lines as Neo4j's `apoc.export.json` writes them; what that form cannot say goes along under "exact".

A line is read as it is written: where that gives another node or edge (an edge with sources, a node whose
property is called "title"), the line carries the whole as `Node.to_json` and `Edge.to_json` give it. Neo4j
leaves that key alone, and the loader prefers it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from agents.loaders import apoc
from agents.model import Edge, Node, plain


def lines(records: Iterable[Node | Edge]) -> Iterator[str]:
    """Yield a line of JSON for each record; nodes come before the edges that touch them."""
    kinds: dict[str, str] = {}
    for each in records:
        if isinstance(each, Node):
            kinds[each.id] = each.type
            yield _line(each, _node(each))
        else:
            yield _line(each, _edge(each, kinds))


def _line(record: Node | Edge, data: dict[str, Any]) -> str:
    if apoc.record(data) != record:
        data["exact"] = record.to_json()
    return json.dumps(data, ensure_ascii=False)


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
