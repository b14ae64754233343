"""What is like something: near in meaning and in neighbours, with what both share."""

import re

from agents.kit import Kit
from agents.language.phrasing import closed, listing
from agents.model import Claim, Edge, Mention
from agents.reasoning.alike import Near, alike
from agents.reasoning.surroundings import Surroundings, wider
from agents.state import State
from agents.tasks.ends import ids, name
from agents.tasks.facts import called, edge_ids, node_json, with_evidence

_SHOWN = 6
_WITH_SHARED = 3  # of these the shared neighbours are told
_NEAR = 0.3  # a score below which things are not alike
_MIDDLES = 3
_ASKS = re.compile(
    r"\b(similar|alike|akin|resembl\w+|comparable|analogous|like it|much like|close(st)? to|near(est)? to"
    r"|related concepts?|synonym\w*|counterparts?|equivalents?)\b",
    re.I,
)


def asks_for_similar(text: str) -> bool:
    """Tell whether a text asks for things like another."""
    return bool(_ASKS.search(text))


def similar(state: State, kit: Kit, about: Mention) -> State:
    """Return the state with the things most like one, best first; likeness is no fact, so nothing here is known."""
    node = about.node
    around = wider(kit.store, state.graph, ids(about))
    found = alike(kit.store, state.graph, node, kit.embed, _SHOWN + len(ids(about)), around) if node else ()
    found = tuple(each for each in found if each.score >= _NEAR and each.node.id not in ids(about))[:_SHOWN]
    if not found:
        text = f"I see nothing that is much like {name(about)}."
        return state.with_(claims=(Claim(text, nodes=ids(about), kind="none"),))
    edges = {each.node.id: shared_edges(ids(about)[0], each, around) for each in found[:_WITH_SHARED]}
    state = with_evidence(state, kit, [e for of in edges.values() for e in of], [each.node for each in found])
    lead = f"Most like {name(about)}: {listing(called([each.node for each in found]))}"
    claims = [Claim(closed(lead), (), tuple(each.node.id for each in found), "inference")]
    claims += [
        _sharing(about, each, edges[each.node.id], around, state) for each in found[:_WITH_SHARED] if each.shared
    ]
    answers = tuple({**node_json(each.node), "score": round(each.score, 3)} for each in found)
    return state.with_(claims=tuple(claims), answers=answers)


def shared_edges(id: str, near: Near, around: Surroundings) -> list[Edge]:
    """Return the edges from two things to a few neighbours that both have."""
    joins = around.joins()
    pairs = [(end, middle) for middle in near.shared[:_MIDDLES] for end in (id, near.node.id)]
    return [edge for end, middle in pairs for edge in joins.get(end, {}).get(middle, ())[:1]]


def _sharing(about: Mention, near: Near, edges: list[Edge], around: Surroundings, state: State) -> Claim:
    middles = listing([around.nodes[each].name for each in near.shared[:_MIDDLES]])
    text = f"{name(about)} and {near.node.name} are both joined to {middles}"
    return Claim(closed(text), edge_ids(edges, state), (*ids(about)[:1], near.node.id))
