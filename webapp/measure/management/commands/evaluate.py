"""`manage.py evaluate qa|intents|linking FILE.jsonl --graph NAME [--json]`: how well the engine does, in figures."""

import asyncio
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from tqdm import tqdm

from agents.errors import LoadError
from webapp import engine
from webapp.graphs.command import EngineCommand, known_graph
from webapp.graphs.scoring import Scored
from webapp.measure import gold as golden
from webapp.measure.figures import figures
from webapp.measure.measuring import measured

HELP = {
    "qa": ("questions with their answers", 'lines of {"question", "answers", "kind"} or {"turns": [...]}'),
    "intents": ("kinds of request", 'lines of {"text", "intent"} or {"text", "intents": [...]}'),
    "linking": ("names in texts", 'lines of {"text", "mentions": [{"id"} or {"name"}, ...]}'),
}


class Command(EngineCommand):
    """Asks what is known and reports how much comes out right."""

    help = "Ask what is known already, and report how well the engine did."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what to evaluate."""
        kinds = parser.add_subparsers(dest="what", required=True)
        for what, (words, lines) in HELP.items():
            one = kinds.add_parser(what, help=words)
            one.add_argument("file", type=Path, help=lines)
            one.add_argument("--graph", required=what != "intents", default="", help="the graph's name")
            one.add_argument("--json", action="store_true", help="print the report as JSON")
            one.add_argument("--report", type=Path, help="the folder for report and misses (default: the data folder)")

    def work(self, what: str, file: Path, graph: str, json: bool, report: Path | None, **_: Any) -> None:
        """Ask all, and report."""
        gold = golden.read(file.name, _text(file), what)
        if graph:
            known_graph(graph)
            engine.make_ready(graph)  # times are those of a server that is up
        if gold.bad:
            self.stderr.write(f"Left out of '{file.name}': {gold.told_bad}.")
        scored = asyncio.run(_measure(what, graph, gold))
        told = {"what": what, "graph": graph, "file": file.name, **figures(what, scored), "bad_lines": len(gold.bad)}
        name = "-".join(filter(None, [graph, "" if what == "qa" else what, file.stem]))
        misses = _write(report or Path(settings.LOREGRAPH_DATA) / "reports", name, told, scored)
        self.stdout.write(_json(told) if json else _table(told))
        if not json:
            self.stdout.write(f"Misses: {misses}")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise LoadError(f"'{file}' cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8'}.") from error


async def _measure(what: str, graph: str, gold: golden.Gold) -> list[Scored]:
    scored: list[Scored] = []
    with tqdm(total=len(gold.expected), desc=f"Measuring {what}", unit="line", disable=None) as bar:
        async for each in measured(what, graph, gold):
            scored.append(each)
            bar.update()
    return scored


def _write(folder: Path, name: str, told: dict[str, Any], scored: list[Scored]) -> Path:
    """Write the report and, beside it, the misses; return where these are."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.report.json").write_text(_json(told) + "\n", encoding="utf-8")
    misses = folder / f"{name}.misses.jsonl"
    lines = [json.dumps(each.to_json(), ensure_ascii=False) + "\n" for each in scored if not each.exact]
    misses.write_text("".join(lines), encoding="utf-8")
    return misses


def _json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)


def _table(told: dict[str, Any]) -> str:
    rows = [("all", told), *told["by_kind"].items()]
    width = max(len(kind) for kind, _ in rows)
    lines = [f"{'':{width}}  questions  exact     F1"]
    lines += [f"{kind:{width}}  {row['questions']:9}  {row['exact']:5.1%}  {row['f1']:.3f}" for kind, row in rows]
    times = f"One took {told['median_ms']:g} ms at the median, {told['p95_ms']:g} ms at the 95th percentile."
    return "\n".join([*lines, *_own(told), times])


def _own(told: dict[str, Any]) -> list[str]:
    """Return the lines that are of one kind of measuring alone."""
    match told["what"]:
        case "qa":
            wrong = f"Answered {told['false_answers']} of {told['unanswerable']} that the graph has no answer to"
            return [f"{wrong}; refused {told['false_refusals']} of {told['answerable']} that it has."]
        case "linking":
            return ["Precision {precision:.3f}, recall {recall:.3f}, F1 {mention_f1:.3f}.".format(**told)]
        case _:
            mixed = [f"{each['expected']} taken for {each['came']}: {each['times']}" for each in told["confusion"]]
            sure = [
                "{from:.1f}: {texts} texts, {confidence:.0%} sure, {right:.0%} right".format(**row)
                for row in told["reliability"]
            ]
            return [*mixed, f"Confidence is {told['ece']:.3f} off accuracy at the mean.", *sure]
