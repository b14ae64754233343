"""What pages tell of a graph: its declaration and its size, and nothing where the store does not answer."""

import logging
from typing import TYPE_CHECKING

from agents.declaration import Declaration
from agents.errors import EngineError
from agents.model import Schema
from webapp import engine
from webapp.graphs.models import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)
EXAMPLES = 6
SPECIMENS = 3  # things named in questions made up for a graph that declares none


def declaration(graph: Graph) -> Declaration:
    """Return the graph's declaration, an empty one where the store has none or does not answer."""
    try:
        return engine.store().declaration(graph.slug)
    except EngineError as error:
        logger.warning("No declaration of graph '%s': %s", graph.slug, error)
        return Declaration()


def schema(graph: Graph) -> Schema:
    """Return what the graph holds, nothing where the store has no such graph or does not answer."""
    try:
        return engine.store().schema(graph.slug)
    except EngineError as error:
        logger.warning("No schema of graph '%s': %s", graph.slug, error)
        return Schema()


def examples(declared: Declaration, counted: Schema) -> list[str]:
    """Return questions to begin with: the declared ones, else some that any graph can answer."""
    if declared.examples:
        return list(declared.examples[:EXAMPLES])
    return list(_made_up(counted))[:EXAMPLES]


def _made_up(counted: Schema) -> "Iterator[str]":
    for each in sorted(counted.types, key=lambda kind: -kind.count)[:SPECIMENS]:
        yield f"How many {_words(each.name)} are there?"


def _words(name: str) -> str:
    return name.replace("_", " ").lower()


def take_over(graph: Graph) -> None:
    """Copy what the declaration says of the graph into its row; have it counted now, not at the first page."""
    schema(graph)
    declared = declaration(graph)
    for field in ("title", "description", "licence", "attribution"):
        if said := getattr(declared, field):
            longest = Graph._meta.get_field(field).max_length
            setattr(graph, field, said[:longest])
    graph.save()
