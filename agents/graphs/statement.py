"""A Match as a store runs it, whichever language it is compiled to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from agents.errors import QueryError
from agents.query import Condition, Group, Match, Order, Pattern, Ref, Return, Var

OWN = ("id", "type", "name", "description")  # keys that are a node's own


@dataclass(frozen=True)
class Column:
    """How to read a column: "node", "edge" or "value" ("shown": a folded text, a NUL and the text)."""

    label: str
    kind: str
    aggregate: bool = False


def read_as(each: Return, source: Callable[[str], tuple[str, bool]]) -> Column:
    """Say how a returned column is read; `source` says of a name whether it is an edge."""
    if each.aggregate:
        return Column(each.label, "shown" if each.aggregate in ("min", "max") else "value", True)
    if each.key:
        return Column(each.label, "value")
    return Column(each.label, "edge" if source(each.variable)[1] else "node")


MOST = 10_000  # rows that are given whole ...
SAMPLE = 1_000  # ... and how many of more, which nobody reads


@dataclass(frozen=True)
class Proof:
    """Where a solution's evidence is: an edge's key in `edge`, or the ends of a walk in `source` and `target`."""

    pattern: Pattern
    edge: str = ""
    source: str = ""
    target: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (self.edge,) if self.edge else (self.source, self.target)


@dataclass(frozen=True)
class Statement:
    """A compiled Match: `c0`, `c1` ... are its columns.

    `text` gives the columns, then (without aggregates) the proofs' columns with a `p_` before their names, or
    (with them) a count of the edges. `evidence` gives the plain columns and the proofs' columns of every solution;
    where it is `narrowed`, it takes node keys as `only`: the first plain column is one of them.
    """

    text: str
    parameters: dict[str, Any]
    columns: tuple[Column, ...]
    proofs: tuple[Proof, ...]
    aggregates: bool
    evidence: str = ""
    narrowed: bool = False


def proof_of(at: int, pattern: Pattern, variables: list[str]) -> Proof:
    """Return where the evidence of a pattern is, the `at`th of those that prove."""
    if is_edge(pattern):
        return Proof(pattern, edge=f"e{at}")
    ends = (f"v{variables.index(each)}" if each in variables else "" for each in (pattern.source, pattern.target))
    source, target = ends
    return Proof(pattern, source=source, target=target)


def is_edge(pattern: Pattern) -> bool:
    """Say whether a pattern is one edge, and no walk."""
    return pattern.min_hops == pattern.max_hops == 1


def aggregates(query: Match) -> bool:
    """Say whether a Match has groups: then its plain columns are the group."""
    columns: tuple[Return | Order, ...] = (*query.returns, *query.order)
    return any(each.aggregate for each in columns) or bool(query.having)


def once(query: Match) -> bool:
    """Say whether no node comes twice in the solutions, however they are made.

    That is so of one variable, and of the ends of edges of one relation at one known node.
    """
    if query.optional:
        return False
    if not query.patterns:
        return len(query.variables) == 1
    known = [each for each in query.variables if len(each.ids) == 1]
    pattern = query.patterns[0]
    one = len(query.patterns) == 1 and is_edge(pattern) and len(pattern.relations) == 1
    return one and pattern.direction != "both" and len(known) == len(query.variables) - 1 <= 1


def variables_of(groups: Iterable[Group]) -> list[Var]:
    """Return the variables of all groups."""
    return [each for group in groups for each in group.variables]


def late_names(query: Match) -> set[str]:
    """Return the names that are bound by optional groups, or by patterns that lead to what those bind."""
    late = {each.name for each in variables_of(query.optional)}
    late |= {each.name for group in query.optional for each in group.patterns if each.name}
    return late | {each.name for each in query.patterns if each.name and {each.source, each.target} & late}


def names_in(condition: Condition) -> set[str]:
    """Return the names that a condition looks at."""
    right = {condition.value.variable} if isinstance(condition.value, Ref) else set()
    return {condition.variable} | right


def check_condition(condition: Condition) -> None:
    """Raise QueryError where the value does not fit the operator."""
    value, operator = condition.value, condition.operator
    where = f"The condition on '{condition.variable}.{condition.key}'"
    if operator in ("exists", "missing") or isinstance(value, Ref):
        return
    if operator == "in" and not isinstance(value, tuple):
        raise QueryError(f"{where} needs a list after 'in'.")
    if operator != "in" and (value is None or isinstance(value, tuple)):
        raise QueryError(f"{where} needs one value after '{operator}'.")
    if operator in ("contains", "starts") and not isinstance(value, str):
        raise QueryError(f"{where} needs a text after '{operator}'.")
