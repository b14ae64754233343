"""`python -m bench`: load the medical pack into a folder that is thrown away, and measure; beside it another store."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.graphs.store import GraphStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.packs.pack import pack
from agents.reading.read import GraphReader
from agents.threads import reckon_alone
from bench.asking import asked, asking, first_times
from bench.figures import Figure, beside, machine, table
from bench.loading import loading, unloading
from bench.lookups import lookups
from bench.stores import emptied, kind

GRAPH = "medical"


def main() -> None:
    """Measure, print a table, and print (or write) the same as JSON."""
    reckon_alone()  # as the site does
    options = _options()
    addresses = [options.store] if options.alone else ["", *([options.store] if options.store else [])]
    measured = {kind(each): measured_at(each, options.repeat) for each in addresses}
    told = {name: [asdict(each) for each in figures] for name, figures in measured.items()}
    report = json.dumps({"machine": machine(), "repeat": options.repeat, "figures": told})
    shown = beside(measured) if len(measured) > 1 else table(*measured.values())
    print(shown, "", *(f"{name}: {fact}" for name, fact in machine().items()), "", sep="\n")
    if options.json:
        options.json.write_text(report + "\n")
    else:
        print(report)


def measured_at(address: str, repeat: int) -> list[Figure]:
    """Return every figure of the store at an address; "" stands for a file that is thrown away."""
    with emptied(address, GRAPH) as (store, file), TemporaryDirectory(prefix="loregraph-bench-") as notes:
        return measure(store, file, repeat, Path(notes) / "load.jsonl")


def measure(store: GraphStore, file: Path | None, repeat: int, notes: Path) -> list[Figure]:
    """Return every figure, measured on a store that lacks the graph; `file` is where it lies, if it is one."""
    figures = loading(store, GRAPH, file, notes)
    kit = Kit(store=store, reader=GraphReader(store, embedder()), intents=IntentClassifier())
    questions = asked(kit, GRAPH, questions_by_kind())
    figures += first_times(questions)
    figures += [*lookups(store, GRAPH, repeat), *asking(kit, GRAPH, questions, repeat)]
    return figures + unloading(store, GRAPH, notes)


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
    parser.add_argument("--store", default="", help="a Neo4j database to measure beside, as LOREGRAPH_GRAPH names it")
    parser.add_argument("--alone", action="store_true", help="measure that store alone")
    parser.add_argument("--json", type=Path, help="write the figures here instead of printing them as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    main()
