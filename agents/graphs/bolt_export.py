"""A whole graph in Neo4j as a stream, page by page, so that neither side holds much of it."""

from collections.abc import Iterator

from agents.graphs.bolt_connections import Transaction
from agents.graphs.bolt_names import FIELDS
from agents.graphs.bolt_reading import EDGE, BoltReading
from agents.graphs.bolt_rows import HIDDEN, edge_of, node_of
from agents.graphs.cypher_words import ENTITY
from agents.model import Edge, Node

_PAGE = 2_000  # nodes


def export(tx: Transaction, graph: str) -> Iterator[Node | Edge]:
    """Yield every node by id, then every edge by head, relation and tail."""
    names = {token: name for name, token in BoltReading(tx, graph).known_relations().items()}
    for page in _pages(tx, graph):
        rows = tx.rows(
            f"UNWIND $ids AS id MATCH (n:{ENTITY} {{graph: $graph, id: id}}) RETURN {FIELDS}",
            graph=graph,
            ids=page,
            hidden=HIDDEN,
        )
        yield from sorted((node_of(fields) for (fields,) in rows), key=lambda node: node.id)
    for page in _pages(tx, graph):
        rows = tx.rows(
            f"UNWIND $ids AS id MATCH (n:{ENTITY} {{graph: $graph, id: id}}) MATCH (n)-[e]->(:{ENTITY}) RETURN {EDGE}",
            graph=graph,
            ids=page,
        )
        edges = [edge_of(head, names.get(token, token), tail, kept) for head, token, tail, kept in rows]
        yield from sorted(edges, key=lambda edge: edge.triple)


def _pages(tx: Transaction, graph: str) -> Iterator[list[str]]:
    """Yield all ids in their order, a page at a time."""
    last = ""
    while True:
        statement = f"MATCH (n:{ENTITY}) WHERE n.graph = $graph AND n.id > $last RETURN n.id ORDER BY n.id LIMIT $most"
        page = [row[0] for row in tx.rows(statement, graph=graph, last=last, most=_PAGE)]
        if not page:
            return
        yield page
        last = page[-1]
