"""Names of a graph's schema as people read them, and where nodes are."""

import re
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from webapp.explore import addresses

register = template.Library()
COLOURS = 10
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T00:00:00.*)?")
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
def value(given: Any) -> str:
    """Return a property's value as the reader's language writes it; a number of four digits may be a year."""
    if isinstance(given, (tuple, list)):
        return ", ".join(value(each) for each in given)
    if isinstance(given, bool):
        return _("yes") if given else _("no")
    if isinstance(given, (int, float)):
        return number_format(given, use_l10n=True, force_grouping=abs(given) >= 10_000)
    return _dated(str(given))


def _dated(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text[:10]), "DATE_FORMAT") if _DAY.fullmatch(text) else text
    except ValueError:
        return text


@register.simple_tag
def node_url(slug: str, id: str) -> str:
    """Return the address of a node's page."""
    return addresses.of(slug, id)
