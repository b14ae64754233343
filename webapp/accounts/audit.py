"""Writing the audit log: sign-ins, changes of roles, exports, deletions."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext_noop

from webapp.accounts.models import AuditEntry


def note(action: str, by: AbstractBaseUser | AnonymousUser | None, graph: str = "", **detail: Any) -> None:
    """Add an entry; `by` is None for a command."""
    person = by.get_username() if by is not None and by.is_authenticated else ""
    AuditEntry.objects.create(action=action, person=person, graph=graph, detail=detail)


def listen() -> None:
    """Note who signs in and out, and who fails to."""
    user_logged_in.connect(_signed_in, dispatch_uid="webapp.accounts.audit")
    user_logged_out.connect(_signed_out, dispatch_uid="webapp.accounts.audit")
    user_login_failed.connect(_failed, dispatch_uid="webapp.accounts.audit")


def _signed_in(sender: Any, user: AbstractBaseUser, **_: Any) -> None:
    note("signed in", user)


def _signed_out(sender: Any, user: AbstractBaseUser | None, **_: Any) -> None:
    if user is not None:
        note("signed out", user)


def _failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    """Note a failure; a name that nobody has is left out, for people type their password there by mistake."""
    name = str(credentials.get("username", ""))[:150]
    known = get_user_model().objects.filter(username=name).exists()
    AuditEntry.objects.create(action=gettext_noop("sign-in failed"), person=name if known else "")
