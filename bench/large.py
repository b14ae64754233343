"""A made-up graph as large as is asked for, and what preparing to read questions about it costs.

    python -m bench.large [--nodes 1000000] [--keep FILE]

It has what is hard for a store: a relation of many edges to few nodes and one the other way round, properties of
few and of many distinct values, keys that a small and a large type share, and a type that only few nodes have.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import embedder
from agents.model import Edge, Node, Value
from agents.reading.prepare import prepare
from bench.figures import Figure, median_ms, table

GRAPH = "large"
SYLLABLES = "ba ke li mo nu ra se ti vo za dor fen gal hir jun kam".split()
TEXTS = ("Kamvo", "zadorfengal hir", "lorge", "quite unheard of", "Moranudo", "the", "bakelimo 77", "Fenhir Galjunn")


def main() -> None:
    """Make the graph (or take the one that is kept), measure, and print a table."""
    options = _options()
    with TemporaryDirectory(prefix="loregraph-bench-") as folder:
        store = SqliteStore(options.keep or Path(folder) / "large.sqlite3", timeout=120)
        figures = [] if GRAPH in store.graphs() else [loaded(store, options.nodes)]
        print(table([*figures, *measured(store)]))


def loaded(store: SqliteStore, nodes: int) -> Figure:
    """Make the graph and say how long it took."""
    start = perf_counter()
    store.create(GRAPH)
    counts = store.load(GRAPH, records(nodes))
    note = f"{counts.nodes_added:,} nodes and {counts.edges_added:,} edges"
    return Figure("load, whole", perf_counter() - start, "s", note)


def measured(store: SqliteStore) -> list[Figure]:
    """Return what preparing costs, the first time and again, and what names and unknown words cost to find."""
    words = embedder()
    words.embed(["warm"])
    times = []
    for _ in range(2):
        start = perf_counter()
        prepare(GRAPH, store, words)
        times.append(perf_counter() - start)
    finds = [median_ms(partial(store.find, GRAPH, text), 3) for text in TEXTS]
    exact = median_ms(lambda: store.find_exact(GRAPH, TEXTS * 20), 3)
    return [
        Figure("prepare, the first time", times[0], "s"),
        Figure("prepare, again", times[1], "s"),
        *(Figure(f"find: {text}", time, "ms") for text, time in zip(TEXTS, finds, strict=True)),
        Figure("find_exact of 160 texts", exact, "ms"),
    ]


def records(count: int) -> Iterator[Node | Edge]:
    """Yield `count` nodes (persons, works and a few places) and some three times as many edges."""
    chance = Random(7)  # noqa: S311 (the same graph every time)
    places = max(10, count // 10_000)
    ids = [f"n{chance.randrange(10**12):012}.{at}" for at in range(count)]
    for at, id in enumerate(ids):
        yield _place(chance, id) if at < places else _thing(chance, id, at)
    for at, id in enumerate(ids[places:], places):
        yield from _edges(chance, id, at, ids, places)


def _place(chance: Random, id: str) -> Node:
    return Node(id, "Place", _name(chance), (), "", {"kind": chance.choice(("town", "river")), "founded": 1200})


def _thing(chance: Random, id: str, at: int) -> Node:
    props: dict[str, Value]
    if at % 2:
        props = {
            "gender": chance.choice(("female", "male")),
            "born": chance.randrange(1700, 2010),
            "note": _name(chance),
        }
        return Node(id, "Person", f"{_name(chance)} {_name(chance)}", (), "", props)
    props = {"kind": chance.choice(("novel", "film", "song")), "length": chance.random() * 300}
    return Node(id, "Work", f"{_name(chance)} {at}", (_name(chance),), "A work of art", props)


def _edges(chance: Random, id: str, at: int, ids: list[str], places: int) -> Iterator[Edge]:
    anyone = ids[chance.randrange(places, len(ids))]
    yield Edge(id, "lives_in" if at % 2 else "made_in", ids[chance.randrange(places)])
    yield Edge(id, "status", ids[at % 2])
    yield Edge(ids[chance.randrange(3)], "keeps", id)
    if anyone != id:
        yield Edge(id, "knows" if at % 2 else "cites", anyone)
    if at % 50_000 == 0:
        yield Edge(id, "won", anyone)


def _name(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randrange(2, 6))).title()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument("--nodes", type=int, default=1_000_000, help="how many nodes the graph has (default 1000000)")
    parser.add_argument("--keep", type=Path, help="keep the graph in this file, and take it from there next time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
