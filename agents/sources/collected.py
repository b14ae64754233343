"""The sources of a graph, collected from those who know of some: its documents, its cards."""

from collections.abc import Callable, Iterable

from agents.sources.source import Source

Finder = Callable[[str], Iterable[Source]]  # a graph's name → sources that are switched on for it


class GraphSources:
    """Collects what each finder knows; a source whose name was taken already is left out."""

    def __init__(self, *finders: Finder) -> None:
        self._finders = finders

    def of(self, graph: str) -> tuple[Source, ...]:
        """Return the sources that are switched on for the graph."""
        found: dict[str, Source] = {}
        for finder in self._finders:
            for each in finder(graph):
                found.setdefault(each.name, each)
        return tuple(found.values())
