"""An idea: things that are near in meaning and that no edge joins, made into a proposal with its reasons.

With two things or more they are brought together; with one, it and what it might go with; with none, a busy node of
the graph makes the start. What the graph says is told apart from what is guessed.
"""

from dataclasses import dataclass

from agents.graphs.store import Path
from agents.kit import Kit
from agents.language.phrasing import a, closed, listing, readable, sentence
from agents.model import Claim, Edge, Node
from agents.query import Paths
from agents.reasoning.alike import Near, alike, sharing
from agents.reasoning.busiest import busiest, sample
from agents.reasoning.predicting import Likely, between
from agents.reasoning.surroundings import Surroundings, joined, wider
from agents.reasoning.telling import most_telling
from agents.state import State
from agents.tasks.absent import absent
from agents.tasks.ends import subjects
from agents.tasks.facts import chain, edge_ids, node_json, schema_of, with_evidence
from agents.tasks.similar import asks_for_similar, shared_edges, similar

_CANDIDATES = 12
_HOPS = 4
_ALTERNATIVES = 2
_START_FROM = 5
_SAMPLE = 600  # edges among which a busy node is looked for


@dataclass(frozen=True)
class Pair:
    """Two things to bring together, and what speaks for it: neighbours of both, a way between them, a guess."""

    one: Node
    other: Node
    meaning: float
    shared: tuple[Edge, ...] = ()
    way: Path | None = None
    guess: Likely | None = None
    joined: tuple[Edge, ...] = ()  # edges that join them already
    others: tuple[Node, ...] = ()  # what else could be brought together with the first


def plan(state: State, kit: Kit) -> State:
    """Return the state as it is: what to bring together is found while reasoning."""
    return state


def reason(state: State, kit: Kit) -> State:
    """Return the state with the idea, its reasons and a first step; or with what is similar, where that is asked."""
    found = subjects(state)
    if not found and state.unknown:
        return absent(state, kit)
    if len(found) == 1 and asks_for_similar(state.text):
        return similar(state, kit, found[0])
    nodes = [each.node for each in found if each.node]
    pair = _together(state, kit, nodes[0], nodes[1]) if len(nodes) > 1 else _with_another(state, kit, nodes)
    if pair is None:
        about = f" with {nodes[0].name}" if nodes else ""
        text = f"I have no idea{about}: nothing near it in meaning is still unjoined."
        return state.with_(claims=(Claim(text, nodes=tuple(each.id for each in nodes), kind="none"),))
    return _told(state, kit, pair)


def _with_another(state: State, kit: Kit, nodes: list[Node]) -> Pair | None:
    """Return the pair of one thing with what is nearest in meaning and not joined to it."""
    for start in nodes or _starts(state, kit):
        around = wider(kit.store, state.graph, [start.id])
        near = [
            each for each in alike(kit.store, state.graph, start, kit.embed, _CANDIDATES, around) if not each.joined
        ]
        near = [each for each in near if not _same_words(start, each.node)]
        if near:
            others = tuple(each.node for each in near[1 : 1 + _ALTERNATIVES])
            return _pair(state, kit, start, near[0], around, others)
    return None


def _starts(state: State, kit: Kit) -> tuple[Node, ...]:
    edges, _ = sample(kit.store, state.graph, most=_SAMPLE)
    return busiest(kit.store, state.graph, edges, _START_FROM)


def _same_words(one: Node, other: Node) -> bool:
    """Tell whether two names are one but for their ending or case, as of a thing that is there twice."""
    first, second = one.name.casefold(), other.name.casefold()
    return first.rstrip("s") == second.rstrip("s")


def _together(state: State, kit: Kit, one: Node, other: Node) -> Pair:
    around = wider(kit.store, state.graph, [one.id, other.id])
    shared, _ = sharing(one.id, around)
    first, second = kit.embed.embed([one.name, other.name])
    near = Near(other, 0.0, float(first @ second), shared.get(other.id, ()))
    return _pair(state, kit, one, near, around, ())


