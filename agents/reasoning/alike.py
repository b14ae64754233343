"""What is near a node in meaning: by its name and description as vectors, and by the neighbours that both have.

Neighbours shared count by how few others share them (Adamic and Adar, 2003, "Friends and neighbors on the Web").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.model import Node
from agents.reasoning.surroundings import Surroundings, joined, wider
from agents.reasoning.tokens import tokens

_NAMED = 15  # nodes whose names hold the words of this one's
_VECTORS = 20
_COMPARED = 36  # texts that are made to vectors
_MEANING, _SHARED = 0.75, 0.25
_OTHER_TYPE = 0.1


@dataclass(frozen=True)
class Near:
    """A node that is near another: `score` 0 to 1, of which `meaning` by words, and the neighbours that both have."""

    node: Node
    score: float
    meaning: float
    shared: tuple[str, ...] = ()  # node ids, the most telling first
    joined: bool = False  # an edge joins the two


def alike(
    store: GraphStore, graph: str, node: Node, embed: Embedder, limit: int, around: Surroundings | None = None
) -> tuple[Near, ...]:
    """Return the nodes that are nearest to one, best first."""
    around = around or wider(store, graph, [node.id])
    shared, weights = sharing(node.id, around)
    found = {each.id: each for each in _called_alike(store, graph, node, embed)}
    for id in sorted(weights, key=lambda each: -weights[each])[:_COMPARED]:
        found.setdefault(id, around.nodes[id])
    found.pop(node.id, None)
    meaning = likeness(node, list(found.values()), weights, embed)
    most = max(weights.values(), default=1.0) or 1.0
    tied = joined(store, graph, node.id, meaning)
    near = [
        _near(node, each, meaning[id], weights.get(id, 0.0) / most, shared.get(id, ()), id in tied)
        for id, each in found.items()
        if id in meaning
    ]
    return tuple(sorted(near, key=lambda each: (-each.score, each.node.id))[:limit])


def _near(node: Node, other: Node, meaning: float, share: float, shared: Sequence[str], joined: bool) -> Near:
    apart = _OTHER_TYPE if node.type != other.type else 0.0
    score = max(0.0, _MEANING * meaning + _SHARED * share - apart)
    return Near(other, min(1.0, score), meaning, tuple(shared), joined)


def sharing(id: str, around: Surroundings) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, float]]:
    """Return, for each node two steps away, the neighbours that it shares with `id`, and what these weigh together."""
    joins = around.joins()
    shared: dict[str, list[str]] = defaultdict(list)
    weights: dict[str, float] = defaultdict(float)
    for middle in sorted(joins.get(id, {}), key=lambda each: (around.weight(each), each)):
        for far in joins[middle]:
            if far != id:
                shared[far].append(middle)
                weights[far] += 1 / log(2 + max(around.weight(middle), len(joins[middle])))
    return {each: tuple(of) for each, of in shared.items()}, weights


def likeness(node: Node, others: Sequence[Node], weights: Mapping[str, float], embed: Embedder) -> dict[str, float]:
    """Return how near the names of these nodes are to one's, 0 to 1; of too many the likelier ones."""
    own = tokens(node.name)
    ranked = sorted(others, key=lambda each: (-len(own & tokens(each.name)), -weights.get(each.id, 0.0)))
    kept = ranked[:_COMPARED]
    if not kept:
        return {}
    vectors = embed.embed([node.name, *(each.name for each in kept)])
    return {each.id: max(0.0, float(score)) for each, score in zip(kept, vectors[1:] @ vectors[0], strict=True)}


def _called_alike(store: GraphStore, graph: str, node: Node, embed: Embedder) -> Iterable[Node]:
    """Return nodes whose names are like one's, or whose kept vectors are near."""
    (vector,) = embed.embed([node.name])
    near = store.similar(graph, vector.tolist(), limit=_VECTORS)
    named = store.find(graph, node.name, limit=_NAMED)
    words = sorted(tokens(node.name), key=len, reverse=True)[:2]
    by_word = [each for word in words for each in store.find(graph, word, limit=_NAMED)] if len(words) > 1 else []
    return [each.node for each in (*near, *named, *by_word)]
