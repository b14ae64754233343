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
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.query import Describe, Match
from agents.reading.reader import Status
from agents.reading.signs import units_of
from bench.figures import Figure, table
from bench.gold import ABSENT, Asked, Gold, opened, questions, without

SMALL = Path(__file__).parents[1] / "tests" / "data" / "small"
GROUPS = 4  # copies of a graph that lack some of the nodes asked about


@dataclass(frozen=True)
class Told:
    """What became of a question: `what` is how it was made unanswerable, "" where it was not."""

    graph: str
    what: str
    asked: Asked

    @property
    def status(self) -> Status:
        """How it was answered."""
        return self.asked.readings.status

    @property
    def right(self) -> bool:
        """Whether the best reading is right, shown or not."""
        return self.asked.fits and not self.asked.gold.absent

    def __str__(self) -> str:
        readings = self.asked.readings
        best = readings.readings[0].words if readings.readings else ""
        said = f"{self.status} ({readings.chance:.2f}{', right' if self.right else ''})"
        return f"{self.graph}: {self.what or 'answerable'}: {self.asked.gold.text} -> {said}: {best}"


def main() -> None:
    """Measure, and print a table."""
    options = _options()
    told = told_of(options.folders, options.most)
    print(table([*figures(told), *offered(told), *reliability(told)]))
    for each in told if options.each else ():
        if (each.status == "none") == (each.what == ""):
            print(each)


def told_of(folders: Sequence[Path], most: int) -> list[Told]:
    """Return what becomes of the questions of some folders; of the small graphs' where none are given."""
    folders = folders or sorted(each.parent for each in SMALL.glob("*/questions.jsonl"))
    told: list[Told] = []
    with TemporaryDirectory(prefix="loregraph-bench-") as place:
        for number, folder in enumerate(folders):
            told += measured(folder, folders[(number + 1) % len(folders)], Path(place), most)
    return told


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


def offered(told: Sequence[Told]) -> list[Figure]:
    """Return of what was falsely refused, where the right reading was offered all the same."""
    refused = [each for each in told if not each.what and each.status == "none"]
    first, all_three = (sum(any(each.asked.rights[:most]) for each in refused) for most in (1, 3))
    still = [each for each in told if each.what in ("such relation", "such name") and each.right]
    return [
        Figure("refused, right offered first", first / max(1, len(refused)), "", f"of {len(refused)}"),
        Figure("... among the first three", all_three / max(1, len(refused)), ""),
        Figure("right all the same, by another way", len(still), "", "without the relation, or the name"),
    ]


def reliability(told: Sequence[Told]) -> list[Figure]:
    """Return, by tenths of the chance that readings were given, how many of them are right."""
    tenths: dict[int, list[Told]] = defaultdict(list)
    for each in told:
        tenths[min(9, int(each.asked.readings.chance * 10))].append(each)
    return [
        Figure(
            f"a chance from {tenth / 10:.1f} on", sum(each.right for each in of) / len(of), "", f"right of {len(of)}"
        )
        for tenth, of in sorted(tenths.items())
    ]


def measured(folder: Path, other: Path, place: Path, most: int) -> list[Told]:
    """Ask a graph what it can answer and what it cannot."""
    files = (place / f"{folder.name}-{number}.sqlite3" for number in count())
    world = opened(folder, next(files))
    asked = [world.ask(each) for each in questions(folder)[:most]]
    told = [Told(world.name, "such thing" if each.gold.absent else "", each) for each in asked]
    right = [each for each in asked if each.fits and not each.gold.absent]
    if other != folder:
        foreign = [Gold(each.text, ABSENT) for each in questions(other)[:most]]
        told += [Told(world.name, "such graph", world.ask(each)) for each in foreign]
    for relation, of in _by_relation(right).items():
        lacking = without(world, next(files), relations=frozenset([relation]))
        told += [Told(world.name, "such relation", lacking.ask(each.gold)) for each in of]
    for nodes, of in _by_nodes(right):
        lacking = without(world, next(files), nodes=nodes)
        told += [Told(world.name, "such name", lacking.ask(each.gold)) for each in of]
    return told


def _by_relation(right: Iterable[Asked]) -> dict[str, list[Asked]]:
    """Return what rests on each relation or property; a question counts with the first of its own."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for each in right:
        for name in list(dict.fromkeys(units_of(each.readings.readings[0].meaning)))[:1]:
            found[name].append(each)
    return found


def _by_nodes(right: Iterable[Asked]) -> Iterator[tuple[frozenset[str], list[Asked]]]:
    """Yield some nodes that questions name, and those questions; each question once."""
    named = [(_named(each), each) for each in right]
    nodes = sorted({min(ids) for ids, _ in named if ids})
    for group in range(GROUPS):
        gone = frozenset(nodes[group::GROUPS])
        yield gone, [each for ids, each in named if ids and min(ids) in gone]


def _named(asked: Asked) -> list[str]:
    """Return the ids of the first mention that the answer rests on and that is one node for sure: no namesake stays."""
    best = asked.readings.readings[0]
    rests = set(best.query.ids if isinstance(best.query, Describe) else _ids(best.query))
    sure = (each for each in asked.readings.mentions if each.score > 0.9 and len(each.candidates) == 1)
    first = next((each for each in sure if each.candidates[0].node.id in rests), None)
    return [each.node.id for each in first.candidates] if first else []


def _ids(query: object) -> Iterator[str]:
    """Yield all nodes that a query speaks of."""
    data = query.model_dump() if isinstance(query, Match) else query
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    if isinstance(data, dict):
        yield from data.get("ids") or ()
    for each in parts:
        yield from _ids(each)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.refusing", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with a graph and its questions")
    parser.add_argument("--most", type=int, default=1_000, help="how many questions of a folder are asked")
    parser.add_argument("--each", action="store_true", help="list what was wrongly answered or refused")
    return parser.parse_args()


if __name__ == "__main__":
    main()