def _pair(state: State, kit: Kit, one: Node, near: Near, around: Surroundings, others: tuple[Node, ...]) -> Pair:
    tied = joined(kit.store, state.graph, one.id, [near.node.id])
    edges = tuple(tied.get(near.node.id, ()))
    way = None if edges or near.shared else _way(state, kit, one, near.node)
    ranked = () if edges else between(kit.store, state.graph, one, near.node)
    shared = tuple(shared_edges(one.id, near, around))
    return Pair(one, near.node, near.meaning, shared, way, next(iter(ranked), None), edges, others)


def _way(state: State, kit: Kit, one: Node, other: Node) -> Path | None:
    query = Paths(sources=(one.id,), targets=(other.id,), max_hops=_HOPS, k=1, ties=True)
    return next(iter(most_telling(kit.store, state.graph, kit.store.paths(state.graph, query), 1)), None)


# --- the words ----------------------------------------------------------------------------------


def _told(state: State, kit: Kit, pair: Pair) -> State:
    way = pair.way.edges if pair.way else ()
    state = with_evidence(state, kit, (*pair.joined, *pair.shared, *way), (pair.one, pair.other, *pair.others))
    both = (pair.one.id, pair.other.id)
    lead = f"An idea: a piece of work that brings {pair.one.name} and {pair.other.name} together"
    claims = [Claim(closed(lead), (), both, "inference"), *_reasons(state, kit, pair), *_aim(state, kit, pair)]
    if pair.others:
        names = listing([each.name for each in pair.others])
        claims.append(Claim(closed(f"{pair.one.name} could also meet {names}"), (), _ids(pair.others), "inference"))
    return state.with_(claims=tuple(claims), answers=(node_json(pair.one), node_json(pair.other)))


def _reasons(state: State, kit: Kit, pair: Pair) -> list[Claim]:
    """Return why: near in meaning and not joined, neighbours of both, or an unexpected way between them."""
    both = (pair.one.id, pair.other.id)
    schema = schema_of(state, kit)
    known = {each.id: each.name for each in state.evidence.nodes}
    if pair.joined:
        said = "; ".join(sentence(each, known, schema.relation(each.relation)) for each in pair.joined)
        return [Claim(closed(f"The graph joins them already: {said}"), edge_ids(pair.joined, state), both)]
    near = f"They are near in meaning ({pair.meaning:.0%})" if pair.meaning >= 0.4 else "They are far apart in meaning"
    claims = [Claim(f"{near}, and no edge joins them.", (), both, "inference")]
    if pair.shared:
        said = "; ".join(sentence(each, known, schema.relation(each.relation)) for each in pair.shared)
        claims.append(Claim(closed(f"They have neighbours in common: {said}"), edge_ids(pair.shared, state), both))
    elif pair.way:
        claims.append(chain(pair.way, state, schema, "A way of several steps leads from one to the other"))
    else:
        claims.append(Claim("No short way leads from one to the other: it would be new ground.", (), both, "inference"))
    return claims


def _aim(state: State, kit: Kit, pair: Pair) -> list[Claim]:
    """Return what the work could find out, and where to begin."""
    claims = []
    if pair.guess:
        names = {pair.one.id: pair.one.name, pair.other.id: pair.other.name}
        edge = Edge(pair.guess.head, pair.guess.relation, pair.guess.tail)
        said = sentence(edge, names, schema_of(state, kit).relation(edge.relation))
        text = f"What it could ask: whether {said} (my guess of a relation, {pair.guess.chance:.0%} likely)"
        claims.append(Claim(closed(text), (), (edge.head, edge.tail), "inference"))
    middle = _first_step(state, pair)
    if middle:
        kind = f", {a(readable(middle.type))}," if middle.type else ""
        text = f"A first step: look at {middle.name}{kind} which has to do with both"
        claims.append(Claim(closed(text), (), (middle.id,), "inference"))
    return claims


def _first_step(state: State, pair: Pair) -> Node | None:
    ends = {pair.one.id, pair.other.id}
    way = pair.way.edges if pair.way else ()
    inner = [id for each in (*pair.shared, *way) for id in (each.head, each.tail) if id not in ends]
    known = {each.id: each for each in state.evidence.nodes}
    return next((known[id] for id in inner if id in known), None)


def _ids(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in nodes)
