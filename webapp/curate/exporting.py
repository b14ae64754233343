"""The forms in which a graph is taken away, for the page and the command alike."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from agents.curation import notebook
from agents.exports import apoc, graphml, neo4j_csv, rdf, sheet
from agents.model import Edge, Node
from webapp import engine
from webapp.curate import noted
from webapp.curate.models import Commit
from webapp.graphs.models import Graph

History = Iterable[Mapping[str, Any]]


def lines(graph: Graph, form: str, with_history: bool = False) -> Iterator[str]:
    """Yield a graph in a form, with its history where that is wanted and the form can hold it."""
    return FORMS[form][2](graph, _history(graph) if with_history else ())


def _records(graph: Graph) -> Iterator[Node | Edge]:
    return engine.store().export(graph.slug)


def _apoc(graph: Graph, _history: History) -> Iterator[str]:
    declared = engine.store().declaration(graph.slug)
    return (f"{line}\n" for line in apoc.lines(_records(graph), declared))


def _rdf(graph: Graph, history: History) -> Iterator[str]:
    return (f"{line}\n" for line in rdf.lines(_records(graph), history))


def _graphml(graph: Graph, history: History) -> Iterator[str]:
    return graphml.lines(_records(graph), history)


def _csv(graph: Graph, _history: History) -> Iterator[str]:
    return neo4j_csv.lines(lambda: _records(graph))


def _sheet(graph: Graph, _history: History) -> Iterator[str]:
    return sheet.lines(lambda: _records(graph))


def _history_alone(graph: Graph, _none: History) -> Iterator[str]:
    return (f"{json.dumps(each, ensure_ascii=False)}\n" for each in _history(graph))


def _history(graph: Graph) -> Iterator[dict[str, Any]]:
    """Yield each commit that was applied, the oldest first; after a load, each thing that it touched."""
    for each in graph.commits.filter(state=Commit.State.APPLIED).order_by("applied_at").iterator():
        told = {key: getattr(each, key) for key in ("kind", "author_name", "reason", "source", "summary", "touched")}
        when = each.applied_at.isoformat() if each.applied_at else ""
        yield {"id": str(each.pk), "at": when, "undoes": str(each.undoes_id) if each.undoes_id else None, **told}
        for swap in notebook.read(noted.path(each)) if each.noted else ():
            before, after = (side.to_json() if side else None for side in (swap.before, swap.after))
            yield {"commit": str(each.pk), "before": before, "after": after}


FORMS: dict[str, tuple[Any, str, Callable[[Graph, History], Iterator[str]]]] = {
    "apoc": (
        _("Everything, as JSON lines in the form of Neo4j's APOC; loading it back gives the same graph"),
        "jsonl",
        _apoc,
    ),
    "rdf": (_("Everything, as RDF (N-Triples); loading it back gives the same graph"), "nt", _rdf),
    "graphml": (
        _("Everything, as GraphML for networkx, Gephi and yEd; loading it back gives the same graph"),
        "graphml",
        _graphml,
    ),
    "csv": (_("Everything, as CSV with Neo4j's headers; loading it back gives the same graph"), "csv", _csv),
    "table": (_("A table for spreadsheets; change it there and upload it under Table"), "csv", _sheet),
    "history": (
        _("Every change: who, when, why, before and after, as JSON lines"),
        "history.jsonl",
        _history_alone,
    ),
}
WITH_HISTORY = ("rdf", "graphml")
FOR_CURATORS = ("history",)
