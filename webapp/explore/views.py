"""The pages of looking around. A store that is slow or away has words and a next step on each of them."""

from collections import Counter
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from agents.errors import EngineError
from agents.model import Candidate, Node, Schema
from webapp import engine
from webapp.curate import addresses as edit_addresses
from webapp.explore import addresses, lookups
from webapp.explore import questions as asked
from webapp.graphs import about, access
from webapp.graphs.models import Graph

LONGEST = 500  # characters of an id or a search
FOUND = 12
SHOWN = 8  # facts of a relation on a node's page, before "show more"
AROUND = 60  # neighbours in its drawing
HAPPENINGS = 20

View = Callable[..., HttpResponse]


def _page(view: View) -> View:
    """Let readers alone in, and answer for a store that does not."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, slug: str, **parts: str) -> HttpResponse:
        graph = access.for_reader(request.user, slug)
        try:
            return view(request, graph, **parts)
        except EngineError as error:
            context = {"graph": graph, "reason": str(error)}
            return render(request, "explore/unavailable.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)

    return answer


def _given(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]


@_page
def browse(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Show what the graph holds: kinds, relations, and what lies below what."""
    schema = engine.store().schema(graph.slug)
    trees = [
        (each, _below(graph, each.name, lookups.top(graph.slug, each.name))) for each in lookups.hierarchies(schema)
    ]
    kinds = sorted(schema.types, key=lambda each: -each.count)
    relations = sorted(schema.relations, key=lambda each: -each.count)
    context = {
        "graph": graph,
        "schema": schema,
        "kinds": kinds,
        "relations": relations,
        "trees": trees,
        "here": "browse",
    }
    return render(request, "explore/browse.html", context | _may(request, graph))


