"""The review queue's page: one proposal after the other, by keyboard, without a reload."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agents.curation.drafting import Draft
from agents.curation.review import remarks
from agents.curation.rules import said
from agents.curation.words import lines
from agents.errors import EngineError
from webapp import engine
from webapp.curate import commits, keeping, proposals, queue
from webapp.curate.models import Proposal
from webapp.curate.schemas import schema
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph

State = Proposal.State
SKIPPED = "skipped_proposals"
MOST = 500  # proposals decided at once
REASONS = 8  # of earlier rejections, offered again
SHOWN = 200  # lines of a change
CHANGED = gettext_lazy("The graph changed since you looked at this. Look again, then decide.")


@never_cache
@require_safe
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the queue, and the proposal that one looks at."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    commits.mend(graph)
    return _queue(request, graph, _number(request.GET.get("at")))


@require_POST
def decide(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Accept, reject, skip, assign or comment on a proposal; show the next, or the same again."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    proposal = get_object_or_404(graph.proposals, pk=number)
    here = queue.place(_listed(request, graph), number)
    did = _DO.get(request.POST.get("do", ""), _nothing)(request, graph, proposal)
    return _queue(request, graph, (here.next or here.before) if did.moves_on else number, did.note)


class _Said:
    """What a decision came to: words for the curator, and whether the next proposal comes."""

    def __init__(self, note: str = "", moves_on: bool = True) -> None:
        self.note, self.moves_on = note, moves_on


def _accept(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    seen = proposals.drafted(graph, [proposal])
    if seen.token != request.POST.get("token"):
        return _Said(CHANGED, moves_on=False)
    try:
        proposals.accept(graph, [proposal], request.user, seen, _text(request, "reason"))
    except EngineError as refusal:
        return _Said(str(refusal), moves_on=False)
    return _Said()


def _reject(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    reason = _text(request, "reason")
    if not reason:
        return _Said(_("Say why: whoever proposes it again is told."), moves_on=False)
    if not proposals.reject([proposal], request.user, reason):
        return _Said(_("Somebody else decided on this proposal meanwhile."))
    return _Said()


def _skip(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    kept = [*request.session.get(SKIPPED, []), proposal.pk][-MOST:]
    request.session[SKIPPED] = kept
    return _Said()


def _assign(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    person = queue.curators(graph).filter(pk=_number(request.POST.get("person"))).first()
    Proposal.objects.filter(pk=proposal.pk).update(assigned=person)
    return _Said(moves_on=False)


def _comment(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    if text := _text(request, "comment"):
        proposals.comment(proposal, request.user, text)
    return _Said(moves_on=False)


def _nothing(request: HttpRequest, graph: Graph, proposal: Proposal) -> _Said:
    return _Said(_("That is nothing one can do with a proposal."), moves_on=False)


_DO = {"accept": _accept, "reject": _reject, "skip": _skip, "assign": _assign, "comment": _comment}


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back one's own last decision, and look at that proposal again."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    decided = graph.proposals.filter(decided_by=request.user, repeats=None, state__in=(State.ACCEPTED, State.REJECTED))
    last = decided.order_by("-decided_at", "-pk").first()
    if last is None:
        return _queue(request, graph, None, _("There is no decision of yours to take back."))
    try:
        proposals.reopen(last, request.user)
    except EngineError as refusal:
        return _queue(request, graph, None, str(refusal))
    return _queue(request, graph, last.pk, _("Taken back: {words}").format(words=last.words))


@require_POST
def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what deciding on many at once would do, and do it once it was seen."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    some = _chosen(request, graph)
    if not some:
        return _queue(request, graph, None, _("Nothing was chosen."))
    seen = proposals.drafted(graph, some)
    if request.POST.get("do") == "accept" and seen.token == request.POST.get("token"):
        return _bulk_done(request, graph, lambda: proposals.accept(graph, some, request.user, seen))
    if request.POST.get("do") == "reject" and _text(request, "reason"):
        return _bulk_done(request, graph, lambda: proposals.reject(some, request.user, _text(request, "reason")))
    context = {"graph": graph, "some": some, "filter": queue.Filter.read(request.POST), **_told(graph, seen)}
    context["note"] = CHANGED if request.POST.get("token") else ""
    page = "curate/_bulk.html" if getattr(request, "htmx", False) else "curate/bulk_page.html"
    return render(request, page, context)


def _bulk_done(request: HttpRequest, graph: Graph, do: Any) -> HttpResponse:
    try:
        do()
    except EngineError as refusal:
        return _queue(request, graph, None, str(refusal))
    return _queue(request, graph, None, _("Done. Undo takes all of it back."))


def _chosen(request: HttpRequest, graph: Graph) -> list[Proposal]:
    """Return the open proposals that were ticked, or all that the filter shows."""
    found = _listed(request, graph).filter(state=State.OPEN)
    if request.POST.get("all") != "yes":
        numbers = [number for each in request.POST.getlist("chosen") if (number := _number(each))]
        found = found.filter(pk__in=numbers)
    return list(found[:MOST])


# --- the page -----------------------------------------------------------------------------------


def _listed(request: HttpRequest, graph: Graph) -> QuerySet[Proposal]:
    data = request.POST if request.method == "POST" else request.GET
    return queue.listed(graph, queue.Filter.read(data), request.user)


def _queue(request: HttpRequest, graph: Graph, at: int | None, note: str = "") -> HttpResponse:
    """Show the queue as a fragment to the script that keeps the page, as a page to everybody else."""
    data = request.POST if request.method == "POST" else request.GET
    chosen = queue.Filter.read(data)
    if request.method == "POST" and not getattr(request, "htmx", False):
        if note:
            messages.info(request, note)
        return redirect(f"{reverse('curate:review', args=[graph.slug])}?{chosen.address}&at={at or ''}")
    context = {**_context(request, graph, chosen, at), "note": note}
    return render(request, "curate/_queue.html" if getattr(request, "htmx", False) else "curate/review.html", context)


def _context(request: HttpRequest, graph: Graph, chosen: queue.Filter, at: int | None) -> dict[str, Any]:
    found = queue.listed(graph, chosen, request.user)
    here = queue.place(found, at, request.session.get(SKIPPED, []))
    by_number = Proposal.objects.in_bulk(here.around)
    context = {
        "graph": graph,
        "filter": chosen,
        "place": here,
        "listed": [by_number[number] for number in here.around if number in by_number],
        "counts": queue.counts(graph),
        "states": queue.STATES,
        "sorts": {key: words for key, (words, _) in queue.SORTS.items()},
        "subjects": queue.groups(found, "subject"),
        "people": queue.groups(found, "proposer_name"),
        "curators": queue.curators(graph),
        "reasons": _reasons(graph),
        "tab": "review",
    }
    return context if here.at is None else {**context, **_detail(graph, here.at)}


def _detail(graph: Graph, number: int) -> dict[str, Any]:
    """Return the proposal that is looked at, what it would do now, and what speaks against it."""
    proposal = Proposal.objects.select_related("assigned", "decided_by", "commit", "repeats").get(pk=number)
    told: dict[str, Any] = {}
    if proposal.state == State.OPEN:
        try:
            seen = proposals.drafted(graph, [proposal])
            told = {**_told(graph, seen), "remarks": remarks(engine.store(), graph.slug, seen, schema(graph))}
            told["breaks"] = [(said(each.rule), each.words) for each in keeping.would_break(graph, seen)][:10]
        except EngineError as error:
            told = {"problems": [str(error)]}
    earlier = graph.proposals.filter(fingerprint=proposal.fingerprint, state=State.REJECTED).exclude(pk=number).first()
    return {"proposal": proposal, "comments": proposal.comments.all(), "earlier": earlier, **told}


def _told(graph: Graph, seen: Draft) -> dict[str, Any]:
    told = lines(seen.touched[:SHOWN], seen.names)
    more = max(0, len(seen.touched) - SHOWN)
    return {"lines": told, "more": more, "problems": seen.problems[:10], "token": seen.token}


def _reasons(graph: Graph) -> list[str]:
    found = graph.proposals.filter(state=State.REJECTED, repeats=None).exclude(reason="").order_by("-decided_at")
    return list(dict.fromkeys(found.values_list("reason", flat=True)[:50]))[:REASONS]


def _text(request: HttpRequest, key: str) -> str:
    return request.POST.get(key, "").replace("\x00", "").strip()[:2000]


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and len(given) < 16 else None
