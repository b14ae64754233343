"""Taking a change back after it happened, also where others came after it.

A thing can be taken back if it is still as the change left it. What was changed since is a conflict, and so is
whatever hangs on it: a node that others have tied facts to since, a fact one of whose ends is gone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.changes import Change, ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.drafting import Subject, Touched, Triple
from agents.curation.intentions import touching
from agents.graphs.store import GraphStore
from agents.model import Edge, Node

Key = str | Triple


@dataclass(frozen=True)
class Conflict:
    """A thing that cannot be taken back: how the change left it, and how it is now."""

    touched: Touched
    now: Subject | None
    why: str


@dataclass(frozen=True)
class Undo:
    """What takes a change back as far as it can be, and what stands in the way of the rest."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...] = ()


def happened(changes: ChangeSet, inverse: ChangeSet) -> tuple[Touched, ...]:
    """Return what a change that was applied did, each thing once."""
    before, after = _end(inverse.changes), _end(changes.changes)
    pairs = [Touched(before[key], after.get(key)) for key in before]
    return tuple(each for each in pairs if each.before != each.after)


def _end(changes: Iterable[Change]) -> dict[Key, Subject | None]:
    """Return how each thing that changes speak of ends."""
    found: dict[Key, Subject | None] = {}
    for each in changes:
        match each:
            case PutNode(node):
                found[node.id] = node
            case RemoveNode(id):
                found[id] = None
                found |= {key: None for key in found if isinstance(key, tuple) and id in (key[0], key[2])}
            case PutEdge(edge):
                found[edge.triple] = edge
            case RemoveEdge(head, relation, tail):
                found[head, relation, tail] = None
    return found


def undo(store: GraphStore, graph: str, things: Sequence[Touched]) -> Undo:
    """Return what puts things back as they were before, leaving out what was changed since."""
    now = _now(store, graph, things)
    conflicts = [Conflict(each, now[_key(each)], "It was changed since.") for each in things if not _as_left(each, now)]
    good = [each for each in things if _as_left(each, now)]
    good, more = _without_dangling(store, graph, good, now)
    return Undo(_back(good), (*conflicts, *more))


def _now(store: GraphStore, graph: str, things: Sequence[Touched]) -> dict[Key, Subject | None]:
    ends = [id for each in things if isinstance(each.subject, Edge) for id in (each.subject.head, each.subject.tail)]
    ids = [each.subject.id for each in things if isinstance(each.subject, Node)]
    triples = [each.subject.triple for each in things if isinstance(each.subject, Edge)]
    found: dict[Key, Subject | None] = dict.fromkeys([*ids, *ends, *triples])
    found |= {node.id: node for node in store.nodes(graph, dict.fromkeys([*ids, *ends]))}
    found |= {edge.triple: edge for edge in store.edges(graph, triples)}
    return found


def _as_left(each: Touched, now: dict[Key, Subject | None]) -> bool:
    return now[_key(each)] == each.after


def _key(each: Touched) -> Key:
    subject = each.subject
    return subject.triple if isinstance(subject, Edge) else subject.id


def _without_dangling(
    store: GraphStore, graph: str, good: list[Touched], now: dict[Key, Subject | None]
) -> tuple[list[Touched], list[Conflict]]:
    """Leave out nodes that would take others' facts along, and facts whose ends would not be there."""
    conflicts = []
    ours = {_key(each) for each in good if isinstance(each.subject, Edge)}
    for each in [each for each in good if isinstance(each.subject, Node) and each.before is None]:
        if any(edge.triple not in ours for edge in touching(store, graph, each.subject.id)):
            conflicts.append(Conflict(each, now[_key(each)], "Facts were tied to it since."))
    held = {_key(each.touched) for each in conflicts}
    good = [each for each in good if _key(each) not in held]
    there = {key for key, subject in now.items() if isinstance(key, str) and subject is not None}
    there |= {each.before.id for each in good if isinstance(each.before, Node)}
    for each in [each for each in good if isinstance(each.before, Edge)]:
        if isinstance(each.before, Edge) and not {each.before.head, each.before.tail} <= there:
            conflicts.append(Conflict(each, None, "A thing that it speaks of is gone."))
    held = {_key(each.touched) for each in conflicts}
    return [each for each in good if _key(each) not in held], conflicts


def _back(things: list[Touched]) -> tuple[Change, ...]:
    """Return nodes before the facts that need them, and facts out before the nodes they touch."""
    nodes: list[Change] = [PutNode(each.before) for each in things if isinstance(each.before, Node)]
    edges: list[Change] = [PutEdge(each.before) for each in things if isinstance(each.before, Edge)]
    out: list[Change] = [RemoveEdge(*e.after.triple) for e in things if e.before is None and isinstance(e.after, Edge)]
    gone: list[Change] = [RemoveNode(e.after.id) for e in things if e.before is None and isinstance(e.after, Node)]
    return (*out, *gone, *nodes, *edges)
