"""`manage.py export --graph NAME --format apoc`: everything in a graph, on standard output."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from agents.graphs.store import GraphStore
from agents.model import Edge, Node, plain
from webapp.graphs.command import EngineCommand, known_graph

FORMATS = ("apoc",)


class Command(EngineCommand):
    """Writes a graph as JSON lines, as Neo4j's APOC exports one."""

    help = "Write a graph to standard output, as JSON lines in the form of Neo4j's APOC."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take graph and format."""
        parser.add_argument("--graph", required=True, help="the graph's name")
        parser.add_argument("--format", choices=FORMATS, default="apoc", help="the form of the lines (default: apoc)")

    def work(self, graph: str, **_: Any) -> None:
        """Write the graph."""
        try:
            for line in lines(known_graph(graph), graph):
                self.stdout.write(line)
        except BrokenPipeError:  # whoever read has had enough
            sys.stderr.close()


def lines(store: GraphStore, graph: str) -> Iterator[str]:
    """Yield a line of JSON for each node, then for each edge."""
    kinds: dict[str, str] = {}
    for each in store.export(graph):
        if isinstance(each, Node):
            kinds[each.id] = each.type
            yield json.dumps(_node(each), ensure_ascii=False)
        else:
            yield json.dumps(_edge(each, kinds), ensure_ascii=False)


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
