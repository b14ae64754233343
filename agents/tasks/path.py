"""The ways from one thing to another: the shortest, and others; those over telling things before those over hubs.

"Using only borders", "without located in", "via Ohio" and "avoiding Texas" narrow them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, product

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import counted, listing
from agents.model import Claim, Mention
from agents.query import Paths
from agents.reasoning.telling import most_telling
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.ends import Ends, ids, name, subjects, two_ends
from agents.tasks.facts import chain, node_json, schema_of, steps, with_evidence
from agents.tasks.narrowing import ANY, Narrowing, narrowing

_HOPS = 6
_WAYS = 3  # that are shown
_CROWD = 300  # edges of the ends, above which longer paths cost too much
_MOST = 12  # looked at, at the least, where some are refused
_TO = re.compile(r"\b(to|towards|reach|into)\s+(the\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+(the\s+)?$", re.I)


def plan(state: State, kit: Kit) -> State:
    """Return the state with look-ups of the shortest paths; with fewer than two things it is a question."""
    narrow = narrowing(state, kit)
    ends = _ends(state, narrow)
    if ends is None:
        return state if state.unknown else question.plan(state, kit)
    return state.with_(plan=tuple(_lookup(state, kit, leg, narrow) for leg in _legs(ends, narrow)))


def reason(state: State, kit: Kit) -> State:
    """Return the state with a claim a path, shortest first, or with a plain word that there is none."""
    narrow = narrowing(state, kit)
    ends = _ends(state, narrow)
    if ends is None:
        return absent(state, kit) if state.unknown else question.reason(state, kit)
    ways = [each for each in _joined([each.paths for each in state.findings]) if narrow.lets(each)]
    return told(state, kit, ends, most_telling(kit.store, state.graph, ways, _WAYS), narrow)


def told(state: State, kit: Kit, ends: Ends, paths: Sequence[Path], narrow: Narrowing = ANY) -> State:
    """Return the state with a claim a path."""
    if not paths:
        return state.with_(claims=(_none(ends, narrow),), not_in_graph=True)
    schema = schema_of(state, kit)
    leads = [f"The shortest path has {steps(paths[0])}", *(f"Another has {steps(each)}" for each in paths[1:])]
    claims = tuple(chain(each, state, schema, lead) for lead, each in zip(leads, paths, strict=True))
    return state.with_(claims=claims, answers=tuple(node_json(each) for each in paths[0].nodes))


def between(state: State, kit: Kit, ends: Ends) -> State:
    """Return the state with the paths between two things, looked up here and now."""
    query = _lookup(state, kit, ends, ANY).query
    paths = kit.store.paths(state.graph, query) if isinstance(query, Paths) else ()
    kept = most_telling(kit.store, state.graph, paths, _WAYS)
    state = with_evidence(state, kit, [edge for each in kept for edge in each.edges])
    return told(state, kit, ends, kept)


def _lookup(state: State, kit: Kit, ends: Ends, narrow: Narrowing) -> Lookup:
    """Return a look-up of the shortest paths, and of longer ones where these are few and no hub stands at an end."""
    start, end = ends
    degrees = kit.store.degree(state.graph, (*ids(start), *ids(end)))
    crowded = sum(sum(ways.values()) for ways in degrees.values()) > _CROWD
    query = Paths(
        sources=ids(start),
        targets=ids(end),
        relations=narrow.relations,
        max_hops=_HOPS,
        k=_MOST if narrow.avoid else 1 if crowded else _WAYS,
        ties=True,
    )
    words = f"the shortest paths from {name(start)} to {name(end)}{narrow.words}"
    return Lookup(words, query, keep=0 if narrow.avoid or narrow.via else _WAYS)


def _legs(ends: Ends, narrow: Narrowing) -> list[Ends]:
    """Return the parts of the way: from the start past each thing that it has to pass."""
    stops: list[Mention] = [ends[0], *narrow.via, ends[1]]
    return list(pairwise(stops))


def _joined(legs: Sequence[Sequence[Path]]) -> list[Path]:
    """Return every way that takes one path of each leg, none of whose things is passed twice; the shortest first."""
    few = [leg[:_WAYS] for leg in legs] if len(legs) > 1 else legs
    ways = [way for way in (_one(parts) for parts in product(*few)) if way] if legs else []
    return sorted(ways, key=lambda each: len(each.edges))


def _one(parts: Sequence[Path]) -> Path | None:
    nodes = (*parts[0].nodes, *(node for each in parts[1:] for node in each.nodes[1:]))
    edges = tuple(edge for each in parts for edge in each.edges)
    return Path(nodes, edges) if len({each.id for each in nodes}) == len(nodes) else None


def _none(ends: Ends, narrow: Narrowing) -> Claim:
    both = tuple(each.node.id for each in ends if each.node)
    text = f"No path within {counted(_HOPS, 'step')} leads from {name(ends[0])} to {name(ends[1])}{narrow.words}"
    passing = f" that passes {listing([name(each) for each in narrow.via])}" if narrow.via else ""
    avoiding = f" that avoids {listing([name(each) for each in narrow.avoid])}" if narrow.avoid else ""
    return Claim(f"{text}{passing}{avoiding}.", nodes=both, kind="none")


def _ends(state: State, narrow: Narrowing) -> Ends | None:
    """Return start and end: "to B from A" names them the other way round."""
    apart = (*narrow.via, *narrow.avoid)
    left = tuple(each for each in subjects(state) if each not in apart)
    ends = (left[0], left[-1]) if len(left) > 1 else None if apart else two_ends(state)
    if ends and _TO.search(state.text[: ends[0].start]) and _FROM.search(state.text[: ends[1].start]):
        return ends[1], ends[0]
    return ends
