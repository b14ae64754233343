"""The driver: from files, or any source of records, into a graph."""

from collections.abc import Sequence
from pathlib import Path

from agents.declaration import Declaration
from agents.errors import LoadError
from agents.graphs.garbage import seldom_looked_for
from agents.graphs.store import GraphStore
from agents.loaders.feed import Feed
from agents.loaders.files import FileSource
from agents.loaders.records import RecordSource
from agents.loaders.rejects import Rejects
from agents.loaders.result import LoadResult, OnProgress


def load_files(
    store: GraphStore,
    graph: str,
    paths: Sequence[Path],
    format: str | None = None,
    declaration: Declaration | None = None,
    on_progress: OnProgress | None = None,
    rejects: Path | None = None,
    trusted: bool = True,
) -> LoadResult:
    """Load files into a graph, which is made if there is none; see `load`.

    `format` is a name of `agents.loaders.formats.FORMATS`; without one each file's own look decides. Raise
    LoadError, before anything is written, where a file is missing, empty, no text or of no known format.
    """
    if rejects and any(rejects.resolve() == Path(path).resolve() for path in paths):
        raise LoadError(f"The rejects cannot go to '{rejects.name}', which is one of the files to load.")
    return load(store, graph, FileSource(paths, format), declaration, on_progress, rejects, trusted)


@seldom_looked_for()
def load(
    store: GraphStore,
    graph: str,
    source: RecordSource,
    declaration: Declaration | None = None,
    on_progress: OnProgress | None = None,
    rejects: Path | None = None,
    trusted: bool = True,
) -> LoadResult:
    """Load a source into a graph and say what happened; loading the same again changes nothing.

    Rows that cannot become graph go to the file `rejects` and the load goes on. `on_progress` is told about
    ten times a second and may raise to stop the load: what was committed stays, and loading again completes it.
    The declaration's words are kept from the start, its version only once everything is in. What an export of a
    `trusted` person says was declared is kept where nothing is declared yet.
    """
    store.create(graph)
    if declaration and store.declaration(graph) == Declaration():
        store.declare(graph, declaration.model_copy(update={"version": ""}))
    with Rejects(rejects) as kept:
        feed = Feed(store, graph, source, kept, on_progress)
        result = feed.run()
    if declaration and not _declared(store, graph, declaration):
        store.declare(graph, declaration)
    elif trusted and feed.declared and store.declaration(graph) == Declaration():
        store.declare(graph, feed.declared)
    return result


def _declared(store: GraphStore, graph: str, declaration: Declaration) -> bool:
    """Say whether the graph has these words; words without a version leave the version there is."""
    kept = store.declaration(graph)
    return declaration in (kept, kept.model_copy(update={"version": ""}))
