"""What became of a proposal, told in the conversation where it was made."""

import logging
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

from webapp.chat.channel import group
from webapp.chat.models import Run
from webapp.curate.models import Proposal
from webapp.curate.signals import decided

logger = logging.getLogger(__name__)


def listen() -> None:
    """Hear of decisions."""
    decided.connect(_decided, dispatch_uid="webapp.chat.decisions")


def with_what_became(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a run's events; each proposal tells under "now" what became of it since."""
    numbers = [number for each in events if (number := _number(each))]
    if not numbers:
        return events
    known = {each.pk: became(each) for each in Proposal.objects.filter(pk__in=numbers).select_related("decided_by")}
    return [{**each, "now": known[number]} if (number := _number(each)) in known else each for each in events]


def of_claims(run: UUID, events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what became of the proposals that were made from claims of a run's answer."""
    if not any(each["type"] == "source.asked" for each in events):
        return []
    told = {_number(each) for each in events}
    made = Proposal.objects.filter(run=run).exclude(pk__in=told - {None}).select_related("decided_by").order_by("pk")
    return [became(each) for each in made]


def _number(event: dict[str, Any]) -> int | None:
    return event.get("kept", {}).get("proposal") if event["type"] == "proposal.made" else None


def became(proposal: Proposal) -> dict[str, Any]:
    """Return what became of a proposal: {"proposal", "words", "state", "reason", "by"}."""
    by = proposal.decided_by.get_username() if proposal.decided_by and proposal.state != Proposal.State.OPEN else ""
    told = {"proposal": proposal.pk, "words": proposal.words, "state": proposal.state}
    return {**told, "reason": proposal.reason, "by": by}


def _decided(sender: Any, proposals: Sequence[int], **_: Any) -> None:
    found = list(Proposal.objects.filter(pk__in=proposals).select_related("decided_by"))
    transaction.on_commit(lambda: [_tell(each) for each in found if each.run])


def _tell(proposal: Proposal) -> None:
    """Tell the sockets of the conversation; where that fails, its page tells it when it is loaded again."""
    talk = Run.objects.filter(pk=proposal.run).values_list("conversation", flat=True).first()
    event = {"type": "proposal.decided", "run": str(proposal.run), **became(proposal)}
    try:
        if talk is not None:
            async_to_sync(get_channel_layer().group_send)(group(talk), {"type": "run.note", "event": event})
    except Exception:
        logger.exception("A decision could not be told in conversation %s", talk)
