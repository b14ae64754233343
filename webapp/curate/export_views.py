"""Taking a graph away whole, in forms that come back; it is noted who did."""

import json
from collections.abc import Callable, Iterator
from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from agents.exports import apoc, sheet
from webapp import engine
from webapp.accounts import audit
from webapp.curate.models import Commit
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph


@never_cache
@require_GET
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the forms in which the graph can be taken away."""
    graph = access.graph_for(request.user, slug, Act.EXPORT)
    curates = access.may(request.user, graph, Act.CURATE)
    forms = {name: words for name, (words, *_rest) in FORMS.items() if curates or name not in FOR_CURATORS}
    context = {"graph": graph, "forms": forms, "tab": "export", "curates": curates}
    return render(request, "curate/export.html", context)


@require_POST
def download(request: HttpRequest, slug: str, form: str) -> FileResponse | HttpResponse:
    """Hand over the graph in a form."""
    act = Act.CURATE if form in FOR_CURATORS else Act.EXPORT
    graph = access.graph_for(request.user, slug, act)
    if form not in FORMS:
        return HttpResponse(gettext("There is no such form."), status=400, content_type="text/plain")
    _words, ending, lines = FORMS[form]
    audit.note("exported", request.user, slug, form=form)
    out = TemporaryFile()  # noqa: SIM115 (the response closes it)
    for line in lines(graph):
        out.write(line.encode())
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{slug}.{ending}", content_type="application/octet-stream")


def _apoc(graph: Graph) -> Iterator[str]:
    return (f"{line}\n" for line in apoc.lines(engine.store().export(graph.slug)))


def _sheet(graph: Graph) -> Iterator[str]:
    return sheet.lines(lambda: engine.store().export(graph.slug))


def _history(graph: Graph) -> Iterator[str]:
    """Yield each commit that was applied, the oldest first."""
    for each in graph.commits.filter(state=Commit.State.APPLIED).order_by("applied_at").iterator():
        told = {key: getattr(each, key) for key in ("kind", "author_name", "reason", "source", "summary", "touched")}
        when = each.applied_at.isoformat() if each.applied_at else ""
        undoes = str(each.undoes_id) if each.undoes_id else None
        yield json.dumps({"id": str(each.pk), "at": when, "undoes": undoes, **told}, ensure_ascii=False) + "\n"


FORMS: dict[str, tuple[str, str, Callable[[Graph], Iterator[str]]]] = {
    "apoc": (
        _("Everything, as JSON lines in the form of Neo4j's APOC; loading it back gives the same graph"),
        "jsonl",
        _apoc,
    ),
    "table": (_("A table for spreadsheets; change it there and upload it under Table"), "csv", _sheet),
    "history": (_("Every change: who, when, why, before and after, as JSON lines"), "history.jsonl", _history),
}
FOR_CURATORS = ("history",)
