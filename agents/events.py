"""Everything a run tells whoever listens, in the order it happens.

An event is a frozen value with a `kind`; `to_json` gives {"type": kind, ...fields} with JSON's own types.
The site adds the run's id and a rising `seq`. Events are past participles.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from agents.model import Claim, Edge, Json, Mention, Node, Passage, plain


@dataclass(frozen=True)
class Event:
    """Something that happened in a run."""

    kind: ClassVar[str] = ""

    def to_json(self) -> Json:
        """Return the event as a JSON object with its kind under "type"."""
        return {"type": self.kind, **plain(self)}


Emit = Callable[[Event], Awaitable[None]]


@dataclass(frozen=True)
class IntentGuess:
    """A kind of request with its probability, 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True)
class RunStarted(Event):
    """The question was taken; `picks`, `reading` and `intent` are what the person chose for it."""

    kind = "run.started"
    question: str
    graph: str
    picks: Mapping[str, str] = field(default_factory=dict)
    reading: int | None = None
    intent: str = ""


@dataclass(frozen=True)
class StepStarted(Event):
    """An agent began: understand, link, plan, gather, reason, answer or propose."""

    kind = "step.started"
    step: str


@dataclass(frozen=True)
class StepFinished(Event):
    """An agent is done, with a line for people and the time it took."""

    kind = "step.finished"
    step: str
    summary: str
    milliseconds: float


@dataclass(frozen=True)
class RunPaused(Event):
    """The run waits before a step until it is let go on."""

    kind = "run.paused"
    step: str


@dataclass(frozen=True)
class RunResumed(Event):
    """The run goes on."""

    kind = "run.resumed"


@dataclass(frozen=True)
class RunReset(Event):
    """The run begins again with nothing changed: what it told before is to be forgotten."""

    kind = "run.reset"


@dataclass(frozen=True)
class IntentUnderstood(Event):
    """What is asked for, with runners-up; `question` is the text as the engine reads it.

    `unsure`: the likeliest kind is hardly likelier than others, and the person is to be asked which was meant.
    """

    kind = "intent.understood"
    question: str
    intent: IntentGuess
    alternatives: tuple[IntentGuess, ...] = ()
    unsure: bool = False


@dataclass(frozen=True)
class EntitiesLinked(Event):
    """What the question speaks of; a mention without candidates was not found."""

    kind = "entities.linked"
    mentions: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()

    def to_json(self) -> Json:
        """Return the event with each mention in its own JSON form."""
        mentions = [each.to_json() for each in self.mentions]
        return {"type": self.kind, "mentions": mentions, "unknown": list(self.unknown)}


@dataclass(frozen=True)
class PlanStep:
    """A query to run, in words and as a value; `after` are the numbers of the steps it waits for."""

    words: str
    query: Json
    after: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReadingOffered:
    """Another way to read the question ("did you mean"): a person may pick it by its number."""

    words: str
    score: float
    number: int


@dataclass(frozen=True)
class PlanMade(Event):
    """What will be run, and which other readings there were.

    `status` says how sure the reading is: "clear", "unsure" or "none" (nothing is run for it); "" where the
    request was no question to read. `dropped` are the numbers of the steps that the person leaves out. A plan that
    is changed is told once more.
    """

    kind = "plan.made"
    steps: tuple[PlanStep, ...] = ()
    readings: tuple[ReadingOffered, ...] = ()
    status: str = ""
    dropped: tuple[int, ...] = ()


@dataclass(frozen=True)
class QueryRan(Event):
    """A query came back from a source."""

    kind = "query.ran"
    source: str
    words: str
    statement: str
    rows: int
    milliseconds: float


@dataclass(frozen=True)
class GraphGrown(Event):
    """Nodes and edges that were found; `omitted` and `omitted_edges` count those that a cap left out."""

    kind = "graph.grown"
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    omitted: int = 0
    omitted_edges: int = 0

    def to_json(self) -> Json:
        """Return the event with each node and edge in its own JSON form."""
        nodes = [each.to_json() for each in self.nodes]
        edges = [each.to_json() for each in self.edges]
        left_out = {"omitted": self.omitted, "omitted_edges": self.omitted_edges}
        return {"type": self.kind, "nodes": nodes, "edges": edges, **left_out}


