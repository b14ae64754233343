"""Runs a compiled Match and gathers the edges that prove each row."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agents.graphs.reading import EdgeKey, Reading
from agents.graphs.statement import MOST, SAMPLE, Column, Proof, Statement
from agents.graphs.store import Cell, Row, Rows
from agents.graphs.tracks import Track, shortest_walks
from agents.model import Edge, Node
from agents.query import Match

_EDGES_OF_A_ROW = 200
_EDGES_OF_ALL = 20_000
_EDGES_READ = 2_000  # by the first rows; of the others' it is told how many there are


@dataclass
class Evidence:
    """The keys of the edges that prove a row.

    `total` counts those of the whole group; it matters where gathering was `cut` at the cap. An edge that serves
    two patterns of the query counts twice in it.
    """

    edges: dict[EdgeKey, None] = field(default_factory=dict)
    tracks: dict[Track, None] = field(default_factory=dict)
    total: int = 0
    cut: bool = False

    def full(self, most: int) -> bool:
        """Say whether the row has as many proofs as it may."""
        return len(self.edges) + len(self.tracks) >= most


def match(reading: Reading, query: Match, limit: int, proved: bool = True) -> Rows:
    """Return the rows of a Match, at most `limit`, with their edges where they are to be `proved`."""
    statement = reading.compile(query, max(limit, 0), proved)
    found = list(reading.run(statement.text, statement.parameters))
    truncated = len(found) > limit
    found = found[: SAMPLE if truncated and limit >= MOST else limit]
    most = max(1, min(_EDGES_OF_A_ROW, _EDGES_OF_ALL // max(1, len(found))))
    gather = _of_groups if statement.aggregates else _of_rows
    evidence = gather(reading, statement, found, most) if proved else [Evidence() for _ in found]
    rows = _rows(reading, statement, found, evidence, most)
    labels = tuple(each.label for each in statement.columns)
    return Rows(labels, rows, statement.text, statement.parameters, truncated)


# --- evidence ---


def _of_rows(reading: Reading, statement: Statement, found: list[dict[str, Any]], most: int) -> list[Evidence]:
    """Return the proof that came with each row: the edges of one of its solutions."""
    evidence = [Evidence() for _ in found]
    for row, each in zip(found, evidence, strict=True):
        _add(each, row, statement.proofs)
    return evidence


def _of_groups(reading: Reading, statement: Statement, found: list[dict[str, Any]], most: int) -> list[Evidence]:
    """Return the proofs of each group's solutions, up to a cap."""
    plain = [f"c{at}" for at, each in enumerate(statement.columns) if not each.aggregate]
    groups = {tuple(row[each] for each in plain): Evidence(total=row["edges"]) for row in found}
    if statement.evidence and groups:
        waiting = set(groups)
        only = [row["c0"] for row in found if row["c0"] is not None] if statement.narrowed else []
        for row in reading.run(statement.evidence, {**statement.parameters, "only": only}):
            key = tuple(row[f"c{at}"] for at in range(len(plain)))
            if key in waiting:
                _add(groups[key], row, statement.proofs)
                if groups[key].full(most):
                    groups[key].cut = True
                    waiting.discard(key)
                    if not waiting:
                        break
    return [groups[tuple(row[each] for each in plain)] for row in found]


def _add(evidence: Evidence, row: Mapping[str, Any], proofs: Iterable[Proof]) -> None:
    for proof in proofs:
        ends = [row[f"p_{column}"] for column in proof.columns]
        if None in ends:
            continue  # an optional pattern that did not hold
        if proof.edge:
            evidence.edges[ends[0]] = None
        else:
            evidence.tracks[Track(proof.pattern, *ends)] = None


# --- rows ---


def _rows(
    reading: Reading, statement: Statement, found: list[dict[str, Any]], evidence: list[Evidence], most: int
) -> tuple[Row, ...]:
    """Turn keys into nodes and edges, fetched together."""
    proved = evidence[:_EDGES_READ]
    walks = shortest_walks(reading, {track for each in proved for track in each.tracks})
    for each in proved:
        each.edges.update((edge, None) for track in each.tracks for edge in walks.get(track, ()))
    kept = _kept(evidence, most)
    reader = _CellReader(reading, statement.columns, found, (edge for each in kept for edge in each))
    return tuple(
        Row(
            reader.cells(row),
            tuple(reader.edges[edge] for edge in edges if edge in reader.edges),
            _omitted(each, len(edges)),
        )
        for row, each, edges in zip(found, evidence, kept, strict=True)
    )


def _kept(evidence: list[Evidence], most: int) -> list[list[EdgeKey]]:
    """Return the edges of each row that are read: at most so many of one, and of the last rows none."""
    kept, room = [], _EDGES_READ
    for each in evidence:
        kept.append(list(each.edges)[: min(most, room)])
        room -= len(kept[-1])
    return kept


def _omitted(evidence: Evidence, kept: int) -> int:
    found = len(evidence.edges)
    return (max(evidence.total, found) if evidence.cut else found) - kept


class _CellReader:
    """Reads cells, having fetched all nodes and edges at once."""

    def __init__(
        self, reading: Reading, columns: tuple[Column, ...], rows: list[dict[str, Any]], edges: Iterable[EdgeKey]
    ) -> None:
        keys: dict[str, set[Any]] = {"node": set(), "edge": set(edges)}
        for at, column in enumerate(columns):
            if column.kind in keys:
                keys[column.kind].update(row[f"c{at}"] for row in rows if row[f"c{at}"] is not None)
        self.nodes: dict[int, Node] = reading.nodes(keys["node"])
        self.edges: dict[EdgeKey, Edge] = reading.edges(keys["edge"])
        read: dict[str, Callable[[Any], Cell]] = {"node": self.nodes.get, "edge": self.edges.get, "shown": _shown}
        self._read = [read.get(column.kind, _scalar) for column in columns]

    def cells(self, row: Mapping[str, Any]) -> tuple[Cell, ...]:
        """Return the cells of one row."""
        return tuple(read(row[f"c{at}"]) for at, read in enumerate(self._read))


def _scalar(value: Any) -> Cell:
    if isinstance(value, bytes):
        return value == b"\x01"
    return value  # type: ignore[no-any-return]


def _shown(value: Any) -> Cell:
    return value.split("\0", 1)[1] if isinstance(value, str) else _scalar(value)
