"""What a knowledge graph is made of, as frozen values with a JSON form.

Shapes: a `Node` is known by its id, an `Edge` by its triple (head id, relation, tail id): the graph holds
one edge for a fact. Property values are JSON scalars or tuples of them; a date is ISO 8601 text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b
from typing import Any

Scalar = str | int | float | bool
Value = Scalar | tuple[Scalar, ...]
Json = dict[str, Any]
CONTEXT = "context"  # how a candidate was found that an earlier turn spoke of
_ALTERNATIVES = 20


@dataclass(frozen=True)
class Node:
    """A thing the graph speaks of. `id` is stable: a CURIE where the source has one."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    props: Mapping[str, Value] = field(default_factory=dict)

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)

    @classmethod
    def from_json(cls, data: Json) -> "Node":
        """Build a node from `to_json`'s form; missing optional fields take their defaults."""
        return cls(
            id=str(data["id"]),
            type=str(data.get("type", "")),
            name=str(data.get("name", data["id"])),
            aliases=tuple(data.get("aliases", ())),
            description=str(data.get("description", "")),
            props=frozen_props(data.get("props", {})),
        )


@dataclass(frozen=True)
class Provenance:
    """Where a fact comes from: a file, a person, a document's passage or a model."""

    kind: str  # "file" | "person" | "document" | "model"
    name: str  # the file's name and release, the person, the document, the model
    detail: str = ""  # the row, the sentence


@dataclass(frozen=True)
class Edge:
    """One fact: head -relation-> tail."""

    head: str
    relation: str
    tail: str
    props: Mapping[str, Value] = field(default_factory=dict)
    sources: tuple[Provenance, ...] = ()
    confidence: float = 1.0  # 0 to 1
    status: str = "accepted"

    @property
    def triple(self) -> tuple[str, str, str]:
        """The edge's identity: (head id, relation, tail id)."""
        return self.head, self.relation, self.tail

    @cached_property
    def id(self) -> str:
        """A short stable name for the triple, fit for an HTML id: "e" and 16 hex digits."""
        text = "\x1f".join(self.triple)
        return "e" + blake2b(text.encode(), digest_size=8).hexdigest()

    def to_json(self) -> Json:
        """Return a JSON object with every field and the edge's id."""
        return {"id": self.id, **record(self)}

    @classmethod
    def from_json(cls, data: Json) -> "Edge":
        """Build an edge from `to_json`'s form; missing optional fields take their defaults."""
        return cls(
            head=str(data["head"]),
            relation=str(data["relation"]),
            tail=str(data["tail"]),
            props=frozen_props(data.get("props", {})),
            sources=tuple(Provenance(**source) for source in data.get("sources", ())),
            confidence=float(data.get("confidence", 1.0)),
            status=str(data.get("status", "accepted")),
        )


@dataclass(frozen=True)
class Subgraph:
    """Nodes and the edges between them; `omitted` counts the nodes that a limit left out."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    omitted: int = 0

    def to_json(self) -> Json:
        """Return {"nodes", "edges", "omitted"}."""
        return {
            "nodes": [node.to_json() for node in self.nodes],
            "edges": [edge.to_json() for edge in self.edges],
            "omitted": self.omitted,
        }


# --- what a graph's schema says -----------------------------------------------------------------


@dataclass(frozen=True)
class PropertyType:
    """A key that nodes of a type (or edges of a relation) carry. `kind`: text, number, date or flag."""

    name: str
    kind: str
    count: int = 0
    many: bool = False  # values are tuples
    description: str = ""
    synonyms: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class NodeType:
    """A type of nodes, what they carry and how people call it."""

    name: str
    count: int = 0
    properties: tuple[PropertyType, ...] = ()
    description: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signature:
    """How often a relation leads from one type to another. `tails` and `heads` count distinct nodes."""

    head: str
    tail: str
    count: int = 0
    heads: int = 0
    tails: int = 0


@dataclass(frozen=True)
class RelationType:
    """A relation, the types it joins, and what is declared of it."""

    name: str
    count: int = 0
    signatures: tuple[Signature, ...] = ()
    properties: tuple[PropertyType, ...] = ()
    description: str = ""
    synonyms: tuple[str, ...] = ()  # said from head to tail: "head SYNONYM tail"
    inverse_synonyms: tuple[str, ...] = ()  # said from tail to head: "tail SYNONYM head"
    template: str = ""  # a sentence: "{head} borders {tail}"
    symmetric: bool = False
    transitive: bool = False
    inverse: str = ""  # the name of the relation that says the same backwards
    prerequisite: bool = False  # "head" is to be known before "tail"
    functional: bool | None = None  # a head has one tail; None: nobody says, see `singles`
    inverse_functional: bool | None = None  # a tail has one head
    exclusive: tuple[str, ...] = ()  # relations that cannot hold between the same two things


@dataclass(frozen=True)
class Schema:
    """What a graph holds, counted, with the words its manifest declares for it."""

    types: tuple[NodeType, ...] = ()
    relations: tuple[RelationType, ...] = ()
    nodes: int = 0
    edges: int = 0
    version: int = 0  # rises with every change of the graph

    def type(self, name: str) -> NodeType | None:
        """Return the node type of that name, or None."""
        return self._types.get(name)

    def relation(self, name: str) -> RelationType | None:
        """Return the relation of that name, or None."""
        return self._relations.get(name)

    @cached_property
    def _types(self) -> dict[str, NodeType]:
        return {each.name: each for each in self.types}

    @cached_property
    def _relations(self) -> dict[str, RelationType]:
        return {each.name: each for each in self.relations}

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)


# --- what a run finds and says ------------------------------------------------------------------


@dataclass(frozen=True)
class Candidate:
    """A node that a stretch of text may mean. `matched` says what matched and how."""

    node: Node
    score: float  # 0 to 1
    how: str = "exact"  # exact | prefix | text | fuzzy | vector | context (what an earlier turn spoke of)
    matched: str = ""  # the name, alias or description that matched

    def to_json(self) -> Json:
        """Return {"node", "score", "how", "matched"}."""
        return {"node": self.node.to_json(), "score": self.score, "how": self.how, "matched": self.matched}


@dataclass(frozen=True)
class Mention:
    """A stretch of the question (`text`, characters start to end) and the nodes it may mean, best first.

    No candidates: nothing in the graph is called that, and the answer has to say so.
    """

    text: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()

    @property
    def node(self) -> Node | None:
        """The likeliest node, or None."""
        return self.candidates[0].node if self.candidates else None

    @property
    def is_group(self) -> bool:
        """Whether it stands for several things together that an earlier turn spoke of, and not for one of them."""
        return len(self.candidates) > 1 and self.candidates[0].how == CONTEXT

    @property
    def score(self) -> float:
        """The likeliest node's score, 0 to 1."""
        return self.candidates[0].score if self.candidates else 0.0

    def to_json(self) -> Json:
        """Return {"text", "start", "end", "node", "score", "alternatives"}: the first of these.

        What stands for several things together has no alternatives; their ids are under "together".
        """
        told = {"text": self.text, "start": self.start, "end": self.end, "score": self.score}
        node = self.node.to_json() if self.node else None
        if self.is_group:
            return {**told, "node": node, "alternatives": [], "together": [each.node.id for each in self.candidates]}
        return {**told, "node": node, "alternatives": [each.to_json() for each in self.candidates[1:_ALTERNATIVES]]}

    @classmethod
    def from_json(cls, data: Json) -> "Mention":
        """Build a mention from `to_json`'s form; things that stand together have their ids alone."""
        text, score = str(data["text"]), float(data.get("score", 1.0))
        if together := data.get("together"):
            found = [Candidate(Node(str(id), "", ""), score, CONTEXT, text) for id in together]
        else:
            told = [{"node": data["node"], "score": score}, *data.get("alternatives", ())] if data.get("node") else []
            found = [Candidate(Node.from_json(each["node"]), float(each["score"])) for each in told]
        return cls(text, int(data["start"]), int(data["end"]), tuple(found))


