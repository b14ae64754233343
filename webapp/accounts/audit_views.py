"""The audit log of the whole site, which its admin reads, narrows and takes away; for everybody else there is none."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agents.exports.sheet import safe
from webapp.accounts.audit import note
from webapp.accounts.models import AuditEntry

PAGE = 100
COLUMNS = ("at", "action", "person", "graph", "detail")


class FilterForm(forms.Form):
    """What of the log is shown."""

    action = forms.ChoiceField(label=_("What"), required=False)
    person = forms.CharField(label=_("Who"), required=False, max_length=150)
    graph = forms.CharField(label=_("Graph"), required=False, max_length=60)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        actions = AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct()
        self.fields["action"].choices = [("", _("anything")), *((each, each) for each in actions)]

    def entries(self) -> QuerySet[AuditEntry]:
        """Return what is wanted, latest first; all of it where what was filled in makes no sense."""
        said = self.cleaned_data if self.is_valid() else {}
        names = {"action": "action", "person": "person", "graph": "graph"}
        names |= {"since": "at__date__gte", "until": "at__date__lte"}
        return AuditEntry.objects.filter(**{field: said[key] for key, field in names.items() if said.get(key)})


@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Show the log."""
    _for_the_admin(request)
    form = FilterForm(request.GET)
    page = Paginator(form.entries(), PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/audit.html", {"form": form, "page": page})


@require_POST
def export(request: HttpRequest) -> StreamingHttpResponse:
    """Hand over what is wanted of the log as a table; that is noted, too."""
    _for_the_admin(request)
    entries = FilterForm(request.POST).entries()
    note("exported", request.user, "", form="audit log")
    response = StreamingHttpResponse(_lines(entries), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="audit.csv"'
    return response


def _lines(entries: QuerySet[AuditEntry]) -> Iterator[str]:
    yield _line(COLUMNS)
    for each in entries.iterator():
        detail = ", ".join(f"{key}: {value}" for key, value in each.detail.items())
        yield _line([safe(cell) for cell in (each.at.isoformat(), each.action, each.person, each.graph, detail)])


def _line(cells: Any) -> str:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _for_the_admin(request: HttpRequest) -> None:
    if not request.user.is_superuser:
        raise Http404("There is no such page.")
