"""`manage.py declare FILE --graph NAME`: a graph's own words, in the form of a pack's manifest."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from webapp.accounts.database import migrate
from webapp.graphs import filling
from webapp.graphs.command import EngineCommand, known_graph


class Command(EngineCommand):
    """Lays the words of a file over what is declared of a graph."""

    help = "Declare a graph's own words: synonyms, how relations behave, definitions, examples."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take file and graph."""
        parser.add_argument("file", type=Path, help="YAML in the form of a pack's manifest")
        parser.add_argument("--graph", required=True, help="the graph's name")

    def work(self, file: Path, graph: str, **_: Any) -> None:
        """Declare the words, or none of them where a definition is of no use."""
        from agents.declaration import declaration, laid_over
        from agents.packs.pack import manifest
        from agents.reading.definitions import check

        store = known_graph(graph)
        words = declaration(dict(manifest(file)))
        check(words.definitions, store.schema(graph))
        store.declare(graph, laid_over(store.declaration(graph), words))
        migrate()
        filling.relist(graph)
        self.stdout.write(f"'{graph}' goes by the words of {file.name} now.")
