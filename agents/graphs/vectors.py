"""Embeddings of nodes on SQLite: float32 blobs, compared by cosine in one matrix a graph version."""

import sqlite3
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from agents.errors import GraphError
from agents.graphs.sqlite_connections import Snapshot
from agents.graphs.sqlite_rows import key_list, keys_by_id, nodes_by_key
from agents.graphs.sqlite_schema import raise_version
from agents.model import Candidate

Matrix = NDArray[np.float32]
_CACHED = 4  # graphs whose matrix is kept


@dataclass(frozen=True)
class Vectors:
    """A graph's vectors: `keys` of shape (n,), `rows` of shape (n, dimensions), each of unit length."""

    keys: NDArray[np.int64]
    rows: Matrix


class VectorCache:
    """Keeps the matrices of the graphs asked last, each for its version; safe for several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Vectors] = OrderedDict()
        self._lock = Lock()

    def get(self, snapshot: Snapshot) -> Vectors:
        """Return the vectors of the graph as it is read. Versions are unique in a file, so they serve as keys."""
        with self._lock:
            if found := self._kept.get(snapshot.version):
                self._kept.move_to_end(snapshot.version)
                return found
        vectors = _read(snapshot)
        with self._lock:
            self._kept[snapshot.version] = vectors
            while len(self._kept) > _CACHED:
                self._kept.popitem(last=False)
        return vectors


def similar(
    snapshot: Snapshot, vectors: Vectors, wanted: Sequence[float], types: Sequence[str], limit: int
) -> tuple[Candidate, ...]:
    """Return the nodes nearest by cosine, best first."""
    (query,) = _unit(np.asarray([wanted], dtype=np.float32))
    if not len(vectors.keys) or limit < 1:
        return ()
    if len(query) != vectors.rows.shape[1]:
        raise GraphError(f"The vector has {len(query)} numbers; this graph's have {vectors.rows.shape[1]}.")
    scores = vectors.rows @ query
    if types:
        scores = np.where(np.isin(vectors.keys, _of_types(snapshot, types)), scores, -np.inf)
    best = [at for at in np.argsort(-scores, kind="stable")[:limit] if np.isfinite(scores[at])]
    nodes = nodes_by_key(snapshot.conn, [int(vectors.keys[at]) for at in best])
    found = [(nodes[int(vectors.keys[at])], float(np.clip(scores[at], 0.0, 1.0))) for at in best]
    return tuple(Candidate(node, score, "vector", node.name) for node, score in found)


def keep(conn: sqlite3.Connection, graph: int, vectors: Mapping[str, Sequence[float]]) -> None:
    """Keep a vector for each of these nodes, inside the caller's transaction; ids without a node are passed over."""
    if len({len(each) for each in vectors.values()}) > 1:
        raise GraphError("All vectors of a graph have the same number of dimensions.")
    keys = keys_by_id(conn, graph, vectors)
    rows = [(key, np.asarray(vectors[id], dtype="<f4").tobytes()) for id, key in keys.items()]
    if rows:
        _refuse_other_size(conn, graph, len(rows[0][1]))
        conn.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        raise_version(conn, graph)


def _refuse_other_size(conn: sqlite3.Connection, graph: int, size: int) -> None:
    sql = "SELECT length(vector) FROM vectors v JOIN nodes n ON n.key = v.node WHERE n.graph = ? LIMIT 1"
    row = conn.execute(sql, (graph,)).fetchone()
    if row is not None and row[0] != size:
        raise GraphError(f"The vectors have {size // 4} numbers; this graph's have {row[0] // 4}.")


def _read(snapshot: Snapshot) -> Vectors:
    sql = "SELECT v.node, v.vector FROM nodes n JOIN vectors v ON v.node = n.key WHERE n.graph = ? ORDER BY n.key"
    rows = snapshot.conn.execute(sql, (snapshot.graph,)).fetchall()
    if not rows:
        return Vectors(np.zeros(0, np.int64), np.zeros((0, 0), np.float32))
    matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), -1)
    return Vectors(np.array([row[0] for row in rows], np.int64), _unit(matrix))


def _unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = (rows / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit


def _of_types(snapshot: Snapshot, types: Sequence[str]) -> list[int]:
    known = dict(snapshot.conn.execute("SELECT name, key FROM types WHERE graph = ?", (snapshot.graph,)))
    keys = key_list(known[each] for each in types if each in known)
    sql = "SELECT key FROM nodes WHERE graph = ? AND type IN (SELECT value FROM json_each(?))"
    return [row[0] for row in snapshot.conn.execute(sql, (snapshot.graph, keys))]
