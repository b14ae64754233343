"""What happened to a graph, a node or a fact; and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agents.curation import journal
from agents.curation.drafting import Touched
from agents.curation.undoing import Undo
from agents.curation.undoing import undo as undoing
from agents.curation.words import lines
from agents.errors import EngineError
from agents.graphs.store import Happening
from agents.model import Edge
from webapp import engine
from webapp.curate import commits
from webapp.curate.models import Commit
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph, LoadJob
from webapp.graphs.tasks import journal_path

PAGE = 50
SHOWN = 300  # lines of a diff


@never_cache
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's commits, the latest first."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    commits.mend(graph)
    found = graph.commits.exclude(state=Commit.State.REFUSED).prefetch_related("undone_by")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    loads = graph.jobs.filter(state=LoadJob.State.DONE)[:10]
    return render(request, "curate/history.html", {"graph": graph, "page": page, "loads": loads, "tab": "history"})


@never_cache
@require_safe
def commit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Show what a commit did, and what stands in the way of taking it back."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    made = get_object_or_404(graph.commits.select_related("undoes").prefetch_related("undone_by"), pk=uuid)
    did = commits.things(made)
    names = _names(graph, did[:SHOWN])
    context = {"graph": graph, "commit": made, "lines": lines(did[:SHOWN], names), "tab": "history"}
    context["more"] = max(0, len(did) - SHOWN)
    if made.state == Commit.State.APPLIED:
        back = commits.undoing(made)
        context["can_undo"] = bool(back.changes)
        now = [Touched(each.touched.after, each.now) for each in back.conflicts[:50]]
        context["conflicts"] = [
            {"why": conflict.why, "lines": lines([pair], names) if pair.before or pair.after else ()}
            for conflict, pair in zip(back.conflicts, now, strict=False)
        ]
    return render(request, "curate/commit.html", context)


@require_POST
def undo(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a commit back as far as it can be."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    made = get_object_or_404(graph.commits, pk=uuid, state=Commit.State.APPLIED)
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:2000]
    try:
        undone = commits.take_back(made, request.user, reason)
    except EngineError as refusal:
        messages.error(request, str(refusal))
        return redirect("curate:commit", slug, uuid)
    messages.success(request, "Taken back.")
    return redirect("curate:commit", slug, undone.pk)


@never_cache
@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show what a load did, and take it back as far as it can be."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    job = get_object_or_404(graph.jobs, pk=number)
    did = journal.read(journal_path(job))
    back = undoing(engine.store(), graph.slug, did) if did else Undo(())
    if request.method == "POST" and back.changes:
        try:
            seen = commits.drafted(graph, back.changes)
            said = {"reason": f"Take back the load of {job.file_name}", "source": job.file_name[:300]}
            made = commits.commit(graph, seen, request.user, kind=Commit.Kind.UNDO, **said)
            return redirect("curate:commit", slug, made.pk)
        except EngineError as refusal:
            messages.error(request, str(refusal))
    names = _names(graph, did or ())
    conflicts = [each for each in back.conflicts if each.now is not None or each.touched.before is not None]
    context = {
        "graph": graph,
        "job": job,
        "noted": did is not None,
        "lines": lines((did or ())[:SHOWN], names),
        "more": max(0, len(did or ()) - SHOWN),
        "can_undo": bool(back.changes),
        "conflicts": [(lines([each.touched], names)[0].words, each.why) for each in conflicts[:50]],
        "tab": "history",
    }
    return render(request, "curate/load.html", context)


@never_cache
@require_safe
def node_history(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Show what happened to a node."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    return _happened(request, graph, id, engine.store().history(graph.slug, id))


@never_cache
@require_safe
def edge_history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what happened to a fact."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    triple = [request.GET.get(key, "")[:500] for key in ("head", "relation", "tail")]
    if not all(triple):
        raise Http404("Say which fact: head, relation and tail.")
    return _happened(request, graph, " ".join(triple), engine.store().history(graph.slug, Edge(*triple).id))


def _happened(request: HttpRequest, graph: Graph, what: str, told: tuple[Happening, ...]) -> HttpResponse:
    known = {str(each.pk): each for each in graph.commits.filter(pk__in=[_uuid(each.change) for each in told])}
    names = _names(graph, [Touched(each.before, each.after) for each in told])
    happenings = [
        {"told": each, "commit": known.get(each.change), "lines": lines([Touched(each.before, each.after)], names)}
        for each in told[:PAGE]
        if each.before is not None or each.after is not None
    ]
    return render(
        request, "curate/happened.html", {"graph": graph, "what": what, "happenings": happenings, "tab": "history"}
    )


def _names(graph: Graph, things: tuple[Touched, ...] | list[Touched]) -> dict[str, str]:
    ends = {end for each in things if isinstance(each.subject, Edge) for end in (each.subject.head, each.subject.tail)}
    return {node.id: node.name for node in engine.store().nodes(graph.slug, ends)}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
