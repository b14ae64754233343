"""A change of a graph as a value: what to put and what to remove, applied whole or not at all.

Four operations are enough for every change there is (a rename puts the node anew; a merge puts the edges
on the other node and removes the first), and each has its inverse among them. Two more change nothing: they
say what the graph looked like to whoever made the change, and refuse the whole where it looks otherwise now.
"""

from dataclasses import dataclass, field
from typing import Any, Union

from agents.errors import ChangeConflict, ChangeRefused
from agents.model import Edge, Node, plain


@dataclass(frozen=True)
class PutNode:
    """Add the node, or replace the one of its id."""

    node: Node


@dataclass(frozen=True)
class RemoveNode:
    """Remove a node and every edge that touches it."""

    id: str


@dataclass(frozen=True)
class PutEdge:
    """Add the edge, or replace the one of its triple; both its ends must exist by then."""

    edge: Edge


@dataclass(frozen=True)
class RemoveEdge:
    """Remove the edge of this triple."""

    head: str
    relation: str
    tail: str


@dataclass(frozen=True)
class ExpectNode:
    """Refuse the set with ChangeConflict unless the node of this id is `node`; None: there is none.

    With `edges`, as many edges have to touch it, too (one that leads from the node to itself counts once).
    """

    id: str
    node: Node | None
    edges: int | None = None

    def check(self, found: Node | None, edges: int) -> None:
        """Raise ChangeConflict where what a store found is not what is expected."""
        if found != self.node or (self.edges is not None and edges != self.edges):
            raise ChangeConflict(f"'{(found or self.node or self).id}'", self.node, found)


@dataclass(frozen=True)
class ExpectEdge:
    """Refuse the set with ChangeConflict unless the edge of this triple is `edge`; None: there is none."""

    head: str
    relation: str
    tail: str
    edge: Edge | None

    def check(self, found: Edge | None) -> None:
        """Raise ChangeConflict where what a store found is not what is expected."""
        if found != self.edge:
            raise ChangeConflict(f"'{self.head}' '{self.relation}' '{self.tail}'", self.edge, found)


@dataclass(frozen=True)
class Swap:
    """Where a thing is `before`, it becomes `after`; None: there is none. The two are of one id, or of one triple."""

    before: Node | Edge | None
    after: Node | Edge | None

    @property
    def subject(self) -> Node | Edge:
        """The thing as it is to be, or as it was."""
        found = self.after or self.before
        if found is None:
            raise ChangeRefused("Nothing cannot become nothing.")
        return found

    @property
    def key(self) -> "str | tuple[str, str, str]":
        """What the thing is known by: a node's id, an edge's triple."""
        return self.subject.triple if isinstance(self.subject, Edge) else self.subject.id


@dataclass(frozen=True)
class Stayed:
    """A swap that was not done: how the thing is now, and why it stays so."""

    swap: Swap
    now: Node | Edge | None
    why: str


@dataclass(frozen=True)
class Swapped:
    """What became of swaps: those that were done, how many were so already, and those that stayed."""

    done: tuple[Swap, ...] = ()
    already: int = 0
    stayed: tuple[Stayed, ...] = ()


Change = Union[PutNode, RemoveNode, PutEdge, RemoveEdge, ExpectNode, ExpectEdge]


@dataclass(frozen=True)
class ChangeSet:
    """Changes that belong together. `id` makes applying idempotent: the same id twice is once."""

    id: str
    changes: tuple[Change, ...]
    author: str = ""
    reason: str = ""
    source: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return a JSON object; each change names its operation under "op"."""
        changes = [{"op": type(each).__name__, **plain(each)} for each in self.changes]
        return {**plain(self), "changes": changes}


@dataclass(frozen=True)
class Applied:
    """What applying did: how many changes took effect, and the ChangeSet that takes them back."""

    id: str
    effective: int
    inverse: ChangeSet
    already: bool = False  # the id had been applied before; nothing happened now
    notes: tuple[str, ...] = field(default=())


def change_from_json(data: dict[str, Any]) -> Change:
    """Read one change from `ChangeSet.to_json`'s form; raise ChangeRefused for an unknown operation."""
    match data.get("op"):
        case "PutNode":
            return PutNode(Node.from_json(data["node"]))
        case "RemoveNode":
            return RemoveNode(data["id"])
        case "PutEdge":
            return PutEdge(Edge.from_json(data["edge"]))
        case "RemoveEdge":
            return RemoveEdge(data["head"], data["relation"], data["tail"])
        case "ExpectNode":
            return ExpectNode(data["id"], Node.from_json(data["node"]) if data["node"] else None, data.get("edges"))
        case "ExpectEdge":
            edge = Edge.from_json(data["edge"]) if data["edge"] else None
            return ExpectEdge(data["head"], data["relation"], data["tail"], edge)
    raise ChangeRefused(f"Unknown operation '{data.get('op')}'.")


def changes_from_json(data: dict[str, Any]) -> ChangeSet:
    """Read a ChangeSet from `to_json`'s form."""
    rest = {key: data.get(key, "") for key in ("author", "reason", "source")}
    return ChangeSet(data["id"], tuple(change_from_json(each) for each in data["changes"]), **rest)
