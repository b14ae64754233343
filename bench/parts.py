"""What each part of reading brings: everything is asked with all of them, and again without each in its turn.

    python -m bench.parts [FOLDER ...] [--most N] [--pack NAME --store FILE]

Each FOLDER holds a graph and its questions; without one the small graphs of the tests are taken, and with a pack its
gold questions over its graph in a store. Of what can be answered, it prints how much is answered exactly and how much
is refused; of what cannot (what a graph is known not to hold, and the next graph's questions), how much is refused.
Words as the embedding model sees them are one part: in its place stands what letters they have in common.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from agents.graphs.sqlite import SqliteStore
from agents.language.embeddings import DIMENSIONS, Embedder, Vectors, embedder
from agents.packs.pack import pack
from agents.reading.parts import ALL, Parts
from agents.reading.read import GraphReader
from bench.figures import Figure, table
from bench.gold import ABSENT, Gold, World, opened, questions
from bench.refusing import SMALL

_THREE = 3


@dataclass(frozen=True)
class Asking:
    """A graph in a store, what is asked of it, and what only another graph could answer."""

    world: World
    own: tuple[Gold, ...]
    foreign: tuple[Gold, ...] = ()


class Letters:
    """An embedder that knows no meaning: texts are alike as far as they share three letters in a row."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), 384), each row of unit length."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            padded = f"  {text.lower()} "
            for start in range(len(padded) - _THREE + 1):
                row[sum(ord(each) * 31**at for at, each in enumerate(padded[start : start + _THREE])) % DIMENSIONS] += 1
        unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return unit


def main() -> None:
    """Measure, and print a table."""
    options = _options()
    with TemporaryDirectory(prefix="loregraph-bench-") as place:
        asked = _pack(options) if options.pack else _folders(options, Path(place))
        for name, parts, words in variants():
            print(table([figure(name, asked, parts, words)]), flush=True)


def variants() -> Iterator[tuple[str, Parts, Embedder]]:
    """Yield everything, and everything but one part."""
    words = embedder()
    yield "with everything", ALL, words
    yield "without embeddings", ALL, Letters()
    for each in fields(Parts):
        yield f"without {each.name.replace('_', ' ')}", replace(ALL, **{each.name: False}), words


def figure(name: str, asked: Sequence[Asking], parts: Parts, words: Embedder) -> Figure:
    """Return what comes of the questions with some parts only."""
    right: list[bool] = []
    refused: list[bool] = []
    rejected: list[bool] = []
    for each in asked:
        world = replace(each.world, reader=GraphReader(each.world.store, words, parts))
        for gold in each.own:
            found = world.ask(gold)
            (rejected if gold.absent else refused).append(found.readings.status == "none")
            right += [] if gold.absent else [found.right]
        rejected += [world.read(gold.text).status == "none" for gold in each.foreign]
    note = f"of {len(right)}; refused {_share(refused):.3f} of these"
    note += f" and {_share(rejected):.3f} of {len(rejected)} others" if rejected else ""
    return Figure(name, _share(right), "exact", note)


def _share(of: Sequence[bool]) -> float:
    return sum(of) / max(1, len(of))


def _folders(options: argparse.Namespace, place: Path) -> list[Asking]:
    folders = options.folders or sorted(each.parent for each in SMALL.glob("*/questions.jsonl"))
    asked = []
    for number, folder in enumerate(folders):
        other = folders[(number + 1) % len(folders)]
        foreign = questions(other)[: options.most] if other != folder else []
        world = opened(folder, place / f"{folder.name}.sqlite3")
        own = tuple(questions(folder)[: options.most])
        asked.append(Asking(world, own, tuple(Gold(each.text, ABSENT) for each in foreign)))
    return asked


def _pack(options: argparse.Namespace) -> list[Asking]:
    store = SqliteStore(options.store)
    world = World(options.pack, store, GraphReader(store, embedder()))
    return [Asking(world, tuple(questions(pack(options.pack).gold)[: options.most]))]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.parts", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with a graph and its questions")
    parser.add_argument("--most", type=int, default=1_000, help="how many questions of a folder are asked")
    parser.add_argument("--pack", default="", help="ask a pack's gold questions instead")
    parser.add_argument("--store", type=Path, default=Path("var/graphs.sqlite3"), help="the store that has its graph")
    return parser.parse_args()


if __name__ == "__main__":
    main()
