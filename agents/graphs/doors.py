"""Who runs statements of Cypher for a graph, and which graphs such a statement sees."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from agents.graphs.bolt_door import Repair
from agents.graphs.door import Told
from agents.graphs.foreign import ForeignGraph


@runtime_checkable
class Door(Protocol):
    """Runs what only reads, over the whole database that a graph lies in."""

    def database(self) -> str:
        """Return what tells the database from every other, however it is addressed."""

    def why_closed(self, graph: str) -> str:
        """Say why no statement runs here, or nothing."""

    def sees(self, graph: str) -> tuple[str, ...]:
        """Return the graphs that a statement at this one's door sees."""

    def cypher(
        self, graph: str, statement: str, most: int = 200, timeout: float | None = None, repair: Repair | None = None
    ) -> Told:
        """Run a statement that only reads; raise StatementRefused for any other."""


class OwnDoor:
    """The door of a graph in the site's own database; `beside` tells the attached graphs that lie there, too."""

    def __init__(self, own: Door, beside: Callable[[str], tuple[str, ...]]) -> None:
        self._own, self._beside = own, beside

    def why_closed(self, graph: str) -> str:
        """Say why no statement runs here, or nothing."""
        return self._own.why_closed(graph)

    def sees(self, graph: str) -> tuple[str, ...]:
        """Return the graphs that a statement sees: all that lie in the database, whoever made them."""
        return (*self._own.sees(graph), *self._beside(self._own.database()))

    def cypher(
        self, graph: str, statement: str, most: int = 200, timeout: float | None = None, repair: Repair | None = None
    ) -> Told:
        """Run a statement that only reads; raise StatementRefused for any other."""
        return self._own.cypher(graph, statement, most, timeout, repair)


class ForeignDoor:
    """The door of an attached graph."""

    def __init__(self, foreign: ForeignGraph) -> None:
        self._foreign = foreign

    def why_closed(self, graph: str) -> str:
        """Say why no statement runs here, or nothing."""
        return self._foreign.why_closed()

    def sees(self, graph: str) -> tuple[str, ...]:
        """Return the graphs that a statement sees: this one, for it is the whole database."""
        return (graph,)

    def cypher(
        self, graph: str, statement: str, most: int = 200, timeout: float | None = None, repair: Repair | None = None
    ) -> Told:
        """Run a statement that only reads; raise StatementRefused for any other."""
        return self._foreign.cypher(statement, most, timeout, repair)
