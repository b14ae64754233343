"""Taking back what was noted thing by thing, however much it is: in batches, also where others came after it.

First one may look: nothing is changed, and it is told what stands in the way. Then the rest is taken back. What
is taken back is noted in turn, so that this can be taken back, too; and a process that was killed goes on where
it stopped.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from agents.changes import Stayed, Swap, Swapped
from agents.curation import notebook
from agents.curation.notebook import Notebook, tag
from agents.graphs.garbage import seldom_looked_for
from agents.graphs.store import GraphStore
from agents.graphs.swapping import GONE, TIED, Triple, both, sorted_out
from agents.model import Edge, Node

BATCH = 2_000
SHOWN = 50  # of what stays
_PASSES = (("e+",), ("n+",), ("n-", "n~"), ("e-", "e~"))  # as they were noted; they are taken back in this order
OnDone = Callable[[int], None]  # is told how many things were looked at; may raise to stop there


@dataclass
class Outcome:
    """How much of it was (or can be) taken back, by tag, how much is so already, and what stays as it is."""

    back: Counter[str] = field(default_factory=Counter)
    already: int = 0
    stays: int = 0
    some: list[Stayed] = field(default_factory=list)

    def add(self, more: Swapped) -> None:
        """Count more."""
        self.back.update(tag(each) for each in more.done)
        self.already += more.already
        self.stays += len(more.stayed)
        self.some += more.stayed[: SHOWN - len(self.some)]


@seldom_looked_for()
def look(store: GraphStore, graph: str, path: Path, on_done: OnDone = lambda _: None) -> Outcome:
    """Say what taking back would do now, and change nothing."""
    looker, outcome, done = _Looker(store, graph), Outcome(), 0
    for batch in _batches(path):
        outcome.add(looker.look(batch))
        done += len(batch)
        on_done(done)
    return outcome


@seldom_looked_for()
def take_back(store: GraphStore, graph: str, path: Path, notes: Notebook, on_done: OnDone = lambda _: None) -> Outcome:
    """Take back what can be, and note it; what notes there are already was done, and is passed over."""
    outcome, done = Outcome(), 0
    ended, begun = notebook.marks(notes.path)
    outcome.back.update(notebook.counted(notes.path))
    for number, batch in enumerate(_batches(path), start=1):
        if number > ended:
            notes.mark(">", number)
            found = store.swap(graph, batch)
            if number == begun:  # killed between doing it and noting it: what is so already was done then
                found = Swapped(_so_already(batch, found), 0, found.stayed)
            notes.add(found.done)
            notes.mark("<", number)
            outcome.add(found)
        done += len(batch)
        on_done(done)
    return outcome


def _so_already(batch: Sequence[Swap], found: Swapped) -> tuple[Swap, ...]:
    stayed = {each.swap.key for each in found.stayed}
    return tuple(each for each in batch if each.key not in stayed)


def _batches(path: Path) -> Iterator[list[Swap]]:
    """Yield what takes the notes back, in an order that leaves nothing hanging."""
    for tags in _PASSES:
        swaps = (Swap(each.after, each.before) for each in notebook.read(path, tags))
        while batch := list(islice(swaps, BATCH)):
            yield batch


class _Looker:
    """Goes through the batches as a store would, and remembers what would be gone or there by then."""

    def __init__(self, store: GraphStore, graph: str) -> None:
        self._store, self._graph = store, graph
        self._cut: Counter[str] = Counter()  # how many facts of a thing would be gone
        self._there: set[str] = set()  # things that would be there again

    def look(self, batch: Sequence[Swap]) -> Swapped:
        """Return what would become of a batch."""
        if isinstance(batch[0].subject, Edge):
            good, rest = sorted_out(batch, {e.triple: e for e in self._store.edges(self._graph, _triples(batch))})
            held = [] if batch[0].after is None else self._hanging(good)
        else:
            nodes = {each.id: each for each in self._store.nodes(self._graph, [each.subject.id for each in batch])}
            good, rest = sorted_out(batch, nodes)
            held = self._tied(good) if batch[0].after is None else []
        stuck = {each.swap.key for each in held}
        free = tuple(each for each in good if each.key not in stuck)
        self._remember(free)
        return both(Swapped(free, 0, tuple(held)), rest)

    def _remember(self, free: Sequence[Swap]) -> None:
        for each in free:
            if isinstance(each.before, Edge) and each.after is None:
                self._cut.update((each.before.head, each.before.tail))
            elif isinstance(each.after, Node):
                self._there.add(each.after.id)

    def _tied(self, good: Sequence[Swap]) -> list[Stayed]:
        degrees = self._store.degree(self._graph, [each.subject.id for each in good])
        facts = {id: sum(counts.values()) for id, counts in degrees.items()}
        return [Stayed(e, e.before, TIED) for e in good if facts.get(e.subject.id, 0) > self._cut[e.subject.id]]

    def _hanging(self, good: Sequence[Swap]) -> list[Stayed]:
        ends = {end for head, _, tail in _triples(good) for end in (head, tail)} - self._there
        there = self._there | {each.id for each in self._store.nodes(self._graph, ends)}
        return [Stayed(e, e.before, GONE) for e in good if not set(_triples([e])[0][::2]) <= there]


def _triples(swaps: Sequence[Swap]) -> list[Triple]:
    return [each.subject.triple for each in swaps if isinstance(each.subject, Edge)]
