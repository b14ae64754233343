"""`manage.py ask QUESTION --graph NAME [--json]`, or `--file FILE.jsonl` for many: answers on standard output."""

import asyncio
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from webapp.graphs import asking
from webapp.graphs.command import EngineCommand, known_graph


class Command(EngineCommand):
    """Answers questions."""

    help = "Answer a question, or a file of them, from a graph."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a question or a file."""
        parser.add_argument("question", nargs="?", help="what to ask")
        parser.add_argument("--graph", required=True, help="the graph's name")
        parser.add_argument("--json", action="store_true", help="print the whole answer as one JSON object")
        parser.add_argument("--file", type=Path, help='lines of {"question"} or {"turns"}; one JSON object for each')

    def work(self, question: str | None, graph: str, json: bool, file: Path | None, **_: Any) -> None:
        """Answer."""
        if (question is None) == (file is None):
            raise CommandError("Give either a question or --file.")
        lines = asking.lines(file) if file else []
        known_graph(graph)
        if question is not None:
            self._one(graph, question, json)
        else:
            asyncio.run(self._many(graph, lines))

    def _one(self, graph: str, question: str, as_json: bool) -> None:
        said = asyncio.run(asking.answer(graph, question))
        if as_json:
            self._print(said)
        elif not said["errors"]:
            self.stdout.write(said["answer"])
        if said["errors"]:
            raise CommandError(said["errors"][0])

    async def _many(self, graph: str, lines: list[asking.Line]) -> None:
        for line in lines:
            async for said in asking.answers(graph, line):
                self._print(said)

    def _print(self, said: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(said, ensure_ascii=False))
        self.stdout.flush()
