"""What people fill in to measure."""

from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from agents.errors import LoadError
from webapp.graphs.forms import safe_name
from webapp.measure import gold as golden
from webapp.measure.models import Measurement

MOST_BYTES = 2_000_000
MOST_ASKED = 2_000


class GoldForm(forms.Form):
    """A file of gold; once it is valid, `gold` is what it says and `text` the file."""

    what = forms.ChoiceField(label=_("What it holds"), choices=Measurement.What)
    file = forms.FileField(
        label=_("Gold"),
        help_text=format_lazy(
            _("JSON lines, at most {questions} questions and {size} MB"),
            questions=MOST_ASKED,
            size=MOST_BYTES // 1_000_000,
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Read the file; refuse one that is too large, no text, or without a good line."""
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if file is None or "what" not in cleaned:
            return cleaned
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than %(size)s MB.") % {"size": MOST_BYTES // 1_000_000})
        self.name = safe_name(file.name or "")
        self.text = _decoded(file.read())
        try:
            self.gold = golden.read(self.name, self.text, cleaned["what"])
        except LoadError as error:
            raise forms.ValidationError(str(error)) from error
        if len(self.gold.expected) > MOST_ASKED:
            words = _("The file asks %(count)s things; %(most)s are taken.")
            raise forms.ValidationError(
                words % {"count": _number(len(self.gold.expected)), "most": _number(MOST_ASKED)}
            )
        return cleaned


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise forms.ValidationError(_("The file is no UTF-8 text.")) from error
    if "\x00" in text:
        raise forms.ValidationError(_("The file is no text."))
    return text
