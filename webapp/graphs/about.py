"""What pages tell of a graph: its declaration and its size, and nothing where the store does not answer."""

import logging

from agents.declaration import Declaration
from agents.errors import EngineError, UnknownGraph
from agents.model import Schema
from agents.tasks.examples import made_up
from webapp import engine
from webapp.graphs.models import Graph

logger = logging.getLogger(__name__)
EXAMPLES = 6
AWAY = Schema()  # what is known of a graph whose store does not answer


def declaration(graph: Graph) -> Declaration:
    """Return the graph's declaration, an empty one where the store has none or does not answer."""
    try:
        return engine.store().declaration(graph.slug)
    except EngineError as error:
        logger.warning("No declaration of graph '%s': %s", graph.slug, error)
        return Declaration()


def schema(graph: Graph) -> Schema:
    """Return what the graph holds: nothing where the store has no such graph, `AWAY` where it does not answer."""
    try:
        return engine.store().schema(graph.slug)
    except EngineError as error:
        logger.warning("No schema of graph '%s': %s", graph.slug, error)
        return Schema() if isinstance(error, UnknownGraph) else AWAY


def examples(graph: Graph, declared: Declaration, most: int = EXAMPLES) -> list[str]:
    """Return questions to begin with: the declared ones, else some made from what the graph holds."""
    if declared.examples:
        return list(declared.examples[:most])
    try:
        return list(made_up(engine.store(), graph.slug, most))
    except EngineError as error:
        logger.warning("No questions for graph '%s': %s", graph.slug, error)
        return []


def take_over(graph: Graph) -> None:
    """Copy what the declaration says of the graph into its row; have it counted now, not at the first page."""
    schema(graph)
    declared = declaration(graph)
    for field in ("title", "description", "licence", "attribution"):
        if said := getattr(declared, field):
            longest = Graph._meta.get_field(field).max_length
            setattr(graph, field, said[:longest])
    graph.save()
