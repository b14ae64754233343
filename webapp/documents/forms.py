"""What people fill in to add a document, and to have facts looked for in it."""

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from agents.documents.kinds import ENDINGS, kind_of
from agents.errors import SourceError
from webapp.graphs.forms import safe_name

LONGEST_TITLE = 200
MOST_FACTS = 100


class DocumentForm(forms.Form):
    """A file to add; once it is valid, `kind` is what it is."""

    file = forms.FileField(label=_("File"), help_text=_("Text, Markdown or PDF"))
    title = forms.CharField(
        label=_("Title"), max_length=LONGEST_TITLE, required=False, help_text=_("Empty: the file's name")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["file"].widget.attrs["accept"] = ",".join(ENDINGS)

    @property
    def limit(self) -> int:
        """The largest file that is taken, in megabytes."""
        return settings.LOREGRAPH_MAX_DOCUMENT_MB

    def clean(self) -> dict[str, Any]:
        """Refuse a file that is too large or no document; name it where no title was given."""
        cleaned: dict[str, Any] = super().clean() or {}
        file = cleaned.get("file")
        if file is None:
            return cleaned
        if file.size > self.limit * 1_000_000:
            raise forms.ValidationError(_("The file is larger than %(limit)s MB.") % {"limit": self.limit})
        file.name = safe_name(file.name or "")
        try:
            self.kind = kind_of(file.name)
        except SourceError as error:
            raise forms.ValidationError(str(error)) from error
        cleaned["title"] = cleaned.get("title") or Path(file.name).stem[:LONGEST_TITLE]
        return cleaned


class FindForm(forms.Form):
    """How many facts to look for, at most."""

    limit = forms.IntegerField(label=_("At most so many"), min_value=1, max_value=MOST_FACTS, initial=10)
