"""A card that needs no model, for pages that only have to have one."""

from datetime import date

from agents.cards.manifest import Manifest, Origin, Remote

NAME = "far away"


def remote_card(shelf, graph, model="https://127.0.0.1:1/v1/completions"):
    """Put a remote card on a graph's shelf, unless it lies there, and return its name."""
    if not shelf.cards(graph):
        told = {"name": NAME, "knows": "Far lands.", "made": date(2026, 1, 2), "made_of": Origin(kind="none")}
        card = Manifest(**told, remote=Remote(kind="endpoint", model=model))
        shelf.keep(graph, card, (), None)
    return NAME
