"""Which nodes of a graph are worth comparing, without comparing each with each.

Two nodes are compared where they share a name (or the same words in another order), where they share several
neighbours that few others have, or where their names mean nearly the same. Everything is bounded: what a graph
has beyond the bounds is not looked at, and the largest crowds are common names and no duplicates.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from agents.graphs.folding import fold_name
from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Edge, Node

NODES = 200_000  # of a graph, that are looked through
EDGES = 2_000_000
MEANT = 20_000  # names that are compared by their meaning
CROWD = 6  # nodes of one name, or at one neighbour: more than that are no duplicates
MOST = 5_000  # pairs that are compared
NEAR = 0.8  # cosine of two names
_SLICE = 500  # rows of one product of vectors
_SHARED = 2  # neighbours
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
OnDone = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What is kept of a node while a graph is looked through."""

    id: str
    type: str
    names: tuple[str, ...]  # folded


def worth_comparing(
    store: GraphStore, graph: str, embedder: Embedder | None = None, on_done: OnDone = lambda _: None
) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids that are worth a comparison, each once and at most `MOST`; without an embedder, by less."""
    records = _counted(store.export(graph), on_done)
    nodes, first = _nodes(records)
    ways = [_same_name(nodes), _same_neighbours(nodes, first, records)]
    ways += [_same_meaning(nodes, embedder)] if embedder else []
    seen: set[tuple[int, int]] = set()
    for one, other in (pair for way in ways for pair in way):
        if (one, other) not in seen and one != other and len(seen) < MOST:
            seen.add((one, other))
            yield nodes[one].id, nodes[other].id


def numbers(name: str) -> list[str]:
    """Return the numbers in a name: "Bed 1" and "Bed 2" are near by their letters, and two."""
    return _NUMBER.findall(name)


def _counted(records: Iterator[Node | Edge], on_done: OnDone) -> Iterator[Node | Edge]:
    for number, each in enumerate(records):
        if number % 1_000 == 0:
            on_done(number)
        yield each


def _nodes(records: Iterator[Node | Edge]) -> tuple[list[Looked], Edge | None]:
    """Return the nodes, and the first edge after them."""
    found: list[Looked] = []
    for each in records:
        if isinstance(each, Edge):
            return found, each
        if len(found) < NODES:
            names = dict.fromkeys(fold_name(name) for name in (each.name, *each.aliases[:10]))
            found.append(Looked(each.id, each.type, tuple(name for name in names if name)))
    return found, None


def _same_name(nodes: Sequence[Looked]) -> Iterator[tuple[int, int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        for key in {" ".join(sorted(_WORD.findall(name))) or name for name in node.names}:
            groups[key].append(place)
    for same in groups.values():
        if 1 < len(same) <= CROWD:
            yield from combinations(same, 2)


def _same_neighbours(
    nodes: Sequence[Looked], first: Edge | None, records: Iterator[Node | Edge]
) -> Iterator[tuple[int, int]]:
    """Yield nodes of one type that share rare neighbours, most shared first; grouped in a file and not in memory."""
    places = {node.id: (place, node.type) for place, node in enumerate(nodes)}
    rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        rows.executescript("pragma journal_mode=off; create table ends (at integer, place integer); begin")
        for edge in islice((each for each in (first, *records) if isinstance(each, Edge)), EDGES):
            for mine, other, way in ((edge.head, edge.tail, 1), (edge.tail, edge.head, 2)):
                if mine in places:
                    place, type = places[mine]
                    rows.execute("insert into ends values (?, ?)", (hash((other, edge.relation, way, type)), place))
        rows.execute("create index ends_by_at on ends (at)")
        yield from rows.execute(
            "select a.place, b.place from ends a join ends b on a.at = b.at and a.place < b.place where a.at in"
            " (select at from ends group by at having count(*) between 2 and ?)"
            " group by 1, 2 having count(*) >= ? order by count(*) desc limit ?",
            (CROWD, _SHARED, MOST // 2),
        )
    finally:
        rows.close()


def _same_meaning(nodes: Sequence[Looked], embedder: Embedder) -> Iterator[tuple[int, int]]:
    """Yield nodes of one type whose names mean nearly the same, by the cosine of their vectors."""
    by_type: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes[:MEANT]):
        if node.names:
            by_type[node.type].append(place)
    for places in by_type.values():
        vectors = embedder.embed([nodes[place].names[0] for place in places])
        for start in range(0, len(places), _SLICE):
            near = vectors[start : start + _SLICE] @ vectors.T >= NEAR
            for row, column in np.argwhere(near):
                one, other = places[start + int(row)], places[int(column)]
                if one < other and numbers(nodes[one].names[0]) == numbers(nodes[other].names[0]):
                    yield one, other
