"""A load from a command: the files or the pack's own data, into the store and into the site's list of graphs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from agents.errors import LoadError
from webapp import engine
from webapp.graphs import about, noting
from webapp.graphs.models import Graph

if TYPE_CHECKING:
    from agents.loaders.result import LoadResult, OnProgress
    from agents.packs.pack import Pack

LONGEST = 60


def check_name(graph: str) -> None:
    """Raise LoadError for a name that no address can carry."""
    try:
        validate_slug(graph)
    except ValidationError:
        raise LoadError(f"'{graph}' cannot name a graph: use letters, digits, '-' and '_'.") from None
    if len(graph) > LONGEST:
        raise LoadError(f"'{graph[:20]}…' cannot name a graph: use at most {LONGEST} characters.")


def fill(
    graph: str, files: Sequence[Path], pack: "Pack | None", format: str | None, on_progress: "OnProgress"
) -> "LoadResult":
    """Load files (with the pack's words, if one is given) or else the pack's own data; raise EngineErrors."""
    from agents.loaders.load import load_files
    from agents.packs.pack import load_pack

    rejects = Path(settings.LOREGRAPH_DATA) / "rejects" / f"{graph}.rejects.tsv"
    if not files and pack is None:
        raise LoadError("Name files to load, or a pack: --pack NAME.")
    source = ", ".join(each.name for each in files) or f"the pack {pack.name if pack else ''}"
    with noting.noted(graph, None, source) as store:
        if files:
            return load_files(store, graph, files, format, pack.words if pack else None, on_progress, rejects)
        return load_pack(store, graph, pack, on_progress, rejects)


def relist(graph: str) -> None:
    """Let the site's list say what the graph's declaration says now, where the graph is listed."""
    for listed in Graph.objects.filter(slug=graph):
        about.take_over(listed)


def holds(graph: str, pack: "Pack") -> bool:
    """Say whether the graph holds this version of the pack's own data already."""
    from agents.packs.pack import pack_loaded

    return pack_loaded(engine.store(), graph, pack)


def enlist(graph: str, public: bool) -> Graph:
    """Put a graph of the store into the site's list, with what its declaration says; `public` opens it to all."""
    listed, _ = Graph.objects.get_or_create(slug=graph, defaults={"title": graph})
    listed.public = listed.public or public
    about.take_over(listed)
    return listed
