"""Applying a ChangeSet in one transaction of Neo4j, and the history it writes."""

from agents.changes import Applied, ChangeSet
from agents.graphs import changing
from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_reading import EDGE, BoltReading
from agents.graphs.bolt_registry import Registry, counted, locked, raise_version
from agents.graphs.bolt_rows import edge_of
from agents.graphs.bolt_write import Memory, Writer
from agents.graphs.changing import Applying
from agents.graphs.cypher_words import ENTITY
from agents.graphs.folding import is_storable
from agents.graphs.store import Happening
from agents.model import Edge, Node

_SAID = "c.id, c.at, c.author, c.reason, c.source"


class Changed:
    """One graph as `changing` changes it."""

    def __init__(self, tx: Transaction, registry: Registry) -> None:
        self._tx = tx
        self._registry = registry
        self._writer = Writer(tx, registry, Memory())

    def node(self, id: str) -> Node | None:
        """Return the node of that id, or None."""
        reading = self._reading()
        keys = reading.node_keys([id])
        return reading.nodes(keys.values())[keys[id]] if id in keys else None

    def edge(self, triple: tuple[str, str, str]) -> Edge | None:
        """Return the edge of that triple, or None."""
        return self._reading().edges_by_triple([triple]).get(triple)

    def edges_at(self, id: str) -> list[Edge]:
        """Return every edge that touches a node, in the order in which they came."""
        names = {token: name for name, token in self._registry.relation_tokens().items()}
        statement = f"MATCH (n:{ENTITY} {{graph: $graph, id: $id}})-[e]-(:{ENTITY}) WITH DISTINCT e ORDER BY id(e)"
        rows = self._tx.rows(f"{statement} RETURN {EDGE}", graph=self._registry.name, id=id)
        return [edge_of(head, names.get(token, token), tail, kept) for head, token, tail, kept in rows]

    def degree(self, id: str) -> int:
        """Return how many edges touch a node; 0 where there is none."""
        statement = f"MATCH (n:{ENTITY} {{graph: $graph, id: $id}})-[e]-(:{ENTITY}) RETURN count(DISTINCT e)"
        row = self._tx.one(statement, graph=self._registry.name, id=id) if is_storable(id) else None
        return int(row[0]) if row else 0

    def put_node(self, node: Node) -> None:
        """Add the node, or replace the one of its id."""
        self._writer.put_nodes([node])

    def put_edge(self, edge: Edge) -> None:
        """Add the edge, or replace the one of its triple; both ends exist."""
        self._writer.put_edges([edge])

    def remove_node(self, id: str) -> None:
        """Remove a node and the edges that touch it."""
        self._writer.remove_node(id)

    def remove_edge(self, triple: tuple[str, str, str]) -> None:
        """Remove an edge."""
        self._writer.remove_edge(triple)

    def _reading(self) -> BoltReading:
        reading = BoltReading(self._tx, self._registry.name)
        reading.__dict__["registry"] = self._registry  # what this transaction has learnt by now
        return reading


def apply(tx: Transaction, graph: str, changes: ChangeSet) -> Applied:
    """Apply changes inside the transaction, once for their id; raise ChangeRefused."""
    changing.refuse_unsound(changes)
    registry = locked(tx, graph)
    statement = "MATCH (c:LoregraphChange {graph: $graph, id: $id}) RETURN c.effective, c.inverse"
    if row := tx.one(statement, graph=graph, id=changes.id):
        return changing.already(changes.id, *row)
    applying, applied = changing.applied(Changed(tx, registry), changes)
    registry.keep(tx)
    _keep(tx, graph, changes, applying, applied)
    if applied.effective:
        raise_version(tx, graph)
    return applied


def history(tx: Transaction, graph: str, id: str) -> tuple[Happening, ...]:
    """Return what happened to a node (by id) or an edge (by Edge.id), latest first."""
    if not is_storable(id):
        return ()
    rows = tx.rows(
        "MATCH (h:LoregraphHappening {graph: $graph, subject: $id})"
        f" MATCH (c:LoregraphChange {{graph: $graph, id: h.change}}) RETURN {_SAID}, h.before, h.after"
        " ORDER BY h.number DESC, h.place DESC",
        graph=graph,
        id=id,
    )
    return tuple(Happening(*said, *map(changing.subject_of, (before, after))) for *said, before, after in rows)


def _keep(tx: Transaction, graph: str, changes: ChangeSet, applying: Applying, applied: Applied) -> None:
    number = counted(tx)
    said = {"author": changes.author, "reason": changes.reason, "source": changes.source, "at": changing.now()}
    kept = {"effective": applied.effective, "inverse": changing.inverse_text(applied), "graph": graph}
    tx.do("CREATE (c:LoregraphChange) SET c = $change", change={**said, **kept, "id": changes.id})
    happened = [
        {
            "graph": graph,
            "change": changes.id,
            "number": number,
            "place": place,
            "subject": (after or before).id,  # type: ignore[union-attr]
            "before": changing.subject_text(before),
            "after": changing.subject_text(after),
        }
        for place, (before, after) in enumerate(applying.happened)
    ]
    tx.do("UNWIND $happened AS each CREATE (h:LoregraphHappening) SET h = each", happened=happened)
