"""Runs as they are kept: opened, told event by event, read again. Synchronous; callers cross over."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from webapp import processes
from webapp.chat import branches, decisions
from webapp.chat.models import Conversation, Message, Run, RunEvent
from webapp.chat.protocol import Refused
from webapp.curate import proposals

MINUTE = timedelta(minutes=1)
TITLE = 80  # characters of a conversation's title
PIECES = ("answer.delta", "wording.delta", "wording.checked")  # of what `answer.done` says whole
ENDS = {
    "answer.done": Run.State.DONE,
    "run.failed": Run.State.FAILED,
    "run.stopped": Run.State.STOPPED,
    "run.interrupted": Run.State.INTERRUPTED,
}


def open_run(
    conversation: Conversation, run: UUID, question: str, begun: dict[str, Any], instead: UUID | None = None
) -> tuple[Run, RunEvent]:
    """Keep a question as a run that this process works on, and its first event; raise Refused where too much is.

    It follows the conversation's last run, or whatever the run `instead` follows; the event says so.
    """
    _refuse_too_much(conversation)
    process = processes.own_name("server")
    try:
        with transaction.atomic():
            after = branches.place(conversation, instead)
            opened = Run.objects.create(
                id=run, conversation=conversation, after_id=after, question=question, process=process
            )
            Message.objects.create(conversation=conversation, run=opened, role=Message.Role.PERSON, text=question)
            conversation.leaf = opened
            _name(conversation, question)
            (first,) = record(opened, 1, {**begun, "after": str(after) if after else None})
    except IntegrityError:
        raise Refused(_("A question is under way here; stop it or wait for its answer.")) from None
    return opened, first


def _refuse_too_much(conversation: Conversation) -> None:
    """Hold a person, and everybody together on one graph, to so many questions at once and a minute.

    One statement counts it all, for whoever asks waits for it.
    """
    person = Q(conversation__owner=conversation.owner_id, conversation__visitor=conversation.visitor)
    graph = Q(conversation__graph=conversation.graph_id)
    running, recent = Q(state=Run.State.RUNNING), Q(started_at__gt=timezone.now() - MINUTE)
    asked = Run.objects.filter(running | recent).aggregate(  # what the indexes find, however many runs are kept
        running=Count("pk", filter=running & person & ~Q(conversation=conversation)),
        person=Count("pk", filter=recent & person),
        graph=Count("pk", filter=recent & graph),
    )
    if asked["running"] >= settings.LOREGRAPH_MAX_RUNS:
        _refuse_too_many(conversation, running & person)
    if asked["person"] >= settings.LOREGRAPH_QUESTIONS_A_MINUTE:
        raise Refused(_("You ask faster than this site answers one person; wait a minute."))
    if asked["graph"] >= settings.LOREGRAPH_GRAPH_QUESTIONS_A_MINUTE:
        raise Refused(_("This graph is asked more than it answers in a minute; wait a little."))


def _refuse_too_many(conversation: Conversation, running: Q) -> None:
    """Refuse where so many of a person's runs are worked on; those of a process that is gone do not count."""
    others = Run.objects.filter(running).exclude(conversation=conversation)
    under_way = sum(processes.alive(run.process) for run in others)
    if under_way >= settings.LOREGRAPH_MAX_RUNS:
        words = ngettext(
            "%(count)s question of yours is under way in another conversation; wait for an answer.",
            "%(count)s of your questions are under way in other conversations; wait for an answer.",
            under_way,
        )
        raise Refused(words % {"count": under_way})


def _name(conversation: Conversation, question: str) -> None:
    if not conversation.title:
        words = " ".join(question.split())
        conversation.title = words if len(words) <= TITLE else words[: TITLE - 1].rstrip() + "…"
    conversation.save(update_fields=["title", "leaf", "changed_at"])


@transaction.atomic(savepoint=False)
def record(run: Run, seq: int, *payloads: dict[str, Any]) -> list[RunEvent]:
    """Keep events of a run, numbered from `seq` on; one that ends the run closes it, and its answer is a message."""
    now = timezone.now()
    kept = RunEvent.objects.bulk_create(
        RunEvent(run=run, seq=seq + at, type=payload["type"], payload=_fields(run, payload), at=now)
        for at, payload in enumerate(payloads)
    )
    for event in (each for each in kept if each.type in ENDS):
        Run.objects.filter(pk=run.pk).update(state=ENDS[event.type], ended_at=now)
        _say(run, event.payload.get("text") or event.payload.get("reason", ""))
    return kept


def _fields(run: Run, payload: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of an event; a proposal is taken in on the way."""
    fields = {key: value for key, value in payload.items() if key != "type"}
    if payload["type"] == "proposal.made":
        talk = run.conversation
        fields["kept"] = proposals.take(talk.graph, talk.owner, run.pk, payload)
    return fields


def _say(run: Run, text: str) -> None:
    if text:
        conversation = run.conversation_id
        Message.objects.create(conversation_id=conversation, run=run, role=Message.Role.LOREGRAPH, text=text)


def ask_to_stop(run: UUID) -> bool:
    """Ask whichever process works on a run to stop it; say whether one does."""
    found = Run.objects.filter(pk=run, state=Run.State.RUNNING).first()
    if found is None or not processes.alive(found.process):
        return False
    return bool(Run.objects.filter(pk=run, state=Run.State.RUNNING).update(stop_asked=True))


def is_to_stop(run: UUID) -> bool:
    """Say whether another process was asked to have a run stopped."""
    return Run.objects.filter(pk=run, stop_asked=True).exists()


def events(run: UUID, after: int = 0) -> list[dict[str, Any]]:
    """Return a run's events from `after` on, as the wire has them."""
    told = [event.wire() for event in RunEvent.objects.filter(run=run, seq__gt=after).order_by("seq")]
    return decisions.with_what_became(told)


def interrupt(run: Run) -> RunEvent | None:
    """Close a run whose process is gone and say so; None where another was first."""
    with transaction.atomic():
        if not Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).exists():
            return None
        last = run.events.aggregate(last=Max("seq"))["last"] or 0
        return record(run, last + 1, {"type": "run.interrupted"})[0]
