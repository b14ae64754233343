"""How a graph uses its relations, learnt from the graph itself: which words stand in the names that each joins, and
which relation joins the ends of a way of two steps.

Counts come from a sample of each relation and are kept for a version of the graph.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log
from threading import Lock

from agents.graphs.store import GraphStore
from agents.model import Node, Schema
from agents.query import Direction, Match, Pattern, Return, Var
from agents.reasoning.surroundings import between
from agents.reasoning.tokens import tokens

Way = tuple[str, str, str, str]  # relation and direction of the first step, relation and direction of the second
_SAMPLE = 300  # edges of a relation that are learnt from
_LEARNT = 4_000  # edges in all
_PAIRS = 150  # pairs that a way joins that are looked at
_KEPT = 8  # graphs


@dataclass
class Habits:
    """What was learnt of one graph at one version; ways are learnt when they are first asked for."""

    version: int
    prior: Mapping[str, float]  # relation → its share of all edges
    heads: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # word → relations
    tails: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    ways: dict[Way, Counter[str]] = field(default_factory=dict)

    def lift(self, seen: Mapping[str, float], relation: str, smooth: float) -> float:
        """Return by how much these counts make a relation likelier than it is by itself, as a logarithm."""
        share = self.prior[relation]
        return log((seen.get(relation, 0.0) + smooth * share) / (sum(seen.values()) + smooth) / share)

    def way(self, store: GraphStore, graph: str, way: Way) -> Counter[str]:
        """Return which relations join the ends of a way of two steps, from start to end, and how often."""
        if way not in self.ways:
            self.ways[way] = _joined(store, graph, way)
        return self.ways[way]


class HabitCache:
    """Keeps what was learnt of the graphs asked last; safe for several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, str], Habits] = OrderedDict()
        self._lock = Lock()

    def get(self, store: GraphStore, graph: str) -> Habits:
        """Return the habits of a graph as it is now."""
        version, key = store.version(graph), (id(store), graph)
        with self._lock:
            kept = self._kept.get(key)
        if kept and kept.version == version:
            return kept
        habits = _learnt(store, graph, store.schema(graph))
        with self._lock:
            self._kept[key] = habits
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return habits


habits = HabitCache().get  # the process's one cache


def _learnt(store: GraphStore, graph: str, schema: Schema) -> Habits:
    total = sum(each.count for each in schema.relations) or 1
    found = Habits(schema.version, {each.name: max(each.count, 1) / total for each in schema.relations})
    each = max(20, min(_SAMPLE, _LEARNT // max(1, len(schema.relations))))
    for relation in schema.relations:
        for head, tail in _edges(store, graph, relation.name, each):
            for counts, node in ((found.heads, head), (found.tails, tail)):
                for word in tokens(node.name):
                    counts[word][relation.name] += 1
    return found


def _edges(store: GraphStore, graph: str, relation: str, limit: int) -> list[tuple[Node, Node]]:
    pattern = Pattern(source="head", target="tail", relations=(relation,))
    return _pairs(store, graph, ("head", "tail"), (pattern,), limit)


def _joined(store: GraphStore, graph: str, way: Way) -> Counter[str]:
    first, out, second, on = way
    patterns = (_step("a", "x", first, out), _step("x", "b", second, on))
    pairs = {(a.id, b.id) for a, b in _pairs(store, graph, ("a", "b"), patterns, _PAIRS) if a.id != b.id}
    edges = between(store, graph, [id for pair in pairs for id in pair])
    return Counter(each.relation for each in edges if (each.head, each.tail) in pairs)


def _step(source: str, target: str, relation: str, way: str) -> Pattern:
    direction: Direction = "out" if way == "out" else "in"
    return Pattern(source=source, target=target, relations=(relation,), direction=direction)


def _pairs(
    store: GraphStore, graph: str, ends: tuple[str, str], patterns: tuple[Pattern, ...], limit: int
) -> list[tuple[Node, Node]]:
    names = dict.fromkeys(end for each in patterns for end in (each.source, each.target))
    columns = tuple(Return(variable=each) for each in ends)
    query = Match(variables=tuple(Var(name=each) for each in names), patterns=patterns, returns=columns)
    rows = store.match(graph, query, limit=limit, evidence=False).rows
    return [
        (one, other) for one, other in (row.cells for row in rows) if isinstance(one, Node) and isinstance(other, Node)
    ]
