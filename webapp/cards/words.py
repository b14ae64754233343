"""How a card was trained, in plain words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

RECIPE = {
    "passes": _("Passes over the facts"),
    "batch": _("Facts a step"),
    "rate": _("Learning rate"),
    "emphasis": _("Weight of words that a question lacks"),
    "rank": _("Rank of the adapter"),
    "alpha": _("Its scale (alpha)"),
    "first_layer": _("Share of lower layers left as they are"),
    "held_out": _("Share of facts held out"),
    "seed": _("Seed"),
    "threads": _("Threads"),
}


def recipe_words(recipe: dict[str, Any]) -> list[tuple[Any, Any]]:
    """Return a recipe's settings, each with its words; what we have no words for stays as it is."""
    known = [(words, recipe[name]) for name, words in RECIPE.items() if name in recipe]
    return [*known, *((name, value) for name, value in recipe.items() if name not in RECIPE)]
