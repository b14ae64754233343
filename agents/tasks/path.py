"""The ways from one thing to another: the shortest, and others."""

import re

from agents.kit import Kit
from agents.language.phrasing import counted
from agents.model import Claim
from agents.query import Paths
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.ends import Ends, ids, name, two_ends
from agents.tasks.facts import chain, node_json, schema_of, steps

_HOPS = 6
_WAYS = 3
_TO = re.compile(r"\b(to|towards|reach|into)\s+(the\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(the\s+)?$", re.I)


def plan(state: State, kit: Kit) -> State:
    """Return the state with a look-up of the shortest paths; with fewer than two things it is a question."""
    ends = _ends(state)
    if ends is None:
        return state if state.unknown else question.plan(state, kit)
    start, end = ends
    query = Paths(sources=ids(start), targets=ids(end), max_hops=_HOPS, k=_WAYS)
    return state.with_(plan=(Lookup(f"the shortest paths from {name(start)} to {name(end)}", query),))


def reason(state: State, kit: Kit) -> State:
    """Return the state with a claim a path, shortest first, or with a plain word that there is none."""
    ends = _ends(state)
    if ends is None:
        return absent(state, kit) if state.unknown else question.reason(state, kit)
    paths = state.findings[0].paths
    if not paths:
        return state.with_(claims=(_none(ends),), not_in_graph=True)
    schema = schema_of(state, kit)
    leads = [f"The shortest path has {steps(paths[0])}", *(f"Another has {steps(each)}" for each in paths[1:])]
    claims = tuple(chain(each, state, schema, lead) for lead, each in zip(leads, paths, strict=True))
    return state.with_(claims=claims, answers=tuple(node_json(each) for each in paths[0].nodes))


def _none(ends: Ends) -> Claim:
    both = tuple(each.node.id for each in ends if each.node)
    text = f"No path within {counted(_HOPS, 'step')} leads from {name(ends[0])} to {name(ends[1])}."
    return Claim(text, nodes=both, kind="none")


def _ends(state: State) -> Ends | None:
    """Return start and end: "to B from A" names them the other way round."""
    ends = two_ends(state)
    if ends and _TO.search(state.text[: ends[0].start]) and _FROM.search(state.text[: ends[1].start]):
        return ends[1], ends[0]
    return ends
