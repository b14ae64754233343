"""`manage.py attach --graph NAME --url ADDRESS`: a Neo4j database that is already there becomes a graph to ask."""

from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from django.conf import settings

from webapp import engine
from webapp.accounts import audit
from webapp.accounts.database import migrate
from webapp.graphs import about, filling
from webapp.graphs.command import EngineCommand
from webapp.graphs.progress import Shown

if TYPE_CHECKING:
    from agents.graphs.attached import Attachment
    from agents.graphs.foreign import ForeignGraph


class Command(EngineCommand):
    """Makes a Neo4j database a graph that is read live, or copies it; nothing is ever written to it."""

    help = "Make a Neo4j database that is already there a graph, read where it lives, and change nothing in it."
    stopped = "Stopped. Run the command again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the graph, the database and what its nodes go by."""
        parser.add_argument("--graph", required=True, help="the graph's name")
        parser.add_argument("--url", required=True, help="neo4j://USER:PASSWORD@HOST:PORT/DATABASE")
        parser.add_argument(
            "--name-property", nargs="+", default=[], metavar="NAME", help="what nodes are called by (default: guessed)"
        )
        parser.add_argument(
            "--id-property", nargs="+", default=[], metavar="NAME", help="what nodes are known by (default: numbers)"
        )
        parser.add_argument("--labels", nargs="+", default=[], metavar="LABEL", help="read these only (default: all)")
        parser.add_argument("--copy", action="store_true", help="copy it into the site's own store, to change it there")
        parser.add_argument("--public", action="store_true", help="let everybody read the graph")

    def work(self, graph: str, url: str, copy: bool, public: bool, **named: Any) -> None:
        """Tell what is there, attach or copy it, and offer questions."""
        from agents.graphs.attached import Attachment

        filling.check_name(graph)
        migrate()
        told = Attachment(url, tuple(named["labels"]), tuple(named["name_property"]), tuple(named["id_property"]))
        (self._copy if copy else self._attach)(graph, told)
        audit.note("attached", None, graph, copy=copy)
        listed = filling.enlist(graph, public)
        for question in about.examples(listed, engine.store().declaration(graph)):
            self.stdout.write(f"Ask, for instance: {question}")

    def _attach(self, graph: str, told: "Attachment") -> None:
        from agents.loaders.result import Progress

        begun = monotonic()
        with Shown(f"Reading the names of {graph}", self.stderr._out) as shown:
            made = engine.store().attach(
                graph, told, lambda counts: shown(Progress(0, 0, counts.nodes_added, 0, monotonic() - begun))
            )
        self._tell(made)
        self.stdout.write(f"'{graph}' is read live from {made.place}; nothing is written there.")

    def _copy(self, graph: str, told: "Attachment") -> None:
        from agents.declaration import Declaration
        from agents.graphs.foreign import ForeignGraph
        from agents.loaders.load import load
        from agents.loaders.neo4j_source import Neo4jSource

        made = ForeignGraph(graph, told)
        self._tell(made)
        words = Declaration(title=graph, description=f"A copy of the Neo4j database at {made.place}.")
        rejects = Path(settings.LOREGRAPH_DATA) / "rejects" / f"{graph}.rejects.tsv"
        with Shown(f"Copying {made.place}", self.stderr._out) as shown:
            self.stdout.write(load(engine.store(), graph, Neo4jSource(made), words, shown, rejects).sentence)

    def _tell(self, made: "ForeignGraph") -> None:
        for kind in made.kinds():
            self.stdout.write(kind.sentence)
