"""A read of somebody else's database: what the shared verbs ask, answered by the server and the index of names.

A node's key is Neo4j's own number of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.graphs.bolt_connections import Transaction
from agents.graphs.cypher import compile_match
from agents.graphs.cypher_words import Params, Words, quoted
from agents.graphs.foreign_kinds import Kind
from agents.graphs.foreign_layout import NUMBERED, ForeignLayout
from agents.graphs.foreign_names import ForeignNames
from agents.graphs.foreign_rows import Rows
from agents.graphs.foreign_values import BAG
from agents.graphs.reading import Called, RelationKey, Spelled, Step
from agents.graphs.statement import Statement
from agents.model import Edge, Node, Schema
from agents.query import Direction, Match

_ARROWS = {"out": ("-", "->"), "in": ("<-", "-")}


@dataclass(frozen=True)
class Surveyed:
    """What is known of a database: its kinds, whether to look at these alone, its schema, and where it is."""

    graph: str
    kinds: tuple[Kind, ...]
    restricted: bool
    place: str
    schema: Schema = Schema()  # noqa: RUF009 (frozen)

    def layout(self, params: Params, reading: "ForeignReading | None" = None) -> ForeignLayout:
        """Return how the database is queried."""
        types = {each.label: each.label for each in self.kinds}
        relations = {each.name: each.name for each in self.schema.relations}
        words = Words(self.graph, types, relations, schema=self.schema)
        return ForeignLayout(words, params, self.kinds, self.restricted, reading)


@dataclass(frozen=True)
class ForeignReading:
    """A Reading of an attached graph."""

    tx: Transaction
    known: Surveyed
    names: ForeignNames

    @property
    def version(self) -> int:
        """The graph's version."""
        return self.known.schema.version

    def check(self) -> None:
        """Raise StoreTimeout when the time is up."""
        self.tx.check()

    @property
    def _rows(self) -> Rows:
        return Rows(self.known.kinds, self.known.place)

    @property
    def _layout(self) -> ForeignLayout:
        return self.known.layout(Params(), self)

    # --- nodes and edges ---

    def node_keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of the nodes of these ids that exist."""
        wanted = set(ids)
        found = self._of_numbers(wanted) | self._of_properties(wanted)
        return {node.id: key for key, node in found.items() if node.id in wanted}

    def _of_numbers(self, ids: set[str]) -> dict[int, Node]:
        numbers = [each.removeprefix(NUMBERED) for each in ids if each.startswith(NUMBERED)]
        return self.nodes(int(each) for each in numbers if each.isdecimal() and len(each) < 19)

    def _of_properties(self, ids: set[str]) -> dict[int, Node]:
        found: dict[int, Node] = {}
        for kind in self.known.kinds:
            texts = [each.removeprefix(f"{kind.label}:") for each in ids if each.startswith(f"{kind.label}:")]
            if kind.id and texts:
                numbers = [int(each) for each in texts if each.isdecimal() and len(each) < 19]
                found |= self._nodes(f"n.{quoted(kind.id)} IN $values", kind.label, values=[*texts, *numbers])
        return found

    def nodes(self, keys: Iterable[int]) -> dict[int, Node]:
        """Return the nodes of these keys."""
        wanted = list(keys)
        return self._nodes("id(n) IN $nodes", "", nodes=wanted) if wanted else {}

    def _nodes(self, where: str, label: str, **values: Any) -> dict[int, Node]:
        layout = self._layout
        labels = quoted(label) if label else layout.any
        statement = f"MATCH (n:{labels}) WHERE {where} AND {layout.within('n')}"
        rows = self.tx.rows(f"{statement} RETURN id(n), labels(n), {BAG.format(n='n')}", **values)
        return {key: self._rows.node(key, tuple(labels), dict(bag)) for key, labels, bag in rows}

    def edges(self, keys: Iterable[int]) -> dict[int, Edge]:
        """Return the edges of these keys."""
        wanted = list(keys)
        if not wanted:
            return {}
        rows = self.tx.rows(f"MATCH (h)-[e]->(t) WHERE id(e) IN $edges RETURN id(e), {self._edge()}", edges=wanted)
        return {key: self._rows.edge(*each) for key, *each in rows}

    def _edge(self) -> str:
        layout = self._layout
        return f"{layout.id_of('h')}, type(e), {layout.id_of('t')}, {BAG.format(n='e')}"

    def edges_by_triple(self, triples: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], Edge]:
        """Return the edges of these triples that exist; of several for one fact the first."""
        wanted = [each for each in triples if each[1] in self.known_relations()]
        keys = self.node_keys({id for head, _, tail in wanted for id in (head, tail)})
        pairs = [[keys[h], r, keys[t]] for h, r, t in wanted if h in keys and t in keys]
        statement = (
            "UNWIND $pairs AS p MATCH (h)-[e]->(t) WHERE id(h) = p[0] AND id(t) = p[2] AND type(e) = p[1]"
            f" RETURN {self._edge()} ORDER BY id(e) DESC"
        )
        found = [self._rows.edge(*row) for row in self.tx.rows(statement, pairs=pairs)] if pairs else []
        return {edge.triple: edge for edge in found}

    def known_relations(self) -> Mapping[str, RelationKey]:
        """Return {name: relationship type} of the graph's relations."""
        return {each.name: each.name for each in self.known.schema.relations}

    def steps(self, nodes: Iterable[int], relations: Sequence[RelationKey], direction: Direction) -> list[Step]:
        """Return every fact that leads on from these nodes, those out of a node first."""
        wanted = list(nodes)
        halves = ("out", "in") if direction == "both" else (direction,)
        return [step for half in halves for step in self._half(wanted, relations, half)] if wanted else []

    def _half(self, nodes: list[int], relations: Sequence[RelationKey], way: str) -> Iterator[Step]:
        left, right = _ARROWS[way]
        statement = (
            f"MATCH (n){left}[e{_types(relations)}]{right}(m:{self._layout.any}) WHERE id(n) IN $nodes"
            " RETURN id(n) AS here, id(m) AS there, min(id(e)), type(e) AS type ORDER BY here, type, there"
        )
        return ((here, there, edge) for here, there, edge, _ in self.tx.rows(statement, nodes=nodes))

    def among(self, nodes: Sequence[int], relations: Sequence[RelationKey]) -> tuple[Edge, ...]:
        """Return the edges between these nodes, one for a fact."""
        statement = (
            f"MATCH (h)-[e{_types(relations)}]->(t) WHERE id(h) IN $nodes AND id(t) IN $nodes"
            f" RETURN {self._edge()} ORDER BY id(h), type(e), id(t), id(e)"
        )
        found = [self._rows.edge(*row) for row in self.tx.rows(statement, nodes=list(nodes))] if nodes else []
        return tuple({each.triple: each for each in reversed(found)}.values())[::-1]

    def degrees(self, nodes: Iterable[int]) -> dict[int, int]:
        """Return how many edges each node has."""
        other = f"({self._layout.beyond})"
        count = f"COUNT {{ (n)-->{other} }} + COUNT {{ (n)<--{other} }}"
        return dict(self.tx.rows(f"MATCH (n) WHERE id(n) IN $nodes RETURN id(n), {count}", nodes=list(nodes)))

    def relation_counts(self, nodes: Iterable[int]) -> Iterator[tuple[int, str, str, int]]:
        """Yield (node, relation, "out" | "in", how many facts)."""
        wanted = list(nodes)
        for way, (left, right) in _ARROWS.items():
            statement = (
                f"MATCH (n){left}[e]{right}(m:{self._layout.any}) WHERE id(n) IN $nodes"
                " RETURN id(n), type(e), count(DISTINCT m)"
            )
            for key, relation, count in self.tx.rows(statement, nodes=wanted):
                yield key, relation, way, count

    # --- matching ---

    def compile(self, query: Match, most: int, proved: bool) -> Statement:
        """Compile a Match of which at most `most` rows are wanted; raise QueryError for what cannot be."""
        return compile_match(query, self._layout, most, proved)

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a compiled statement; a flag is a byte, as a number equals a flag in Python."""
        for row in self.tx.records(statement, parameters):
            yield {name: _cell(value) for name, value in row.items()}

    # --- names ---

    def called(self, texts: Iterable[str]) -> dict[str, list[Called]]:
        """Return {text: those called exactly so}, each node once, names before aliases before ids."""
        return self.names.called(texts)

    def exactly(self, text: str, types: Sequence[str], most: int) -> list[Called]:
        """Return what is called exactly so, names first."""
        return self.names.exactly(text, types, most)

    def beginning(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something longer that begins so, the shortest first."""
        return self.names.beginning(text, types, most)

    def worded(self, words: Sequence[str], types: Sequence[str], most: int) -> list[tuple[int, Node]]:
        """Return the nodes whose texts have all the words, the last perhaps unfinished."""
        return self.names.worded(words, types, most)

    def spelled(self, text: str, types: Sequence[str], most: int) -> list[Spelled]:
        """Return what is called by something that shares many trigrams with the text."""
        return self.names.spelled(text, types, most)


def _types(relations: Sequence[RelationKey]) -> str:
    return ":" + "|".join(map(quoted, relations)) if relations else ""


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return bytes([value])
    if value is None or isinstance(value, (str, int, float, list)):
        return value
    return (
        value.iso_format() if hasattr(value, "iso_format") else str(value)
    )  # a kind that the schema does not know yet
