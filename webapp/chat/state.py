"""What the chat page starts from: everything said and told so far, as its script takes it."""

from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse

from agents.model import Schema
from webapp import engine
from webapp.chat.decisions import with_what_became
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.graphs.models import Graph


def page(graph: Graph, talk: Conversation | None, schema: Schema) -> dict[str, Any]:
    """Return the state of a chat page, before (`talk` is None) or after its first question."""
    return {
        "graph": graph.slug,
        "graphTitle": str(graph),
        "conversation": str(talk.pk) if talk else None,
        "socket": socket(talk) if talk else None,
        "createUrl": reverse("chat:create", args=[graph.slug]),
        "neighbourhoodUrl": reverse("graphs:neighbourhood", args=[graph.slug]),
        "pictureUrl": reverse("chat:picture", args=[graph.slug, talk.pk]) if talk else None,
        "messages": _messages(talk) if talk else [],
        "runs": _runs(talk) if talk else [],
        "relations": {each.name: each.template for each in schema.relations},
        "types": [each.name for each in schema.types],
        "maySend": True,
        "ready": engine.is_ready(graph.slug),
        "maxQuestion": settings.LOREGRAPH_MAX_QUESTION,
    }


def socket(talk: Conversation) -> str:
    """Return the path of a conversation's socket."""
    return f"/ws/g/{talk.graph.slug}/c/{talk.pk}/"


def _messages(talk: Conversation) -> list[dict[str, Any]]:
    said = talk.messages.values_list("role", "text", "run_id")
    return [{"role": role, "text": text, "run": str(run) if run else None} for role, text, run in said]


def _runs(talk: Conversation) -> list[dict[str, Any]]:
    told = Prefetch("events", RunEvent.objects.order_by("seq"))
    return [_run(run) for run in talk.runs.order_by("started_at").prefetch_related(told)]


def _run(run: Run) -> dict[str, Any]:
    """Return a run with its events; the pieces of an answer are left out where the whole is there."""
    done = run.state == Run.State.DONE
    events = [event.wire() for event in run.events.all() if not (done and event.type == "answer.delta")]
    return {"id": str(run.pk), "question": run.question, "state": run.state, "events": with_what_became(events)}
