"""What people fill in to make and to fill a graph."""

import re
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Graph

LONGEST_NAME = 150  # bytes
ENDINGS = (".tsv", ".txt", ".tab", ".csv", ".jsonl", ".json", ".obo", ".nt", ".ttl", ".rdf", ".owl", ".graphml")


def format_choices() -> list[tuple[str, str]]:
    """Return the formats that can be loaded, and the choice to let the file tell."""
    from agents.loaders.formats import FORMATS

    return [("", _("Let the file tell")), *((name, name) for name in FORMATS)]


class LoadForm(forms.Form):
    """A file to load."""

    file = forms.FileField(
        label=_("File"), help_text=_("Triples (TSV), CSV with Neo4j's headers, APOC JSON lines or OBO")
    )
    format = forms.ChoiceField(label=_("Format"), choices=format_choices, required=False)

    @property
    def limit(self) -> int:
        """The largest file that is taken, in megabytes."""
        return settings.LOREGRAPH_MAX_UPLOAD_MB

    def clean_file(self) -> UploadedFile:
        """Return the file with a name made safe; refuse one that is too large."""
        file: UploadedFile = self.cleaned_data["file"]
        if file.size > self.limit * 1_000_000:
            text = _("The file is larger than %(limit)s MB. `manage.py load` has no limit.")
            raise forms.ValidationError(text % {"limit": self.limit})
        file.name = safe_name(file.name or "")
        return file

    def clean(self) -> dict[str, Any]:
        """Refuse a file that nobody said how to read and whose name does not tell."""
        said = super().clean() or {}
        name = said["file"].name.lower() if "file" in said else ENDINGS[0]
        if not said.get("format") and not name.removesuffix(".gz").endswith(ENDINGS):
            known = ", ".join(ENDINGS)
            self.add_error(
                "file",
                _("Say its format, or give it a name that ends in %(known)s (or .gz after that).") % {"known": known},
            )
        return said


class CreateForm(forms.ModelForm):
    """A graph to make."""

    class Meta:
        model = Graph
        fields = ("title", "slug", "description", "licence", "attribution", "public")
        labels: ClassVar = {"slug": _("Short name"), "public": _("Everybody may read it")}
        help_texts: ClassVar = {
            "slug": _("For addresses and commands: letters, digits, '-' and '_'; it stays as it is."),
            "attribution": _("What readers are to be told of where the facts come from."),
        }


def safe_name(name: str) -> str:
    """Return a file's name without folders, control characters and anything a shell or a page could trip over."""
    last = re.split(r"[\\/]", name)[-1]
    kept = re.sub(r"[^\w.\- ]", "_", last)
    cut = kept.encode()[-LONGEST_NAME:].decode(errors="ignore")
    return cut.strip(". ") or "upload"
