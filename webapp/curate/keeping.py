"""A graph's rules: those that its declaration has, and those that curators made."""

from agents.curation.drafting import Draft
from agents.curation.rules import Break, breaks
from agents.declaration import Rule
from webapp import engine
from webapp.graphs import about
from webapp.graphs.models import Graph


def rules(graph: Graph) -> tuple[Rule, ...]:
    """Return all of a graph's rules."""
    made = [Rule.model_validate(each) for each in graph.rules.values_list("data", flat=True)]
    return (*about.declaration(graph).rules, *made)


def would_break(graph: Graph, seen: Draft) -> tuple[Break, ...]:
    """Return which rules a change would break."""
    kept = rules(graph)
    return breaks(engine.store(), graph.slug, kept, seen) if kept else ()
