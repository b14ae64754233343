"""What one may do with a conversation of one's own: each view takes its owner alone."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from webapp.accounts import audit
from webapp.chat import branches, claiming, decisions, exporting, feedback, pictures, sharing, state, visitors
from webapp.chat.models import Conversation
from webapp.chat.records import TITLE
from webapp.chat.views import own
from webapp.graphs import access


def _talk(request: HttpRequest, slug: str, uuid: UUID) -> Conversation:
    return own(request, access.for_reader(request.user, slug), uuid)


@require_POST
def create(request: HttpRequest, slug: str) -> JsonResponse:
    """Make a conversation and say where it is: {"id", "url", "socket", "urls"}."""
    graph = access.for_reader(request.user, slug)
    talk = Conversation.objects.create(graph=graph, **visitors.belonging(request.user, request.session))
    url = reverse("chat:conversation", args=[graph.slug, talk.pk])
    made = {"id": str(talk.pk), "url": url, "socket": state.socket(talk), "urls": state.urls(talk)}
    return JsonResponse(made, status=HTTPStatus.CREATED)


@require_POST
def rename(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Give a conversation another title; an empty one changes nothing."""
    talk = _talk(request, slug, uuid)
    title = " ".join(request.POST.get("title", "").replace("\x00", "").split())[:TITLE]
    if title:
        Conversation.objects.filter(pk=talk.pk).update(title=title)
    return redirect("chat:conversation", slug, uuid)


@require_POST
def delete(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Remove a conversation with everything said in it."""
    talk = _talk(request, slug, uuid)
    audit.note("conversation deleted", request.user, slug)
    talk.delete()
    return redirect("chat:new", slug)


@require_POST
def walk(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Show the branch of the conversation that a run is on."""
    talk = _talk(request, slug, uuid)
    branches.walk_to(talk, get_object_or_404(talk.runs, pk=_uuid(request.POST.get("run", ""))))
    return redirect("chat:conversation", slug, uuid)


@require_POST
def share(request: HttpRequest, slug: str, uuid: UUID) -> JsonResponse:
    """Make the link of a conversation, or take it back (`end`), and say what it is now: {"share"}."""
    talk = _talk(request, slug, uuid)
    if "end" in request.POST:
        audit.note("link taken back", request.user, slug)
        sharing.end(talk)
        return JsonResponse({"share": ""})
    audit.note("conversation shared", request.user, slug)
    return JsonResponse({"share": sharing.make(talk)})


@require_safe
def export(request: HttpRequest, slug: str, uuid: UUID, form: str) -> HttpResponse:
    """Hand over a conversation as a file."""
    talk = _talk(request, slug, uuid)
    kind, ending = exporting.FORMS[form]
    response = HttpResponse(exporting.written(talk, form), content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{talk.pk.hex[:8]}.{ending}"'
    return response


@require_POST
def judge(request: HttpRequest, slug: str, uuid: UUID, run: UUID) -> JsonResponse:
    """Keep a thumb and its reason for the curators: {"thumb", "reason"} as it is now."""
    found = get_object_or_404(_talk(request, slug, uuid).runs, pk=run)
    kept = feedback.keep(found, request.POST.get("thumb", ""), request.POST.get("reason", ""))
    return JsonResponse({"thumb": kept.thumb, "reason": kept.reason} if kept else {"thumb": "", "reason": ""})


@require_POST
def propose(request: HttpRequest, slug: str, uuid: UUID, run: UUID, number: int) -> JsonResponse:
    """Hand the curators what a claim says and the graph lacks: {"proposed": what became of each so far}."""
    graph = access.graph_for(request.user, slug, access.Act.PROPOSE)
    found = get_object_or_404(own(request, graph, uuid).runs, pk=run)
    return JsonResponse(
        {"proposed": [decisions.became(each) for each in claiming.propose(found, number, request.user)]}
    )


@require_http_methods(["GET", "POST"])
def picture(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Hand over the conversation's graph as a page that stands alone."""
    talk = _talk(request, slug, uuid)
    chosen = request.POST if request.method == "POST" else request.GET
    page = pictures.page(talk, set(chosen.getlist("nodes")), set(chosen.getlist("edges")))
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{talk.pk.hex[:8]}.html"'
    return response


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404("That names no run.") from None
