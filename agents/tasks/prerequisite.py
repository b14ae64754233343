"""What comes before something: what it needs directly, what lies behind that, and an order to take it in."""

import re

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import ABSENT, closed, counted, listing, readable
from agents.model import Claim, Mention, Node
from agents.query import Match, Paths, Pattern, Return, Var
from agents.reasoning.before import Before, Order, before, in_order, order_of
from agents.state import Lookup, State
from agents.tasks import path, question
from agents.tasks.absent import absent
from agents.tasks.ends import Ends, ids, name, subjects
from agents.tasks.facts import called, chain, edge_ids, node_json, schema_of, steps, with_evidence
from agents.tasks.relation import asks_yes_or_no

_HOPS = 12
_NEAR = 3  # steps that a relation carries whose words alone say that it orders things: each may be said loosely
_LISTED = 8  # names in a line
_ORDERED = 14  # things in the order that is shown
_LEVELS = 3  # steps back that have a line of their own
_KNOWN = re.compile(
    r"\b(know|known|knew|familiar|learnt|learned|understand|understood|mastered|master|finished|completed|done|studied"
    r"|already|have had|start(ing)? (with|from|at)|coming from|from)\b[^.?!]*$",
    re.I,
)
_WANTED = re.compile(r"\b(want|need|like|hope|plan|aim|wish|going|able|get|move on|before|to)\b[^.?!]*$", re.I)
_ALL = re.compile(r"\b(all|every(thing)?|whole|complete|full|entire|order|sequence|curriculum|roadmap|plan)\b", re.I)


def plan(state: State, kit: Kit) -> State:
    """Return the state with look-ups of what comes before one thing, or of the way from a known one to another."""
    goals = subjects(state)
    if not goals:
        return state if state.unknown else question.plan(state, kit)
    order = order_of(schema_of(state, kit), kit.embed)
    if not order:
        return path.plan(state, kit) if len(goals) > 1 and not asks_yes_or_no(state.text) else _asked(state, kit)
    if ends := _two(state):
        start, goal = ends
        return state.with_(plan=(Lookup(f"the way from {name(start)} to {name(goal)}", _way(ends, order)),))
    goal = goals[-1]
    return state.with_(plan=(Lookup(f"what comes right before {name(goal)}", _right_before(goal, order)),))


def reason(state: State, kit: Kit) -> State:
    """Return the state with what comes before, or with a plain word that nothing is said to."""
    goals = subjects(state)
    if not goals:
        return absent(state, kit) if state.unknown else question.reason(state, kit)
    order = order_of(schema_of(state, kit), kit.embed)
    if not order and state.readings:
        return question.reason(state, kit)
    if not order:
        return path.reason(state, kit) if state.findings else _no_such_relation(state, kit, goals)
    if ends := _two(state):
        return _led(state, kit, ends, order)
    return _listed(state, kit, goals[-1], order)


def _asked(state: State, kit: Kit) -> State:
    """Return the state with what the words ask for where that is clear: "the skills that are needed for X"."""
    read = question.plan(state, kit)
    return read if read.readings and read.readings.status == "clear" else state


# --- one thing ----------------------------------------------------------------------------------


def _listed(state: State, kit: Kit, goal: Mention, order: Order) -> State:
    found = before(kit.store, state.graph, ids(goal), order)
    if not found.depth:
        return _nothing(state, goal, order)
    state = with_evidence(state, kit, found.edges, found.nodes.values())
    direct = found.at(1)
    claims = [_direct(goal, direct, found, state), *_further(found, state), *_learning(goal, found, order, state)]
    claims += [Claim("There is more before these than is shown here.", kind="none")] if found.cut else []
    wanted = list(found.nodes.values()) if _ALL.search(state.text) else direct
    return state.with_(claims=tuple(claims), answers=tuple(node_json(each) for each in wanted))


def _direct(goal: Mention, nodes: list[Node], found: Before, state: State) -> Claim:
    ends = {*ids(goal)}
    edges = [each for each in found.edges if ends & {each.head, each.tail}]
    text = f"Right before {name(goal)} {'comes' if len(nodes) == 1 else 'come'} {listing(called(nodes), _LISTED)}"
    return Claim(closed(text), edge_ids(edges, state), (*ids(goal), *(each.id for each in nodes)))


def _further(found: Before, state: State) -> list[Claim]:
    """Return a line for each step further back: what follows from the edges, one by one."""
    deepest = max(found.depth.values())
    claims = [_level(deep, found.at(deep), found, state) for deep in range(2, min(deepest, _LEVELS) + 1)]
    rest = [each for deep in range(_LEVELS + 1, deepest + 1) for each in found.at(deep)]
    if rest:
        text = f"Further back, up to {counted(deepest, 'step')}: {listing(called(rest), _LISTED)}"
        claims.append(Claim(closed(text), (), tuple(each.id for each in rest), "inference"))
    return claims


def _level(deep: int, nodes: list[Node], found: Before, state: State) -> Claim:
    here = {each.id for each in nodes}
    edges = [each for each in found.edges if here & {each.head, each.tail}]
    text = f"{counted(deep, 'step')} back: {listing(called(nodes), _LISTED)}"
    return Claim(closed(text), edge_ids(edges, state), tuple(here), "inference")