@dataclass(frozen=True)
class Place:
    """Where in a document a passage stands: characters `start` to `end` of its text, on a page where it has pages."""

    document: str  # the document's id
    title: str
    start: int
    end: int
    page: int = 0  # from 1; 0: no pages


OUTDONE = "outdone"  # what a check of facts calls a passage where a better founded one answers otherwise
HELD_BACK = ("contradicted", OUTDONE)  # what is not quoted, and shown as a conflict


@dataclass(frozen=True)
class Passage:
    """A piece of text that a source gave for a question; whatever it says is that source's word."""

    text: str
    source: str  # the source's name
    kind: str  # document | card | model
    score: float = 0.0  # 0 to 1: how well it fits the question, says the source
    place: Place | None = None
    nodes: tuple[str, ...] = ()  # ids of the nodes that it mentions
    scores: Mapping[str, float] = field(default_factory=dict)  # what each selector gave it
    checked: str = ""  # supported | contradicted | outdone | unknown | no_evidence | failed: what came of its check

    @cached_property
    def id(self) -> str:
        """A short stable name, fit for an HTML id: "p" and 16 hex digits."""
        where = (self.place.document, str(self.place.start)) if self.place else ()
        return "p" + blake2b("\x1f".join((self.source, self.text, *where)).encode(), digest_size=8).hexdigest()

    def to_json(self) -> Json:
        """Return a JSON object with every field and the passage's id."""
        return {"id": self.id, **record(self)}


@dataclass(frozen=True)
class Claim:
    """One sentence of an answer and what it stands on: ids of edges and nodes of the evidence."""

    text: str
    edges: tuple[str, ...] = ()  # Edge.id
    nodes: tuple[str, ...] = ()  # Node.id
    kind: str = "graph"  # graph | inference | document | card | model | person | conflict | none (says what is missing)
    passages: tuple[str, ...] = ()  # Passage.id

    def to_json(self) -> Json:
        """Return a JSON object with every field."""
        return record(self)


@dataclass(frozen=True)
class Evidence:
    """What an answer stands on, each node and edge once."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    passages: tuple[Passage, ...] = ()

    def to_json(self) -> Json:
        """Return {"nodes", "edges", "passages"}."""
        return {
            "nodes": [n.to_json() for n in self.nodes],
            "edges": [e.to_json() for e in self.edges],
            "passages": [p.to_json() for p in self.passages],
        }


def record(value: Any) -> Json:
    """Turn a dataclass into a JSON object of its fields."""
    return {each.name: plain(getattr(value, each.name)) for each in fields(value)}


def plain(value: Any) -> Any:
    """Turn a dataclass, mapping or tuple into JSON's own types, all the way down."""
    if hasattr(value, "__dataclass_fields__"):
        return record(value)
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


def frozen_props(props: Mapping[str, Any]) -> dict[str, Value]:
    """Copy properties with lists as tuples and without nulls, as `Node` and `Edge` keep them."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in props.items() if v is not None}
