"""`manage.py evaluate qa FILE.jsonl --graph NAME [--json]`: how well a graph's questions are answered."""

import asyncio
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from tqdm import tqdm

from agents.errors import LoadError
from webapp import engine
from webapp.graphs import asking, scoring
from webapp.graphs.command import EngineCommand, known_graph


class Command(EngineCommand):
    """Asks questions whose answers are known and reports how many come out right."""

    help = "Ask questions whose answers are known, and report how well they were answered."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to evaluate."""
        qa = parser.add_subparsers(dest="what", required=True).add_parser("qa", help="questions with their answers")
        qa.add_argument("file", type=Path, help='lines of {"question", "answers", "kind"} or {"turns": [...]}')
        qa.add_argument("--graph", required=True, help="the graph's name")
        qa.add_argument("--json", action="store_true", help="print the report as JSON")
        qa.add_argument("--report", type=Path, help="the folder for report and misses (default: in the data folder)")

    def work(self, file: Path, graph: str, json: bool, report: Path | None, **_: Any) -> None:
        """Ask all, and report."""
        lines = asking.lines(file)
        expected = [each for line in lines for each in _expected(file, line)]
        known_graph(graph)
        engine.make_ready(graph)  # times are those of a server that is up
        scored = asyncio.run(_ask_all(graph, lines, expected))
        figures = {"graph": graph, "file": file.name, **scoring.report(scored)}
        folder = report or Path(settings.LOREGRAPH_DATA) / "reports"
        misses = _write(folder, f"{graph}-{file.stem}", figures, scored)
        self.stdout.write(_json(figures) if json else _table(figures))
        if not json:
            self.stdout.write(f"Misses: {misses}")


def _expected(file: Path, line: asking.Line) -> list[dict[str, Any]]:
    """Return what is expected of each question of a line; raise LoadError where nothing is."""
    found = [{"kind": line.data.get("kind", ""), **each} for each in line.data.get("turns", [line.data])]
    if not all(isinstance(each.get("answers"), list) for each in found):
        raise LoadError(f"'{file.name}', line {line.number}: a question needs a list of \"answers\".")
    return found


async def _ask_all(graph: str, lines: list[asking.Line], expected: list[dict[str, Any]]) -> list[scoring.Scored]:
    scored: list[scoring.Scored] = []
    with tqdm(total=len(expected), desc=f"Asking {graph}", unit="question", disable=None) as bar:
        for line in lines:
            async for said in asking.answers(graph, line):
                scored.append(scoring.score(expected[len(scored)], said))
                bar.update()
    return scored


def _write(folder: Path, name: str, figures: dict[str, Any], scored: list[scoring.Scored]) -> Path:
    """Write the report and, beside it, the misses; return where these are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.report.json").write_text(_json(figures) + "\n", encoding="utf-8")
    misses = folder / f"{name}.misses.jsonl"
    lines = [json.dumps(each.to_json(), ensure_ascii=False) + "\n" for each in scored if not each.exact]
    misses.write_text("".join(lines), encoding="utf-8")
    return misses


def _json(figures: dict[str, Any]) -> str:
    return json.dumps(figures, ensure_ascii=False, indent=2)


def _table(figures: dict[str, Any]) -> str:
    rows = [("all", figures), *figures["by_kind"].items()]
    width = max(len(kind) for kind, _ in rows)
    lines = [f"{'':{width}}  questions  exact     F1"]
    lines += [f"{kind:{width}}  {row['questions']:9}  {row['exact']:5.1%}  {row['f1']:.3f}" for kind, row in rows]
    times = (
        f"An answer took {figures['median_ms']:g} ms at the median, {figures['p95_ms']:g} ms at the 95th percentile."
    )
    return "\n".join([*lines, times])
