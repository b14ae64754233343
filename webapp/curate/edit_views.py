"""Forms for nodes and facts. A curator changes the graph; a contributor's form becomes a proposal."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agents.changes import Change, ExpectEdge, ExpectNode, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.drafting import Subject, Touched
from agents.curation.words import lines
from agents.errors import ChangeConflict, EngineError
from agents.model import Edge, Node
from webapp import engine
from webapp.curate import commits, proposals
from webapp.curate.forms import EdgeForm, NodeForm, WhyForm
from webapp.curate.models import Proposal
from webapp.curate.schemas import schema
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph

FORM = ["GET", "POST"]
FACTS = 300  # of a node, shown below its form


@never_cache
@require_http_methods(FORM)
def new_node(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a node."""
    graph = access.graph_for(request.user, slug, Act.PROPOSE)
    form, why = NodeForm(request.POST or None, None, schema(graph)), WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and why.is_valid():
        node = form.after
        done = _do(request, graph, [PutNode(node)], why, f"Add {node.name}")
        if done is None:
            return redirect(_after(graph, request, node.id))
        return _page(request, graph, "curate/node.html", {"form": form, "why": why, **done})
    return _page(request, graph, "curate/node.html", {"form": form, "why": why})


@require_safe
def any_node(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the form of a node that is asked for by `?id=`."""
    return node(request, slug, request.GET.get("id", "")[:500])


@require_safe
def node(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Lead to a node's form."""
    graph = access.graph_for(request.user, slug, Act.PROPOSE)
    return redirect("curate:edit_node", slug, _node(graph, id).id)


@never_cache
@require_http_methods(FORM)
def edit_node(request: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Change or remove a node. What was changed meanwhile is shown beside what one wanted."""
    graph = access.graph_for(request.user, slug, Act.PROPOSE)
    found = _node(graph, id)
    if found.id != id and request.method == "GET":
        return redirect("curate:edit_node", slug, found.id)
    seen = _seen(request, graph) if request.method == "POST" else found
    if not isinstance(seen, Node):
        seen = found
    form, why = NodeForm(request.POST or None, seen, schema(graph)), WhyForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "why": why, "node": found, "seen": _sign(graph, found)}
    if request.method == "POST" and why.is_valid() and (form.is_valid() or "remove" in request.POST):
        remove = "remove" in request.POST
        change: Change = RemoveNode(seen.id) if remove else PutNode(form.after)
        wanted = None if remove else form.after
        words = f"Remove {seen.name}" if remove else f"Change {seen.name}"
        done = _do(request, graph, [change], why, words, (seen, wanted))
        if done is None:
            return redirect(_after(graph, request, "" if remove else seen.id))
        context |= done
    facts = about_facts(graph, found)
    return _page(request, graph, "curate/node.html", {**context, **facts})


@never_cache
@require_http_methods(FORM)
def edit_edge(request: HttpRequest, slug: str) -> HttpResponse:
    """Add, change or remove a fact: the one that the address names by head, relation and tail."""
    graph = access.graph_for(request.user, slug, Act.PROPOSE)
    triple = [request.GET.get(key, "")[:500] for key in ("head", "relation", "tail")]
    found = next(iter(engine.store().edges(graph.slug, [(triple[0], triple[1], triple[2])])), None)
    seen = _seen(request, graph) if request.method == "POST" else found
    seen = seen if isinstance(seen, Edge) else None
    form = EdgeForm(request.POST or None, seen or found or Edge(*triple), schema(graph))
    why = WhyForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "why": why, "edge": found, "seen": _sign(graph, found)}
    if request.method == "POST" and why.is_valid() and (form.is_valid() or ("remove" in request.POST and seen)):
        remove = "remove" in request.POST and seen is not None
        after = None if remove else form.after(request.user.get_username(), is_new=seen is None)
        done = _do(request, graph, _edge_changes(seen, after), why, _words(graph, seen, after), (seen, after))
        if done is None:
            return redirect(_after(graph, request, (after or seen or Edge("", "", "")).head))
        context |= done
    context["names"] = _called(graph, [form.initial["head"], form.initial["tail"]])
    return _page(request, graph, "curate/edge.html", context)


def _edge_changes(seen: Edge | None, after: Edge | None) -> list[Change]:
    """Return what turns one fact into the other; another triple replaces the first."""
    changes: list[Change] = []
    if seen is not None and (after is None or after.triple != seen.triple):
        changes.append(RemoveEdge(*seen.triple))
    if after is not None:
        changes.append(PutEdge(after))
    return changes


@never_cache
@require_http_methods(FORM)
def edit_proposal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change what a proposal asks for, before deciding on it."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    proposal = get_object_or_404(graph.proposals, pk=number, state=Proposal.State.OPEN)
    changes, known = proposals.changes_of(proposal), schema(graph)
    forms = [_form(request, change, known, f"c{place}") for place, change in enumerate(changes)]
    if request.method == "POST" and all(form is None or form.is_valid() for form in forms):
        edited = [_edited(change, form, request) for change, form in zip(changes, forms, strict=True)]
        proposals.edit(proposal, edited, request.user)
        return redirect(f"{reverse('curate:review', args=[slug])}?at={proposal.pk}")
    shown = [form for form in forms if form is not None]
    return _page(request, graph, "curate/edit_proposal.html", {"proposal": proposal, "forms": shown, "tab": "review"})


def _form(request: HttpRequest, change: Change, known: Any, prefix: str) -> NodeForm | EdgeForm | None:
    if isinstance(change, PutNode):
        return NodeForm(request.POST or None, change.node, known, prefix)
    if isinstance(change, PutEdge):
        form = EdgeForm(request.POST or None, change.edge, known, prefix)
        for key in ("source_kind", "source_name", "source_detail"):
            form.fields[key].required = False
            form.fields[key].widget = form.fields[key].hidden_widget()
        return form
    return None


def _edited(change: Change, form: NodeForm | EdgeForm | None, request: HttpRequest) -> Change:
    if isinstance(form, NodeForm):
        return PutNode(form.after)
    if isinstance(form, EdgeForm):
        return PutEdge(form.after(request.user.get_username(), is_new=False))
    return change


# --- doing it -----------------------------------------------------------------------------------

Wanted = tuple[Subject | None, Subject | None]  # as it was seen, as it is to be


def _do(
    request: HttpRequest,
    graph: Graph,
    changes: Sequence[Change],
    why: WhyForm,
    words: str,
    wanted: Wanted = (None, None),
) -> dict[str, Any] | None:
    """Change the graph, or propose to; return None once that is done, else what the page has to say."""
    if not access.may(request.user, graph, Act.CURATE):
        return _propose(request, graph, changes, why, words, wanted[0])
    said = {"reason": why.cleaned_data["reason"] or words, "source": why.cleaned_data["source"]}
    try:
        seen = commits.drafted(graph, changes)
        _check_seen(seen.touched, wanted)
        if not seen.touched and not seen.problems:
            return {"note": _("Nothing is different; nothing was changed.")}
        commits.commit(graph, seen, request.user, **said)
    except ChangeConflict as conflict:
        return _conflict(graph, conflict, wanted)
    except EngineError as refusal:
        return {"wrong": str(refusal)}
    messages.success(request, _("Done: {words}.").format(words=words))
    return None


def _check_seen(touched: Sequence[Touched], wanted: Wanted) -> None:
    """Raise ChangeConflict where what is there now is not what the person saw."""
    key = _key(wanted[0] or wanted[1])
    for each in touched:
        if key is not None and _key(each.subject) == key and each.before != wanted[0]:
            raise ChangeConflict("it", wanted[0], each.before)


def _key(subject: Subject | None) -> object:
    return subject.triple if isinstance(subject, Edge) else subject.id if subject is not None else None


def _conflict(graph: Graph, conflict: ChangeConflict, wanted: Wanted) -> dict[str, Any]:
    """Return both: what somebody else did, and what this person wanted on top of it."""
    theirs, found = conflict.expected, conflict.found
    both = [Touched(before, after) for before, after in ((theirs, found), (found, wanted[1]))]  # type: ignore[arg-type]
    told = [lines([each]) if each.before or each.after else () for each in both]
    seen = found if isinstance(found, (Node, Edge)) else None
    return {"conflict": True, "theirs": told[0], "mine": told[1], "seen": _sign(graph, seen)}


def _propose(
    request: HttpRequest, graph: Graph, changes: Sequence[Change], why: WhyForm, words: str, seen: Subject | None
) -> None:
    said = {"sentence": why.cleaned_data["reason"], "why": why.cleaned_data["source"]}
    expected: list[Change] = []
    if isinstance(seen, Node):
        expected = [ExpectNode(seen.id, seen)]
    elif isinstance(seen, Edge):
        expected = [ExpectEdge(*seen.triple, seen)]
    made = proposals.propose(graph, request.user, [*expected, *changes], words=words, source="a form", **said)
    if made.state == Proposal.State.REJECTED:
        messages.error(request, _("The same was rejected before: {reason}").format(reason=made.reason))
    else:
        messages.success(request, _("Proposed: {words}. It waits for a curator.").format(words=words))


# --- the pages ----------------------------------------------------------------------------------


def _page(request: HttpRequest, graph: Graph, template: str, context: dict[str, Any]) -> HttpResponse:
    held = schema(graph)
    known = {"types": [each.name for each in held.types], "relations": [each.name for each in held.relations]}
    context = {"graph": graph, "curates": access.may(request.user, graph, Act.CURATE), **known, **context}
    wrong = any(getattr(context.get(each), "errors", None) for each in ("form", "why"))
    status = HTTPStatus.CONFLICT if context.get("conflict") else HTTPStatus.OK
    return render(request, template, context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else status)


def about_facts(graph: Graph, node: Node) -> dict[str, Any]:
    """Return a node's facts, each with where it may be changed."""
    from agents.query import Neighbourhood

    around = engine.store().neighbourhood(graph.slug, Neighbourhood(ids=(node.id,), hops=1, limit=FACTS))
    names = {each.id: each.name for each in around.nodes}
    mine = [edge for edge in around.edges if node.id in (edge.head, edge.tail)]
    facts = [{"edge": e, "head": names.get(e.head, e.head), "tail": names.get(e.tail, e.tail)} for e in mine[:FACTS]]
    return {"facts": sorted(facts, key=lambda each: (each["edge"].relation, each["head"], each["tail"]))}


def _node(graph: Graph, id: str) -> Node:
    found = engine.store().nodes(graph.slug, [commits.current_id(graph, id)])
    if not found:
        raise Http404("There is no such node.")
    return found[0]


def _words(graph: Graph, seen: Edge | None, after: Edge | None) -> str:
    edge = after or seen
    if edge is None:
        return "Nothing"
    names = _called(graph, [edge.head, edge.tail])
    verb = "Remove" if after is None else "Add" if seen is None else "Change"
    return f"{verb} {names.get(edge.head, edge.head)} {edge.relation} {names.get(edge.tail, edge.tail)}"


def _called(graph: Graph, ids: Sequence[str]) -> dict[str, str]:
    return {node.id: node.name for node in engine.store().nodes(graph.slug, [each for each in ids if each])}


def _after(graph: Graph, request: HttpRequest, id: str) -> str:
    """Return where one goes from a form: to the node's form, or to the history once the node is gone."""
    if id and engine.store().nodes(graph.slug, [id]):
        return reverse("curate:edit_node", args=[graph.slug, id])
    curates = access.may(request.user, graph, Act.CURATE)
    return reverse("curate:history" if curates else "chat:new", args=[graph.slug])


def _sign(graph: Graph, subject: Subject | None) -> str:
    """Return what the person sees, for the form to bring back: signed, so that it is what we showed."""
    return signing.dumps(subject.to_json() if subject else None, salt=f"seen/{graph.slug}", compress=True)


def _seen(request: HttpRequest, graph: Graph) -> Subject | None:
    try:
        data = signing.loads(request.POST.get("seen", ""), salt=f"seen/{graph.slug}")
    except signing.BadSignature:
        return None
    if data is None:
        return None
    return Edge.from_json(data) if "relation" in data else Node.from_json(data)
