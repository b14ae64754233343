"""What reading a question gives, and the protocol of whatever reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from agents.model import Mention
from agents.query import Describe, Match
from agents.reading.evidence import Because
from agents.reading.meaning import Result

Status = Literal["clear", "unsure", "none"]
Form = Literal["set", "value", "count", "different", "tally", "verdict", "compare", "describe"]


@dataclass(frozen=True)
class Reading:
    """One way to read a question.

    `score` is the reading's raw score (0 is a perfect fit, it falls from there; the confidence of an answer).
    `form` says how the rows answer: "set" (nodes of the first column), "value" (scalars of the first column),
    "count" (one number), "different" (how many different scalars the first column has), "tally" (nodes or scalars of
    the first column, each with the number in the last), "verdict" (yes where there is a row), "compare" (a row a thing
    compared: node, value), "describe" (all about the nodes).
    """

    query: Match | Describe
    score: float
    form: Form
    words: str  # the query for people, e.g. "how many states border Texas"
    meaning: Result | None = None  # what the query is compiled from: `agents.reading.wording` says it in other ways
    because: tuple[Because, ...] = ()  # what each stretch of the question was taken to say
    types: frozenset[str] = frozenset()  # of the nodes that it answers with, as far as that is known
    empty: bool = False  # the graph was looked into, and holds nothing of the kind
    rows: int = 0  # how many the look found, two at most
    shown: tuple[str, ...] = ()  # the properties that the last columns have beside each thing
    late: float | None = None  # the look took too long: its score if it finds anything, while `score` says that not


@dataclass(frozen=True)
class Readings:
    """How a question can be read, best first.

    `status`: "clear" (answer with the first), "unsure" (show it and ask) or "none" (not in the graph, and
    `missing` says what in the question found nothing: "a node called 'x'", "a relation for 'treats'").
    `chance` is how likely the first is right, and `signs` what that was weighed by. `unread` are the words of the
    question that it leaves out, `lacking` these and those that fit nothing well. `unlooked` says the readings that
    would be better than the first if they found anything, which could not be looked up in time.
    """

    status: Status
    readings: tuple[Reading, ...] = ()
    mentions: tuple[Mention, ...] = ()
    missing: tuple[str, ...] = ()
    chance: float = 0.0
    signs: Mapping[str, float] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    unlooked: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationGuess:
    """A relation that a phrase may mean; `backwards` where the phrase speaks from tail to head."""

    relation: str
    score: float  # 0 to 1
    backwards: bool = False


class Reader(Protocol):
    """Reads questions. Synchronous, safe to call from several threads; caches what it knows of a graph."""

    def link(self, graph: str, text: str, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        """Return the mentions of nodes in a text, left to right.

        `picks` maps a mention's text (lower case) to the node id that the person chose for it.
        A quoted or capitalised stretch that is called like nothing in the graph is a mention without candidates.
        """

    def persons(self, graph: str) -> frozenset[str]:
        """Return the types whose nodes are people; none where the graph does not tell."""

    def read(self, graph: str, question: str, mentions: Sequence[Mention]) -> Readings:
        """Return the ways to read a question, given its mentions."""

    def relations(self, graph: str, phrase: str) -> tuple[RelationGuess, ...]:
        """Return the relations that a phrase ("is caused by") may mean, best first."""
