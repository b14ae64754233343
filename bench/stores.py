"""Stores by their address, as LOREGRAPH_GRAPH names them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.graphs.bolt import BoltStore
from agents.graphs.sqlite import SqliteStore
from agents.graphs.store import GraphStore


def opened(address: str) -> GraphStore:
    """Return the store at an address: a Neo4j database, or a file."""
    if kind(address) == "Neo4j":
        return BoltStore(address, timeout=60)
    return SqliteStore(address.removeprefix("sqlite:///"), timeout=60)


def kind(address: str) -> str:
    """Return what keeps graphs at an address: "SQLite" or "Neo4j"."""
    return "Neo4j" if "://" in address and not address.startswith("sqlite:") else "SQLite"


@contextmanager
def emptied(address: str, graph: str) -> Iterator[tuple[GraphStore, Path | None]]:
    """Give a store without that graph, and its file if it has one; the graph is dropped in the end."""
    with TemporaryDirectory(prefix="loregraph-bench-") as folder:
        file = None if address else Path(folder) / "graphs.sqlite3"
        store = opened(address or str(file))
        if address and graph in store.graphs():
            raise SystemExit(f"The store has a graph called '{graph}' already; it is not the bench's to drop.")
        yield store, file
        store.drop(graph)
