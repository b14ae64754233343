"""Pairs of nodes that may be one: found at once in a small graph, by the worker in any, and kept for the page."""

from typing import Any

from agents.curation import alike
from agents.curation.blocking import OnDone
from agents.language.embeddings import embedder
from webapp import engine
from webapp.curate.models import Job
from webapp.graphs import about
from webapp.graphs.models import Graph

SMALL = 2_000  # nodes of a graph that is looked through while somebody waits
KEPT = 500
SHOWN = 50


def apart(graph: Graph) -> frozenset[tuple[str, str]]:
    """Return the pairs that are to stay two."""
    return frozenset(graph.kept_apart.values_list("one", "other"))


def find(graph: Graph, on_done: OnDone) -> dict[str, Any]:
    """Look through all of a graph, by what names mean, too; return what a job keeps."""
    found = alike.pairs(engine.store(), graph.slug, apart(graph), KEPT, embedder(), on_done)
    return {"pairs": [[each.one.id, each.other.id, each.score, each.why] for each in found]}


def known(graph: Graph) -> tuple[list[alike.Pair], Job | None]:
    """Return the pairs to show, and the job that found them; None where they were found just now, or never."""
    job = graph.curation_jobs.filter(what=Job.What.PAIRS, state=Job.State.DONE).first()
    if job is not None:
        return _still(graph, job.result.get("pairs", [])), job
    if about.schema(graph).nodes <= SMALL:
        return alike.pairs(engine.store(), graph.slug, apart(graph), SHOWN), None
    return [], None


def _still(graph: Graph, pairs: list[Any]) -> list[alike.Pair]:
    """Return the pairs on which nobody has decided since: both are there, and nobody keeps them apart."""
    decided = apart(graph)
    waiting = [each for each in pairs if alike.key_of(each[0], each[1]) not in decided]
    ids = dict.fromkeys(id for one, other, *_ in waiting for id in (one, other))
    there = {node.id: node for node in engine.store().nodes(graph.slug, ids)}
    found = [
        alike.Pair(there[one], there[other], score, why)
        for one, other, score, why in waiting
        if one in there and other in there
    ]
    return found[:SHOWN]
