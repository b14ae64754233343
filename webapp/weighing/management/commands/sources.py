"""`manage.py sources --graph NAME [--json] [--learn FILE]`: how a graph's sources did, and what is learnt of them."""

import json as jsonlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from agents.errors import LoadError
from webapp.accounts.database import migrate
from webapp.graphs.command import EngineCommand, known_graph
from webapp.graphs.models import Graph
from webapp.weighing.learning import learn
from webapp.weighing.report import Line, lines


class Command(EngineCommand):
    """Reports how often each source was asked, used and right."""

    help = "Report how often each of a graph's sources was asked, used and right; learn which questions it is for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the graph."""
        parser.add_argument("--graph", required=True, help="the graph's name")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")
        parser.add_argument("--learn", type=Path, metavar="FILE", help='lines of {"question", "source", "right"}')

    def work(self, graph: str, json: bool, learn: Path | None, **_: Any) -> None:
        """Learn, then report."""
        known_graph(graph)
        migrate()
        row = Graph.objects.filter(slug=graph).first()
        if row is None:
            raise CommandError(f"The site does not list the graph '{graph}'; `manage.py attach` does.")
        if learn:
            self.stderr.write(f"{_learnt(row, learn)} gold questions kept.")
        found = lines(row)
        self.stdout.write(jsonlib.dumps([each.to_json() for each in found]) if json else _table(found))


def _learnt(graph: Graph, file: Path) -> int:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise LoadError(f"'{file}' cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8'}.") from error
    return learn(graph, text)


def _table(found: list[Line]) -> str:
    if not found:
        return "No source was asked yet."
    head = f"{'source':<32}{'asked':>8}{'failed':>8}{'used':>8}{'right':>8}{'wrong':>8}"
    rows = [f"{e.source[:31]:<32}{e.asked:>8}{e.failed:>8}{e.used:>8}{e.right:>8}{e.wrong:>8}" for e in found]
    return "\n".join([head, *rows])
