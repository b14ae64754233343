"""Applying a ChangeSet, whatever the store: what happens, what takes it back, and what contradicts the graph."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from agents.changes import (
    Applied,
    Change,
    ChangeSet,
    ExpectEdge,
    ExpectNode,
    PutEdge,
    PutNode,
    RemoveEdge,
    RemoveNode,
    changes_from_json,
)
from agents.errors import ChangeRefused
from agents.graphs.folding import is_storable
from agents.graphs.loading import why_unsound
from agents.model import Edge, Node

Subject = Node | Edge


class Changed(Protocol):
    """The graph that is changed, inside a transaction of the store."""

    def node(self, id: str) -> Node | None:
        """Return the node of that id, or None."""

    def edge(self, triple: tuple[str, str, str]) -> Edge | None:
        """Return the edge of that triple, or None."""

    def edges_at(self, id: str) -> Sequence[Edge]:
        """Return every edge that touches a node, in the order in which they came."""

    def degree(self, id: str) -> int:
        """Return how many edges touch a node; 0 where there is none. An edge to itself counts once."""

    def put_node(self, node: Node) -> None:
        """Add the node, or replace the one of its id."""

    def put_edge(self, edge: Edge) -> None:
        """Add the edge, or replace the one of its triple; both ends exist."""

    def remove_node(self, id: str) -> None:
        """Remove a node and the edges that touch it."""

    def remove_edge(self, triple: tuple[str, str, str]) -> None:
        """Remove an edge."""


@dataclass
class Applying:
    """A ChangeSet under way: what happened so far, and how to take it back (last change first)."""

    graph: Changed
    happened: list[tuple[Subject | None, Subject | None]] = field(default_factory=list)
    inverse: list[Change] = field(default_factory=list)
    effective: int = 0

    def one(self, change: Change) -> None:
        """Apply one change; raise ChangeRefused where it contradicts the graph."""
        match change:
            case PutNode(node):
                self._put_node(node)
            case RemoveNode(id):
                self._remove_node(id)
            case PutEdge(edge):
                self._put_edge(edge)
            case RemoveEdge(head, relation, tail):
                self._remove_edge((head, relation, tail))
            case ExpectNode(id):
                change.check(self.graph.node(id), self.graph.degree(id) if change.edges is not None else 0)
            case ExpectEdge(head, relation, tail):
                change.check(self.graph.edge((head, relation, tail)))

    def _put_node(self, node: Node) -> None:
        _refuse_unsound(node)
        before = self.graph.node(node.id)
        if before == node:
            return
        self.graph.put_node(node)
        self._note(before, node, [PutNode(before) if before else RemoveNode(node.id)])

    def _remove_node(self, id: str) -> None:
        before = self.graph.node(id)
        if before is None:
            raise ChangeRefused(f"There is no node '{id}' to remove.")
        edges = self.graph.edges_at(id)
        self.graph.remove_node(id)
        self.happened += [(edge, None) for edge in edges]
        self._note(before, None, [PutNode(before), *(PutEdge(edge) for edge in edges)])

    def _put_edge(self, edge: Edge) -> None:
        _refuse_unsound(edge)
        for id in (edge.head, edge.tail):
            if self.graph.node(id) is None:
                raise ChangeRefused(f"The edge {_words(edge.triple)} needs a node '{id}', and there is none.")
        before = self.graph.edge(edge.triple)
        if before == edge:
            return
        self.graph.put_edge(edge)
        self._note(before, edge, [PutEdge(before) if before else RemoveEdge(*edge.triple)])

    def _remove_edge(self, triple: tuple[str, str, str]) -> None:
        before = self.graph.edge(triple)
        if before is None:
            raise ChangeRefused(f"There is no edge {_words(triple)} to remove.")
        self.graph.remove_edge(triple)
        self._note(before, None, [PutEdge(before)])

    def _note(self, before: Subject | None, after: Subject | None, inverse: list[Change]) -> None:
        self.happened.append((before, after))
        self.inverse[:0] = inverse
        self.effective += 1


def refuse_unsound(changes: ChangeSet) -> None:
    """Raise ChangeRefused for a ChangeSet that no store can keep."""
    if not changes.id or not is_storable(changes.id + changes.author + changes.reason + changes.source):
        raise ChangeRefused("A change needs an id, and texts that are Unicode.")


def applied(graph: Changed, changes: ChangeSet) -> tuple[Applying, Applied]:
    """Apply changes and return what happened, with the inverse; raise ChangeRefused."""
    applying = Applying(graph)
    for change in changes.changes:
        applying.one(change)
    inverse = ChangeSet(
        f"undo:{changes.id}", tuple(applying.inverse), changes.author, f"Undo: {changes.reason}", changes.source
    )
    return applying, Applied(changes.id, applying.effective, inverse)


def already(id: str, effective: int, inverse: str) -> Applied:
    """Return what was applied earlier, from what was kept of it."""
    return Applied(id, effective, changes_from_json(json.loads(inverse)), already=True)


def inverse_text(applied: Applied) -> str:
    """Return the inverse as it is kept."""
    return json.dumps(applied.inverse.to_json(), ensure_ascii=False)


def subject_text(subject: Subject | None) -> str | None:
    """Return a node or an edge as history keeps it."""
    return None if subject is None else json.dumps(subject.to_json(), ensure_ascii=False)


def subject_of(text: str | None) -> Subject | None:
    """Read a node or an edge from history."""
    if text is None:
        return None
    data = json.loads(text)
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)


def now() -> str:
    """Return the time as history tells it: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _refuse_unsound(subject: Subject) -> None:
    if reason := why_unsound(subject):
        raise ChangeRefused(f"The change has {reason}.")


def _words(triple: tuple[str, str, str]) -> str:
    return " ".join(f"'{each}'" for each in triple)
