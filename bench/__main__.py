"""`python -m bench`: load the medical pack into a folder that is thrown away (or into a store), and measure."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.packs.pack import pack
from agents.reading.read import GraphReader
from bench.asking import asked, asking, first_times
from bench.figures import Figure, machine, table
from bench.loading import loading
from bench.lookups import lookups
from bench.stores import emptied

GRAPH = "medical"


def main() -> None:
    """Measure, print a table, and print (or write) the same as JSON."""
    options = _options()
    with emptied(options.store, GRAPH) as (store, file):
        figures = measure(store, file, options.repeat)
    report = json.dumps({"machine": machine(), "repeat": options.repeat, "figures": [asdict(each) for each in figures]})
    print(table(figures), "", *(f"{name}: {fact}" for name, fact in machine().items()), "", sep="\n")
    if options.json:
        options.json.write_text(report + "\n")
    else:
        print(report)


def measure(store: GraphStore, file: Path | None, repeat: int) -> list[Figure]:
    """Return every figure, measured on a store that lacks the graph; `file` is where it lies, if it is one."""
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
    parser.add_argument("--store", default="", help="a Neo4j database to measure, as LOREGRAPH_GRAPH names it")
    parser.add_argument("--json", type=Path, help="write the figures here instead of printing them as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
