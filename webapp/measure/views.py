"""The pages of measuring, for those who may load the graph."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from webapp.graphs import access
from webapp.graphs.jobs import worker_lives
from webapp.measure import gold as golden
from webapp.measure import jobs
from webapp.measure.comparing import change
from webapp.measure.forms import GoldForm
from webapp.measure.models import Measurement

SHOWN = 50  # runs of the list
MISSES = 200  # of one page; the download has them all
LARGE = ("gold", "rows")  # what a list does not read


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every run, or take gold and begin one."""
    graph = access.for_loader(request.user, slug)
    form = GoldForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        begun = jobs.begin(graph, request.user, form.cleaned_data["what"], form.name, form.text, form.gold)
        return redirect("measure:one", slug, begun.pk)
    runs = graph.measurements.defer(*LARGE)[:SHOWN]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "measure/index.html", {"graph": graph, "form": form, "runs": runs}, status=status)


@require_safe
def one(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show how a run goes, and what came of it."""
    return render(request, "measure/one.html", _context(request, slug, number))


@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer with the fragment that the page of a run fetches again and again, until it is over."""
    return render(request, "measure/_run.html", _context(request, slug, number))


@require_POST
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stop a run."""
    _run(request, slug, number).cancel()
    return redirect("measure:one", slug, number)


@require_POST
def again(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Put the same gold to the graph once more, as a run of its own."""
    run = _run(request, slug, number)
    gold = golden.read(run.file_name, run.gold, run.what)
    begun = jobs.begin(run.graph, request.user, run.what, run.file_name, run.gold, gold)
    return redirect("measure:one", slug, begun.pk)


@require_safe
def download(request: HttpRequest, slug: str, number: int) -> JsonResponse:
    """Hand over everything that a run found, as JSON."""
    run = _run(request, slug, number)
    told = {"graph": slug, "file": run.file_name, "what": run.what, "report": run.report, "rows": run.rows}
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="{slug}-measure-{run.pk}.json"'
    return response


def _run(request: HttpRequest, slug: str, number: int) -> Measurement:
    graph = access.for_loader(request.user, slug)
    return get_object_or_404(Measurement.objects.select_related("graph"), graph=graph, pk=number)


def _context(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    run = _run(request, slug, number)
    run.notice_lost_worker(jobs.LOST)
    found: dict[str, Any] = {"graph": run.graph, "run": run, "worker": worker_lives()}
    if run.state != Measurement.State.DONE:
        return found
    misses = [each for each in run.rows if not each["right"]]
    kinds = sorted(run.report.get("by_kind", {}).items())
    return {**found, "kinds": kinds, "misses": misses[:MISSES], "more": len(misses) - MISSES, "change": change(run)}
