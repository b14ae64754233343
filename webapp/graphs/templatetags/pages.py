"""What pages are made with: moments and shares as the reader's language writes them, and a graph's menu."""

from datetime import UTC, date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from webapp.graphs import access
from webapp.graphs.access import Act, Person
from webapp.graphs.models import Graph

register = template.Library()


@register.simple_tag
def when(moment: datetime | date | str | None, form: str = "medium") -> SafeString | str:
    """Return a moment as an element that the page turns to the reader's own clock; until then it is in UTC.

    `form`: "seconds" shows them, too. What is no moment stays as it is, and a day stays that day everywhere.
    """
    read = _read(moment)
    if read is None:
        return str(moment or "")
    if not isinstance(read, datetime):
        return format_html('<time datetime="{}">{}</time>', read.isoformat(), date_format(read, "DATE_FORMAT"))
    exact, words = read.astimezone(UTC), date_format(read.astimezone(UTC), "DATETIME_FORMAT")
    element = '<local-time data-form="{}"><time datetime="{}">{} UTC</time></local-time>'
    return format_html(element, form, exact.isoformat(), words)


def _read(moment: Any) -> datetime | date | None:
    if not isinstance(moment, str):
        return moment if isinstance(moment, date) else None
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


@register.filter
def percent(part: float) -> str:
    """Return a share of one as the language writes it: 0.5 is "50%", and "50 %" in German."""
    return _("{share}%").format(share=round(part * 100))


@register.inclusion_tag("_graph_menu.html", takes_context=True)
def graph_menu(context: dict[str, Any]) -> dict[str, Any]:
    """Return what the header says of the page's graph: the way to everything that this person may do with it."""
    graph, request = context.get("graph"), context["request"]
    if not isinstance(graph, Graph):
        return {"graph": None}
    return {"graph": graph, "here": request.path, **_ways(request.user, graph)}


def _ways(person: Person, graph: Graph) -> dict[str, Any]:
    if not access.may_read(person, graph):
        return {}
    curates = access.may_load(person, graph)
    return {
        "graphs": access.readable_graphs(person),
        "curates": curates,
        "waiting": graph.proposals.filter(state="open", commit=None).count() if curates else 0,
        "manages": access.may(person, graph, Act.MANAGE),
    }
