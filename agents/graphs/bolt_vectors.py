"""Embeddings of nodes in Neo4j: compared one by one where they are few, through a vector index where they are many."""

from collections.abc import Mapping, Sequence

from agents.errors import GraphError
from agents.graphs.bolt_connections import Connections, Transaction
from agents.graphs.bolt_names import FIELDS
from agents.graphs.bolt_reading import BoltReading
from agents.graphs.bolt_registry import locked, raise_version
from agents.graphs.bolt_rows import HIDDEN, VECTOR, node_of
from agents.graphs.cypher_words import ENTITY, quoted, word_token
from agents.model import Candidate

MANY = 20_000  # nodes from which the index pays
_WIDER = 20  # times as many as asked for, where types leave some out
_SCORED = f"RETURN {FIELDS}, score ORDER BY score DESC, n._key LIMIT $limit"


def keep(tx: Transaction, graph: str, vectors: Mapping[str, Sequence[float]]) -> None:
    """Keep a vector for each of these nodes; ids without a node are passed over."""
    sizes = {len(each) for each in vectors.values()}
    if len(sizes) > 1:
        raise GraphError("All vectors of a graph have the same number of dimensions.")
    registry = locked(tx, graph)
    rows = [{"id": id, "vector": [float(each) for each in vector]} for id, vector in vectors.items() if any(vector)]
    if not rows:
        return
    refuse_other_size(dimensions(tx, graph), sizes.pop(), "vectors have")
    row = tx.one(
        f"UNWIND $rows AS r MATCH (n:{ENTITY} {{graph: $graph, id: r.id}})"
        f" SET n.{VECTOR} = r.vector, n:{_label(registry.number)} RETURN count(*)",
        graph=graph,
        rows=rows,
    )
    if row and row[0]:
        size = len(rows[0]["vector"])
        tx.do("MATCH (g:LoregraphGraph {name: $name}) SET g.dimensions = $size", name=graph, size=size)
        raise_version(tx, graph)


def similar(
    reading: BoltReading, vector: Sequence[float], types: Sequence[str], limit: int, indexed: bool
) -> tuple[Candidate, ...]:
    """Return the nodes nearest by cosine, best first."""
    size = dimensions(reading.tx, reading.graph)
    if size is None or limit < 1 or not any(vector):
        return ()
    refuse_other_size(size, len(vector), "vector has")
    found = _from_index(reading, vector, types, limit) if indexed else ()
    return found if len(found) == limit else _one_by_one(reading, vector, types, limit)


def make_index(connections: Connections, number: int, size: int) -> None:
    """Make the graph's vector index where there is none, and wait until it is filled."""
    connections.command(
        f"CREATE VECTOR INDEX {index_name(number)} IF NOT EXISTS FOR (n:{_label(number)}) ON n.{VECTOR}"
        f" OPTIONS {{indexConfig: {{`vector.dimensions`: {size}, `vector.similarity_function`: 'cosine'}}}}"
    )
    connections.command(f"CALL db.awaitIndex('{index_name(number)}', 300)")


def dimensions(tx: Transaction, graph: str) -> int | None:
    """Return how many numbers a vector of the graph has, or None where it has none."""
    row = tx.one("MATCH (g:LoregraphGraph {name: $name}) RETURN g.dimensions", name=graph)
    return row[0] if row else None


def refuse_other_size(known: int | None, given: int, what: str) -> None:
    """Raise GraphError where vectors are of another length than those of the graph."""
    if known is not None and known != given:
        raise GraphError(f"The {what} {given} numbers; this graph's have {known}.")


def _one_by_one(
    reading: BoltReading, vector: Sequence[float], types: Sequence[str], limit: int
) -> tuple[Candidate, ...]:
    statement = (
        f"MATCH (n:{_label(reading.registry.number)}){_typed(reading, types)}"
        f" WITH n, vector.similarity.cosine(n.{VECTOR}, $vector) AS score {_SCORED}"
    )
    return _candidates(reading, statement, vector, limit)


def _from_index(
    reading: BoltReading, vector: Sequence[float], types: Sequence[str], limit: int
) -> tuple[Candidate, ...]:
    statement = (
        f"CALL db.index.vector.queryNodes('{index_name(reading.registry.number)}', $wider, $vector)"
        f" YIELD node AS n WITH n{_typed(reading, types)}"
        f" WITH n, vector.similarity.cosine(n.{VECTOR}, $vector) AS score {_SCORED}"  # the index's own is rounded
    )
    return _candidates(reading, statement, vector, limit)


def _candidates(reading: BoltReading, statement: str, vector: Sequence[float], limit: int) -> tuple[Candidate, ...]:
    values = {"vector": [float(each) for each in vector], "limit": limit, "wider": _WIDER * limit, "hidden": HIDDEN}
    found = [(node_of(fields), score) for fields, score in reading.tx.rows(statement, **values)]
    return tuple(Candidate(node, min(max(2 * score - 1, 0.0), 1.0), "vector", node.name) for node, score in found)


def _typed(reading: BoltReading, types: Sequence[str]) -> str:
    known = [quoted(word_token(each)) for each in types if each in reading.registry.types]
    if not types:
        return ""
    return f" WHERE n:{'|'.join(known)}" if known else " WHERE false"


def _label(number: int) -> str:
    return f"LoregraphVectors{number}"


def index_name(number: int) -> str:
    """Return the name of a graph's vector index."""
    return f"loregraph_vectors_{number}"
