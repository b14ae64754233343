"""Where documents lie and are searched: a SQLite file a graph, so that no search ever sees another graph's.

It stands beside the graph store and not in it: it is the same whether graphs live in SQLite or in Neo4j. Full text is
SQLite's FTS5; vectors are kept as halves of floats (77 MB for 100,000 passages) and compared all at once.
"""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from agents.documents.searching import asked_for
from agents.documents.splitting import Piece
from agents.documents.text import Text
from agents.errors import SourceError

Matrix = NDArray[np.float32]
_KEPT = 300_000  # passages whose vectors are kept in memory, of all graphs together (460 MB)
_WAIT = 20.0  # seconds that a writer waits for another
_FIELDS = "p.key, d.id, d.title, p.start, p.end, p.page, p.text, p.nodes"

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (key INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, text TEXT, pages TEXT);
CREATE TABLE IF NOT EXISTS passages (
    key INTEGER PRIMARY KEY, document INTEGER REFERENCES documents ON DELETE CASCADE,
    start INTEGER, "end" INTEGER, page INTEGER, text TEXT, nodes TEXT DEFAULT '[]', vector BLOB
);
CREATE INDEX IF NOT EXISTS passages_of ON passages (document, start);
CREATE TABLE IF NOT EXISTS mentions (node TEXT, passage INTEGER REFERENCES passages ON DELETE CASCADE,
    PRIMARY KEY (node, passage)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_of ON mentions (passage);
CREATE TABLE IF NOT EXISTS state (only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER);
INSERT OR IGNORE INTO state VALUES (1, 0);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, content='passages', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS passage_in AFTER INSERT ON passages BEGIN
    INSERT INTO words (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER IF NOT EXISTS passage_out AFTER DELETE ON passages BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.key, old.text);
END;
"""


@dataclass(frozen=True)
class Kept:
    """A passage as it is kept. `key` is its number in the index; `nodes` are the ids of what it mentions."""

    key: int
    document: str
    title: str
    start: int
    end: int
    page: int
    text: str
    nodes: tuple[str, ...]


class DocumentIndex:
    """The documents of all graphs, in a folder. Safe for several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._vectors: OrderedDict[str, tuple[int, NDArray[np.int64], Matrix]] = OrderedDict()
        self._lock = Lock()

    # --- writing ----------------------------------------------------------------------------------

    def put(
        self, graph: str, id: str, title: str, text: Text, passages: Iterable[tuple[Piece, Sequence[float]]]
    ) -> int:
        """Keep a document with its passages and their vectors, in place of an earlier one; return how many."""
        with self._writing(graph) as conn:
            conn.execute("DELETE FROM documents WHERE id = ?", (id,))
            cursor = conn.execute(
                "INSERT INTO documents (id, title, text, pages) VALUES (?, ?, ?, ?)",
                (id, title, text.text, json.dumps(text.pages)),
            )
            rows = (
                (cursor.lastrowid, each.start, each.end, each.page, text.text[each.start : each.end], _packed(vector))
                for each, vector in passages
            )
            sql = 'INSERT INTO passages (document, start, "end", page, text, vector) VALUES (?, ?, ?, ?, ?, ?)'
            return conn.executemany(sql, rows).rowcount

    def link(self, graph: str, mentioned: Mapping[int, Sequence[str]]) -> None:
        """Keep which nodes passages (by their keys) mention, in place of what was kept of them."""
        with self._writing(graph) as conn:
            known = {row[0] for row in conn.execute("SELECT key FROM passages")}
            each = {key: tuple(dict.fromkeys(nodes)) for key, nodes in mentioned.items() if key in known}
            conn.executemany("DELETE FROM mentions WHERE passage = ?", ((key,) for key in each))
            conn.executemany(
                "UPDATE passages SET nodes = ? WHERE key = ?", ((json.dumps(ids), key) for key, ids in each.items())
            )
            conn.executemany(
                "INSERT INTO mentions VALUES (?, ?)", ((id, key) for key, ids in each.items() for id in ids)
            )

    def remove(self, graph: str, id: str) -> None:
        """Forget a document; nothing happens where there is none."""
        if self._path(graph).exists():
            with self._writing(graph) as conn:
                conn.execute("DELETE FROM documents WHERE id = ?", (id,))

    def drop(self, graph: str) -> None:
        """Forget all documents of a graph."""
        with self._lock:
            self._vectors.pop(graph, None)
        for ending in ("", "-wal", "-shm"):
            path = self._path(graph)
            path.with_name(path.name + ending).unlink(missing_ok=True)

    # --- reading ----------------------------------------------------------------------------------

    def text(self, graph: str, id: str) -> Text | None:
        """Return a document's text, or None where there is none."""
        with self._reading(graph) as conn:
            row = conn.execute("SELECT text, pages FROM documents WHERE id = ?", (id,)).fetchone() if conn else None
        return Text(row[0], tuple(json.loads(row[1]))) if row else None

    def passages(self, graph: str, id: str, start: int = 0, end: int = 1 << 40) -> tuple[Kept, ...]:
        """Return a document's passages that reach into these characters, first to last."""
        return self._rows(graph, 'd.id = ? AND p.start < ? AND p."end" > ? ORDER BY p.start', (id, end, start))

    def titles(self, graph: str) -> tuple[str, ...]:
        """Return the titles of a graph's documents, the latest first."""
        with self._reading(graph) as conn:
            rows = conn.execute("SELECT title FROM documents ORDER BY key DESC").fetchall() if conn else []
        return tuple(row[0] for row in rows)

    def by_words(self, graph: str, question: str, count: int) -> tuple[int, ...]:
        """Return the keys of the passages whose words fit a question best (BM25), best first."""
        sought = asked_for(question)
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        with self._reading(graph) as conn:
            return tuple(row[0] for row in conn.execute(sql, (sought, count))) if conn and sought else ()

    def by_vector(self, graph: str, vector: Sequence[float], count: int) -> tuple[tuple[int, float], ...]:
        """Return the keys of the passages nearest to a vector, with their cosines, best first."""
        keys, matrix = self._matrix(graph)
        if not len(keys):
            return ()
        cosines = matrix @ np.asarray(vector, dtype=np.float32)
        best = np.argpartition(-cosines, min(count, len(keys) - 1))[:count]
        best = best[np.argsort(-cosines[best])]
        return tuple((int(keys[each]), float(cosines[each])) for each in best)

    def by_nodes(self, graph: str, ids: Sequence[str], count: int) -> tuple[int, ...]:
        """Return the keys of the passages that mention most of these nodes, best first."""
        sql = (
            "SELECT passage FROM mentions WHERE node IN (SELECT value FROM json_each(?)) "
            "GROUP BY passage ORDER BY count(*) DESC, passage LIMIT ?"
        )
        with self._reading(graph) as conn:
            return tuple(row[0] for row in conn.execute(sql, (json.dumps(list(ids)), count))) if conn and ids else ()

    def get(self, graph: str, keys: Sequence[int]) -> tuple[Kept, ...]:
        """Return the passages of these keys that exist, in their order."""
        found = self._rows(graph, "p.key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),))
        by_key = {each.key: each for each in found}
        return tuple(by_key[key] for key in keys if key in by_key)

    def cosines(self, graph: str, keys: Sequence[int], vector: Sequence[float]) -> dict[int, float]:
        """Return how near these passages are to a vector."""
        known, matrix = self._matrix(graph)
        wanted = np.intersect1d(known, np.asarray(keys, np.int64))
        if not len(wanted):
            return {}
        near = matrix[np.searchsorted(known, wanted)] @ np.asarray(vector, dtype=np.float32)
        return {int(key): float(each) for key, each in zip(wanted, near, strict=True)}

    # --- inside -----------------------------------------------------------------------------------

    def _rows(self, graph: str, where: str, values: tuple[object, ...]) -> tuple[Kept, ...]:
        sql = f"SELECT {_FIELDS} FROM passages p JOIN documents d ON d.key = p.document WHERE {where}"  # noqa: S608
        with self._reading(graph) as conn:
            rows = conn.execute(sql, values).fetchall() if conn else []
        return tuple(_kept(*row) for row in rows)

    def _matrix(self, graph: str) -> tuple[NDArray[np.int64], Matrix]:
        """Return the keys and vectors of a graph's passages, read once a version of the index."""
        with self._reading(graph) as conn:
            if conn is None:
                return np.zeros(0, np.int64), np.zeros((0, 0), np.float32)
            version = conn.execute("SELECT version FROM state").fetchone()[0]
            with self._lock:
                kept = self._vectors.get(graph)
                if kept and kept[0] == version:
                    self._vectors.move_to_end(graph)
                    return kept[1], kept[2]
            rows = conn.execute("SELECT key, vector FROM passages ORDER BY key").fetchall()
        keys = np.array([row[0] for row in rows], np.int64)
        flat = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f2").astype(np.float32)
        matrix: Matrix = flat.reshape(len(rows), -1) if rows else np.zeros((0, 0), np.float32)
        self._keep(graph, version, keys, matrix)
        return keys, matrix

    def _keep(self, graph: str, version: int, keys: NDArray[np.int64], matrix: Matrix) -> None:
        with self._lock:
            self._vectors[graph] = version, keys, matrix
            while sum(len(each[1]) for each in self._vectors.values()) > _KEPT and len(self._vectors) > 1:
                self._vectors.popitem(last=False)

    def _path(self, graph: str) -> Path:
        if not graph or not all(each.isalnum() or each in "-_" for each in graph):
            raise SourceError(f"'{graph}' cannot have documents: its name has other letters than a file's may.")
        return self._folder / f"{graph}.sqlite3"

    @contextmanager
    def _reading(self, graph: str) -> Iterator[sqlite3.Connection | None]:
        """Give a connection that reads one moment, or None where the graph has no documents."""
        if not self._path(graph).exists():
            yield None
            return
        with _connected(self._path(graph)) as conn:
            conn.execute("BEGIN")
            yield conn
            conn.execute("ROLLBACK")

    @contextmanager
    def _writing(self, graph: str) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are kept whole or not at all."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _connected(self._path(graph)) as conn:
            conn.execute("PRAGMA journal_mode=WAL")
            conn.executescript(SCHEMA)
            conn.execute("BEGIN IMMEDIATE")
            try:
                yield conn
                conn.execute("UPDATE state SET version = version + 1")
                conn.execute("COMMIT")
            except BaseException:
                conn.execute("ROLLBACK")
                raise


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    conn = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        conn.execute("PRAGMA foreign_keys=ON")
        yield conn
    except sqlite3.Error as error:
        raise SourceError("The documents' index could not be read or written.") from error
    finally:
        conn.close()


def _packed(vector: Sequence[float]) -> bytes:
    return np.asarray(vector, dtype="<f2").tobytes()


def _kept(key: int, document: str, title: str, start: int, end: int, page: int, text: str, nodes: str) -> Kept:
    return Kept(key, document, title, start, end, page, text, tuple(json.loads(nodes)))
