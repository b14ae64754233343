"""A read of one graph in Neo4j: what the shared verbs ask, answered by the server."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from agents.graphs import bolt_names
from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_names import FIELDS
from agents.graphs.bolt_registry import Registry, registry
from agents.graphs.bolt_rows import HIDDEN, KEY, edge_of, node_of
from agents.graphs.cypher import compile_match
from agents.graphs.cypher_values import Layout
from agents.graphs.cypher_words import ENTITY, Params, Words, quoted
from agents.graphs.folding import is_storable
from agents.graphs.reading import Called, RelationKey, Spelled, Step
from agents.graphs.statement import Statement
from agents.model import Edge, Node, Schema
from agents.query import Direction, Match

NODES = f"MATCH (n:{ENTITY}) WHERE n.{KEY} IN $nodes"
EDGE = "startNode(e).id, type(e), endNode(e).id, properties(e)"
_ARROWS = {"out": ("-", "->"), "in": ("<-", "-")}
_TOO_MANY = 1_000  # nodes of one name, above which a condition looks at each node


@dataclass(frozen=True)
class BoltReading:
    """A Reading; `guide` has the latest counts at hand, perhaps of an earlier version."""

    tx: Transaction
    graph: str
    guide: Schema = Schema()  # noqa: RUF009 (frozen)

    @cached_property
    def registry(self) -> Registry:
        """What the graph's own node says; raise UnknownGraph."""
        return registry(self.tx, self.graph)

    @property
    def version(self) -> int:
        """The graph's version."""
        return self.registry.version

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""
        self.tx.check()

    # --- nodes and edges ---

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""
        whole = [each for each in dict.fromkeys(ids) if is_storable(each)]
        statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id IN $ids RETURN n.id, n.{KEY}"
        return dict(self.tx.rows(statement, graph=self.graph, ids=whole)) if whole else {}

    def nodes(self, keys: Iterable[int]) -> dict[int, Node]:
        """Return the nodes of these keys."""
        wanted = list(keys)
        if not wanted:
            return {}
        rows = self.tx.rows(f"{NODES} RETURN n.{KEY}, {FIELDS}", nodes=wanted, hidden=HIDDEN)
        return {key: node_of(fields) for key, fields in rows}

    def edges(self, keys: Iterable[int]) -> dict[int, Edge]:
        """Return the edges of these keys."""
        wanted = list(keys)
        if not wanted:
            return {}
        rows = self.tx.rows(f"MATCH ()-[e]->() WHERE id(e) IN $edges RETURN id(e), {EDGE}", edges=wanted)
        return {key: self._edge(*each) for key, *each in rows}

    def edges_by_triple(self, triples: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], Edge]:
        """Return the edges of these triples that exist."""
        tokens = self.known_relations()
        wanted: dict[str, list[list[str]]] = {}
        for head, relation, tail in triples:
            if relation in tokens and is_storable(head + tail):
                wanted.setdefault(tokens[relation], []).append([head, tail])
        found = [edge for token, pairs in wanted.items() for edge in self._between(token, pairs)]
        return {edge.triple: edge for edge in found}

    def _between(self, token: str, pairs: list[list[str]]) -> Iterator[Edge]:
        ends = f"MATCH (h:{ENTITY} {{graph: $graph, id: p[0]}}) MATCH (t:{ENTITY} {{graph: $graph, id: p[1]}})"
        statement = f"UNWIND $pairs AS p {ends} MATCH (h)-[e:{quoted(token)}]->(t) RETURN {EDGE}"
        return (self._edge(*row) for row in self.tx.rows(statement, graph=self.graph, pairs=pairs))

    def known_relations(self) -> Mapping[str, RelationKey]:
        """Return {name: relationship type} of the graph's relations."""
        return self.registry.relation_tokens()

    def steps(self, nodes: Iterable[int], relations: Sequence[RelationKey], direction: Direction) -> list[Step]:
        """Return every edge that leads on from these nodes, those out of a node first."""
        wanted = list(nodes)
        halves = ("out", "in") if direction == "both" else (direction,)
        return [step for half in halves for step in self._half(wanted, relations, half)] if wanted else []

    def _half(self, nodes: list[int], relations: Sequence[RelationKey], way: str) -> Iterator[Step]:
        left, right = _ARROWS[way]
        statement = (
            f"{NODES} MATCH (n){left}[e{_types(relations)}]{right}(m:{ENTITY})"
            f" RETURN n.{KEY} AS here, m.{KEY} AS there, id(e) ORDER BY here, $places[type(e)], there"
        )
        return (
            (here, there, edge) for here, there, edge in self.tx.rows(statement, nodes=nodes, places=self._places())
        )

    def among(self, nodes: Sequence[int], relations: Sequence[RelationKey]) -> tuple[Edge, ...]:
        """Return the edges between these nodes."""
        statement = (
            f"{NODES} MATCH (n)-[e{_types(relations)}]->(m:{ENTITY}) WHERE m.{KEY} IN $nodes"
            f" RETURN {EDGE} ORDER BY n.{KEY}, $places[type(e)], m.{KEY}"
        )
        rows = self.tx.rows(statement, nodes=list(nodes), places=self._places())
        return tuple(self._edge(*row) for row in rows)

    def degrees(self, nodes: Iterable[int]) -> dict[int, int]:
        """Return how many edges each node has."""
        wanted = list(nodes)
        if not wanted:
            return {}
        count = "COUNT { (n)-->() } + COUNT { (n)<--() }"
        return dict(self.tx.rows(f"{NODES} RETURN n.{KEY}, {count}", nodes=wanted))

    def relation_counts(self, nodes: Iterable[int]) -> Iterator[tuple[int, str, str, int]]:
        """Yield (node, relation, "out" | "in", how many edges)."""
        wanted, names = list(nodes), self._relation_names()
        for way, (left, right) in _ARROWS.items():
            statement = f"{NODES} MATCH (n){left}[e]{right}(:{ENTITY}) RETURN n.{KEY}, type(e), count(*)"
            for key, token, count in self.tx.rows(statement, nodes=wanted):
                yield key, names.get(token, token), way, count

    def _edge(self, head: str, token: str, tail: str, kept: Mapping[str, Any]) -> Edge:
        return edge_of(head, self._relation_names().get(token, token), tail, kept)

    def _places(self) -> dict[str, int]:
        """Return {relationship type: its place among the relations}."""
        return {token: at for at, token in enumerate(self.registry.relation_tokens().values())}

    def _relation_names(self) -> dict[str, str]:
        return self._names

    @cached_property
    def _names(self) -> dict[str, str]:
        return {token: name for name, token in self.registry.relation_tokens().items()}

    # --- matching ---

    def compile(self, query: Match, most: int, proved: bool) -> Statement:
        """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be."""
        return compile_match(query, Layout(self.words(), Params()), most, proved)

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a compiled statement; a flag is a byte, as a number equals a flag in Python."""
        for row in self.tx.records(statement, parameters):
            yield {name: bytes([value]) if isinstance(value, bool) else value for name, value in row.items()}

    def words(self) -> Words:
        """Return what the compiler knows of the graph."""
        known = self.registry
        return Words(
            self.graph,
            known.type_tokens(),
            known.relation_tokens(),
            known.of_nodes,
            known.of_edges,
            self.guide,
            self._called_so,
        )

    def _called_so(self, texts: Iterable[str]) -> list[int] | None:
        keys = {key for some in self.called(texts).values() for key, _, _ in some}
        return sorted(keys) if len(keys) < _TOO_MANY else None

    # --- names ---

    def called(self, texts: Iterable[str]) -> dict[str, list[Called]]:
        """Return {text: those called exactly so}, each node once, names before aliases before ids."""
        return bolt_names.called(self.tx, self.registry.number, texts)

    def exactly(self, text: str, types: Sequence[str], most: int) -> list[Called]:
        """Return what is called exactly so, names first."""
        return bolt_names.exactly(self.tx, self.registry.number, text, types, most)

    def beginning(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something longer that begins so, the shortest first."""
        return bolt_names.beginning(self.tx, self.registry.number, text, types, most)

    def worded(self, words: Sequence[str], types: Sequence[str], most: int) -> list[tuple[int, Node]]:
        """Return the nodes whose texts have all the words, the last perhaps unfinished."""
        return bolt_names.worded(self.tx, self.registry.number, words, types, most)

    def spelled(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something that shares many trigrams with the text."""
        return bolt_names.spelled(self.tx, self.registry.number, text, types, most)


def _types(relations: Sequence[RelationKey]) -> str:
    return ":" + "|".join(map(quoted, relations)) if relations else ""