@dataclass(frozen=True)
class SourceAsked(Event):
    """A source beside the graph was asked; `passages` are what was kept of what it gave, with the selectors' scores."""

    kind = "source.asked"
    source: str
    question: str
    given: int
    passages: tuple[Passage, ...] = ()
    milliseconds: float = 0.0

    def to_json(self) -> Json:
        """Return the event with each passage in its own JSON form."""
        return {**super().to_json(), "passages": [each.to_json() for each in self.passages]}


@dataclass(frozen=True)
class SourceFailed(Event):
    """A source gave nothing because it failed; the run goes on without it."""

    kind = "source.failed"
    source: str
    reason: str


@dataclass(frozen=True)
class ClaimsMade(Event):
    """What the answer will say, each with what it stands on."""

    kind = "claims.made"
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Cluster:
    """A group of nodes that belong together, named by those in its middle."""

    name: str
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class ClustersFound(Event):
    """Groups among the nodes shown: the drawing gives each its own colour."""

    kind = "clusters.found"
    clusters: tuple[Cluster, ...] = ()


@dataclass(frozen=True)
class ViewAsked(Event):
    """What the drawing is asked to do with what it shows.

    `action`: "expand" or "collapse" nodes, "hide" or "show" nodes, types or relations, show "only" these, "focus"
    on a node, or "reset" to everything.
    """

    kind = "view.asked"
    action: str
    nodes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConflictFound(Event):
    """Sources that disagree on one thing: a claim of each side, the most believed first, and why that is believed."""

    kind = "conflict.found"
    about: str
    claims: tuple[Claim, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class ModelAsked(Event):
    """A language model was asked: for what ("choose", "write", "word"; calls made at once are one), and its cost."""

    kind = "model.asked"
    purpose: str
    model: str
    outcome: str  # what came of it, in words
    calls: int = 1
    tokens_in: int = 0
    tokens_out: int = 0
    milliseconds: float = 0.0


@dataclass(frozen=True)
class ModelFailed(Event):
    """A language model was slow, dead, too dear or talked nonsense: the answer stands without it."""

    kind = "model.failed"
    purpose: str
    model: str
    reason: str


@dataclass(frozen=True)
class Doubt:
    """What of a sentence the evidence lacks: a stretch of it, and its kind: "name", "number" or "relation"."""

    kind: str
    text: str


@dataclass(frozen=True)
class Worded:
    """A sentence of a language model that words claims: the numbers of those it rests on, and what they lack of it."""

    text: str
    claims: tuple[int, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class WordingDelta(Event):
    """A piece of the answer in a language model's words; pieces of a sentence join up to it. The first is empty."""

    kind = "wording.delta"
    text: str
    sentence: int = 0


@dataclass(frozen=True)
class WordingChecked(Event):
    """A sentence of the wording is whole and was held against the evidence."""

    kind = "wording.checked"
    number: int
    sentence: Worded


@dataclass(frozen=True)
class AnswerDelta(Event):
    """A piece of the answer. `claim` is the number of the claim that the piece words; pieces join up to it."""

    kind = "answer.delta"
    text: str
    claim: int = 0


@dataclass(frozen=True)
class AnswerDone(Event):
    """The whole answer.

    `answers` are {"id", "name", "type"} or {"value"}: the first of them, and `count` says how many there are.
    `verdict` is "yes", "no" or None. `suggestions` are questions to ask next. `wording` says the claims once more, in
    a language model's words; `model_calls` and `tokens` are what the model cost.
    """

    kind = "answer.done"
    text: str
    claims: tuple[Claim, ...] = ()
    answers: tuple[Json, ...] = ()
    verdict: str | None = None
    not_in_graph: bool = False
    suggestions: tuple[str, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    count: int = 0
    wording: tuple[Worded, ...] = ()
    model_calls: int = 0
    tokens: int = 0


@dataclass(frozen=True)
class ProposalMade(Event):
    """A change of the graph that waits for a curator.

    `changes` is a ChangeSet's JSON form. `sentence` is what the person wrote, `confidence` (0 to 1) how surely it
    was understood, `why` what speaks for or against it: what the graph says already, and what it contradicts.
    """

    kind = "proposal.made"
    words: str
    changes: dict[str, Any] = field(default_factory=dict)
    sentence: str = ""
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True)
class RunFailed(Event):
    """The run ended without an answer; `reason` is for the person who asked."""

    kind = "run.failed"
    reason: str


@dataclass(frozen=True)
class RunStopped(Event):
    """The person stopped the run."""

    kind = "run.stopped"


@dataclass(frozen=True)
class RunInterrupted(Event):
    """The server was restarted while the run was under way."""

    kind = "run.interrupted"
