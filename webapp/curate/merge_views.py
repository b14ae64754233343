"""Nodes that may be one, side by side: made one, or kept apart; and one that is two."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agents.curation import alike, intentions
from agents.curation.words import lines
from agents.errors import EngineError
from agents.language.embeddings import embedder
from agents.model import Node
from webapp import engine
from webapp.curate import commits, jobs, pairing
from webapp.curate.edit_views import about_facts
from webapp.curate.models import Commit, Job, KeptApart
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph
from webapp.jobs import OPEN

SHOWN = 200
CHANGED = gettext_lazy("The graph changed since you looked. Look again, then decide.")


@never_cache
@require_safe
def pairs(request: HttpRequest, slug: str) -> HttpResponse:
    """Show pairs of nodes that may be one, and those that were kept apart."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    found, job = pairing.known(graph)
    going = graph.curation_jobs.filter(what=Job.What.PAIRS, state__in=OPEN).first()
    context = {"graph": graph, "pairs": found, "job": job, "going": going, "apart": _named(graph), "tab": "merge"}
    return render(request, "curate/pairs.html", context)


@require_POST
def find_pairs(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the worker look through the whole graph for nodes that may be one."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    return redirect("curate:job", slug, jobs.begin(graph, request.user, Job.What.PAIRS).pk)


@never_cache
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Show a node beside one that may be the same; make them one."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    node = _node(graph, id)
    data = request.POST if request.method == "POST" else request.GET
    other = _other(graph, data.get("with", ""), node)
    context: dict[str, Any] = {"graph": graph, "node": node, "other": other, "tab": "merge"}
    if other is None:
        context["pairs"] = alike.like(engine.store(), graph.slug, node, pairing.apart(graph), embedder())
        return render(request, "curate/merge.html", context)
    keep, gone = (other, node) if data.get("keep") == other.id else (node, other)
    try:
        seen = commits.drafted(graph, intentions.merge(engine.store(), graph.slug, keep.id, gone.id))
        if request.method == "POST" and data.get("token") == seen.token:
            said = {"reason": _reason(request) or f"{gone.name} is {keep.name}", "gone": gone.id, "kept": keep.id}
            made = commits.commit(graph, seen, request.user, kind=Commit.Kind.MERGE, **said)
            messages.success(request, _("{one} and {other} are one now.").format(one=gone.name, other=keep.name))
            return redirect("curate:commit", slug, made.pk)
        told = {"lines": lines(seen.touched[:SHOWN], seen.names), "token": seen.token}
        context |= {**told, "more": max(0, len(seen.touched) - SHOWN), "problems": seen.problems}
    except EngineError as refusal:
        context["problems"] = [str(refusal)]
    context["note"] = CHANGED if data.get("token") else ""
    facts = [about_facts(graph, each)["facts"] for each in (node, other)]
    context |= {"keep": keep, "sides": list(zip((node, other), facts, strict=True))}
    return render(request, "curate/merge.html", context)


@require_POST
def keep_apart(request: HttpRequest, slug: str) -> HttpResponse:
    """Remember that two nodes are two, or forget it."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    one, other = alike.key_of(*(request.POST.get(key, "")[:500] for key in ("one", "other")))
    if request.POST.get("forget"):
        graph.kept_apart.filter(one=one, other=other).delete()
    elif len(engine.store().nodes(graph.slug, [one, other])) == 2 and one != other:
        said = {"reason": _reason(request), "by": request.user, "by_name": request.user.get_username()}
        KeptApart.objects.update_or_create(graph=graph, one=one, other=other, defaults=said)
        messages.success(request, _("They stay two, and are not offered again."))
    return redirect("curate:pairs", slug)


@never_cache
@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Take a second node out of one, with the facts that are its own."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    node = _node(graph, id)
    facts = about_facts(graph, node)["facts"]
    context = {"graph": graph, "node": node, "facts": facts, "tab": "merge"}
    if request.method == "GET":
        return render(request, "curate/split.html", context)
    chosen = set(request.POST.getlist("fact"))
    triples = [each["edge"].triple for each in facts if each["edge"].id in chosen]
    name, type = (request.POST.get(key, "").replace("\x00", "").strip()[:500] for key in ("name", "type"))
    if not name:
        return render(
            request,
            "curate/split.html",
            {**context, "wrong": _("The second needs a name.")},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )
    new = Node(_free_id(graph, node.id), type or node.type, name)
    try:
        seen = commits.drafted(graph, intentions.split(engine.store(), graph.slug, node.id, new, triples))
        said = {
            "reason": _reason(request) or _("{one} is not {other}").format(one=name, other=node.name),
            "kind": Commit.Kind.SPLIT,
        }
        made = commits.commit(graph, seen, request.user, **said)
    except EngineError as refusal:
        return render(
            request, "curate/split.html", {**context, "wrong": str(refusal)}, status=HTTPStatus.UNPROCESSABLE_ENTITY
        )
    messages.success(request, _("{name} is a node of its own now.").format(name=name))
    return redirect(reverse("curate:commit", args=[slug, made.pk]))


def _free_id(graph: Graph, id: str) -> str:
    wanted = [f"{id}~{number}" for number in range(2, 100)]
    taken = {node.id for node in engine.store().nodes(graph.slug, wanted)}
    return next(each for each in wanted if each not in taken)


def _named(graph: Graph) -> list[dict[str, Any]]:
    kept = list(graph.kept_apart.all()[:200])
    names = {
        n.id: n.name for n in engine.store().nodes(graph.slug, [id for each in kept for id in (each.one, each.other)])
    }
    return [
        {"pair": each, "one": names.get(each.one, each.one), "other": names.get(each.other, each.other)}
        for each in kept
    ]


def _node(graph: Graph, id: str) -> Node:
    found = engine.store().nodes(graph.slug, [commits.current_id(graph, id)])
    if not found:
        raise Http404("There is no such node.")
    return found[0]


def _other(graph: Graph, id: str, node: Node) -> Node | None:
    found = engine.store().nodes(graph.slug, [id[:500]]) if id else ()
    return found[0] if found and found[0].id != node.id else None


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").replace("\x00", "").strip()[:2000]
