"""A conversation as a file: Markdown for people, JSON for programs. The branch that is shown is exported."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from agents.model import Edge
from webapp.chat import branches
from webapp.chat.models import Conversation, Run, RunEvent
from webapp.chat.records import PIECES

FORMS = {"markdown": ("text/markdown", "md"), "json": ("application/json", "json")}


def written(talk: Conversation, form: str) -> str:
    """Return a conversation in one of `FORMS`."""
    told = content(talk)
    return json.dumps(told, ensure_ascii=False, indent=2) if form == "json" else _markdown(told)


def content(talk: Conversation) -> dict[str, Any]:
    """Return what was asked and answered: each answer with its claims, and the facts that they stand on."""
    order = branches.shown(talk)
    runs = talk.runs.in_bulk(order)
    return {
        "title": str(talk),
        "graph": {"name": talk.graph.slug, "title": str(talk.graph), "licence": talk.graph.licence},
        "begun_at": talk.created_at.isoformat(),
        "turns": [_turn(runs[id]) for id in order],
    }


def _turn(run: Run) -> dict[str, Any]:
    kept = list(run.events.exclude(type__in=PIECES).order_by("seq"))
    done: dict[str, Any] = next((event.payload for event in kept if event.type == "answer.done"), {})
    claims = done.get("claims", [])
    cited = list(dict.fromkeys(id for claim in claims for id in claim["edges"]))
    return {
        "question": run.question,
        "asked_at": run.started_at.isoformat(),
        "state": run.state,
        "answer": done.get("text", ""),
        "verdict": done.get("verdict"),
        "not_in_graph": done.get("not_in_graph", False),
        "answers": done.get("answers", []),
        "claims": claims,
        "wording": done.get("wording", []),
        "facts": _facts(kept, cited),
    }


def _facts(kept: Iterable[RunEvent], cited: list[str]) -> list[dict[str, Any]]:
    """Return the edges that are cited, numbered in the order of citing, with the names of their ends."""
    grown = [event.payload for event in kept if event.type == "graph.grown"]
    edges = {each["id"]: each for part in grown for each in part["edges"]}
    names = {each["id"]: each["name"] for part in grown for each in part["nodes"]}
    facts = [(number, edges[id]) for number, id in enumerate(cited, start=1) if id in edges]
    return [{"number": number, **edge, "words": _words(Edge.from_json(edge), names)} for number, edge in facts]


def _words(edge: Edge, names: dict[str, str]) -> str:
    relation = edge.relation.replace("_", " ").lower()
    return f"{names.get(edge.head, edge.head)} {relation} {names.get(edge.tail, edge.tail)}"


# --- Markdown -----------------------------------------------------------------------------------


def _markdown(told: dict[str, Any]) -> str:
    graph = told["graph"]
    parts = {"graph": _plain(graph["title"]), "day": told["begun_at"][:10]}
    about = _("From the graph %(graph)s, begun %(day)s.") % parts
    licence = (
        [_("Licence of the graph: %(licence)s") % {"licence": _plain(graph["licence"])}] if graph["licence"] else []
    )
    parts = [f"# {_plain(told['title'])}", about, *licence, *(_said(turn) for turn in told["turns"])]
    return "\n\n".join(parts) + "\n"


def _said(turn: dict[str, Any]) -> str:
    numbers = {fact["id"]: fact["number"] for fact in turn["facts"]}
    verdict = [f"**{turn['verdict'].capitalize()}.**"] if turn["verdict"] else []
    sentences = [_sentence(claim, numbers) for claim in turn["claims"]]
    answer = sentences or [_plain(turn["answer"]) or f"*{turn['state']}*"]
    answer += [_worded(turn["wording"])] if turn["wording"] else []
    sources = [_fact(fact) for fact in turn["facts"]]
    return "\n\n".join(
        [f"## {_plain(turn['question'])}", *verdict, *answer, *(["\n".join(sources)] if sources else [])]
    )


def _sentence(claim: dict[str, Any], numbers: dict[str, int]) -> str:
    cited = "".join(f"[{numbers[id]}]" for id in claim["edges"] if id in numbers)
    kind = f" *({claim['kind']})*" if claim["kind"] not in ("graph", "none") else ""
    return f"{_plain(claim['text'])}{kind}{' ' if cited else ''}{cited}"


def _worded(wording: list[dict[str, Any]]) -> str:
    """Return the answer in a language model's words; what the answer does not say is marked."""
    doubt = f" *({_('not supported')})*"
    said = [f"{_plain(each['text'])}{doubt if each['doubts'] else ''}" for each in wording]
    words = _("In a language model's words:")
    return f"*{words}* {' '.join(said)}"


def _fact(fact: dict[str, Any]) -> str:
    sources = "; ".join(", ".join(filter(None, (each["name"], each["detail"]))) for each in fact["sources"])
    return f"{fact['number']}. {_plain(fact['words'])}{f' ({_plain(sources)})' if sources else ''}"


_MARKED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def _plain(text: str) -> str:
    """Return a text on one line in which nothing is taken for Markdown or HTML."""
    return " ".join(text.split()).translate(_MARKED)
