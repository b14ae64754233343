"""What a reading rests on: for each stretch of the question, what it was taken to say, and how well that fits.

A chart's item carries a `Trace`, a small tree of such grounds, put together as the items are; `grounds` flattens it
for the few readings that are kept.
"""

from dataclasses import dataclass
from typing import Any, Literal

GroundKind = Literal["name", "unit", "value", "kin", "operator", "skipped", "said"]
Trace = tuple[Any, ...]  # grounds, and traces of parts


@dataclass(frozen=True)
class Because:
    """Why a stretch of the question (positions `first` to `last`, exclusive) says what it was taken to say.

    `likeness` is 1 for what is called so, and about .4 for a unit that has nothing in common with the words.
    """

    first: int
    last: int
    kind: GroundKind
    likeness: float = 1.0
    said: str = ""  # the words that the unit is called by, or the name


def grounds(trace: Trace) -> tuple[Because, ...]:
    """Return the grounds of a trace, left to right."""
    found: list[Because] = []
    left = [trace]
    while left:
        each = left.pop()
        if isinstance(each, Because):
            found.append(each)
        else:
            left.extend(each)
    return tuple(sorted(found, key=lambda each: (each.first, each.last)))


def first(trace: Trace) -> Because:
    """Return the leftmost ground of a trace."""
    leftmost: Any = trace
    while not isinstance(leftmost, Because):
        leftmost = leftmost[0]
    return leftmost
