"""A graph's data for the page, and the pages that fill graphs."""

from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agents.errors import EngineError, StoreTimeout, StoreUnavailable
from agents.query import Neighbourhood
from webapp import engine
from webapp.graphs import access, jobs, members
from webapp.graphs.forms import CreateForm, LoadForm
from webapp.graphs.models import Graph, LoadJob, Membership

MOST = 100  # nodes of one expansion
LONGEST = 500  # characters of an id or a search
CANDIDATES = 10


@require_safe
def neighbourhood(request: HttpRequest, slug: str) -> JsonResponse:
    """Answer with what lies around a node: {"nodes", "edges", "omitted"}."""
    graph = access.for_reader(request.user, slug)
    node, limit = request.GET.get("id", "")[:LONGEST], _limit(request.GET.get("limit", "30"))
    if not node:
        return _refuse(gettext("Say which node: ?id=..."))
    try:
        around = engine.store().neighbourhood(graph.slug, Neighbourhood(ids=(node,), hops=1, limit=limit))
    except EngineError as error:
        return _failed(error)
    return JsonResponse(around.to_json())


@require_safe
def find(request: HttpRequest, slug: str) -> JsonResponse:
    """Answer with the nodes that a text may mean: {"candidates"}."""
    graph = access.for_reader(request.user, slug)
    text = request.GET.get("q", "").strip()[:LONGEST]
    try:
        found = engine.store().find(graph.slug, text, limit=CANDIDATES) if text else ()
    except EngineError as error:
        return _failed(error)
    return JsonResponse({"candidates": [each.to_json() for each in found]})


def _limit(given: str) -> int:
    return min(max(int(given), 1), MOST) if given.isdecimal() and len(given) < 6 else 30


def _refuse(reason: str) -> JsonResponse:
    return JsonResponse({"reason": reason}, status=HTTPStatus.BAD_REQUEST)


def _failed(error: EngineError) -> JsonResponse:
    busy = isinstance(error, (StoreTimeout, StoreUnavailable))
    status = HTTPStatus.SERVICE_UNAVAILABLE if busy else HTTPStatus.BAD_REQUEST
    return JsonResponse({"reason": str(error)}, status=status)


# --- filling graphs -----------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the upload page, or take a file and begin to load it."""
    graph = access.for_loader(request.user, slug)
    form = LoadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (why := engine.store().fixed(slug)):
        form.add_error(None, why)
    if request.method == "POST" and form.is_valid():
        job = jobs.take(graph, request.user, form.cleaned_data["file"], form.cleaned_data["format"])
        return redirect("graphs:job", slug, job.pk)
    context = {"graph": graph, "form": form, "jobs": graph.jobs.all()[:10], "limit": form.limit}
    return render(request, "graphs/load.html", context, status=_status(form))


@require_safe
def job(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show how a load goes."""
    return render(request, "graphs/job.html", _job_context(request, slug, number))


@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer with the fragment that the page of a load fetches again and again, until it is over."""
    return render(request, "graphs/_progress.html", _job_context(request, slug, number))


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stop a load; what is in the graph already stays."""
    _job_context(request, slug, number)["job"].cancel()
    return redirect("graphs:job", slug, number)


@require_POST
def again(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Run a load that failed, was stopped or lost its worker once more."""
    jobs.run_again(_job_context(request, slug, number)["job"])
    return redirect("graphs:job", slug, number)


@require_safe
def rejects(request: HttpRequest, slug: str, number: int) -> FileResponse:
    """Hand over the file of the rows that were rejected."""
    job = _job_context(request, slug, number)["job"]
    path = jobs.rejects_path(job)
    if not path.is_file():
        raise Http404("Nothing was rejected.")
    return FileResponse(path.open("rb"), as_attachment=True, filename=f"{graph_file(job)}.rejects.tsv")


def graph_file(job: LoadJob) -> str:
    """Return a name for a job's files that is safe in a header."""
    return f"{job.graph.slug}-{job.pk}"


def _job_context(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    graph = access.for_loader(request.user, slug)
    job = get_object_or_404(LoadJob, graph=graph, pk=number)
    job.notice_lost_worker(jobs.LOST)
    return {"graph": graph, "job": job, "percent": jobs.percent(job), "worker": jobs.worker_lives()}


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """Make a graph; whoever makes it manages it."""
    if not (request.user.is_staff or request.user.has_perm("graphs.add_graph")):
        raise PermissionDenied("Only staff may make graphs.")
    form = CreateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        graph: Graph = form.save()
        members.set_role(graph, request.user, Membership.Role.MANAGER, request.user)
        engine.store().create(graph.slug)
        return redirect("graphs:load", graph.slug)
    return render(request, "graphs/create.html", {"form": form}, status=_status(form))


def _status(form: Any) -> int:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
