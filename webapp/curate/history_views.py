"""What happened to a graph, a node or a fact; and taking it back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agents.curation.drafting import Touched
from agents.curation.words import lines, spoken
from agents.errors import ChangeRefused, EngineError
from agents.graphs.store import Happening
from agents.model import Edge
from webapp import engine
from webapp.curate import commits, jobs, noted
from webapp.curate.models import Commit, Job
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph

PAGE = 50
SHOWN = 300  # lines of a diff
CONFLICTS = 50
AT_ONCE = 5_000  # things that are taken back while somebody waits; more is the worker's


@never_cache
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's commits, the latest first."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    commits.mend(graph)
    noted.mend(graph)
    found = graph.commits.exclude(state=Commit.State.REFUSED).prefetch_related("undone_by")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "curate/history.html", {"graph": graph, "page": page, "tab": "history"})


@never_cache
@require_safe
def commit(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Show what a commit did, and what stands in the way of taking it back."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    made = _commit(graph, uuid)
    did = noted.some(made, SHOWN) if made.noted else commits.things(made)
    size = made.size if made.noted else len(did)
    names = names_of(graph, did[:SHOWN])
    context = {"graph": graph, "commit": made, "lines": lines(did[:SHOWN], names), "tab": "history"}
    context["more"] = max(0, size - SHOWN)
    if made.state == Commit.State.APPLIED:
        context |= _way_back(graph, made, names)
    return render(request, "curate/commit.html", context)


def _commit(graph: Graph, uuid: UUID) -> Commit:
    return get_object_or_404(graph.commits.select_related("undoes").prefetch_related("undone_by"), pk=uuid)


def _way_back(graph: Graph, made: Commit, names: dict[str, str]) -> dict[str, Any]:
    """Return what can be taken back, and what stands in the way; a large commit is looked at by the worker."""
    if not made.noted:
        back = commits.undoing(made)
        pairs = [(each.why, Touched(each.touched.after, each.now)) for each in back.conflicts[:CONFLICTS]]
        return {"can_undo": bool(back.changes), "conflicts": conflicts(pairs, names), "stays": len(back.conflicts)}
    if made.size > AT_ONCE:
        return {"large": True, "jobs": made.jobs.all()[:5]}
    outcome = noted.look(made)
    pairs = [(each.why, Touched(each.swap.before, each.now)) for each in outcome.some]
    return {"can_undo": bool(outcome.back), "conflicts": conflicts(pairs, names), "stays": outcome.stays}


def conflicts(pairs: Iterable[tuple[str, Touched]], names: dict[str, str]) -> list[dict[str, Any]]:
    """Return what stays, as pages show it: why, and how it differs from what the commit left."""
    return [{"why": why, "lines": lines([pair], names) if pair.before or pair.after else ()} for why, pair in pairs]


@require_POST
def undo(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Take a commit back as far as it can be."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    made = get_object_or_404(graph.commits, pk=uuid, state=Commit.State.APPLIED)
    reason = request.POST.get("reason", "").replace("\x00", "").strip()[:2000]
    if made.noted and made.size > AT_ONCE:
        what = Job.What.LOOK if request.POST.get("look") else Job.What.UNDO
        return redirect("curate:job", slug, jobs.begin(graph, request.user, what, made, reason=reason).pk)
    try:
        undone = _undo_noted(made, request, reason) if made.noted else commits.take_back(made, request.user, reason)
    except EngineError as refusal:
        messages.error(request, str(refusal))
        return redirect("curate:commit", slug, uuid)
    messages.success(request, _("Taken back."))
    return redirect("curate:commit", slug, undone.pk)


def _undo_noted(made: Commit, request: HttpRequest, reason: str) -> Commit:
    undone = noted.begin_undo(made, request.user, reason)
    if not noted.go_on(undone).back:
        raise ChangeRefused(_("Nothing of it can be taken back: everything it touched was changed since."))
    return undone


@never_cache
@require_safe
def node_history(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Show what happened to a node."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    known = engine.store().nodes(graph.slug, [id])
    return _happened(request, graph, known[0].name if known else id, engine.store().history(graph.slug, id))


@never_cache
@require_safe
def edge_history(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what happened to a fact."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    triple = [request.GET.get(key, "")[:500] for key in ("head", "relation", "tail")]
    if not all(triple):
        raise Http404("Say which fact: head, relation and tail.")
    edge = Edge(*triple)
    what = spoken(edge, names_of(graph, [Touched(None, edge)]))
    return _happened(request, graph, what, engine.store().history(graph.slug, edge.id))


def _happened(request: HttpRequest, graph: Graph, what: str, told: tuple[Happening, ...]) -> HttpResponse:
    known = {str(each.pk): each for each in graph.commits.filter(pk__in=[_uuid(each.change) for each in told])}
    names = names_of(graph, [Touched(each.before, each.after) for each in told])
    happenings = [
        {"told": each, "commit": known.get(each.change), "lines": lines([Touched(each.before, each.after)], names)}
        for each in told[:PAGE]
        if each.before is not None or each.after is not None
    ]
    return render(
        request, "curate/happened.html", {"graph": graph, "what": what, "happenings": happenings, "tab": "history"}
    )


def names_of(graph: Graph, things: Iterable[Touched]) -> dict[str, str]:
    """Return how the nodes are called that facts among these speak of."""
    ends = {end for each in things if isinstance(each.subject, Edge) for end in (each.subject.head, each.subject.tail)}
    return {node.id: node.name for node in engine.store().nodes(graph.slug, ends)}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
