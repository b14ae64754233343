"""What comes before what: the relations that say so, all that lies before a thing, and an order to learn it in.

A relation says so where the graph's declaration says it does; where none is declared, where its words mean it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from agents.graphs.store import GraphStore
from agents.language.embeddings import Embedder
from agents.language.phrasing import readable, shape
from agents.language.words import lemma
from agents.model import Edge, Node, RelationType, Schema
from agents.query import Match, Pattern, Return, Var

# Ways to say it: the first thing is to come before the second, or it needs the second.
_FIRST = (
    *("prerequisite of", "prerequisite for", "required for", "needed for", "precedes", "comes before", "enables"),
    *("basis of", "foundation of", "prepares for", "necessary for", "must precede", "must come before", "unlocks"),
    *("precondition for", "precondition of", "requirement for", "requirement of", "needed before"),
    *("required by", "needed by", "presupposed by", "learn before", "know before", "learned before", "taught before"),
    *("studied before", "required for learning", "required for understanding", "prereq of", "prereq for"),
)
_NEEDS = (
    *("requires", "needs", "depends on", "has prerequisite", "presupposes", "builds on", "relies on", "based on"),
    *("preceded by", "comes after", "requires knowledge of", "must come after", "enabled by", "has prereq"),
    *("prior knowledge", "required knowledge", "previous knowledge", "prerequisite course"),
)
_LIKE = 0.72  # cosine from which a relation's words mean one of these
_NOT_SAYING = frozenset("is are be a an the has have to must should been was were".split())
_DEEP = 12  # steps back
_WIDE = 200  # things of a step back, and of all
_PARTS = 400  # edges of a step back


@dataclass(frozen=True)
class Order:
    """Relations that say what comes first: `heads` say it of their head, `tails` of their tail."""

    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    declared: bool = False

    def __bool__(self) -> bool:
        return bool(self.heads or self.tails)

    def first(self, edge: Edge) -> tuple[str, str]:
        """Return the ids of what comes first and of what it is needed for."""
        return (edge.head, edge.tail) if edge.relation in self.heads else (edge.tail, edge.head)


@dataclass(frozen=True)
class Before:
    """All that lies before a thing: nodes by id, how many steps back each lies, and the edges that say so."""

    nodes: dict[str, Node] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    cut: bool = False  # there is more than was looked at

    def at(self, depth: int) -> list[Node]:
        """Return what lies so many steps back, by name."""
        return sorted((self.nodes[id] for id, deep in self.depth.items() if deep == depth), key=lambda each: each.name)


def order_of(schema: Schema, embed: Embedder) -> Order:
    """Return the relations of a graph that say what comes before what."""
    if declared := tuple(each.name for each in schema.relations if each.prerequisite):
        return Order(declared, (), True)
    found = {each.name: _says(each, embed) for each in schema.relations}
    heads, tails = (tuple(name for name, way in found.items() if way == side) for side in ("head", "tail"))
    return Order(heads, tails)


def _says(relation: RelationType, embed: Embedder) -> str:
    """Return which end of a relation comes first, "head" or "tail"; "" where its words say nothing of the kind."""
    words = readable(relation.name)
    noun = shape(words) == "noun" and "prereq" in words and " " not in words
    spoken = f"has {words}" if noun else words
    return _meant(tuple(dict.fromkeys((spoken, *relation.synonyms))), embed)


def _meant(ways: Sequence[str], embed: Embedder) -> str:
    for said in (_core(each) for each in ways):
        for side, known in (("head", _FIRST), ("tail", _NEEDS)):
            if said in {_core(each) for each in known}:
                return side
    phrases = tuple(each for each in (*_FIRST, *_NEEDS) if " before" not in each)
    likeness = embed.embed(phrases) @ embed.embed(ways[:1])[0]
    best = int(likeness.argmax())
    if likeness[best] < _LIKE:
        return ""
    turned = _passive(ways[0]) != _passive(phrases[best])
    return "head" if (phrases[best] in _FIRST) != turned else "tail"


@lru_cache(maxsize=500)
def _core(words: str) -> tuple[str, ...]:
    """Return the lemmas that carry meaning: "is a prerequisite of" and "prerequisite of" are one; "by" turns."""
    kept = [each for each in words.lower().split() if each not in _NOT_SAYING or words.lower() in _NOT_SAYING]
    has = ("has",) if words.lower().startswith("has ") else ()
    passive = ("passive",) if _passive(words) or (kept and kept[0].endswith("ed")) else ()
    return (*has, *passive, *(lemma(each) for each in kept))


def _passive(words: str) -> bool:
    return words.lower().split()[-1:] == ["by"]


def before(store: GraphStore, graph: str, ids: Iterable[str], order: Order) -> Before:
    """Return all that lies before these nodes, step by step back; each at its least depth."""
    goals = list(dict.fromkeys(ids))
    nodes: dict[str, Node] = {}
    depth: dict[str, int] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    frontier, cut = goals, False
    for deep in range(1, _DEEP + 1):
        found, step, more = _step_back(store, graph, frontier, order)
        edges.update((each.triple, each) for each in step)
        fresh = [each for each in found if each.id not in depth and each.id not in goals]
        kept = fresh[: max(0, _WIDE - len(depth))]
        nodes.update((each.id, each) for each in kept)
        depth.update((each.id, deep) for each in kept)
        frontier, cut = [each.id for each in kept], cut or more or len(kept) < len(fresh)
        if not frontier:
            break
    return Before(nodes, depth, tuple(each for each in edges.values() if _known(each, depth, goals)), cut)


def _known(edge: Edge, depth: dict[str, int], goals: list[str]) -> bool:
    return all(end in depth or end in goals for end in (edge.head, edge.tail))


def _step_back(store: GraphStore, graph: str, ids: Sequence[str], order: Order) -> tuple[list[Node], list[Edge], bool]:
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    more = False
    for relations, ends in ((order.heads, ("first", "then")), (order.tails, ("then", "first"))):
        if not relations:
            continue
        edge = Pattern(source=ends[0], target=ends[1], relations=relations, name="edge")
        variables = (Var(name="first"), Var(name="then", ids=tuple(ids)))
        columns = (Return(variable="first"), Return(variable="edge"))
        query = Match(variables=variables, patterns=(edge,), returns=columns)
        rows = store.match(graph, query, limit=_PARTS, evidence=False)
        cells = [cell for row in rows.rows for cell in row.cells]
        nodes.update((each.id, each) for each in cells if isinstance(each, Node))
        edges += [each for each in cells if isinstance(each, Edge)]
        more = more or rows.truncated
    return sorted(nodes.values(), key=lambda each: each.name), edges, more


def in_order(found: Before, order: Order) -> list[list[str]]:
    """Return the ids in an order to learn them in: what is needed first comes first.

    Things that need each other in a circle stand together; else each stands alone.
    """
    import networkx  # a third of a second: only for whoever orders

    web: networkx.DiGraph[str] = networkx.DiGraph()
    web.add_nodes_from(found.depth)
    needs = [order.first(each) for each in found.edges]
    web.add_edges_from((one, other) for one, other in needs if one in found.depth and other in found.depth)
    whole = networkx.condensation(web)
    key = {at: (-max(found.depth[id] for id in of["members"]), min(of["members"])) for at, of in whole.nodes.items()}
    groups = networkx.lexicographical_topological_sort(whole, key=key.__getitem__)
    return [sorted(whole.nodes[at]["members"], key=lambda id: found.nodes[id].name) for at in groups]
