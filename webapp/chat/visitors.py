"""Whose a conversation is: a signed-in person's, or that of a nameless visitor in one browser session.

A visitor is known by a random name kept in the session. It survives signing in, where the session's own key
changes, so that what was asked before stays with the person; signing out forgets it.
"""

from typing import Any
from uuid import uuid4

from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import QuerySet

from webapp.chat.models import Conversation
from webapp.graphs.access import Person

KEY = "visitor"


def conversations(user: Person, session: SessionBase) -> QuerySet[Conversation]:
    """Return the conversations that belong to whoever asks."""
    if user.is_authenticated:
        return Conversation.objects.filter(owner=user)
    visitor = session.get(KEY, "")
    return Conversation.objects.filter(owner=None, visitor=visitor) if visitor else Conversation.objects.none()


def belonging(user: Person, session: SessionBase) -> dict[str, Any]:
    """Return the fields that make a new conversation theirs; give a visitor a name first."""
    if user.is_authenticated:
        return {"owner": user}
    return {"visitor": session.setdefault(KEY, uuid4().hex)}


def listen() -> None:
    """Hand a visitor's conversations over when they sign in."""
    user_logged_in.connect(_adopt, dispatch_uid="webapp.chat.visitors")


def _adopt(sender: Any, request: Any, user: Person, **_: Any) -> None:
    visitor = request.session.pop(KEY, "")
    if visitor:
        Conversation.objects.filter(owner=None, visitor=visitor).update(owner=user, visitor="")
