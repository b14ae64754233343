"""Many things put back at once, whatever the store: each only where it still is as whoever asks knew it.

Facts go before the things that they touch, and things come before the facts that need them. What others changed
since stays, and so does whatever would be left hanging: a thing that others tied facts to, a fact without its ends.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from agents.changes import Stayed, Swap, Swapped
from agents.errors import ChangeRefused
from agents.graphs.loading import Record, Tally, alike, in_rounds, why_unsound
from agents.model import Edge, Node

CHANGED = "It was changed since."
TIED = "Facts were tied to it since."
GONE = "A thing that it speaks of is gone."
Triple = tuple[str, str, str]
T = TypeVar("T", Node, Edge)


class Swappable(Protocol):
    """The graph that is changed, inside a transaction of the store."""

    def nodes(self, ids: Collection[str]) -> Mapping[str, Node]:
        """Return the nodes of these ids that exist."""

    def edges(self, triples: Collection[Triple]) -> Mapping[Triple, Edge]:
        """Return the edges of these triples that exist."""

    def tied(self, ids: Collection[str]) -> Collection[str]:
        """Return those of these ids that an edge touches."""

    def put_nodes(self, nodes: Sequence[Node]) -> Tally:
        """Add nodes or replace those of their ids."""

    def put_edges(self, edges: Sequence[Edge]) -> Tally:
        """Add edges or replace those of their triples; every end exists."""

    def remove_nodes(self, ids: Sequence[str]) -> None:
        """Remove nodes that no edge touches."""

    def remove_edges(self, triples: Sequence[Triple]) -> None:
        """Remove edges."""


def swap(graph: Swappable, swaps: Iterable[Swap]) -> Swapped:
    """Do what can be done of these swaps, and return what became of all of them; raise ChangeRefused."""
    found = Swapped()
    for out, kind, do in _STEPS:
        some = [each for each in swaps if isinstance(each.subject, kind) and (each.after is None) is out]
        for few in in_rounds(some, lambda each: each.key):
            found = both(found, do(graph, few))
    return found


def both(one: Swapped, other: Swapped) -> Swapped:
    """Return two outcomes as one."""
    return Swapped(one.done + other.done, one.already + other.already, one.stayed + other.stayed)


def sorted_out(swaps: Sequence[Swap], now: Mapping[Any, Record]) -> tuple[list[Swap], Swapped]:
    """Return the swaps whose things are as they are said to be, and what became of the others."""
    good = [each for each in swaps if _same(now.get(each.key), each.before)]
    rest = [each for each in swaps if not _same(now.get(each.key), each.before)]
    stayed = [Stayed(e, now.get(e.key), CHANGED) for e in rest if not _same(now.get(e.key), e.after)]
    return good, Swapped((), len(rest) - len(stayed), tuple(stayed))


def _take_edges(graph: Swappable, swaps: Sequence[Swap]) -> Swapped:
    good, rest = sorted_out(swaps, graph.edges(_triples(swaps)))
    graph.remove_edges(_triples(good))
    return both(Swapped(tuple(good)), rest)


def _take_nodes(graph: Swappable, swaps: Sequence[Swap]) -> Swapped:
    now = graph.nodes(_ids(swaps))
    good, rest = sorted_out(swaps, now)
    tied = graph.tied(_ids(good))
    free = [each for each in good if each.subject.id not in tied]
    graph.remove_nodes(_ids(free))
    held = tuple(Stayed(each, now[each.subject.id], TIED) for each in good if each.subject.id in tied)
    return both(Swapped(tuple(free), 0, held), rest)


def _put_nodes(graph: Swappable, swaps: Sequence[Swap]) -> Swapped:
    good, rest = sorted_out(swaps, graph.nodes(_ids(swaps)))
    graph.put_nodes([_sound(each.after) for each in good if isinstance(each.after, Node)])
    return both(Swapped(tuple(good)), rest)


def _put_edges(graph: Swappable, swaps: Sequence[Swap]) -> Swapped:
    good, rest = sorted_out(swaps, graph.edges(_triples(swaps)))
    there = graph.nodes(list(dict.fromkeys(end for head, _, tail in _triples(good) for end in (head, tail))))
    whole: list[Swap] = []
    hanging: list[Swap] = []
    for each in good:
        head, _, tail = _triples([each])[0]
        (whole if head in there and tail in there else hanging).append(each)
    graph.put_edges([_sound(each.after) for each in whole if isinstance(each.after, Edge)])
    return both(Swapped(tuple(whole), 0, tuple(Stayed(each, each.before, GONE) for each in hanging)), rest)


_STEPS = ((True, Edge, _take_edges), (True, Node, _take_nodes), (False, Node, _put_nodes), (False, Edge, _put_edges))


def _ids(swaps: Iterable[Swap]) -> list[str]:
    return [each.subject.id for each in swaps]


def _triples(swaps: Iterable[Swap]) -> list[Triple]:
    return [each.subject.triple for each in swaps if isinstance(each.subject, Edge)]


def _same(one: Record | None, other: Record | None) -> bool:
    return one is other if one is None or other is None else alike(one, other)


def _sound(record: T) -> T:
    if reason := why_unsound(record):
        raise ChangeRefused(f"The change has {reason}.")
    return record
