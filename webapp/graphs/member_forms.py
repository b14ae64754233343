"""What managers fill in about members."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Membership

ROLES = Membership.Role.choices


class AddForm(forms.Form):
    """A person who has an account, and their role."""

    name = forms.CharField(label=_("Name"), max_length=150, help_text=_("As the person signs in"))
    role = forms.ChoiceField(label=_("Role"), choices=ROLES)

    def clean_name(self) -> Any:
        """Return the person; refuse a name that nobody has."""
        name = self.cleaned_data["name"]
        person = get_user_model().objects.filter(username=name, is_active=True).first()
        if person is None:
            raise forms.ValidationError(
                _("Nobody signs in by that name. An invitation lets in whoever has no account.")
            )
        return person


class RoleForm(forms.Form):
    """A role, or none to take a member out."""

    role = forms.ChoiceField(label=_("Role"), choices=[*ROLES, ("none", _("remove"))])


class InviteForm(forms.Form):
    """The role that an invitation gives."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES[:-1])  # managers are named


class OpennessForm(forms.Form):
    """Who may come in."""

    CHOICES: ClassVar = [
        ("public", _("Public: everybody may read")),
        ("invitation", _("By invitation: members, and whoever has a link")),
        ("private", _("Private: members that a manager names")),
    ]
    openness = forms.ChoiceField(label=_("Who may come in"), choices=CHOICES, widget=forms.RadioSelect)


class JoinForm(UserCreationForm):
    """An account for somebody who was invited."""

    class Meta:
        model = get_user_model()
        fields = ("username",)
        labels: ClassVar = {"username": _("Name")}
