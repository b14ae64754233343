"""The page where curators run Cypher of their own over a graph that lives in Neo4j."""

import json
import logging
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods

from agents.errors import EngineError
from webapp import engine
from webapp.graphs import access
from webapp.graphs.models import Graph

logger = logging.getLogger(__name__)
ROWS = 200
BEGIN = "MATCH (n:Entity) RETURN n.name LIMIT 25"
BEGIN_ATTACHED = "MATCH (n) RETURN labels(n), properties(n) LIMIT 25"
NEEDS_NEO4J = gettext_noop("Cypher needs Neo4j: this graph lives in another store.")
SEES_MORE = gettext_noop("A statement sees everything in the database, and that holds graphs which you may not curate.")


@require_http_methods(["GET", "HEAD", "POST"])
def cypher(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a statement to write; run what was written, and show its rows, its plan's guess or why it was refused."""
    graph = access.graph_for(request.user, slug, access.Act.CURATE)
    begin = BEGIN_ATTACHED if engine.store().fixed(graph.slug) else BEGIN
    statement = request.POST.get("statement", begin)
    context: dict[str, Any] = {"graph": graph, "statement": statement, "rows": ROWS, "may_load": True, "here": "cypher"}
    try:
        if closed := _closed(request, graph):
            return render(request, "explore/cypher.html", context | {"closed": closed})
        if request.method == "POST":
            logger.info("%s ran Cypher in graph '%s': %s", request.user, graph.slug, statement[:1_000])
            context["told"] = _told(graph, statement)
    except EngineError as error:
        context["refused"] = str(error)
        return render(request, "explore/cypher.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return render(request, "explore/cypher.html", context)


def _closed(request: HttpRequest, graph: Graph) -> str:
    """Say why the door is shut for this person and graph, or nothing."""
    door = engine.store().door(graph.slug)
    if door is None:
        return gettext(NEEDS_NEO4J)
    curated = set(access.graphs_for(request.user, access.Act.CURATE).values_list("slug", flat=True))
    return door.why_closed(graph.slug) or ("" if set(door.sees(graph.slug)) <= curated else gettext(SEES_MORE))


def _told(graph: Graph, statement: str) -> dict[str, Any]:
    door = engine.store().door(graph.slug)
    assert door  # the page is closed without one
    told = door.cypher(graph.slug, statement, most=ROWS)
    rows = [[_shown(value) for value in row] for row in told.rows]
    return {"columns": told.columns, "rows": rows, "estimate": told.estimate, "truncated": told.truncated}


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
