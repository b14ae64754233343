"""Writing nodes and edges into Neo4j, in as few statements as there are types and relations."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_names import FIELDS, find_text
from agents.graphs.bolt_registry import PLACES, Registry
from agents.graphs.bolt_rows import HIDDEN, KEY, VECTOR, edge_of, edge_properties, labels, node_of, node_properties
from agents.graphs.cypher_words import ENTITY, quoted, word_token
from agents.graphs.loading import Tally, alike, ends_of
from agents.model import Edge, Node

_KEPT = 500_000  # ids, and ends of new edges, that are remembered between batches: some 100 MB at most
_AT_ONCE = 2_500  # new edges of a statement
_AS_PLANNED = "CYPHER replan=skip"  # there is one way to do it, however much the graph has grown since it was planned
_ENDS = "MATCH (h) WHERE id(h) = r[0] MATCH (t) WHERE id(t) = r[1]"
Ends = tuple[int, int]


@dataclass
class Memory:
    """What a load need not ask again: the inner ids of nodes, and all edges of the relations that it began."""

    nodes: dict[str, int] = field(default_factory=dict)
    begun: dict[str, set[Ends]] = field(default_factory=dict)

    def remember(self, nodes: Mapping[str, int]) -> None:
        """Remember the inner ids of nodes."""
        if len(self.nodes) + len(nodes) > _KEPT:
            self.nodes.clear()
        self.nodes.update(nodes)

    def trim(self) -> None:
        """Forget the edges of the largest relations where they have become too many."""
        while sum(map(len, self.begun.values())) > 2 * _KEPT:
            del self.begun[max(self.begun, key=lambda each: len(self.begun[each]))]


class Writer:
    """Writes into one graph inside the caller's transaction, which holds the graph's lock."""

    def __init__(self, tx: Transaction, registry: Registry, memory: Memory) -> None:
        self._tx = tx
        self._registry = registry
        self._memory = memory

    # --- nodes ---

    def put_nodes(self, nodes: Sequence[Node]) -> Tally:
        """Add nodes or replace those of their ids; the ids are distinct."""
        there = self._stored_nodes([node.id for node in nodes])
        fresh = [node for node in nodes if node.id not in there]
        changed = [(there[node.id][0], there[node.id][1].type, node) for node in nodes if self._differs(node, there)]
        self._add_nodes(fresh)
        self._replace_nodes(changed)
        return Tally(len(fresh), len(changed), len(nodes) - len(fresh) - len(changed))

    def _stored_nodes(self, ids: list[str]) -> dict[str, tuple[int, Node]]:
        """Return {id: (key, node)} of those that exist."""
        statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id IN $ids RETURN n.{KEY}, {FIELDS}"
        rows = self._tx.rows(statement, graph=self._registry.name, ids=ids, hidden=HIDDEN)
        found = [(key, node_of(fields)) for key, fields in rows]
        return {node.id: (key, node) for key, node in found}

    def _differs(self, node: Node, there: Mapping[str, tuple[int, Node]]) -> bool:
        return node.id in there and not alike(node, there[node.id][1])

    def _add_nodes(self, nodes: Sequence[Node]) -> None:
        by_type: dict[str, list[dict[str, Any]]] = {}
        for node in nodes:
            by_type.setdefault(node.type, []).append(self._kept(self._new_key(), node))
        self._registry.learn(by_type, ())
        for type, rows in by_type.items():
            statement = f"{_AS_PLANNED} UNWIND $rows AS r CREATE (n{labels(type)}) SET n = r RETURN n.id, id(n)"
            self._memory.remember(dict(self._tx.rows(statement, rows=rows)))

    def _replace_nodes(self, changed: Sequence[tuple[int, str, Node]]) -> None:
        moves: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for key, old_type, node in changed:
            moves.setdefault((old_type, node.type), []).append(self._kept(key, node))
        self._registry.learn([type for _, type in moves], ())
        for (old, new), rows in moves.items():
            self._tx.do(
                f"UNWIND $rows AS r MATCH (n:{ENTITY} {{{KEY}: r.{KEY}}}) WITH n, r, n.{VECTOR} AS vector"
                f" {_relabel(old, new)} SET n = r SET n.{VECTOR} = vector",
                rows=rows,
            )

    def _kept(self, key: int, node: Node) -> dict[str, Any]:
        kept, formed = node_properties(self._registry.name, key, node, find_text(self._registry.number, node))
        self._registry.learn_node(formed)
        return kept

    def _new_key(self) -> int:
        key = self._registry.number * PLACES + self._registry.next
        self._registry.next += 1
        return key

    def existing(self, ids: Iterable[str]) -> dict[str, int]:
        """Return {id: inner id} of those of these ids that have a node."""
        wanted = set(ids)
        known = self._memory.nodes
        found = {id: known[id] for id in wanted if id in known}
        if missing := list(wanted - found.keys()):
            statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id IN $ids RETURN n.id, id(n)"
            rows = dict(self._tx.rows(statement, graph=self._registry.name, ids=missing))
            found |= rows
            self._memory.remember(rows)  # which may forget others
        return found

    def remove_node(self, id: str) -> None:
        """Remove a node and the edges that touch it."""
        statement = f"MATCH (n:{ENTITY} {{graph: $graph, id: $id}}) DETACH DELETE n"
        self._tx.do(statement, graph=self._registry.name, id=id)
        self._memory.nodes.pop(id, None)

    def tied(self, ids: Collection[str]) -> set[str]:
        """Return those of these ids that an edge touches."""
        statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id IN $ids AND EXISTS {{ (n)--() }} RETURN n.id"
        return {row[0] for row in self._tx.rows(statement, graph=self._registry.name, ids=list(ids))}

    def remove_nodes(self, ids: Sequence[str]) -> None:
        """Remove nodes that no edge touches."""
        statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id IN $ids DELETE n"
        self._tx.do(statement, graph=self._registry.name, ids=list(ids))
        for id in ids:
            self._memory.nodes.pop(id, None)

    # --- edges ---

    def put_edges(self, edges: Sequence[Edge]) -> Tally:
        """Add edges or replace those of their triples; the triples are distinct and every end exists."""
        ids = self.existing(ends_of(edges))
        by_relation: dict[str, dict[Ends, Edge]] = {}
        for edge in edges:
            by_relation.setdefault(edge.relation, {})[ids[edge.head], ids[edge.tail]] = edge
        tally = Tally()
        for relation, some in by_relation.items():
            tally.add(self._put_some(relation, some))
        self._memory.trim()
        return tally

    def _put_some(self, relation: str, edges: Mapping[Ends, Edge]) -> Tally:
        token = word_token(relation)
        if relation not in self._registry.relations:
            self._memory.begun[token] = set()
        self._registry.learn((), [relation])
        begun = self._memory.begun.get(token)
        there = self._stored_edges(token, relation, edges) if begun is None or begun & edges.keys() else {}
        fresh = [(ends, edge) for ends, edge in edges.items() if ends not in there]
        changed = [
            (there[ends][0], edge) for ends, edge in edges.items() if ends in there and not alike(edge, there[ends][1])
        ]
        self._add_edges(token, fresh)
        self._replace_edges(changed)
        if begun is not None:
            begun.update(edges)
        return Tally(len(fresh), len(changed), len(edges) - len(fresh) - len(changed))

    def _stored_edges(self, token: str, relation: str, edges: Mapping[Ends, Edge]) -> dict[Ends, tuple[int, Edge]]:
        """Return {ends: (inner id, edge)} of those that exist."""
        statement = (
            f"UNWIND $rows AS r {_ENDS} MATCH (h)-[e:{quoted(token)}]->(t) RETURN r[0], r[1], id(e), properties(e)"
        )
        rows = self._tx.rows(statement, rows=list(map(list, edges)))
        return {
            (head, tail): (key, edge_of(edges[head, tail].head, relation, edges[head, tail].tail, kept))
            for head, tail, key, kept in rows
        }

    def _add_edges(self, token: str, edges: Sequence[tuple[Ends, Edge]]) -> None:
        statement = f"{_AS_PLANNED} UNWIND $rows AS r {_ENDS} CREATE (h)-[e:{quoted(token)}]->(t) SET e = $bags[r[2]]"
        for start in range(0, len(edges), _AT_ONCE):  # the server creates some while the next are prepared
            bags = _Bags(self._registry)
            rows = [[*ends, bags.place(edge)] for ends, edge in edges[start : start + _AT_ONCE]]
            self._tx.begin(statement, rows=rows, bags=bags.kept)

    def _replace_edges(self, changed: Sequence[tuple[int, Edge]]) -> None:
        if not changed:
            return
        bags = _Bags(self._registry)
        rows = [[key, bags.place(edge)] for key, edge in changed]
        statement = "UNWIND $rows AS r MATCH ()-[e]->() WHERE id(e) = r[0] SET e = $bags[r[1]]"
        self._tx.do(statement, rows=rows, bags=bags.kept)

    def remove_edge(self, triple: tuple[str, str, str]) -> None:
        """Remove an edge."""
        head, relation, tail = triple
        self._tx.do(
            f"MATCH (:{ENTITY} {{graph: $graph, id: $head}})-[e:{quoted(word_token(relation))}]->"
            f"(:{ENTITY} {{graph: $graph, id: $tail}}) DELETE e",
            graph=self._registry.name,
            head=head,
            tail=tail,
        )

    def remove_edges(self, triples: Iterable[tuple[str, str, str]]) -> None:
        """Remove edges, in as few statements as there are relations."""
        pairs: dict[str, list[list[str]]] = {}
        for head, relation, tail in triples:
            pairs.setdefault(word_token(relation), []).append([head, tail])
        for token, some in pairs.items():
            self._tx.do(
                f"UNWIND $pairs AS p MATCH (h:{ENTITY} {{graph: $graph, id: p[0]}})"
                f" MATCH (t:{ENTITY} {{graph: $graph, id: p[1]}}) MATCH (h)-[e:{quoted(token)}]->(t) DELETE e",
                graph=self._registry.name,
                pairs=some,
            )


class _Bags:
    """The property sets of edges that are written together; many share theirs, and each travels once."""

    def __init__(self, registry: Registry) -> None:
        self.kept: list[dict[str, Any]] = []
        self._registry = registry
        self._places: dict[bytes | str, int] = {}

    def place(self, edge: Edge) -> int:
        """Return the place of an edge's property set in `kept`."""
        same = _told(edge)
        place = self._places.get(same)
        if place is None:
            kept, formed = edge_properties(edge)
            self._registry.learn_edge(formed)
            place = self._places[same] = len(self.kept)
            self.kept.append(kept)
        return place


def _told(edge: Edge) -> bytes | str:
    """Return a text that edges with the same property set share, and no others: 1 is not True, nor 1.0."""
    told = (edge.props, edge.sources, edge.confidence, edge.status)
    try:
        text = orjson.dumps(told)
    except TypeError:  # half a character, or a very large number
        return repr(told)
    return text if b"null" not in text else repr(told)  # what is no number becomes null


def _relabel(old: str, new: str) -> str:
    if old == new:
        return ""
    removed = f"REMOVE n:{quoted(word_token(old))}" if old else ""
    return f"{removed} {f'SET n:{quoted(word_token(new))}' if new else ''}"
