"""The pages of documents: readers read them, curators add, link and remove them."""

from http import HTTPStatus
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agents.errors import EngineError
from webapp import engine
from webapp.documents import keeping, shown
from webapp.documents.forms import DocumentForm, FindForm
from webapp.documents.models import Document
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.jobs import worker_lives
from webapp.graphs.models import Graph

A_PAGE = 50
HERE = "documents"
NAMED = 30  # nodes that are told of a passage


@require_safe
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's documents."""
    graph = access.for_reader(request.user, slug)
    may_load = access.may_load(request.user, graph)
    listed = graph.documents.all() if may_load else graph.documents.filter(characters__gt=0)
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "documents/index.html", {"graph": graph, "page": page, "may_load": may_load, "here": HERE})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or take a file and begin to read it."""
    graph = access.for_loader(request.user, slug)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = keeping.take(graph, request.user, given["file"], form.kind, given["title"])
        return redirect("documents:one", slug, made.pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "documents/add.html", {"graph": graph, "form": form, "limit": form.limit}, status=status)


@require_safe
def one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show a document's text; `?from=` and `?to=` mark what a citation speaks of, `?part=` turns its pages."""
    graph = access.for_reader(request.user, slug)
    document = get_object_or_404(Document, graph=graph, pk=number)
    may_load = access.may_load(request.user, graph)
    if not document.is_read and not may_load:
        raise Http404("This document is not read yet.")
    context = _context(graph, document) | {"may_load": may_load, "here": HERE, "find": FindForm()}
    text = engine.documents().text(slug, str(number)) if document.is_read else None
    if text is not None:
        marked = _marked(request, len(text.text))
        context["part"] = shown.part(text, _number(request.GET.get("part", "1")), marked)
        context["named"] = _named(graph, document, marked) if marked else ()
    return render(request, "documents/one.html", context)


def _marked(request: HttpRequest, length: int) -> tuple[int, int] | None:
    """Return the characters that an address asks to have marked, or None."""
    start, end = (_number(request.GET.get(key, "")) for key in ("from", "to"))
    return (start, min(end, length)) if 0 <= start < min(end, length) else None


def _number(given: str) -> int:
    return int(given) if given.isdecimal() and given.isascii() and len(given) < 10 else 0


def _named(graph: Graph, document: Document, marked: tuple[int, int]) -> tuple[Any, ...]:
    """Return the nodes that the passages mention which a citation speaks of."""
    near = engine.documents().passages(graph.slug, str(document.pk), *marked)
    ids = list(dict.fromkeys(id for each in near for id in each.nodes))[:NAMED]
    try:
        return engine.store().nodes(graph.slug, ids) if ids else ()
    except EngineError:
        return ()  # the document is there, be the graph away or not


# --- what curators do ---------------------------------------------------------------------------


@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer with the fragment that the page fetches again and again while something is done."""
    graph, document = _curated(request, slug, number)
    answer = render(request, "documents/_progress.html", _context(graph, document) | {"may_load": True})
    if document.over:
        answer["HX-Refresh"] = "true"  # there is a text now, or another button
    return answer


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stop what is done with a document."""
    _curated(request, slug, number)[1].cancel()
    return redirect("documents:one", slug, number)


@require_POST
def again(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Do once more what failed, was stopped or lost its worker."""
    document = _curated(request, slug, number)[1]
    keeping.begin(document, document.work, request.user, document.wanted)
    return redirect("documents:one", slug, number)


@require_POST
def link(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Look again which nodes a document mentions, in the graph as it is now."""
    keeping.begin(_curated(request, slug, number)[1], Document.Work.LINK, request.user)
    return redirect("documents:one", slug, number)


@require_POST
def find(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Look for facts that the graph lacks and propose as many as the form says, at most."""
    document, form = _curated(request, slug, number)[1], FindForm(request.POST)
    if form.is_valid():
        keeping.begin(document, Document.Work.FIND, request.user, form.cleaned_data["limit"])
    return redirect("documents:one", slug, number)


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask whether a document is to go, or let it go."""
    graph, document = _curated(request, slug, number)
    if request.method == "POST":
        document.delete()
        return redirect("documents:index", slug)
    return render(request, "documents/remove.html", {"graph": graph, "document": document})


def _curated(request: HttpRequest, slug: str, number: int) -> tuple[Graph, Document]:
    graph = access.graph_for(request.user, slug, Act.CURATE)
    document = get_object_or_404(Document, graph=graph, pk=number)
    document.notice_lost_worker(keeping.LOST)
    return graph, document


def _context(graph: Graph, document: Document) -> dict[str, Any]:
    document.notice_lost_worker(keeping.LOST)
    return {"graph": graph, "document": document, "worker": worker_lives()}
