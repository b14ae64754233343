"""Two runs over the same things: what was gained since, and what was lost."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from webapp.measure.models import Measurement

Row = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """What came out right now and not before, and the reverse; `same` counts what both asked without a change."""

    before: Measurement
    gained: tuple[Row, ...]
    lost: tuple[Row, ...]
    same: int


def last_before(one: Measurement) -> Measurement | None:
    """Return the run before of the same kind that ended well: of the same file where there is one."""
    earlier = Measurement.objects.filter(graph=one.graph, what=one.what, state=Measurement.State.DONE, pk__lt=one.pk)
    return earlier.filter(file_name=one.file_name).order_by("-pk").first() or earlier.order_by("-pk").first()


def change(one: Measurement) -> Change | None:
    """Return what changed since the run before; None where there is none, or nothing was asked in both."""
    before = last_before(one)
    if before is None:
        return None
    earlier = _by_question(before.rows)
    pairs = [(now, old) for key, now in _by_question(one.rows).items() if (old := earlier.get(key))]
    gained = tuple(now for now, old in pairs if now["right"] and not old["right"])
    lost = tuple(now for now, old in pairs if old["right"] and not now["right"])
    return Change(before, gained, lost, len(pairs) - len(gained) - len(lost)) if pairs else None


def _by_question(rows: list[Row]) -> dict[tuple[str, int], Row]:
    """Return the rows by what was asked, and how often it had been asked before."""
    times: dict[str, int] = defaultdict(int)
    found = {}
    for row in rows:
        found[row["question"], times[row["question"]]] = row
        times[row["question"]] += 1
    return found
