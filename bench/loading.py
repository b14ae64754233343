"""How fast the medical pack loads, noted as the site notes it, how large it is then, and how fast it is taken back."""

from pathlib import Path
from time import perf_counter, process_time

from agents.curation.journal import Journal
from agents.curation.notebook import Notebook
from agents.curation.unloading import take_back
from agents.graphs.store import GraphStore
from agents.packs.pack import load_pack, pack
from bench.figures import Figure


def loading(store: GraphStore, graph: str, file: Path | None, notes: Path) -> list[Figure]:
    """Load the pack into an empty graph, then once more, and return rate, size and times."""
    journal, used = Journal(store, notes), process_time()
    first = _load(journal, graph)
    start = perf_counter()
    journal.notes.close()
    first, used = first + perf_counter() - start, process_time() - used
    size = sum(each.stat().st_size for each in file.parent.glob(f"{file.name}*")) / 1e6 if file else 0.0
    second = _load(store, graph)
    schema = store.schema(graph)
    records = schema.nodes + schema.edges
    counted = f"{schema.nodes:,} nodes and {schema.edges:,} edges"
    return [
        Figure("load", records / first, "records/s", counted),
        Figure("load, whole", first, "s", "with its notes"),
        Figure("load, this process alone", used, "s", "of a processor"),
        Figure("load, again (nothing changes)", second, "s"),
        *([Figure("size on disk", size, "MB")] if file else []),
    ]


def unloading(store: GraphStore, graph: str, notes: Path) -> list[Figure]:
    """Take the load back, and return how long that took."""
    book, start = Notebook(notes.with_suffix(".back")), perf_counter()
    outcome = take_back(store, graph, notes, book)
    book.close()
    return [Figure("load, taken back", perf_counter() - start, "s", f"{outcome.back.total():,} things")]


def _load(store: GraphStore, graph: str) -> float:
    start = perf_counter()
    load_pack(store, graph, pack("medical"))
    return perf_counter() - start
