"""What the router learns of a graph's sources: from thumbs under answers that used them, and from gold questions."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import DatabaseError, close_old_connections, transaction

from agents.errors import LoadError
from webapp.graphs.models import Graph
from webapp.weighing.models import GoldQuestion
from webapp.weighing.report import lines

if TYPE_CHECKING:
    from agents.sources.router import Learnt

_SECONDS = 60  # that what was learnt is kept
_MOST = 200  # questions of one source
_LINES = 10_000  # of one file


def learnt(slug: str) -> "Mapping[str, Learnt]":
    """Return the questions that each source was right and wrong about; nothing where the database does not answer."""
    known = cache.get(_key(slug))
    if known is None:
        try:
            known = _learnt(slug)
        except DatabaseError:
            known = {}
        finally:
            close_old_connections()  # the engine asks from a thread of its own
        cache.set(_key(slug), known, _SECONDS)
    return known


def _key(slug: str) -> str:
    return f"learnt-of-sources.{slug}"


def _learnt(slug: str) -> "dict[str, Learnt]":
    from agents.sources.router import Learnt

    graph = Graph.objects.filter(slug=slug).first()
    if graph is None:
        return {}
    right: dict[str, list[str]] = {}
    wrong: dict[str, list[str]] = {}
    for line in lines(graph):
        for told in line.runs:
            if told.used and told.thumb:
                (right if told.thumb == "up" else wrong).setdefault(line.source, []).append(told.question)
    for each in GoldQuestion.objects.filter(graph=graph):
        (right if each.right else wrong).setdefault(each.source, []).append(each.question)
    names = {*right, *wrong}
    return {name: Learnt(tuple(right.get(name, ())[-_MOST:]), tuple(wrong.get(name, ())[-_MOST:])) for name in names}


def learn(graph: Graph, text: str) -> int:
    """Keep the gold questions of a file, in place of what was kept of the same; return how many there are.

    A line is {"question", "source"}, with "right": false where the source is not there for it. Raises LoadError for
    the first line that is none.
    """
    found = [_gold(graph, number, line) for number, line in enumerate(text.splitlines()[:_LINES], 1) if line.strip()]
    with transaction.atomic():
        for each in found:
            key = {"graph": graph, "source": each.source, "question": each.question}
            GoldQuestion.objects.update_or_create(**key, defaults={"right": each.right})
    cache.delete(_key(graph.slug))
    return len(found)


def _gold(graph: Graph, number: int, line: str) -> GoldQuestion:
    try:
        said: Any = json.loads(line)
        question, source, right = said["question"], said["source"], said.get("right", True)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise LoadError(f'Line {number} has to be an object with "question" and "source".') from None
    texts = isinstance(question, str) and isinstance(source, str) and isinstance(right, bool)
    if not texts or not question.strip() or not source.strip() or len(question) > 1000 or len(source) > 200:
        raise LoadError(f'Line {number}: "question" and "source" have to be texts, and "right" true or false.')
    return GoldQuestion(graph=graph, source=source.strip(), question=question.strip(), right=right)
