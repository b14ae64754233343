"""What a run knows so far: one frozen value that each step returns anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from agents.events import ClustersFound, ConflictFound, IntentGuess, PlanStep, ProposalMade, ViewAsked, Worded
from agents.graphs.store import Path, Rows
from agents.model import Claim, Edge, Evidence, Json, Mention, Node, Subgraph
from agents.query import Describe, Match, Neighbourhood, Paths, query_to_json
from agents.reading.reader import Readings
from agents.sources.arbiter import Conflict
from agents.sources.factuality import Verdict

_FIRM = 0.9  # an exact name or alias; what starts alike or is misspelt scores less
BETWEEN = "\n"  # between the texts of several requests of one message
Query = Match | Paths | Neighbourhood | Describe


@dataclass(frozen=True)
class Turn:
    """An earlier question of the conversation, the answer's text and the nodes that answered.

    `nodes` may be the first of them only: `total` says how many there were. `text` and `mentions` are the question
    as it was understood then, where that is known; `picks`, `reading` and `intent` what the person chose.
    """

    question: str
    answer: str = ""
    nodes: tuple[Node, ...] = ()
    total: int = 0
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    picks: Mapping[str, str] = field(default_factory=dict)
    reading: int | None = None
    intent: str = ""


@dataclass(frozen=True)
class Lookup:
    """A query to run, in words and as a value; `after` are the numbers of the look-ups it waits for.

    `keep`: of the paths found only so many are kept, those that tell most; 0 keeps all.
    """

    words: str
    query: Query
    after: tuple[int, ...] = ()
    keep: int = 0

    def to_event(self) -> PlanStep:
        """Return the look-up as `plan.made` shows it."""
        return PlanStep(self.words, query_to_json(self.query), self.after)


@dataclass(frozen=True)
class Finding:
    """What a look-up brought: rows, paths or a subgraph, by the kind of its query.

    `degree` counts, for a Describe, the edges of each node by (relation, "out" | "in").
    """

    lookup: Lookup
    statement: str = ""
    rows: Rows | None = None
    paths: tuple[Path, ...] = ()
    subgraph: Subgraph = field(default_factory=Subgraph)
    degree: Mapping[str, Mapping[tuple[str, str], int]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many rows, paths or nodes were found."""
        if self.rows:
            return self.rows.total or len(self.rows.rows)
        return len(self.paths) or len(self.subgraph.nodes)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge found, each once, in the order found."""
        found = [edge for row in (self.rows.rows if self.rows else ()) for edge in row.edges]
        found += [edge for path in self.paths for edge in path.edges]
        return tuple({edge.triple: edge for edge in [*found, *self.subgraph.edges]}.values())

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every node found, each once, in the order found."""
        found = [cell for row in (self.rows.rows if self.rows else ()) for cell in row.cells if isinstance(cell, Node)]
        found += [node for path in self.paths for node in path.nodes]
        return tuple({node.id: node for node in [*found, *self.subgraph.nodes]}.values())


@dataclass(frozen=True)
class State:
    """Everything a run knows. `question` is as it was asked, `text` as the engine reads it."""

    graph: str
    question: str
    text: str = ""
    turns: tuple[Turn, ...] = ()
    picks: Mapping[str, str] = field(default_factory=dict)  # mention text, lower case → node id
    reading: int | None = None  # the number of the reading that the person picked
    forced: str = ""  # the intent that the person picked
    sources: str = ""  # how the person wants sources beside the graph asked; "": as the kit has it
    among: int = 1  # how many requests the message holds, of which this is one
    parts: tuple["State", ...] = ()  # the requests of a message that held several, in order
    why: bool = False  # the last question again, to say what its answer stands on
    guesses: tuple[IntentGuess, ...] = ()
    mentions: tuple[Mention, ...] = ()
    drawn: bool = False  # the nodes that are surely meant were shown
    readings: Readings | None = None
    plan: tuple[Lookup, ...] = ()
    dropped: frozenset[int] = frozenset()  # the numbers of the look-ups that the person leaves out
    findings: tuple[Finding, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)
    omitted: int = 0  # edges that the evidence's cap left out
    verdicts: tuple[tuple[str, Verdict], ...] = ()  # a passage's id, and what a check of its facts found
    disputes: tuple[Conflict, ...] = ()  # between passages that answer the question differently
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[ConflictFound, ...] = ()  # between sources
    answers: tuple[Json, ...] = ()  # {"id", "name", "type"} or {"value"}
    verdict: str | None = None  # "yes" or "no"
    not_in_graph: bool = False
    answer: str = ""
    suggestions: tuple[str, ...] = ()
    proposals: tuple[ProposalMade, ...] = ()
    views: tuple[ClustersFound | ViewAsked, ...] = ()  # what the drawing is to do with what it shows
    timings: Mapping[str, float] = field(default_factory=dict)  # milliseconds a step, and "total"
    model_calls: int = 0
    calls_in_a_row: int = 0  # of the language model; calls made at once count as one
    tokens_in: int = 0  # that the language model read
    tokens_out: int = 0  # that it wrote
    counsel: str = ""  # "chosen" or "written": what the language model did with the question's reading
    chosen: int | None = None  # the number of the reading that is run by its counsel
    wording: tuple[Worded, ...] = ()  # the answer in the language model's words, checked
    errors: tuple[str, ...] = ()

    def with_(self, **changes: Any) -> "State":
        """Return the state with these fields changed."""
        return replace(self, **changes)

    @property
    def intent(self) -> str:
        """The kind of request that this is taken for; "question" until it was understood."""
        return self.guesses[0].name if self.guesses else "question"

    @property
    def taken(self) -> int:
        """The number of the reading that is run: the person's choice, else the language model's, else the best."""
        return self.reading if self.reading is not None else self.chosen or 0

    @property
    def linked(self) -> tuple[Mention, ...]:
        """The mentions that mean a node."""
        return tuple(each for each in self.mentions if each.candidates)

    @property
    def firm(self) -> tuple[Mention, ...]:
        """The mentions that are called just like their node, and not only nearly."""
        return tuple(each for each in self.linked if each.score >= _FIRM)

    @property
    def unknown(self) -> tuple[Mention, ...]:
        """The mentions that nothing in the graph is called like."""
        return tuple(each for each in self.mentions if not each.candidates)
