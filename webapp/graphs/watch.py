"""Tells open sockets that somebody's access may have changed, whichever way it was changed."""

import logging
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from webapp.graphs.models import Graph, Membership

logger = logging.getLogger(__name__)
CHANGED = {"type": "access.changed"}


def group(graph: int) -> str:
    """Return the name under which a graph's sockets listen."""
    return f"graph.{graph}"


def person_group(person: int) -> str:
    """Return the name under which a person's sockets listen."""
    return f"person.{person}"


def listen() -> None:
    """Hear of every change of a graph, of a member and of a person."""
    for signal in (post_save, post_delete):
        signal.connect(_graph_changed, sender=Graph, dispatch_uid=f"webapp.graphs.watch.{id(signal)}")
        signal.connect(_member_changed, sender=Membership, dispatch_uid=f"webapp.graphs.watch.{id(signal)}")
        signal.connect(_person_changed, sender=get_user_model(), dispatch_uid=f"webapp.graphs.watch.{id(signal)}")


def _graph_changed(sender: Any, instance: Graph, created: bool = False, **_: Any) -> None:
    if not created:
        _tell(group(instance.pk))


def _member_changed(sender: Any, instance: Membership, created: bool = False, **_: Any) -> None:
    if not created:
        _tell(person_group(instance.user_id))


def _person_changed(sender: Any, instance: Any, created: bool = False, update_fields: Any = None, **_: Any) -> None:
    signing_in = update_fields is not None and set(update_fields) == {"last_login"}
    if not created and not signing_in:
        _tell(person_group(instance.pk))


def _tell(name: str) -> None:
    transaction.on_commit(lambda: _send(name))


def _send(name: str) -> None:
    """Pass it on; where that fails, a socket notices at its next look."""
    try:
        async_to_sync(get_channel_layer().group_send)(name, CHANGED)
    except Exception:
        logger.exception("Sockets could not be told that access changed")
