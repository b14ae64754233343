"""The page of a graph's rules and of what breaks them."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from pydantic import ValidationError

from agents.curation.rules import MOST, broken, said
from agents.declaration import Rule
from agents.errors import EngineError
from agents.model import Schema
from webapp import engine
from webapp.curate.models import GraphRule
from webapp.curate.schemas import schema
from webapp.graphs import about, access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph

KINDS = (
    ("ends", _("A relation ties certain types")),
    ("most", _("At most so many of a relation")),
    ("unique", _("A property is unique in its type")),
    ("required", _("A property is there")),
    ("form", _("A property has a form")),
)


class RuleForm(forms.Form):
    """A rule; what its kind does not need stays empty."""

    kind = forms.ChoiceField(label=_("Rule"), choices=KINDS)
    relation = forms.CharField(
        label=_("Relation"), required=False, max_length=200, widget=forms.TextInput(attrs={"list": "relations"})
    )
    heads = forms.CharField(label=_("From types, parted by commas"), required=False, max_length=1000)
    tails = forms.CharField(label=_("To types, parted by commas"), required=False, max_length=1000)
    most = forms.IntegerField(label=_("At most"), required=False, min_value=0, max_value=1_000_000, initial=1)
    type = forms.CharField(
        label=_("Type"), required=False, max_length=200, widget=forms.TextInput(attrs={"list": "types"})
    )
    property = forms.CharField(label=_("Property"), required=False, max_length=200)
    form = forms.CharField(
        label=_("Form"), required=False, max_length=200, help_text=_("* any text, ? one character, [0-9] one of these")
    )
    hard = forms.BooleanField(label=_("Refuse what breaks it"), required=False)

    def clean(self) -> dict[str, Any]:
        """Return what was filled in, with the rule that it makes under "rule"."""
        data = super().clean() or {}
        for key in ("heads", "tails"):
            data[key] = tuple(each.strip() for each in data.get(key, "").split(",") if each.strip())
        data["most"] = 1 if data.get("most") is None else data["most"]
        try:
            data["rule"] = Rule.model_validate(data)
        except ValidationError as error:
            raise forms.ValidationError(error.errors()[0]["msg"].removeprefix("Value error, ")) from None
        return data


@never_cache
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's rules with what breaks each, or make one."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    form = RuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rule = form.cleaned_data["rule"].model_dump(mode="json", exclude_defaults=True)
        GraphRule.objects.create(graph=graph, data=rule, made_by=request.user)
        return redirect("curate:rules", slug)
    held = schema(graph)
    declared = [(None, each) for each in about.declaration(graph).rules]
    made = [(each.pk, Rule.model_validate(each.data)) for each in graph.rules.all()]
    context = {
        "graph": graph,
        "form": form,
        "rules": [_shown(graph, held, number, rule) for number, rule in (*declared, *made)],
        "most": MOST,
        "types": [each.name for each in held.types],
        "relations": [each.name for each in held.relations],
        "tab": "rules",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "curate/rules.html", context, status=status)


def _shown(graph: Graph, held: Schema, number: int | None, rule: Rule) -> dict[str, Any]:
    try:
        found, why = broken(engine.store(), graph.slug, rule, held), ""
    except EngineError as error:
        found, why = (), str(error)
    return {"number": number, "words": said(rule), "hard": rule.hard, "broken": found, "why": why}


@require_POST
def forget_rule(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a rule away that curators made."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    get_object_or_404(graph.rules, pk=number).delete()
    return redirect("curate:rules", slug)
