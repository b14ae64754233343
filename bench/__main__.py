"""`python -m bench`: load the medical pack into a folder that is thrown away, and measure."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.packs.pack import pack
from agents.reading.read import GraphReader
from bench.asking import asked, asking, first_times
from bench.figures import Figure, machine, table
from bench.loading import loading
from bench.lookups import lookups

GRAPH = "medical"


def main() -> None:
    """Measure, print a table, and print (or write) the same as JSON."""
    options = _options()
    with TemporaryDirectory(prefix="loregraph-bench-") as folder:
        figures = measure(Path(folder) / "graphs.sqlite3", options.repeat)
    report = json.dumps({"machine": machine(), "repeat": options.repeat, "figures": [asdict(each) for each in figures]})
    print(table(figures), "", *(f"{name}: {fact}" for name, fact in machine().items()), "", sep="\n")
    if options.json:
        options.json.write_text(report + "\n")
    else:
        print(report)


def measure(file: Path, repeat: int) -> list[Figure]:
    """Return every figure, measured on a new store in `file`."""
    store = SqliteStore(file)
    figures = loading(store, GRAPH, file)
    kit = Kit(store=store, reader=GraphReader(store, embedder()), intents=IntentClassifier())
    questions = asked(kit, GRAPH, questions_by_kind())
    figures += first_times(questions)
    return [*figures, *lookups(store, GRAPH, repeat), *asking(kit, GRAPH, questions, repeat)]


def questions_by_kind() -> list[tuple[str, str]]:
    """Return the first of the pack's gold questions of each kind."""
    first: dict[str, str] = {}
    for line in pack(GRAPH).gold.read_text("utf-8").splitlines():
        each = json.loads(line)
        first.setdefault(each["kind"], each["question"])
    return list(first.items())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=5, help="how often each thing is measured (default 5)")
    parser.add_argument("--json", type=Path, help="write the figures here instead of printing them as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
