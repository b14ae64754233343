"""A table of changes from a spreadsheet: it becomes one proposal, whose difference is seen before anything happens."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agents.curation.sheets import MOST, read_sheet
from agents.errors import EngineError
from agents.model import Provenance
from webapp import engine
from webapp.curate import proposals
from webapp.curate.forms import SheetForm
from webapp.curate.models import Proposal
from webapp.curate.schemas import schema
from webapp.graphs import access
from webapp.graphs.access import Act


@never_cache
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a table; show what is wrong with it, or lead to what it would change."""
    graph = access.graph_for(request.user, slug, Act.PROPOSE)
    form = SheetForm(request.POST or None, request.FILES or None)
    context = {"graph": graph, "form": form, "most": MOST, "tab": "sheet"}
    if request.method == "GET" or not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return render(request, "curate/sheet.html", context, status=status)
    source = Provenance("file", form.name, _("a table of {name}").format(name=request.user.get_username()))
    try:
        found = read_sheet(engine.store(), graph.slug, form.cleaned_data["file"], schema(graph), source)
    except EngineError as error:
        return render(request, "curate/sheet.html", {**context, "problems": [str(error)]})
    if found.problems or not found.changes:
        problems = found.problems or (_("The table has no rows."),)
        return render(
            request, "curate/sheet.html", {**context, "problems": problems}, status=HTTPStatus.UNPROCESSABLE_ENTITY
        )
    words = ngettext("{count} row of {file}", "{count} rows of {file}", found.rows)
    words = words.format(count=number_format(found.rows, force_grouping=True), file=form.name)
    said = {"words": words, "source": form.name, "sentence": form.cleaned_data["reason"]}
    made = proposals.propose(graph, request.user, found.changes, **said)
    if made.state == Proposal.State.REJECTED:
        messages.error(request, _("The same was rejected before: {reason}").format(reason=made.reason))
    if access.may(request.user, graph, Act.CURATE):
        at = made.repeats_id if made.state == Proposal.State.REPEATED else made.pk
        state = "rejected" if made.state == Proposal.State.REJECTED else "open"
        return redirect(f"{reverse('curate:review', args=[slug])}?state={state}&at={at}")
    messages.success(request, _("Proposed: {words}. It waits for a curator.").format(words=words))
    return redirect("curate:sheet", slug)