@_page
def search(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Answer with the nodes that are called so, as a fragment; where no script runs, as a page."""
    wanted = _given(request, "q")
    found = engine.store().find(graph.slug, wanted, limit=FOUND) if wanted else ()
    names = Counter(each.node.name for each in found)
    lines = [_hit(graph, each, names[each.node.name] > 1) for each in found]
    context = {"graph": graph, "wanted": wanted, "found": lines}
    page = "explore/_found.html" if request.htmx else "explore/search.html"  # type: ignore[attr-defined]
    return render(request, page, context)


def _hit(graph: Graph, candidate: Candidate, namesakes: bool) -> dict[str, Any]:
    """Return a line of a search: the node, and what matched where it is not the name, or a namesake's id."""
    node, matched = candidate.node, candidate.matched
    other = matched if matched and matched.lower() != node.name.lower() else ""
    return {"node": node, "url": addresses.of(graph.slug, node.id), "matched": other or (node.id if namesakes else "")}


@_page
def kind(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Show the nodes of a kind, by name."""
    schema, name, wanted = engine.store().schema(graph.slug), _given(request, "type"), _given(request, "q")
    found = schema.type(name)
    if found is None:
        raise Http404("The graph has no such kind of node.")
    page = lookups.of_kind(graph.slug, name, wanted, lookups.page_number(request.GET.get("page", "1")))
    lines = [(node, addresses.of(graph.slug, node.id)) for node in page.items]
    context = {"graph": graph, "kind": found, "lines": lines, "page": page, "wanted": wanted}
    return render(request, "explore/_nodes.html" if request.htmx else "explore/kind.html", context)  # type: ignore[attr-defined]


@_page
def below(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Answer with what lies right below a node of a hierarchy, as a fragment."""
    relation, node = _given(request, "relation"), _given(request, "id")
    lines = _below(graph, relation, lookups.under(graph.slug, relation, node)) if relation and node else []
    return render(request, "explore/_below.html", {"graph": graph, "relation": relation, "lines": lines})


def _below(graph: Graph, relation: str, nodes: tuple[Node, ...]) -> list[dict[str, Any]]:
    lines = lookups.with_more_below(graph.slug, relation, nodes)
    return [{"node": node, "count": count, "url": addresses.of(graph.slug, node.id)} for node, count in lines]


@_page
def questions(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Show a new person what she can ask of this graph."""
    store, declared = engine.store(), about.declaration(graph)
    version = store.version(graph.slug)
    context = {
        "graph": graph,
        "schema": store.schema(graph.slug),
        "examples": about.examples(graph, declared),
        "askable": asked.askable(graph.slug, version),
        "here": "questions",
    }
    return render(request, "explore/questions.html", context | _may(request, graph))


@_page
def node(request: HttpRequest, graph: Graph, id: str = "") -> HttpResponse:
    """Show all that is known of a node."""
    store, id = engine.store(), id or _given(request, "id")
    found = next(iter(store.nodes(graph.slug, [id])), None)
    if found is None:
        raise Http404("The graph has no such node.")
    schema, editing = store.schema(graph.slug), edit_addresses.editing(request.user, graph)
    context = {
        "graph": graph,
        "node": found,
        "kind": schema.type(found.type),
        "relations": [_group(graph, id, each) for each in lookups.relations(graph.slug, id)],
        "history": store.history(graph.slug, id)[:HAPPENINGS],
        "edit": f"{editing['editUrl']}?{urlencode({'id': id})}" if editing else "",
        "curates": editing.get("curates", False),
        "state": {**_state(graph, schema, id), **editing},
    }
    return render(request, "explore/node.html", context)


def _group(graph: Graph, id: str, relation: lookups.Relation) -> dict[str, Any]:
    page = lookups.facts(graph.slug, id, relation.name, relation.way, "", 1)
    first = lookups.Page(page.items[:SHOWN], 1, len(page.items) > SHOWN)
    return {"relation": relation, "page": first, "lines": _lines(graph, first)}


def _lines(graph: Graph, page: lookups.Page) -> list[dict[str, Any]]:
    return [{"fact": fact, "url": addresses.of(graph.slug, fact.other.id)} for fact in page.items]


@_page
def facts(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Answer with a page of a node's facts of one relation, as a fragment."""
    id, name, wanted = _given(request, "id"), _given(request, "relation"), _given(request, "q")
    way = "in" if request.GET.get("way") == "in" else "out"
    number = lookups.page_number(request.GET.get("page", "1"))
    if not (id and name):
        raise Http404("Say which node and which relation.")
    page = lookups.facts(graph.slug, id, name, way, wanted, number)
    relation = lookups.Relation(name, way, 0)
    context = {
        "graph": graph,
        "id": id,
        "relation": relation,
        "page": page,
        "lines": _lines(graph, page),
        "wanted": wanted,
    }
    return render(request, "explore/_facts.html", context)


@_page
def paths(request: HttpRequest, graph: Graph) -> HttpResponse:
    """Answer with the shortest path between two nodes: {"nodes", "edges"}, both empty where there is none."""
    one, other = _given(request, "from"), _given(request, "to")
    nodes, edges = lookups.between(graph.slug, one, other) if one and other else ([], [])
    return JsonResponse({"nodes": [each.to_json() for each in nodes], "edges": [each.to_json() for each in edges]})


def _may(request: HttpRequest, graph: Graph) -> dict[str, bool]:
    return {"may_load": access.may_load(request.user, graph)}


def _state(graph: Graph, schema: Schema, id: str) -> dict[str, Any]:
    """Return what the drawing of a node's neighbourhood starts from."""
    return {
        "graph": graph.slug,
        "maySend": False,
        "relations": {each.name: each.template for each in schema.relations},
        "types": [each.name for each in schema.types],
        "neighbourhoodUrl": reverse("graphs:neighbourhood", args=[graph.slug]),
        "pathsUrl": reverse("explore:paths", args=[graph.slug]),
        "nodeUrl": reverse("explore:any_node", args=[graph.slug]),
        "askUrl": reverse("chat:new", args=[graph.slug]),
        "centre": id,
        "around": AROUND,
    }
