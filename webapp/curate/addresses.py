"""Where the rest of the site leads those who may change a graph, or propose to."""

from typing import Any

from django.urls import reverse

from webapp.graphs import access
from webapp.graphs.access import Act, Person
from webapp.graphs.models import Graph


def editing(person: Person, graph: Graph) -> dict[str, Any]:
    """Return where nodes and facts are edited, and whether what is written there counts at once; else nothing."""
    if not access.may(person, graph, Act.PROPOSE):
        return {}
    return {
        "editUrl": reverse("curate:any_node", args=[graph.slug]),
        "editFactUrl": reverse("curate:edit_edge", args=[graph.slug]),
        "curates": access.may(person, graph, Act.CURATE),
    }
