"""`python -m bench.scale`: what a question costs on a graph, and on one ten times as large, in one run.

Both are the made-up graph of `bench.large`. The same kinds of questions are asked of each, of things of its own, some
of them of a hub: one of three nodes that a third of all others are joined with. With 150,000 nodes (the default) a hub
has 50,000 neighbours. Every question is asked once, as a person's is; processor time is what is compared, so that
other work on the machine does not count.
"""

import argparse
import asyncio
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time

from agents.events import Event
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.language.intents import IntentClassifier
from agents.model import Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.tasks.suggest import rehearse
from bench.figures import Figure, table
from bench.large import GRAPH, loaded, records

TIMES = 10  # how much larger the second graph is
PERSON = (
    "Where does {} live?", "Who does {} know?", "Who knows {}?", "When was {} born?", "What is the gender of {}?",
    "How many people does {} know?", "Who lives in the place that {} lives in?",
)  # fmt: skip
WORK = ("Where was {} made?", "Which works does {} cite?", "Which works cite {}?", "How long is {}?", "What is {}?")
HUB = ("What does {} keep?", "How many works does {} keep?", "How many people does {} keep?")


def main() -> None:
    """Make both graphs (or take those that are kept), ask, and print a table."""
    options = _options()
    with TemporaryDirectory(prefix="loregraph-bench-") as new:
        folder = options.keep or Path(new)
        folder.mkdir(parents=True, exist_ok=True)
        small = measured(folder / "one.sqlite3", options.nodes, options.questions)
        large = measured(folder / "ten.sqlite3", options.nodes * TIMES, options.questions)
    print(table([*figures("one", options.nodes, small), *figures("ten", options.nodes * TIMES, large)]))
    print(table([Figure("ten times as large, median", median(large) / median(small), "times")]))


def measured(file: Path, nodes: int, most: int) -> list[float]:
    """Return the milliseconds of processor time that each question takes on a graph of so many nodes."""
    store = SqliteStore(file, timeout=120)
    if GRAPH not in store.graphs():
        loaded(store, nodes)
    kit = Kit(store=store, reader=GraphReader(store, embedder()), intents=IntentClassifier())
    kit.reader.persons(GRAPH)  # the words of the graph are read
    rehearse(kit, GRAPH)
    _cost(kit, "Who knows anybody?")
    return [_cost(kit, question) for question in islice(questions(nodes), most)]


def questions(nodes: int) -> Iterator[str]:
    """Yield questions of every kind about things of the graph of so many nodes, each time about others."""
    things = [each for each in islice(records(nodes), min(nodes, 20_000)) if isinstance(each, Node)]
    people, works = ([each.name for each in things if each.type == kind] for kind in ("Person", "Work"))
    hubs, chance = [each.name for each in things[:3]], Random(11)  # noqa: S311 (the same questions every time)
    while True:
        for kinds, names in ((PERSON, people), (WORK, works), (HUB, hubs)):
            for kind in kinds:
                yield kind.format(chance.choice(names))


def figures(name: str, nodes: int, found: list[float]) -> list[Figure]:
    """Return the median and the 95th percentile."""
    note = f"{len(found)} questions, {nodes:,} nodes, a hub with {nodes // 3:,} neighbours"
    slowest = quantiles(found, n=20)[-1]
    return [Figure(f"{name}: median", median(found), "ms", note), Figure(f"{name}: 95th percentile", slowest, "ms")]


def _cost(kit: Kit, question: str) -> float:
    started = process_time()
    asyncio.run(_ask(kit, question))
    return (process_time() - started) * 1000


async def _ask(kit: Kit, question: str) -> None:
    """Ask, and return nothing: `asyncio.run` writes what its coroutine returns, thousands of edges, into a string."""
    await run(kit, GRAPH, question, _hear)


async def _hear(_: Event) -> None:
    """Take an event, as a page would, and do nothing with it."""


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--nodes", type=int, default=150_000, help="nodes of the smaller graph (default 150000)")
    parser.add_argument("--questions", type=int, default=60, help="how many are asked of each (default 60)")
    parser.add_argument("--keep", type=Path, help="keep the graphs in this folder, and take them from there next time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
