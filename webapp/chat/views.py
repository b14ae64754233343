"""The pages of a talk, and what one may do with it."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from webapp import engine
from webapp.accounts import audit
from webapp.chat import pictures, runs, state, visitors
from webapp.chat.models import Conversation
from webapp.chat.records import TITLE
from webapp.graphs import about, access
from webapp.graphs.models import Graph

WARMED = 2  # graphs that are made ready while someone chooses
SHOWN = 100  # conversations in the list
ON_A_CARD = 3  # questions
WARMED = 3  # graphs that are made ready while somebody chooses one


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
    return {"graph": graph, "counts": {"nodes": schema.nodes, "edges": schema.edges}, "examples": examples}


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
    may_load = access.may_load(request.user, graph)
    context = {
        "graph": graph,
        "graphs": access.readable_graphs(request.user),
        "conversation": talk,
        "conversations": visitors.conversations(request.user, request.session).filter(graph=graph)[:SHOWN],
        "examples": about.examples(graph, declaration),
        "declaration": declaration,
        "may_load": may_load,
        "waiting": graph.proposals.filter(state="open", commit=None).count() if may_load else 0,
        "may_manage": access.may(request.user, graph, access.Act.MANAGE),
        "state": state.page(graph, talk, schema),
    }
    return render(request, "chat/chat.html", context)


@require_POST
def create(request: HttpRequest, slug: str) -> JsonResponse:
    """Make a conversation and say where it is: {"id", "url", "socket"}."""
    graph = access.for_reader(request.user, slug)
    talk = Conversation.objects.create(graph=graph, **visitors.belonging(request.user, request.session))
    url = reverse("chat:conversation", args=[graph.slug, talk.pk])
    return JsonResponse({"id": str(talk.pk), "url": url, "socket": state.socket(talk)}, status=HTTPStatus.CREATED)


@require_POST
def rename(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Give a conversation another title; an empty one changes nothing."""
    talk = own(request, access.for_reader(request.user, slug), uuid)
    title = " ".join(request.POST.get("title", "").replace("\x00", "").split())[:TITLE]
    if title:
        Conversation.objects.filter(pk=talk.pk).update(title=title)
    return redirect("chat:conversation", slug, uuid)


@require_POST
def delete(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Remove a conversation with everything said in it."""
    talk = own(request, access.for_reader(request.user, slug), uuid)
    audit.note("conversation deleted", request.user, slug)
    talk.delete()
    return redirect("chat:new", slug)


@require_http_methods(["GET", "POST"])
def picture(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Hand over the conversation's graph as a page that stands alone."""
    talk = own(request, access.for_reader(request.user, slug), uuid)
    chosen = request.POST if request.method == "POST" else request.GET
    page = pictures.page(talk, set(chosen.getlist("nodes")), set(chosen.getlist("edges")))
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{talk.pk.hex[:8]}.html"'
    return response
