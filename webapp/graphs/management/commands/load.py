"""`manage.py load FILE... --graph NAME [--pack P] [--format F] [--public]`: files become graph."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from webapp.accounts.database import migrate
from webapp.graphs import filling
from webapp.graphs.command import EngineCommand
from webapp.graphs.progress import Shown

if TYPE_CHECKING:
    from agents.loaders.result import LoadResult

SHOWN = 5  # rejected rows


class Command(EngineCommand):
    """Loads files, or a pack's own data, into a graph; loading the same again changes nothing."""

    help = "Load files, or a pack's own data, into a graph; loading the same again changes nothing."
    stopped = "Stopped. What was loaded is in the graph; run the command again to load the rest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files, graph, pack and format."""
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what to load")
        parser.add_argument("--graph", required=True, help="the graph's name; it is made if there is none")
        parser.add_argument("--pack", help="a domain: its words and, without files, its own data")
        parser.add_argument("--format", help="how to read the files, where their look does not tell")
        parser.add_argument("--public", action="store_true", help="let everybody read the graph")

    def work(self, files: list[Path], graph: str, pack: str | None, format: str | None, public: bool, **_: Any) -> None:
        """Load, and say what happened."""
        from agents.packs.pack import pack as named

        filling.check_name(graph)
        migrate()
        domain = named(pack) if pack else None
        if domain and not files and filling.holds(graph, domain):
            self.stdout.write(f"Nothing changed: '{graph}' holds all of the pack '{pack}' already.")
        else:
            with Shown(f"Loading {graph}", self.stderr._out) as shown:
                result = filling.fill(graph, files, domain, format, shown)
            self._report(result)
        listed = filling.enlist(graph, public)
        if not listed.public:
            self.stdout.write(
                "On the site its members alone read it. --public opens it to everybody; "
                f"`manage.py member PERSON --graph {graph} --role curator` lets a person in."
            )

    def _report(self, result: "LoadResult") -> None:
        for each in result.first_rejects[:SHOWN]:
            self.stderr.write(f"{each.file}, line {each.line}: {each.reason}")
        self.stdout.write(result.sentence)
