"""The page of a graph's rules and of what breaks them."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from pydantic import ValidationError

from agents.curation import shapes as shaping
from agents.curation.rules import MOST, broken, said
from agents.declaration import Rule
from agents.errors import EngineError
from agents.model import Schema
from webapp import engine
from webapp.accounts import audit
from webapp.curate import keeping
from webapp.curate.models import GraphRule
from webapp.curate.schemas import schema
from webapp.graphs import about, access
from webapp.graphs.access import Act
from webapp.graphs.models import Graph

MOST_READ = 500  # rules of one file of shapes
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


class ShapesForm(forms.Form):
    """SHACL shapes to upload."""

    file = forms.FileField(label=_("Shapes (SHACL, in Turtle)"))

    def clean_file(self) -> str:
        """Return the file's text; refuse what is too large and what is no text."""
        file = self.cleaned_data["file"]
        if file.size > shaping.LARGEST:
            raise forms.ValidationError(_("The file is larger than 1 MB."))
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("The file is not UTF-8; save it as such.")) from None


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
    return _page(request, graph, form=form)


def _page(request: HttpRequest, graph: Graph, **more: Any) -> HttpResponse:
    held = schema(graph)
    declared = [(None, each) for each in about.declaration(graph).rules]
    made = [(each.pk, Rule.model_validate(each.data)) for each in graph.rules.all()]
    context = {
        "graph": graph,
        "form": RuleForm(),
        "shapes_form": ShapesForm(),
        "rules": [_shown(graph, held, number, rule) for number, rule in (*declared, *made)],
        "most": MOST,
        "types": [each.name for each in held.types],
        "relations": [each.name for each in held.relations],
        "tab": "rules",
        **more,
    }
    wrong = context["form"].errors or context["shapes_form"].errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "curate/rules.html", context, status=status)


def _shown(graph: Graph, held: Schema, number: int | None, rule: Rule) -> dict[str, Any]:
    try:
        found, why = broken(engine.store(), graph.slug, rule, held), ""
    except EngineError as error:
        found, why = (), str(error)
    return {"number": number, "words": said(rule), "hard": rule.hard, "broken": found, "why": why}


@require_safe
def shapes(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand over all rules of a graph as SHACL shapes, in Turtle."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    audit.note("exported", request.user, slug, form="shapes")
    response = HttpResponse(shaping.turtle(keeping.rules(graph)), content_type="text/turtle; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}.shapes.ttl"'
    return response


@require_POST
def read_shapes(request: HttpRequest, slug: str) -> HttpResponse:
    """Make rules of SHACL shapes, each once, and say what no rule can say."""
    graph, form = access.graph_for(request.user, slug, Act.CURATE), ShapesForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, graph, shapes_form=form)
    try:
        found = shaping.rules(form.cleaned_data["file"])
    except EngineError as error:
        form.add_error("file", str(error))
        return _page(request, graph, shapes_form=form)
    held = set(keeping.rules(graph))
    for rule in [each for each in found.rules[:MOST_READ] if each not in held]:
        data = rule.model_dump(mode="json", exclude_defaults=True)
        GraphRule.objects.create(graph=graph, data=data, made_by=request.user)
    return _page(request, graph, read=len(found.rules), unsaid=found.unsaid[:MOST_READ])


@require_POST
def forget_rule(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a rule away that curators made."""
    graph = access.graph_for(request.user, slug, Act.CURATE)
    get_object_or_404(graph.rules, pk=number).delete()
    return redirect("curate:rules", slug)
