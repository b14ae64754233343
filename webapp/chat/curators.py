"""What curators see of talks: which answers helped, and why not."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from webapp.chat import feedback
from webapp.graphs import access

A_PAGE = 25


@require_safe
def judged(request: HttpRequest, slug: str) -> HttpResponse:
    """Show curators what readers think of the graph's answers; everybody else gets the answer of a missing page."""
    graph = access.for_loader(request.user, slug)
    thumb = request.GET.get("thumb", "")
    page = Paginator(feedback.of(graph, thumb), A_PAGE).get_page(request.GET.get("page"))
    context = {"graph": graph, "page": page, "thumb": thumb, "counts": feedback.counts(graph)}
    return render(request, "chat/judged.html", context)
