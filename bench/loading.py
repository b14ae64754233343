"""How fast the medical pack loads, and how large its graph is on disk."""

from pathlib import Path
from time import perf_counter

from agents.graphs.store import GraphStore
from agents.packs.pack import load_pack, pack
from bench.figures import Figure


def loading(store: GraphStore, graph: str, file: Path | None) -> list[Figure]:
    """Load the pack into an empty graph, then once more, and return rate, size and times."""
    first = _load(store, graph)
    size = sum(each.stat().st_size for each in file.parent.glob(f"{file.name}*")) / 1e6 if file else 0.0
    second = _load(store, graph)
    schema = store.schema(graph)
    records = schema.nodes + schema.edges
    counted = f"{schema.nodes:,} nodes and {schema.edges:,} edges"
    return [
        Figure("load", records / first, "records/s", counted),
        Figure("load, whole", first, "s"),
        Figure("load, again (nothing changes)", second, "s"),
        *([Figure("size on disk", size, "MB")] if file else []),
    ]


def _load(store: GraphStore, graph: str) -> float:
    start = perf_counter()
    load_pack(store, graph, pack("medical"))
    return perf_counter() - start
