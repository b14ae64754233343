"""`manage.py export --graph NAME --format F [--history]`: everything in a graph, on standard output."""

import sys
from argparse import ArgumentParser
from typing import Any

from webapp.accounts import audit
from webapp.accounts.database import migrate
from webapp.graphs.command import EngineCommand, known_graph
from webapp.graphs.models import Graph


class Command(EngineCommand):
    """Writes a graph in one of the forms that the page has."""

    help = "Write a graph to standard output: as APOC's JSON lines, RDF, GraphML, a table, or its history."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take graph, form, and whether history goes along."""
        from webapp.curate.exporting import FORMS

        parser.add_argument("--graph", required=True, help="the graph's name")
        parser.add_argument("--format", choices=list(FORMS), default="apoc", help="the form (default: apoc)")
        parser.add_argument("--history", action="store_true", help="write its history along (rdf and graphml)")

    def work(self, graph: str, format: str, history: bool, **_: Any) -> None:
        """Write the graph."""
        from webapp.curate.exporting import lines

        known_graph(graph)
        migrate()
        audit.note("exported", None, graph, form=format)
        listed = Graph.objects.filter(slug=graph).first() or Graph(slug=graph)
        try:
            for line in lines(listed, format, history):
                self.stdout.write(line, ending="")
        except BrokenPipeError:  # whoever read has had enough
            sys.stderr.close()
