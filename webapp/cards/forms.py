"""What people fill in to make, take and ask cards."""

import json
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agents.cards.recipe import Recipe
from agents.errors import QueryError
from agents.model import NodeType
from agents.query import Match, Return, Var, query_from_json, query_to_json

MOST_TEXTS = 20
MOST_BYTES = 4_000_000
MOST_CARD_MB = 520
MOST_TYPES = 30  # that a form offers, those with most nodes first


class ManyFiles(forms.ClearableFileInput):
    """Takes several files."""

    allow_multiple_selected = True


class TextsField(forms.FileField):
    """Several text files, or none."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files; refuse too many or too large ones."""
        files = [super(TextsField, self).clean(each, initial) for each in data or []]
        if len(files) > MOST_TEXTS:
            raise forms.ValidationError(_("Give at most %(most)s files.") % {"most": MOST_TEXTS})
        if sum(each.size for each in files) > MOST_BYTES:
            raise forms.ValidationError(_("The files are larger than %(most)s MB.") % {"most": MOST_BYTES // 1_000_000})
        return files


class TrainForm(forms.Form):
    """A card to train, of texts or of the graph; once it is valid, `match` is the query's JSON form, {} for none."""

    name = forms.RegexField(r"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$", label=_("Name"), max_length=60)
    knows = forms.CharField(label=_("What it knows"), max_length=300, min_length=3, help_text=_("In one sentence"))
    texts = TextsField(
        label=_("Text files"), required=False, help_text=_("Without any, it is made of the graph, put into words")
    )
    types = forms.MultipleChoiceField(
        label=_("Or what of the graph"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the graph says of these; none: all of it. A card learns 2,000 sentences at most."),
    )
    match = forms.CharField(
        label=_("Or a query"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        help_text=_("A Match in JSON, for what the choice above cannot say"),
    )
    passes = forms.IntegerField(label=_("Passes"), min_value=1, max_value=100, initial=Recipe().passes)
    licence = forms.CharField(label=_("Licence"), max_length=200, required=False)

    def __init__(self, types: Sequence[NodeType], *args: Any) -> None:
        super().__init__(*args)
        most = sorted((each for each in types if each.name), key=lambda each: -each.count)[:MOST_TYPES]
        chosen = cast("forms.MultipleChoiceField", self.fields["types"])
        chosen.choices = [(each.name, f"{each.name} ({each.count})") for each in most]
        if not most:
            del self.fields["types"]

    def clean(self) -> dict[str, Any]:
        """Make the types a query, where no query was given."""
        data = super().clean() or {}
        types = tuple(data.get("types") or ())
        if types and data.get("match"):
            self.add_error("match", _("Choose types or give a query, not both."))
        elif types:
            some = Match(variables=(Var(name="x", types=types),), returns=(Return(variable="x"),))
            data["match"] = query_to_json(some)
        return data

    def clean_match(self) -> dict[str, Any]:
        """Read the query; refuse what is none."""
        text = self.cleaned_data["match"].strip()
        if not text:
            return {}
        try:
            query = query_from_json({"kind": "match", **json.loads(text)})
        except (ValueError, TypeError, RecursionError, QueryError) as error:
            raise forms.ValidationError(_("That is no Match: %(why)s") % {"why": str(error)[:200]}) from error
        if not isinstance(query, Match):
            raise forms.ValidationError(_("That is a query, but no Match."))
        return query_to_json(query)


class ImportForm(forms.Form):
    """A card's file."""

    file = forms.FileField(label=_("Card"), help_text=_("The one file that an export gives"))

    def clean_file(self) -> UploadedFile:
        """Return the file; refuse one that is larger than any card."""
        file: UploadedFile = self.cleaned_data["file"]
        if file.size > MOST_CARD_MB * 1_000_000:
            raise forms.ValidationError(_("The file is larger than %(most)s MB.") % {"most": MOST_CARD_MB})
        return file


class AskForm(forms.Form):
    """A question for one card."""

    question = forms.CharField(label=_("Question"), max_length=500)
