"""The pages of a talk: the first page, the chat, a conversation by its link."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from webapp import engine
from webapp.chat import runs, sharing, state, visitors
from webapp.chat.models import Conversation
from webapp.curate import addresses
from webapp.graphs import about, access
from webapp.graphs.models import Graph

SHOWN = 100  # conversations in the list at a time
ON_A_CARD = 3  # questions
WARMED = 3  # graphs that are made ready while somebody chooses one
FURTHEST = 1_000_000  # conversation from which on nobody looks
LONGEST = 200  # characters of a search


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the graphs that one may read, and make the engine ready meanwhile; where there is one, go to it."""
    graphs = list(access.readable_graphs(request.user))
    if len(graphs) == 1:
        return redirect("chat:new", graphs[0].slug)
    for graph in graphs[:WARMED]:
        engine.warm(graph.slug)
    return render(request, "chat/home.html", {"graphs": [_card(graph) for graph in graphs]})


def _card(graph: Graph) -> dict[str, Any]:
    schema = about.schema(graph)
    examples = about.examples(graph, about.declaration(graph), ON_A_CARD)
    counts = {"nodes": schema.nodes, "edges": schema.edges}
    return {"graph": graph, "counts": counts, "away": schema is about.AWAY, "examples": examples}


@require_safe
@ensure_csrf_cookie
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the chat page before the first question, and make the engine ready meanwhile."""
    graph = access.for_reader(request.user, slug)
    engine.warm(graph.slug)
    return _chat(request, graph, None)


@require_safe
@ensure_csrf_cookie
def conversation(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Show the chat page of a conversation."""
    graph = access.for_reader(request.user, slug)
    talk = own(request, graph, uuid)
    engine.warm(graph.slug)
    runs.close_orphans(talk)
    return _chat(request, graph, talk)


def own(request: HttpRequest, graph: Graph, uuid: UUID) -> Conversation:
    """Return a conversation of whoever asks; raise Http404 alike for another's and for none."""
    talk = visitors.conversations(request.user, request.session).filter(graph=graph, pk=uuid).first()
    if talk is None:
        raise Http404("There is no such conversation, or it is not yours.")
    return talk


def _chat(request: HttpRequest, graph: Graph, talk: Conversation | None) -> HttpResponse:
    declaration, schema = about.declaration(graph), about.schema(graph)
    context = {
        "graph": graph,
        "conversation": talk,
        **_listed(request, graph),
        "examples": about.examples(graph, declaration),
        "away": schema is about.AWAY,
        "declaration": declaration,
        "may_load": access.may_load(request.user, graph),
        "state": {**state.page(graph, talk, schema), **addresses.editing(request.user, graph)},
    }
    return render(request, "chat/chat.html", context)


@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer with the conversations whose title or text holds what is searched for, from a place on, as a fragment."""
    graph = access.for_reader(request.user, slug)
    wanted = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    start = request.GET.get("from", "")
    found = _listed(request, graph, wanted, min(int(start), FURTHEST) if start.isdecimal() and start.isascii() else 0)
    context = {"graph": graph, **found, "wanted": wanted, "open": request.GET.get("open", "")}
    return render(request, "chat/_conversations.html", context)


def _listed(request: HttpRequest, graph: Graph, wanted: str = "", start: int = 0) -> dict[str, Any]:
    own = visitors.conversations(request.user, request.session).filter(graph=graph)
    if wanted:
        own = own.filter(Q(title__icontains=wanted) | Q(messages__text__icontains=wanted)).distinct()
    found = list(own[start : start + SHOWN + 1])
    return {"conversations": found[:SHOWN], "further": start + SHOWN if len(found) > SHOWN else None}


@require_safe
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Show a conversation to whoever has its link: to be read, and nothing more."""
    talk = sharing.find(secret)
    graph = talk.graph
    context = {
        "shared": True,
        "shared_graph": graph,
        "may_read": access.may_read(request.user, graph),
        "conversation": talk,
        "state": state.shared(talk, about.schema(graph), open=access.may_read(request.user, graph)),
    }
    response = render(request, "chat/shared.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
