"""How a load goes on, and what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agents.graphs.store import LoadCounts
from agents.loaders.records import Reject


@dataclass(frozen=True)
class Progress:
    """How far a load is: bytes read (`total` 0: unknown), records handed on, records a second."""

    done: int
    total: int
    records: int
    rejected: int
    seconds: float

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.records / self.seconds if self.seconds > 0 else 0.0

    @property
    def share(self) -> float | None:
        """How much has been read, 0 to 1, or None where the total is unknown."""
        return min(1.0, self.done / self.total) if self.total else None


_NAMED = 5  # relations
OnProgress = Callable[[Progress], None]  # may raise: the load stops there; what was committed stays


@dataclass(frozen=True)
class LoadResult:
    """What a load did. `rejects` is the file that names each rejected row, None where there is none."""

    graph: str
    counts: LoadCounts
    records: int
    rejected: int
    seconds: float
    rejects: Path | None = None
    first_rejects: tuple[Reject, ...] = ()  # the first few, to show
    skipped: Mapping[str, int] = field(default_factory=dict)  # "repeated rows": 3
    valued: Mapping[str, int] = field(default_factory=dict)  # rows that became properties, by relation

    @property
    def changed(self) -> bool:
        """Whether the graph is another than before."""
        return self.counts.effective > 0

    @property
    def sentence(self) -> str:
        """Say in one or two sentences what happened."""
        parts = [_happened(self), _values(self), _rejections(self), _left_out(self)]
        return " ".join(part for part in parts if part)

    def to_json(self) -> dict[str, Any]:
        """Return the numbers, the sentence and the rejects file's path as JSON's own types."""
        names = ("nodes_added", "nodes_changed", "nodes_same", "edges_added", "edges_changed", "edges_same")
        return {
            "graph": self.graph,
            **{name: getattr(self.counts, name) for name in names},
            "records": self.records,
            "rejected": self.rejected,
            "seconds": round(self.seconds, 2),
            "rejects": str(self.rejects) if self.rejects else None,
            "skipped": dict(self.skipped),
            "valued": dict(self.valued),
            "changed": self.changed,
            "sentence": self.sentence,
        }


def _happened(result: LoadResult) -> str:
    counts = result.counts
    same = counts.nodes_same + counts.edges_same
    if not result.changed:
        what = f"'{result.graph}' held all of it already" if same else "there was nothing to load"
        return f"Nothing changed: {what}."
    added = [_count(counts.nodes_added, "node"), _count(counts.edges_added, "edge")]
    sentence = f"Loaded {added[0]} and {added[1]} into '{result.graph}' in {result.seconds:.1f} s"
    changed = counts.nodes_changed + counts.edges_changed
    details = [f"{changed:,} changed" if changed else "", f"{same:,} were there already" if same else ""]
    return "; ".join([sentence, *(each for each in details if each)]) + "."


def _values(result: LoadResult) -> str:
    if not result.valued:
        return ""
    most = sorted(result.valued, key=lambda relation: -result.valued[relation])
    more = f" and {len(most) - _NAMED} more" if len(most) > _NAMED else ""
    rows = sum(result.valued.values())
    verb = "was" if rows == 1 else "were"
    names = ", ".join(f"'{each}'" for each in most[:_NAMED])
    return f"{_count(rows, 'row')} {verb} read as properties: {names}{more} (the format 'triples' makes nodes of them)."


def _rejections(result: LoadResult) -> str:
    if not result.rejected:
        return ""
    where = f"; see {result.rejects}" if result.rejects else ""
    verb = "was" if result.rejected == 1 else "were"
    return f"{_count(result.rejected, 'row')} {verb} rejected{where}."


def _left_out(result: LoadResult) -> str:
    parts = [f"{number:,} {what}" for what, number in result.skipped.items()]
    return f"Left out: {', '.join(parts)}." if parts else ""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
