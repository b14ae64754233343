"""Every address of the site that speaks of one graph, found where Django keeps them."""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

NO_GRAPH = {"docs:page"}  # its slug is that of a page


@dataclass(frozen=True)
class Route:
    """A named address and the names of its parts."""

    name: str
    parts: tuple[str, ...]


def routes() -> list[Route]:
    """Return every route with a graph's slug in its address, sorted by name."""
    found = [route for route in _walk(get_resolver(), ()) if "slug" in route.parts and route.name not in NO_GRAPH]
    return sorted(found, key=lambda each: each.name)


def _walk(resolver: URLResolver, spaces: tuple[str, ...], parts: tuple[str, ...] = ()):
    for each in resolver.url_patterns:
        here = (*parts, *each.pattern.converters)
        if isinstance(each, URLPattern):
            yield Route(":".join((*spaces, each.name or "?")), here)
        else:
            yield from _walk(each, (*spaces, each.namespace) if each.namespace else spaces, here)


def names() -> set[str]:
    """Return the name of every address of the site."""
    return {route.name for route in _walk(get_resolver(), ())}
