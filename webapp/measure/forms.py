"""What people fill in to measure."""

from typing import Any

from django import forms

from agents.errors import LoadError
from webapp.graphs.forms import safe_name
from webapp.measure import gold as golden
from webapp.measure.models import Measurement

MOST_BYTES = 2_000_000
MOST_ASKED = 2_000


class GoldForm(forms.Form):
    """A file of gold; once it is valid, `gold` is what it says and `text` the file."""

    what = forms.ChoiceField(label="What it holds", choices=Measurement.What)
    file = forms.FileField(
        label="Gold", help_text=f"JSON lines, at most {MOST_ASKED:,} questions and {MOST_BYTES // 1_000_000} MB"
    )

    def clean(self) -> dict[str, Any]:
        """Read the file; refuse one that is too large, no text, or without a good line."""
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if file is None or "what" not in cleaned:
            return cleaned
        if file.size > MOST_BYTES:
            raise forms.ValidationError(f"The file is larger than {MOST_BYTES // 1_000_000} MB.")
        self.name = safe_name(file.name or "")
        self.text = _decoded(file.read())
        try:
            self.gold = golden.read(self.name, self.text, cleaned["what"])
        except LoadError as error:
            raise forms.ValidationError(str(error)) from error
        if len(self.gold.expected) > MOST_ASKED:
            raise forms.ValidationError(f"The file asks {len(self.gold.expected):,} things; {MOST_ASKED:,} are taken.")
        return cleaned


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise forms.ValidationError("The file is no UTF-8 text.") from error
    if "\x00" in text:
        raise forms.ValidationError("The file is no text.")
    return text
