"""Which relation is likely between two nodes: naive Bayes over what the graph shows of both.

What speaks for a relation: the types it joins, the relations that both nodes have already, the words of their names,
and the ways of two steps between them (as in path ranking: Lao and Cohen, 2010). A likely relation is a guess.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt

from agents.graphs.store import GraphStore
from agents.model import Edge, Node, Schema
from agents.reasoning.habits import Habits, Way, habits
from agents.reasoning.surroundings import Degree, Surroundings, near
from agents.reasoning.tokens import tokens

_WAYS = 4  # ways of two steps that are looked into
_TYPES, _ROLES, _WORDS, _STEPS = 1.0, 3.0, 5.0, 5.0  # pseudo-counts: how much must be seen to be believed
_WORDS_WEIGH, _STEPS_WEIGH = 0.5, 0.5
_FORWARDS = 0.8  # who asks for what is between A and B rather asks for what leads from A to B
_SPEAKS = 0.4  # a logarithm above which something is worth naming as a reason


@dataclass(frozen=True)
class Likely:
    """A relation from `head` to `tail` (ids) with its probability, 0 to 1, and what speaks for it, strongest first."""

    relation: str
    head: str
    tail: str
    chance: float
    why: tuple[str, ...] = ()


class Predictor:
    """Ranks relations between nodes of one graph, whose surroundings are known."""

    def __init__(self, store: GraphStore, graph: str, around: Surroundings, given: Mapping[str, Degree] = {}) -> None:
        self._store = store
        self._graph = graph
        self._around = around
        self._schema: Schema = store.schema(graph)
        self._habits: Habits = habits(store, graph)
        self._joins = around.joins()
        self._typed = any(each.name for each in self._schema.types)
        self._degree: dict[str, Degree] = {}
        self._given = given

    def ranked(self, head: Node, tail: Node) -> tuple[Likely, ...]:
        """Return every relation from `head` to `tail` with its probability among all, likeliest first."""
        signs = {name: self._signs(name, head, tail) for name in self._habits.prior}
        weights = {name: self._habits.prior[name] * exp(sum(of.values())) for name, of in signs.items()}
        total = sum(weights.values()) or 1.0
        ranked = sorted(weights, key=lambda name: (-weights[name], name))
        return tuple(Likely(each, head.id, tail.id, weights[each] / total, _reasons(signs[each])) for each in ranked)

    def best(self, head: Node, tail: Node) -> Likely | None:
        """Return the likeliest relation from `head` to `tail`, unless no edge joins nodes of such types."""
        if self._typed and not self._joining(head.type, tail.type):
            return None
        return next(iter(self.ranked(head, tail)), None)

    def _signs(self, relation: str, head: Node, tail: Node) -> dict[str, float]:
        """Return what speaks for a relation, as logarithms."""
        return {
            "types": self._types(relation, head, tail),
            "the relations that the first has": self._role(relation, head.id, "out"),
            "the relations that the second has": self._role(relation, tail.id, "in"),
            "the words of their names": self._words(relation, head, tail),
            "the ways between them": self._ways(relation, head.id, tail.id),
        }

    def _types(self, relation: str, head: Node, tail: Node) -> float:
        if not self._typed:
            return 0.0
        return self._habits.lift(self._joining(head.type, tail.type), relation, _TYPES)

    def _joining(self, head: str, tail: str) -> Mapping[str, float]:
        return {
            each.name: float(of.count)
            for each in self._schema.relations
            for of in each.signatures
            if (of.head, of.tail) == (head, tail)
        }

    def _role(self, relation: str, id: str, way: str) -> float:
        if id not in self._degree:
            self._degree.update(self._store.degree(self._graph, [id]))
        seen: Counter[str] = Counter()
        for (name, to), count in (*self._degree.get(id, {}).items(), *self._given.get(id, {}).items()):
            seen[name] += count if to == way else 0
        return self._habits.lift(seen, relation, _ROLES)

    def _words(self, relation: str, head: Node, tail: Node) -> float:
        total = 0.0
        for counts, node in ((self._habits.heads, head), (self._habits.tails, tail)):
            words = tokens(node.name)
            lifts = [self._habits.lift(counts[word], relation, _WORDS) for word in words if word in counts]
            total += sum(lifts) / sqrt(len(words)) if words else 0.0
        return _WORDS_WEIGH * total

    def _ways(self, relation: str, head: str, tail: str) -> float:
        ways = self._between(head, tail)
        found = [self._habits.way(self._store, self._graph, each) for each in ways]
        return _STEPS_WEIGH * sum(self._habits.lift(each, relation, _STEPS) for each in found) / sqrt(len(ways) or 1)

    def _between(self, head: str, tail: str) -> Sequence[Way]:
        """Return the commonest ways of two steps between two nodes."""
        ones, others = self._joins.get(head, {}), self._joins.get(tail, {})
        ways: Counter[Way] = Counter()
        for middle in ones.keys() & others.keys() - {head, tail}:
            for first in ones[middle]:
                for second in others[middle]:
                    ways[(*_step(first, head), *_step(second, middle))] += 1
        return [way for way, _ in ways.most_common(_WAYS)]


def _step(edge: Edge, source: str) -> tuple[str, str]:
    return edge.relation, "out" if edge.head == source else "in"


def _reasons(signs: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(name for name, value in sorted(signs.items(), key=lambda each: -each[1]) if value > _SPEAKS)


def between(
    store: GraphStore, graph: str, head: Node, tail: Node, given: Mapping[str, Degree] = {}
) -> tuple[Likely, ...]:
    """Return relations between two nodes, in either direction, likeliest first; the chances of all sum to one.

    `given`: edges of these nodes that the graph lacks, counted as in a degree; each counts as much as one it has.
    """
    predictor = Predictor(store, graph, near(store, graph, [head.id, tail.id]), given)
    ways = ((_FORWARDS, predictor.ranked(head, tail)), (1 - _FORWARDS, predictor.ranked(tail, head)))
    both = [replace(each, chance=share * each.chance) for share, ranked in ways for each in ranked]
    of_either: Counter[str] = Counter()
    for each in both:
        of_either[each.relation] += each.chance  # type: ignore[assignment]
    return tuple(sorted(both, key=lambda each: (-of_either[each.relation], -each.chance)))
