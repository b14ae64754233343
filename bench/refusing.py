"""How well "not in the graph" is told: what cannot be answered is made from questions that can be.

    python -m bench.refusing [FOLDER ...] [--most N] [--each]

Each FOLDER holds a graph (`graph.tsv`, `graph.jsonl`) and `questions.jsonl`; without one the small graphs of the
tests are taken. A question that is answered rightly is asked again of the graph without a relation (or property)
that its answer rests on, and without a node that it names; and the graph is asked the questions of the next folder.
All of these are to be refused, and none of what it answers rightly.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.reading.meaning import Joined, Measure
from agents.reading.reader import Status
from bench.figures import Figure, table
from bench.gold import Asked, Gold, World, opened, questions, without

SMALL = Path(__file__).parents[1] / "tests" / "data" / "small"
GROUPS = 4  # copies of a graph that lack some of the nodes asked about


@dataclass(frozen=True)
class Told:
    """What became of a question: `what` is how it was made unanswerable, "" where it was not."""

    graph: str
    what: str
    text: str
    status: Status
    words: str = ""


def main() -> None:
    """Measure, and print a table."""
    options = _options()
    folders = options.folders or sorted(each.parent for each in SMALL.glob("*/questions.jsonl"))
    told: list[Told] = []
    with TemporaryDirectory(prefix="loregraph-bench-") as place:
        for number, folder in enumerate(folders):
            other = folders[(number + 1) % len(folders)]
            told += measured(folder, other, Path(place), options.most)
    print(table(figures(told)))
    for each in told if options.each else ():
        if (each.status == "none") == (each.what == ""):
            print(f"{each.graph}: {each.what or 'answerable'}: {each.text} -> {each.status}: {each.words}")


def figures(told: Sequence[Told]) -> list[Figure]:
    """Return what was refused of what, by graph and in all."""
    found = []
    for graph in [*dict.fromkeys(each.graph for each in told), ""]:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for each in told:
            if graph in ("", each.graph):
                counts[each.what][each.status] += 1
        for what, of in counts.items():
            name = f"{graph or 'ALL'}: {f'no {what}' if what else 'answerable'}"
            note = f"refused of {of.total()}; {of['clear'] / of.total():.2f} answered without a doubt"
            found.append(Figure(name, of["none"] / of.total(), "", note))
    return found


def measured(folder: Path, other: Path, place: Path, most: int) -> list[Told]:
    """Ask a graph what it can answer and what it cannot."""
    files = (place / f"{folder.name}-{number}.sqlite3" for number in count())
    world = opened(folder, next(files))
    asked = [world.ask(each) for each in questions(folder)[:most]]
    told = [_told(world, "", each.gold, each) for each in asked if not each.gold.absent]
    told += [_told(world, "such thing", each.gold, each) for each in asked if each.gold.absent]
    right = [each for each in asked if each.right and not each.gold.absent]
    if other != folder:
        told += [_told(world, "such graph", each) for each in questions(other)[:most]]
    for relation, of in _by_relation(right).items():
        lacking = without(world, next(files), relations=frozenset([relation]))
        told += [_told(lacking, "such relation", each.gold) for each in of]
    for nodes, of in _by_nodes(right):
        lacking = without(world, next(files), nodes=nodes)
        told += [_told(lacking, "such name", each.gold) for each in of]
    return told


def _told(world: World, what: str, gold: Gold, asked: Asked | None = None) -> Told:
    readings = asked.readings if asked else world.read(gold.text)
    words = readings.readings[0].words if readings.readings else ""
    return Told(world.name, what, gold.text, readings.status, words)


def _by_relation(right: Iterable[Asked]) -> dict[str, list[Asked]]:
    """Return what rests on each relation or property; a question counts with the first of its own."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for each in right:
        for name in list(dict.fromkeys(_units(each.readings.readings[0].meaning)))[:1]:
            found[name].append(each)
    return found


def _units(meaning: object) -> Iterator[str]:
    """Yield the relations and properties that a meaning speaks of, the outermost first."""
    if isinstance(meaning, Joined | Measure) and meaning.relation:
        yield meaning.relation
    if key := getattr(meaning, "key", ""):
        yield key
    if is_dataclass(meaning):
        for each in fields(meaning):
            yield from _units(getattr(meaning, each.name))
    if isinstance(meaning, tuple):
        for part in meaning:
            yield from _units(part)


def _by_nodes(right: Iterable[Asked]) -> Iterator[tuple[frozenset[str], list[Asked]]]:
    """Yield some nodes that questions name, and those questions; each question once."""
    named = [(_named(each), each) for each in right]
    nodes = sorted({min(ids) for ids, _ in named if ids})
    for group in range(GROUPS):
        gone = frozenset(nodes[group::GROUPS])
        yield gone, [each for ids, each in named if ids and min(ids) in gone]


def _named(asked: Asked) -> list[str]:
    """Return the ids of the first mention that is one node for sure: a namesake would stay."""
    sure = (each for each in asked.readings.mentions if each.score > 0.9 and len(each.candidates) == 1)
    first = next(sure, None)
    return [each.node.id for each in first.candidates] if first else []


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.refusing", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with a graph and its questions")
    parser.add_argument("--most", type=int, default=1_000, help="how many questions of a folder are asked")
    parser.add_argument("--each", action="store_true", help="list what was wrongly answered or refused")
    return parser.parse_args()


if __name__ == "__main__":
    main()
