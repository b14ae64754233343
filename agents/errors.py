"""Everything the engine raises on purpose.

    EngineError                 a sentence for the person who asked
    ├── QueryError              a query value that says something impossible
    ├── GraphError
    │   ├── UnknownGraph        no graph of that name (or none that one may know of)
    │   ├── StoreUnavailable    the store does not answer
    │   ├── StoreTimeout        the store was told to stop: the question costs too much
    │   ├── StatementRefused    a statement of Cypher that may not run here, or cannot
    │   └── ChangeRefused       a change that contradicts the graph; nothing of it was applied
    │       └── ChangeConflict  the graph is not as whoever made the change saw it
    ├── LoadError               a file, or a row, that cannot become graph
    ├── PackError               a pack whose manifest or data is not sound
    ├── CardError               a card that is not sound, does not fit its base, or cannot be made
    ├── SourceError             a source of evidence that failed; the others go on
    └── ChatError               a language model that is slow, dead, or wrote what cannot be used

The pipeline turns an EngineError into `run.failed`; everything else is a defect and goes to the log.
"""

from collections.abc import Iterable
from difflib import get_close_matches


class EngineError(Exception):
    """A failure that the person who asked may read."""


class QueryError(EngineError):
    """A query value that says something impossible."""


class GraphError(EngineError):
    """Something about a graph or its store."""


class UnknownGraph(GraphError):
    """No graph of that name."""

    def __init__(self, graph: str) -> None:
        super().__init__(f"There is no graph called '{graph}'.")
        self.graph = graph


class StoreUnavailable(GraphError):
    """The store does not answer; `place` says where it should be, to those who run the site and to nobody else."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason)
        self.place = place


class StoreTimeout(GraphError):
    """The store was interrupted at its time limit."""


class StatementRefused(GraphError):
    """A statement of Cypher that may not run here, or cannot; `why` names the kind of reason in a word."""

    def __init__(self, why: str, reason: str) -> None:
        super().__init__(reason)
        self.why = why


class ChangeRefused(GraphError):
    """A change that contradicts the graph; nothing of it was applied."""


class ChangeConflict(ChangeRefused):
    """The graph is not as whoever made the change saw it: `expected` and `found` are the two, None for nothing."""

    def __init__(self, what: str, expected: object, found: object) -> None:
        super().__init__(f"Somebody changed {what} meanwhile; nothing was applied.")
        self.expected, self.found = expected, found


class LoadError(EngineError):
    """A file, or a row of it, that cannot become graph."""


class PackError(EngineError):
    """A pack whose manifest or data is not sound."""


class CardError(EngineError):
    """A card that is not sound, does not fit its base model, or cannot be made."""


class SourceError(EngineError):
    """A source of evidence that failed."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'X'?" for the nearest known word, or nothing when none is near."""
    near = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


class ChatError(EngineError):
    """A language model that did not answer in time, or not in a form that can be used: go on without it."""


class BudgetSpent(ChatError):
    """A language model that was not asked, since what may be spent is spent: nothing was called, nothing is paid."""
