"""The form in which a graph's manager says which source is believed first."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

KINDS = {
    "person": _("what the person said in the talk"),
    "graph": _("the graph"),
    "document": _("documents"),
    "card": _("cards"),
    "model": _("a model's own memory"),
}
PLACES = (_("Believed first"), _("Second"), _("Third"), _("Fourth"), _("Last"))


class PreferenceForm(forms.Form):
    """Five places, each with a kind of source; every kind has to have one."""

    def __init__(self, preferred: Sequence[str], data: Any = None) -> None:
        super().__init__(data)
        for number, (label, kind) in enumerate(zip(PLACES, preferred, strict=True)):
            self.fields[f"place{number}"] = forms.ChoiceField(label=label, choices=list(KINDS.items()), initial=kind)

    def clean(self) -> dict[str, Any]:
        """Return what was chosen, in order under "preference"."""
        data = super().clean() or {}
        chosen = [data.get(f"place{number}") for number in range(len(PLACES))]
        if not self.errors and set(chosen) != set(KINDS):
            raise forms.ValidationError(_("Give every kind of source a place of its own."))
        return {**data, "preference": tuple(chosen)}
