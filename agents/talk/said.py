"""What the person said in this talk, as statements: what was taught or mended in earlier turns."""

import re

from agents.changes import PutEdge, PutNode, RemoveEdge
from agents.errors import ChangeRefused
from agents.kit import Kit
from agents.language.phrasing import valued
from agents.model import Node
from agents.sources.statement import Statement, Thing
from agents.state import State, Turn
from agents.tasks.teaching.changing import Wanted, wanted
from agents.tasks.teaching.things import Doubt
from agents.tasks.teaching.wishes import Link, Say, Slot, objects, wishes

_ASKS = re.compile(r"\?\s*$|^\s*(?:who|what|which|where|when|why|how|is|are|does|do|did|can|show|list)\b", re.I)
_FACTS = (Say, Slot, Link)
_YOU = "you"


def said(state: State, kit: Kit) -> tuple[Statement, ...]:
    """Return what earlier turns taught, in order; questions and what cannot be taken apart say nothing."""
    return tuple(each for turn in state.turns if _teaches(turn, kit) for each in _statements(turn, state, kit))


def _teaches(turn: Turn, kit: Kit) -> bool:
    if turn.intent:
        return turn.intent == "teach"
    if _ASKS.search(turn.question) and not objects(turn.question):
        return False
    return kit.intents.classify(turn.question)[0].name == "teach"


def _statements(turn: Turn, state: State, kit: Kit) -> list[Statement]:
    text = turn.question if objects(turn.question) or not turn.text else turn.text
    mentions = kit.reader.link(state.graph, text)
    then = State(state.graph, text, text=text, mentions=mentions)
    found: list[Statement] = []
    for wish in (each for each in wishes(text) if isinstance(each, _FACTS)):
        try:
            changes = wanted(then, kit, wish)
        except (Doubt, ChangeRefused):
            continue
        found += [each for change in changes for each in _of(change, then, kit)]
    return found


def _of(change: Wanted, state: State, kit: Kit) -> list[Statement]:
    """Return what a change says: its new edges and values, and of removals without a new edge what they deny."""
    fresh = {each.node.id: each.node for each in change.changes if isinstance(each, PutNode)}
    edges = [each.edge for each in change.changes if isinstance(each, PutEdge)]
    gone = [each for each in change.changes if isinstance(each, RemoveEdge)]
    ids = {id for each in edges for id in (each.head, each.tail)} | {
        id for each in gone for id in (each.head, each.tail)
    }
    nodes = {each.id: each for each in kit.store.nodes(state.graph, sorted({*ids, *fresh}))}
    things = {id: Thing(node.name, id) for id, node in {**nodes, **fresh}.items()}
    told = [_statement(things, each.head, each.relation, each.tail, change, False) for each in edges]
    if not edges:
        told += [_statement(things, each.head, each.relation, each.tail, change, True) for each in gone]
    for id, node in fresh.items():
        told += [_valued(each, node, change) for each in _changed(nodes.get(id), node)]
    return [each for each in told if each is not None]


def _statement(
    things: dict[str, Thing], head: str, relation: str, tail: str, change: Wanted, denied: bool
) -> Statement | None:
    if head not in things or tail not in things:
        return None
    told = (change.words, _YOU)
    return Statement(things[head], relation, things[tail], "person", *told, denied=denied, confidence=change.confidence)


def _valued(key: str, node: Node, change: Wanted) -> Statement:
    value = Thing(valued(node.props[key], "", key))
    return Statement(Thing(node.name, node.id), key, value, "person", change.words, _YOU, confidence=change.confidence)


def _changed(before: Node | None, after: Node) -> list[str]:
    was = before.props if before else {}
    return [key for key, value in after.props.items() if was.get(key) != value]
