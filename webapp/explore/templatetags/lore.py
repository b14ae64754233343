"""Names of a graph's schema as people read them, and where nodes are."""

import re
from typing import Any

from django import template

from webapp.explore import addresses

register = template.Library()
COLOURS = 10
_JOINT = re.compile(r"(?<=[a-z\d])(?=[A-Z])")


@register.filter
def words(name: str) -> str:
    """Return a relation's or a key's name as words: "HAS_PART" and "hasPart" are "has part"."""
    spaced = re.sub(r"[_\s]+", " ", _JOINT.sub(" ", name)).strip()
    return spaced.lower() if spaced.isupper() or spaced != name else spaced


@register.filter
def kind_words(name: str) -> str:
    """Return a type's name as words with a capital; one that has none is a node."""
    said = words(name) or "node"
    return said[:1].upper() + said[1:]


@register.filter
def colour(kind: str, kinds: Any) -> int:
    """Return the number of a type's colour, by its place among the schema's types, as the drawing has it."""
    names = [each.name for each in kinds]
    return names.index(kind) % COLOURS if kind in names else 9


@register.filter
def value(given: Any) -> Any:
    """Return a property's value as people read it; numbers stay numbers, for their locale."""
    if isinstance(given, (tuple, list)):
        return ", ".join(str(value(each)) for each in given)
    return given


@register.simple_tag
def node_url(slug: str, id: str) -> str:
    """Return the address of a node's page."""
    return addresses.of(slug, id)
