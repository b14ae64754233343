"""Which edges of a node are likely missing: what its peers have and it has not, and what closes a triangle.

A peer shares neighbours with the node; what several peers are joined to by one relation is likely of the node too.
Of structure and text together, as a score between 0 and 1. A likely edge is a guess and never shown as known.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Edge, Node
from agents.reasoning.alike import likeness, sharing
from agents.reasoning.predicting import Predictor
from agents.reasoning.surroundings import Surroundings, joined, near, wider

_PEERS = 10
_EACH = 15  # edges of each relation of a peer
_WEIGHED = 30  # guesses whose names are compared
_PEERS_SAY, _TRIANGLE, _MEANING = 0.5, 0.25, 0.25


@dataclass(frozen=True)
class Guess:
    """An edge that is likely missing, with its score (0 to 1), the other end, and who speaks for it.

    `peers` have the same edge to the same node; `shared` are neighbours that both ends have.
    """

    edge: Edge
    other: Node
    score: float
    peers: tuple[Node, ...] = ()
    shared: tuple[Node, ...] = ()
    proof: tuple[Edge, ...] = ()


def likely(store: GraphStore, graph: str, node: Node, embed: Embedder, limit: int) -> tuple[Guess, ...]:
    """Return the likeliest missing edges of a node, best first."""
    around = wider(store, graph, [node.id])
    shared, weights = sharing(node.id, around)
    known = around.joins().get(node.id, {}).keys() | {node.id}
    peers = sorted((each for each in weights if _is_peer(node, around.nodes[each])), key=lambda each: -weights[each])
    peers = peers[:_PEERS]
    said = _said_by(store, graph, peers, weights, around)
    votes = {triple: of for triple, of in said.items() if _other(triple) not in known}
    votes |= _closing(store, graph, node, around, weights, known, votes)
    tied = joined(store, graph, node.id, sorted({_other(each) for each in votes}))
    votes = {slot: of for slot, of in votes.items() if _other(slot) not in tied}
    scores = _scores(node, votes, weights, around, embed)
    ranked = sorted(scores, key=lambda each: (-scores[each], each))
    kept = _one_each(ranked)[:limit]
    return tuple(_guess(node, each, scores[each], votes[each], shared, around) for each in kept)


def _is_peer(node: Node, other: Node) -> bool:
    return node.type == other.type


Vote = Mapping[str, float]  # peer → its weight
Slot = tuple[str, str, str]  # relation, "out" or "in" of the node, the other node


def _other(slot: Slot) -> str:
    return slot[2]


def _said_by(
    store: GraphStore, graph: str, peers: list[str], weights: Mapping[str, float], around: Surroundings
) -> dict[Slot, dict[str, float]]:
    """Return what the peers are joined to, and which peers say so."""
    seen = near(store, graph, peers, _EACH)
    around.add(seen.nodes.values(), seen.edges.values())
    votes: dict[Slot, dict[str, float]] = defaultdict(dict)
    for edge in seen.edges.values():
        for here, there, way in ((edge.head, edge.tail, "out"), (edge.tail, edge.head, "in")):
            if here in peers:
                votes[edge.relation, way, there][here] = weights[here]
    return votes


def _closing(
    store: GraphStore,
    graph: str,
    node: Node,
    around: Surroundings,
    weights: Mapping[str, float],
    known: set[str],
    votes: Mapping[Slot, object],
) -> dict[Slot, dict[str, float]]:
    """Return what shares most neighbours with the node, by the relation that is likeliest between them."""
    predictor = Predictor(store, graph, around)
    fresh = [id for id in sorted(weights, key=lambda each: -weights[each])[:_PEERS] if id not in known]
    found: dict[Slot, dict[str, float]] = {}
    for id in fresh:
        for way, ends in (("out", (node, around.nodes[id])), ("in", (around.nodes[id], node))):
            best = predictor.best(*ends)
            if best and (best.relation, way, id) not in votes:
                found[best.relation, way, id] = {}
    return found


def _scores(
    node: Node, votes: Mapping[Slot, Vote], weights: Mapping[str, float], around: Surroundings, embed: Embedder
) -> dict[Slot, float]:
    most = sum(sorted((weights[each] for each in {p for of in votes.values() for p in of}), reverse=True)) or 1.0
    top = max(weights.values(), default=1.0) or 1.0
    first = {
        slot: _PEERS_SAY * sum(of.values()) / most + _TRIANGLE * weights.get(_other(slot), 0.0) / top
        for slot, of in votes.items()
    }
    ranked = sorted(first, key=lambda each: (-first[each], each))[:_WEIGHED]
    others = [around.nodes[id] for id in dict.fromkeys(_other(each) for each in ranked) if id in around.nodes]
    meaning = likeness(node, others, weights, embed)
    return {slot: first[slot] + _MEANING * meaning.get(_other(slot), 0.0) for slot in ranked}


def _one_each(ranked: list[Slot]) -> list[Slot]:
    """Return the best guess for each other node."""
    found: dict[str, Slot] = {}
    for slot in ranked:
        found.setdefault(_other(slot), slot)
    return list(found.values())


def _guess(
    node: Node, slot: Slot, score: float, vote: Vote, shared: Mapping[str, tuple[str, ...]], around: Surroundings
) -> Guess:
    relation, way, other = slot
    edge = Edge(node.id, relation, other) if way == "out" else Edge(other, relation, node.id)
    peers = sorted(vote, key=lambda each: -vote[each])[:3]
    middles = shared.get(other, ())[:3]
    return Guess(
        edge,
        around.nodes[other],
        round(min(1.0, score), 3),
        tuple(around.nodes[each] for each in peers),
        tuple(around.nodes[each] for each in middles),
        tuple(_proof(relation, way, other, peers, middles, node.id, around)),
    )


def _proof(
    relation: str, way: str, other: str, peers: list[str], middles: tuple[str, ...], node: str, around: Surroundings
) -> list[Edge]:
    """Return the edges that speak for a guess: those of the peers to the other node, and those of shared neighbours."""
    said = [(each, relation, other) if way == "out" else (other, relation, each) for each in peers]
    found = [around.edges[each] for each in said if each in around.edges]
    joins = around.joins()
    for middle in middles:
        found += [*joins.get(middle, {}).get(node, ())[:1], *joins.get(middle, {}).get(other, ())[:1]]
    return found
