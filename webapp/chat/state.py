"""What the chat page starts from: everything said and told so far, as its script takes it."""

from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse

from agents.errors import EngineError
from agents.model import Schema
from webapp import engine
from webapp.chat import branches, exporting, sharing
from webapp.chat.decisions import of_claims, with_what_became
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.chat.records import PIECES
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
        "pathsUrl": reverse("explore:paths", args=[graph.slug]),
        "nodeUrl": reverse("explore:any_node", args=[graph.slug]),
        "documentsUrl": reverse("documents:index", args=[graph.slug]),
        "url": reverse("chat:conversation", args=[graph.slug, talk.pk]) if talk else "",
        "urls": urls(talk) if talk else {},
        "share": sharing.address(talk) if talk else "",
        "private": not graph.public,
        "tree": branches.tree(talk.runs.order_by("started_at")) if talk else [],
        "messages": _messages(talk) if talk else [],
        "runs": _runs(talk) if talk else [],
        "relations": {each.name: each.template for each in schema.relations},
        "types": [each.name for each in schema.types],
        "sources": _sources(graph),
        "maySend": True,
        "ready": engine.is_ready(graph.slug),
        "maxQuestion": settings.LOREGRAPH_MAX_QUESTION,
    }


def _sources(graph: Graph) -> str:
    """Return how the sources beside a graph are asked, "" where there are none."""
    try:
        return settings.LOREGRAPH_SOURCES_MODE if engine.sources().of(graph.slug) else ""
    except EngineError:
        return ""


def shared(talk: Conversation, schema: Schema, open: bool) -> dict[str, Any]:
    """Return the state of a conversation's page by its link: nothing in it leads beyond the conversation.

    `open`: whoever looks may read the graph itself, so that its nodes can be expanded.
    """
    whole = page(talk.graph, talk, schema)
    kept = ("relations", "types", "messages", "runs", "graphTitle")
    closed = {
        "socket": None,
        "conversation": None,
        "maySend": False,
        "ready": True,
        "tree": [],
        "urls": {},
        "share": "",
    }
    around = {key: whole[key] if open else "" for key in ("neighbourhoodUrl", "pathsUrl", "nodeUrl", "documentsUrl")}
    return {key: whole[key] for key in kept} | closed | around


def urls(talk: Conversation) -> dict[str, str]:
    """Return the addresses of what one may do with a conversation."""
    place = [talk.graph.slug, talk.pk]
    actions = ("picture", "walk", "share", "rename", "delete", *exporting.FORMS)
    return {name: reverse(f"chat:{name}", args=place) for name in actions}


def socket(talk: Conversation) -> str:
    """Return the path of a conversation's socket."""
    return f"/ws/g/{talk.graph.slug}/c/{talk.pk}/"


def _messages(talk: Conversation) -> list[dict[str, Any]]:
    said = talk.messages.values_list("role", "text", "run_id")
    return [{"role": role, "text": text, "run": str(run) if run else None} for role, text, run in said]


def _runs(talk: Conversation) -> list[dict[str, Any]]:
    return [_run(run) for run in shown(talk)]


def shown(talk: Conversation) -> list[Run]:
    """Return the runs of the branch that is shown, in order, each with its events."""
    told = Prefetch("events", RunEvent.objects.order_by("seq"))
    branch = branches.shown(talk)
    runs = talk.runs.prefetch_related(told).select_related("feedback").in_bulk(branch)
    return [runs[id] for id in branch]


def _run(run: Run) -> dict[str, Any]:
    """Return a run with its events; the pieces of an answer are left out where the whole is there."""
    done = run.state == Run.State.DONE
    events = [event.wire() for event in run.events.all() if not (done and event.type in PIECES)]
    given = getattr(run, "feedback", None)
    thumb = {"thumb": given.thumb, "reason": given.reason} if given else None
    told, proposed = with_what_became(events), of_claims(run.pk, events)
    whole = {"id": str(run.pk), "question": run.question, "state": run.state, "events": told, "feedback": thumb}
    return {**whole, "proposed": proposed}
