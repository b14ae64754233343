"""Show what is around something, or what the graph holds; and hide, filter, expand, collapse and focus in words."""

from agents.events import ViewAsked
from agents.kit import Kit
from agents.language.phrasing import closed, counted, listing, plural, quantity, readable
from agents.model import Claim, NodeType
from agents.query import Neighbourhood
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.described import relations
from agents.tasks.ends import ids, name
from agents.tasks.examples import examples, title
from agents.tasks.facts import node_json, schema_of
from agents.tasks.schema_names import types_named
from agents.tasks.viewing import View, action, hops, offer, view

_AROUND = 60
_CROWD = 200  # edges above which only one step is looked around
_SHOWN_ALREADY = ("hide", "only", "show", "collapse", "reset")
_TELL_WHAT = ("hide", "only", "collapse")


def plan(state: State, kit: Kit) -> State:
    """Return the state with a look-up of the neighbourhood; naming a type only makes it a question.

    What only changes what is shown already needs no look-up.
    """
    if _of_the_view(state, kit):
        return state
    if state.linked:
        found = tuple(id for each in state.linked for id in ids(each))
        words = f"what is around {listing([name(each) for each in state.linked])}"
        return state.with_(plan=(Lookup(words, Neighbourhood(ids=found, hops=_hops(state, kit), limit=_AROUND)),))
    asks = not state.unknown and bool(types_named(state.text, schema_of(state, kit)))
    return question.plan(state, kit) if asks else state


def reason(state: State, kit: Kit) -> State:
    """Return the state with what is around, grouped by relation; or with what the graph holds."""
    if seen := _of_the_view(state, kit):
        return _viewed(state, seen)
    if state.readings:
        return question.reason(state, kit)
    if not state.linked:
        return absent(state, kit) if state.unknown else overview(state, kit)
    finding, schema = state.findings[0], schema_of(state, kit)
    centre = {id for each in state.linked for id in ids(each)}
    nodes = [each for each in finding.nodes if each.id in centre]
    claims = [claim for node in nodes for claim in relations(node, finding, state, schema)]
    around = tuple(node_json(each) for each in finding.nodes if each.id not in centre)
    more = _more(finding.subgraph.omitted)
    asked = view(state, schema)
    views = (asked.asked,) if asked else ()
    return state.with_(claims=(_shown(state, len(around)), *claims, *more), answers=around, views=views)


def _of_the_view(state: State, kit: Kit) -> View | None:
    """Return what the drawing is asked to do with what it shows already; None where something is to be looked up."""
    if action(state.text) not in _SHOWN_ALREADY:
        return None
    schema = schema_of(state, kit)
    found = view(state, schema)
    if found is None and not state.linked and not state.unknown and action(state.text) in _TELL_WHAT:
        return View(ViewAsked(""), offer(schema))
    narrows = found is not None and found.asked.action == "only" and state.linked
    return None if narrows else found


def _viewed(state: State, seen: View) -> State:
    """Return the state with what the drawing is asked, and that in words."""
    claim = Claim(seen.words, nodes=seen.asked.nodes, kind="none")
    return state.with_(claims=(claim,), views=(seen.asked,) if seen.asked.action else ())


def _hops(state: State, kit: Kit) -> int:
    """Return how many steps to look around: more than one only where that is asked and few edges lead there."""
    if hops(state.text) == 1:
        return 1
    found = [id for each in state.linked for id in ids(each)]
    degrees = kit.store.degree(state.graph, found)
    return 1 if sum(sum(ways.values()) for ways in degrees.values()) > _CROWD else 2


def overview(state: State, kit: Kit) -> State:
    """Return the state with claims on what the graph holds, counted, and what it can be asked."""
    schema = schema_of(state, kit)
    types = sorted(schema.types, key=lambda each: -each.count)
    kinds = [f"{quantity(each.count)} {_plural(each)}" for each in types]
    facts = sorted(schema.relations, key=lambda each: -each.count)
    relations = [f"{readable(each.name)} ({quantity(each.count)})" for each in facts]
    claims = [Claim(closed(f"{title(kit, state.graph)} holds {counted(schema.nodes, 'node')}: {listing(kinds)}"))]
    claims.append(Claim(closed(f"They are joined by {counted(schema.edges, 'edge')}: {listing(relations)}")))
    asked = examples(kit, state.graph)
    claims += [Claim(f"You can ask, for example: {' '.join(asked)}", kind="none")] if asked else []
    return state.with_(claims=tuple(claims))


def _shown(state: State, around: int) -> Claim:
    centre = tuple(each.node.id for each in state.linked if each.node)
    text = f"Here is what is around {listing([name(each) for each in state.linked])}: {counted(around, 'node')}."
    return Claim(text if around else text.replace(": 0 nodes", ": nothing"), nodes=centre)


def _more(omitted: int) -> tuple[Claim, ...]:
    return (Claim(f"{counted(omitted, 'node')} more not shown here.", kind="none"),) if omitted else ()


def _plural(kind: NodeType) -> str:
    return plural(readable(kind.name) if kind.name else "node", kind.count)
