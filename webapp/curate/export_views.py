"""Taking a graph away whole, in forms that come back; it is noted who did."""

from tempfile import TemporaryFile

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from webapp.accounts import audit
from webapp.curate import exporting
from webapp.curate.exporting import FOR_CURATORS, FORMS, WITH_HISTORY
from webapp.graphs import access
from webapp.graphs.access import Act


@never_cache
@require_GET
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the forms in which the graph can be taken away."""
    graph = access.graph_for(request.user, slug, Act.EXPORT)
    curates = access.may(request.user, graph, Act.CURATE)
    forms = {name: words for name, (words, *_rest) in FORMS.items() if curates or name not in FOR_CURATORS}
    context = {"graph": graph, "forms": forms, "tab": "export", "curates": curates, "with_history": WITH_HISTORY}
    return render(request, "curate/export.html", context)


@require_POST
def download(request: HttpRequest, slug: str, form: str) -> FileResponse | HttpResponse:
    """Hand over the graph in a form, with its history where that is wanted and the form can hold it."""
    with_history = form in WITH_HISTORY and bool(request.POST.get("history"))
    act = Act.CURATE if form in FOR_CURATORS or with_history else Act.EXPORT
    graph = access.graph_for(request.user, slug, act)
    if form not in FORMS:
        return HttpResponse(gettext("There is no such form."), status=400, content_type="text/plain")
    ending = FORMS[form][1]
    audit.note("exported", request.user, slug, form=form, **({"history": True} if with_history else {}))
    out = TemporaryFile()  # noqa: SIM115 (the response closes it)
    for line in exporting.lines(graph, form, with_history):
        out.write(line.encode())
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=f"{slug}.{ending}", content_type="application/octet-stream")