def _learning(goal: Mention, found: Before, order: Order, state: State) -> list[Claim]:
    """Return an order in which to take all of it, where there is one to give, and what stands in circles."""
    groups = in_order(found, order)
    claims = []
    flat = [id for group in groups for id in group]
    near = flat if len(flat) <= _ORDERED else [id for id in flat if found.depth[id] == 1][-_ORDERED:]
    if len(near) > 1:
        lead = "An order to take them in" if near is flat else "An order for those right before it"
        text = f"{lead}: {', then '.join([*(found.nodes[id].name for id in near), name(goal)])}"
        edges = [each for each in found.edges if {each.head, each.tail} <= {*near, *ids(goal)}]
        claims.append(Claim(closed(text), edge_ids(edges, state), tuple(near), "inference"))
    for circle in [group for group in groups if len(group) > 1][:1]:
        names = listing([found.nodes[id].name for id in circle], _LISTED)
        edges = [each for each in found.edges if {each.head, each.tail} <= {*circle}]
        text = f"These need each other, so their order is open: {names}"
        claims.append(Claim(closed(text), edge_ids(edges, state), tuple(circle), "inference"))
    return claims


def _nothing(state: State, goal: Mention, order: Order) -> State:
    relations = listing([f"'{readable(each)}'" for each in (*order.heads, *order.tails)])
    text = f"No edge says that anything comes before {name(goal)}; I looked for {relations}."
    return state.with_(claims=(Claim(f"{ABSENT}: {text}", nodes=ids(goal), kind="none"),), not_in_graph=True)


def _no_such_relation(state: State, kit: Kit, goals: tuple[Mention, ...]) -> State:
    known = listing([readable(each.name) for each in schema_of(state, kit).relations], 6)
    text = f"{ABSENT}: no relation of this graph says what comes before what. Its relations are: {known}."
    about = tuple(id for each in goals for id in ids(each))
    return state.with_(claims=(Claim(closed(text), nodes=about, kind="none"),), not_in_graph=True)


# --- from a known thing to another ----------------------------------------------------------------


def _two(state: State) -> Ends | None:
    """Return what is known or comes first, and what is wanted; None where one thing is asked about."""
    found = subjects(state)
    if len(found) < 2:
        return None
    one, other = found[0], found[-1]
    if asks_yes_or_no(state.text):
        return one, other
    known = [each for each in found if _KNOWN.search(_just_before(state.text, each, found))]
    if len(known) == 1 and known[0] is other:
        return other, one
    return one, other


def _just_before(text: str, mention: Mention, all: tuple[Mention, ...]) -> str:
    """Return the words between the mention before and this one."""
    return text[max((each.end for each in all if each.end <= mention.start), default=0) : mention.start]


def _led(state: State, kit: Kit, ends: Ends, order: Order) -> State:
    """Return the state with the way from one thing to another along what comes first."""
    start, goal = ends
    ways = [each for each in state.findings[0].paths if _onward(each, order)]
    near = bool(ways) and (order.declared or len(ways[0].edges) <= _NEAR)
    verdict = ("yes" if near else "no") if asks_yes_or_no(state.text) else None
    if ways and verdict == "no":
        return _too_far(state, kit, ends, ways[0])
    if ways:
        return _way_found(state, kit, ends, ways[0], verdict)
    text = f"No edges lead from {name(start)} to {name(goal)} by what comes first."
    state = state.with_(claims=(Claim(text, nodes=(*ids(start), *ids(goal)), kind="none"),), verdict=verdict)
    if verdict:
        return state
    other = path.between(state, kit, ends)
    return other.with_(claims=(*state.claims, *other.claims))


def _way_found(state: State, kit: Kit, ends: Ends, way: Path, verdict: str | None) -> State:
    kind = "graph" if len(way.edges) == 1 else "inference"
    names = ", then ".join(each.name for each in way.nodes)
    claim = chain(way, state, schema_of(state, kit), "It follows from", kind)
    if verdict:
        yes = Claim("Yes.", claim.edges, claim.nodes, kind)
        return state.with_(claims=(yes, claim), verdict=verdict)
    lead = Claim(closed(f"Take it in this order: {names}"), claim.edges, claim.nodes, kind)
    return state.with_(claims=(lead, claim), answers=tuple(node_json(each) for each in way.nodes))


def _too_far(state: State, kit: Kit, ends: Ends, way: Path) -> State:
    start, goal = ends
    lead = (
        f"Only {steps(way)} lead from {name(start)} to {name(goal)}, which is too far to say that one needs the other"
    )
    return state.with_(claims=(chain(way, state, schema_of(state, kit), lead, "inference"),), verdict="no")


def _onward(way: Path, order: Order) -> bool:
    return all(order.first(edge)[0] == node.id for node, edge in zip(way.nodes, way.edges, strict=False))


def _way(ends: Ends, order: Order) -> Paths:
    start, goal = ends
    mixed = bool(order.heads and order.tails)
    return Paths(
        sources=ids(start),
        targets=ids(goal),
        relations=(*order.heads, *order.tails),
        direction="both" if mixed else "out" if order.heads else "in",
        max_hops=_HOPS,
        k=12 if mixed else 1,
    )


def _right_before(goal: Mention, order: Order) -> Match:
    relations = order.heads or order.tails
    ends = ("first", "then") if order.heads else ("then", "first")
    edge = Pattern(source=ends[0], target=ends[1], relations=relations)
    variables = (Var(name="first"), Var(name="then", ids=ids(goal)))
    return Match(variables=variables, patterns=(edge,), returns=(Return(variable="first"),))
