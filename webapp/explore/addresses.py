"""Where a node's page is."""

import re
from urllib.parse import urlencode

from django.urls import reverse

PLAIN = re.compile(r"[\w:@,;()+!~-][\w:@.,;()+!~ -]{0,200}")  # what a path holds whatever stands between


def of(slug: str, id: str) -> str:
    """Return the address of a node's page."""
    if PLAIN.fullmatch(id):
        return reverse("explore:node", args=[slug, id])
    return f"{reverse('explore:any_node', args=[slug])}?{urlencode({'id': id})}"
