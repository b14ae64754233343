"""How long work on a graph goes, and what came of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agents.curation import notebook
from agents.curation.drafting import Touched
from webapp.curate import jobs
from webapp.curate.history_views import conflicts, names_of
from webapp.curate.models import Job
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.jobs import worker_lives


@never_cache
@require_safe
def job(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show how it goes."""
    return render(request, "curate/job.html", _context(request, slug, number))


@never_cache
@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer with the fragment that the page fetches again and again, until it is over."""
    return render(request, "curate/_job.html", _context(request, slug, number))


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stop it; what was taken back by then stays taken back."""
    _job(request, slug, number).cancel()
    return redirect("curate:job", slug, number)


@require_POST
def again(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Go on with what failed, was stopped or lost its worker."""
    jobs.again(_job(request, slug, number))
    return redirect("curate:job", slug, number)


def _job(request: HttpRequest, slug: str, number: int) -> Job:
    graph = access.graph_for(request.user, slug, Act.CURATE)
    found = get_object_or_404(Job.objects.select_related("graph", "commit", "made"), graph=graph, pk=number)
    found.notice_lost_worker(jobs.LOST)
    return found


def _context(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    found = _job(request, slug, number)
    context: dict[str, Any] = {"graph": found.graph, "job": found, "worker": worker_lives(), "tab": "history"}
    if found.what == Job.What.PAIRS:
        return {**context, "tab": "merge", "count": len(found.result.get("pairs", ()))}
    if found.state == Job.State.DONE:
        stays = [(e["why"], notebook.subject(e["left"]), notebook.subject(e["now"])) for e in found.result["some"]]
        pairs = [(why, Touched(left, now)) for why, left, now in stays]
        known = [pair for _, pair in pairs if pair.before or pair.after]
        context["conflicts"] = conflicts(pairs, names_of(found.graph, known))
        context["words"] = notebook.said(notebook.Counter(found.result["back"]))
    return context
