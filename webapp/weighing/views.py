"""The page of a graph's sources: how each did, and which is believed where they contradict each other."""

import logging
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agents.declaration import Declaration
from agents.errors import EngineError
from webapp import engine
from webapp.accounts import audit
from webapp.graphs import about, access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph
from webapp.weighing.forms import PreferenceForm
from webapp.weighing.report import LATEST, lines
from webapp.weighing.words import MODES, SELECTORS, UNSELECTED

logger = logging.getLogger(__name__)


@never_cache
@require_http_methods(["GET", "POST"])
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's sources with how they did, or keep which is believed first."""
    graph = access.graph_for(request.user, slug, Act.MANAGE)
    declared = about.declaration(graph)
    form = PreferenceForm(declared.preferred, request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and _kept(request, graph, declared, form.cleaned_data["preference"])
    ):
        return redirect("weighing:sources", slug)
    context = {"graph": graph, "form": form, "lines": _lines(graph), "ways": _ways(), "latest": LATEST}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "weighing/sources.html", context, status=status)


def _kept(request: HttpRequest, graph: Graph, declared: Declaration, preference: tuple[str, ...]) -> bool:
    """Keep the preference in the graph's declaration; say so, or why it could not be kept."""
    if preference == declared.preferred:
        return True
    try:
        engine.store().declare(graph.slug, declared.model_copy(update={"preference": preference}))
    except EngineError as error:
        messages.error(request, str(error))
        return False
    audit.note("preference changed", request.user, graph.slug, order=" > ".join(preference))
    messages.success(request, _("Kept. It holds from the next question on."))
    return True


def _ways() -> list[Any]:
    """Return sentences that say how sources are asked, and what chooses among their passages."""
    mode = settings.LOREGRAPH_SOURCES_MODE
    chosen = [SELECTORS[each] for each in settings.LOREGRAPH_SELECTORS] or [UNSELECTED]
    return [MODES[mode], *(chosen if mode != "off" else ())]


def _lines(graph: Graph) -> list[dict[str, Any]]:
    """Return the sources that are switched on, with how they did; then those that were asked before."""
    did = {each.source: each for each in lines(graph)}
    now = {each.name: each for each in _switched_on(graph)}
    names = [*now, *(name for name in did if name not in now)]
    return [{"name": name, "source": now.get(name), "line": did.get(name)} for name in names]


def _switched_on(graph: Graph) -> tuple[Any, ...]:
    try:
        return tuple(engine.sources().of(graph.slug))
    except EngineError as error:
        logger.warning("No sources of graph '%s': %s", graph.slug, error)
        return ()
