"""`manage.py attach --graph NAME --url ADDRESS`: a Neo4j database that is already there becomes a graph to ask."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings

from webapp import engine
from webapp.accounts.database import migrate
from webapp.graphs import about, filling
from webapp.graphs.command import EngineCommand
from webapp.graphs.progress import Shown


class Command(EngineCommand):
    """Reads a Neo4j database, changing nothing in it, into a graph; run again it takes what is new there."""

    help = "Read a Neo4j database that is already there into a graph, and change nothing in it."
    stopped = "Stopped. What was read is in the graph; run the command again for the rest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the graph, the database and what its nodes go by."""
        parser.add_argument("--graph", required=True, help="the graph's name; it is made if there is none")
        parser.add_argument("--url", required=True, help="neo4j://USER:PASSWORD@HOST:PORT/DATABASE")
        parser.add_argument("--name-property", default="", help="what nodes are called by (default: guessed, and told)")
        parser.add_argument("--id-property", default="", help="what nodes are known by (default: Neo4j's own numbers)")
        parser.add_argument("--labels", nargs="+", default=[], metavar="LABEL", help="read these only (default: all)")
        parser.add_argument("--public", action="store_true", help="let everybody read the graph")

    def work(
        self, graph: str, url: str, name_property: str, id_property: str, labels: list[str], public: bool, **_: Any
    ) -> None:
        """Tell what is there, read it, and offer questions."""
        from agents.declaration import Declaration
        from agents.loaders.load import load
        from agents.loaders.neo4j_source import Neo4jSource

        filling.check_name(graph)
        migrate()
        source = Neo4jSource(url, labels, name_property, id_property)
        for kind in source.kinds:
            self.stdout.write(kind.sentence)
        words = Declaration(title=graph, description=f"A copy of the Neo4j database at {source.place}.")
        rejects = Path(settings.LOREGRAPH_DATA) / "rejects" / f"{graph}.rejects.tsv"
        with Shown(f"Reading {source.place}", self.stderr._out) as shown:
            self.stdout.write(load(engine.store(), graph, source, words, shown, rejects).sentence)
        listed = filling.enlist(graph, public)
        for question in about.examples(listed, engine.store().declaration(graph)):
            self.stdout.write(f"Ask, for instance: {question}")
