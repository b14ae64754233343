"""The page where curators run Cypher of their own over a graph that lives in Neo4j."""

import json
import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from asgiref.sync import async_to_sync
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods

from agents.errors import EngineError
from webapp import engine
from webapp.graphs import access
from webapp.graphs.models import Graph

if TYPE_CHECKING:
    from agents.counsel.stating import Author

logger = logging.getLogger(__name__)
ROWS = 200
LONGEST_QUESTION = 400
BEGIN = "MATCH (n:Entity) RETURN n.name LIMIT 25"
BEGIN_ATTACHED = "MATCH (n) RETURN labels(n), properties(n) LIMIT 25"
NEEDS_NEO4J = gettext_noop("Cypher needs Neo4j: this graph lives in another store.")
SEES_MORE = gettext_noop("A statement sees everything in the database, and that holds graphs which you may not curate.")


@require_http_methods(["GET", "HEAD", "POST"])
def cypher(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a statement to write; run what was written, and show its rows, its plan's guess or why it was refused."""
    graph = access.graph_for(request.user, slug, access.Act.CURATE)
    begin = BEGIN_ATTACHED if engine.store().fixed(graph.slug) else BEGIN
    question = request.POST.get("question", "").strip()[:LONGEST_QUESTION]
    context: dict[str, Any] = {"graph": graph, "rows": ROWS, "may_load": True, "here": "cypher", "question": question}
    context |= {"statement": request.POST.get("statement", begin), "longest": LONGEST_QUESTION}
    try:
        if closed := _closed(request, graph):
            return render(request, "explore/cypher.html", context | {"closed": closed})
        context["writes"] = writer = getattr(engine.chat(), "name", "")
        if request.method == "POST" and question and writer:
            _ask(request, graph, question, context)
        elif request.method == "POST":
            _run(request, graph, context["statement"], context)
    except EngineError as error:
        context["refused"] = str(error)
        return render(request, "explore/cypher.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return render(request, "explore/cypher.html", context)


def _run(request: HttpRequest, graph: Graph, statement: str, context: dict[str, Any], repair: Any = None) -> None:
    logger.info("%s ran Cypher in graph '%s': %s", request.user, graph.slug, statement[:1_000])
    context["told"] = _told(graph, statement, repair)


def _ask(request: HttpRequest, graph: Graph, question: str, context: dict[str, Any]) -> None:
    """Let the language model write a statement for a question, and run what it wrote; it is repaired at most twice."""
    author, context["statement"] = _author(graph), ""

    def again(statement: str, fault: str) -> str:
        written = async_to_sync(author.repair)(statement, fault)
        logger.info("%s ran Cypher in graph '%s': %s", request.user, graph.slug, written[:1_000])
        return written

    try:
        _run(request, graph, async_to_sync(author.write)(question), context, again)
    finally:
        context["statement"] = author.statement


def _author(graph: Graph) -> "Author":
    from agents.counsel import stating

    store, chat = engine.store(), engine.chat()
    assert chat  # nothing is written without one
    layout = stating.ATTACHED if store.fixed(graph.slug) else stating.own_layout(graph.slug)
    return stating.Author(chat, settings.LOREGRAPH_CHAT_SECONDS, layout, store.schema(graph.slug))


def _closed(request: HttpRequest, graph: Graph) -> str:
    """Say why the door is shut for this person and graph, or nothing."""
    door = engine.store().door(graph.slug)
    if door is None:
        return gettext(NEEDS_NEO4J)
    curated = set(access.graphs_for(request.user, access.Act.CURATE).values_list("slug", flat=True))
    return door.why_closed(graph.slug) or ("" if set(door.sees(graph.slug)) <= curated else gettext(SEES_MORE))


def _told(graph: Graph, statement: str, repair: Any = None) -> dict[str, Any]:
    door = engine.store().door(graph.slug)
    assert door  # the page is closed without one
    told = door.cypher(graph.slug, statement, most=ROWS, repair=repair)
    rows = [[_shown(value) for value in row] for row in told.rows]
    kept = {"estimate": told.estimate, "truncated": told.truncated, "repaired": told.repaired}
    return {"columns": told.columns, "rows": rows, **kept}


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
