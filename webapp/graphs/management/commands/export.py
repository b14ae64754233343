"""`manage.py export --graph NAME --format apoc`: everything in a graph, on standard output."""

import sys
from argparse import ArgumentParser
from typing import Any

from webapp.accounts import audit
from webapp.accounts.database import migrate
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
        from agents.exports.apoc import lines

        store = known_graph(graph)
        migrate()
        audit.note("exported", None, graph, form="apoc")
        try:
            for line in lines(store.export(graph), store.declaration(graph)):
                self.stdout.write(line)
        except BrokenPipeError:  # whoever read has had enough
            sys.stderr.close()
