"""What a reader yields: records, rejects, what it left out or read otherwise; and what a load can read from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, Union

from agents.declaration import Declaration
from agents.model import Edge, Node


@dataclass(frozen=True, slots=True)
class Record:
    """A node or an edge and where it stands. `implied`: a node known only because an edge names it."""

    value: Node | Edge
    file: str
    line: int  # from 1
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that cannot become graph, and why, in words for the person who loads."""

    file: str
    line: int  # from 1
    reason: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that is left out on purpose, counted under `what` ("obsolete terms")."""

    what: str


@dataclass(frozen=True, slots=True)
class Valued:
    """A triple that became a property of its head, counted under its relation."""

    relation: str


@dataclass(frozen=True, slots=True)
class Declared:
    """What an export says was declared of its graph."""

    declaration: Declaration


Item = Union[Record, Reject, Skip, Valued, Declared]


class RecordSource(Protocol):
    """Something that a graph is loaded from: nodes first, then edges."""

    @property
    def total(self) -> int:
        """How many bytes will be read in all, 0 where nobody knows."""

    def done(self) -> int:
        """How many bytes have been read so far."""

    def items(self) -> Iterator[Item]:
        """Yield every node, then every edge; raise LoadError where the source as a whole is not sound."""
