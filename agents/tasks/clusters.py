"""Groups of things that belong together: around what is asked about, among things of a type, or in all the graph."""

from collections.abc import Sequence
from dataclasses import dataclass

from agents.events import Cluster, ClustersFound
from agents.kit import Kit
from agents.language.phrasing import closed, counted, folded, listing, quantity, readable
from agents.model import Claim, Edge, Node, NodeType
from agents.reasoning.busiest import busiest, sample
from agents.reasoning.communities import Community, communities
from agents.reasoning.surroundings import Surroundings, wider
from agents.state import State
from agents.tasks.absent import absent
from agents.tasks.ends import ids, name, subjects
from agents.tasks.facts import called, edge_ids, schema_of, with_evidence
from agents.tasks.schema_names import types_named

_SHOWN = 8  # groups
_LISTED = 5  # members that a sentence names
_DRAWN = 24  # members of a group that are drawn
_MIDDLES = 8  # busy nodes around which a large graph is looked at
_EACH = 25
_OF_TYPE = 1_500  # edges of a type whose things are grouped
_WHOLE = 8_000  # edges of a graph that is grouped whole


@dataclass(frozen=True)
class Field:
    """What is grouped: edges, nodes by id, what it is called, and which nodes are left out of the groups."""

    edges: Sequence[Edge]
    words: str
    apart: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()  # only these count as members; none: all do


def plan(state: State, kit: Kit) -> State:
    """Return the state as it is: what is grouped is chosen and read while reasoning."""
    return state


def reason(state: State, kit: Kit) -> State:
    """Return the state with a claim a group, the largest first, and the groups for the drawing."""
    if not subjects(state) and state.unknown:
        return absent(state, kit)
    field = _field(state, kit)
    inner = [each for each in field.edges if not field.apart & {each.head, each.tail}]
    groups = [each for each in communities(inner) if _members(each, field)]
    if len(groups) < 2:
        return state.with_(
            claims=(Claim(f"I see no groups {field.words}: too little joins what is there.", kind="none"),)
        )
    return _told(state, kit, field, groups)


def _field(state: State, kit: Kit) -> Field:
    """Return what is asked to be grouped."""
    found, schema = subjects(state), schema_of(state, kit)
    if len(found) > 1:
        return _among(state, kit, found)
    if found:
        start = ids(found[0])
        return Field(
            _close(wider(kit.store, state.graph, start, _EACH), start),
            f"around {name(found[0])}",
            frozenset(start),
        )
    if kinds := types_named(state.text, schema):
        return _of_type(state, kit, kinds)
    edges, whole = sample(kit.store, state.graph, most=_WHOLE)
    if whole:
        return Field(edges, "in this graph")
    middles = [each.id for each in busiest(kit.store, state.graph, edges, _MIDDLES)]
    around = _close(wider(kit.store, state.graph, middles, _EACH), middles)
    return Field(around, "around the busiest nodes of this graph, which is too large to group whole")


def _close(around: Surroundings, start: Sequence[str]) -> list[Edge]:
    """Return the edges among what is joined to the start, and among what is joined to two of these at least."""
    joins = around.joins()
    first = {far for id in start for far in joins.get(id, {})} | {*start}
    kept = first | {id for id, to in joins.items() if len(to.keys() & first) > 1}
    return [each for each in around.edges.values() if each.head in kept and each.tail in kept]


def _among(state: State, kit: Kit, found: Sequence[object]) -> Field:
    """Return the field of several things: themselves, and what joins them within two steps."""
    start = [id for each in subjects(state) for id in ids(each)]
    around = wider(kit.store, state.graph, start, _EACH)
    return Field(
        list(around.edges.values()),
        f"among {listing([name(each) for each in subjects(state)])}",
        frozenset(),
        frozenset(start),
    )


def _of_type(state: State, kit: Kit, kinds: Sequence[NodeType]) -> Field:
    names = tuple(each.name for each in kinds)
    edges, whole = sample(kit.store, state.graph, names, _OF_TYPE)
    nodes = kit.store.nodes(state.graph, sorted({end for each in edges for end in (each.head, each.tail)}))
    members = frozenset(each.id for each in nodes if each.type in names)
    said = "" if whole else ", by a sample of them"
    return Field(
        edges, f"among the nodes of type {listing([readable(each) for each in names])}{said}", frozenset(), members
    )


def _members(group: Community, field: Field) -> list[str]:
    return [each for each in group.nodes if not field.members or each in field.members]


def _told(state: State, kit: Kit, field: Field, groups: Sequence[Community]) -> State:
    shown = groups[:_SHOWN]
    drawn = [_members(each, field)[:_DRAWN] for each in shown]
    inside = [edge for each in shown for edge in _drawn(each, field)]
    nodes = {each.id: each for each in kit.store.nodes(state.graph, _all(shown, drawn))}
    state = with_evidence(state, kit, inside, [nodes[id] for of in drawn for id in of if id in nodes])
    lead = Claim(closed(f"{counted(len(groups), 'group')} {field.words}, the largest first"), kind="inference")
    clusters = tuple(Cluster(_name(each, nodes, field), tuple(of)) for each, of in zip(shown, drawn, strict=True))
    claims = [_claim(at, each, clusters[at], nodes, field, state) for at, each in enumerate(shown)]
    rest = len(groups) - len(shown)
    claims += [Claim(f"And {counted(rest, 'smaller group')}.", kind="none")] if rest else []
    answers = tuple(
        {"value": each.name, "nodes": [nodes[id].name for id in each.nodes if id in nodes]} for each in clusters
    )
    return state.with_(claims=(lead, *claims), answers=answers, views=(ClustersFound(clusters),))


def _all(groups: Sequence[Community], drawn: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(id for each, of in zip(groups, drawn, strict=True) for id in (*each.nodes[:_DRAWN], *of)))


def _drawn(group: Community, field: Field) -> list[Edge]:
    """Return the edges of a group that are drawn: as many as hold its drawn nodes together."""
    kept = {*group.nodes[:_DRAWN], *_members(group, field)[:_DRAWN]}
    return [each for each in group.edges if each.head in kept and each.tail in kept][: 2 * _DRAWN]


def _name(group: Community, nodes: dict[str, Node], field: Field) -> str:
    """Return what a group is called: by the nodes in its middle, whether or not these are members."""
    return listing([nodes[id].name for id in group.middle if id in nodes])


def _claim(at: int, group: Community, cluster: Cluster, nodes: dict[str, Node], field: Field, state: State) -> Claim:
    members = _members(group, field)
    shown = called([nodes[id] for id in members[:_LISTED] if id in nodes])
    listed = listing(shown) if len(members) <= len(shown) else folded(shown, len(members))
    text = f"Group {at + 1}, around {cluster.name} ({quantity(len(members))}): {listed}"
    return Claim(closed(text), edge_ids(group.edges, state), cluster.nodes, "inference")
