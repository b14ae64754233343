"""The arbiter: where sources contradict each other, which of them is believed. Decided here, not by a prompt.

Two statements contradict each other where there is room for one only: different values of a relation or property
that can have one, two relations that shut each other out, or the same said and denied. Different values otherwise are
no conflict. The kind of source that the graph's declaration prefers wins; between two of a kind none does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from agents.declaration import PREFERENCE, SourceKind
from agents.language.phrasing import readable
from agents.sources.singles import Singles
from agents.sources.statement import Statement, same

WORDS: dict[SourceKind, str] = {
    "person": "what you said in this talk",
    "graph": "the graph",
    "document": "documents",
    "card": "cards",
    "model": "a model's own memory",
}


@dataclass(frozen=True)
class Side:
    """Statements that agree, the most believed first."""

    statements: tuple[Statement, ...]

    @property
    def best(self) -> Statement:
        """The statement that stands for the side."""
        return self.statements[0]

    @property
    def edges(self) -> tuple[str, ...]:
        """The ids of the edges that it stands on."""
        return tuple(dict.fromkeys(each.edge for each in self.statements if each.edge))

    @property
    def passages(self) -> tuple[str, ...]:
        """The ids of the passages that it stands on."""
        return tuple(dict.fromkeys(each.passage for each in self.statements if each.passage))


@dataclass(frozen=True)
class Conflict:
    """Sides that cannot all be right, the most believed first; `decided` where that one is believed over the next."""

    about: str
    sides: tuple[Side, ...]
    decided: bool
    why: str

    @property
    def winner(self) -> Statement | None:
        """The statement that is believed, or None where none is over the others."""
        return self.sides[0].best if self.decided else None


def conflicts(
    statements: Sequence[Statement], singles: Singles, preference: Sequence[SourceKind] = PREFERENCE
) -> tuple[Conflict, ...]:
    """Return every conflict among the statements, each once, with its sides in the order of the preference.

    Of what one person said the last word counts: give a person's statements in the order they were made.
    """
    told = _last_words(statements)
    groups = [*_by_value(told, singles), *_shut_out(told, singles), *_denied(told)]
    found = [_weighed(about, sides, preference) for about, sides in groups]
    return tuple({(each.about, frozenset(side.best for side in each.sides)): each for each in found}.values())


def _weighed(about: str, sides: Iterable[Sequence[Statement]], preference: Sequence[SourceKind]) -> Conflict:
    def rank(statement: Statement) -> tuple[int, float]:
        return preference.index(statement.kind), -statement.confidence

    ordered = sorted((Side(tuple(sorted(each, key=rank))) for each in sides), key=lambda side: rank(side.best))
    first, second = ordered[0].best.kind, ordered[1].best.kind
    if first == second:
        return Conflict(
            about, tuple(ordered), False, f"Both are {_plural(first)}, so neither is believed over the other"
        )
    return Conflict(about, tuple(ordered), True, f"I go by {WORDS[first]}, which here comes before {WORDS[second]}")


def _plural(kind: SourceKind) -> str:
    return {"person": "your words", "graph": "facts of the graph", "model": "a model's memory"}.get(kind, WORDS[kind])


# --- where there is room for one only -----------------------------------------------------------

_Group = tuple[str, list[list[Statement]]]


def _by_value(statements: Sequence[Statement], singles: Singles) -> Iterator[_Group]:
    """Yield statements of one subject and relation that give it several values where it can have one."""
    said = [each for each in statements if not each.denied]
    for one_of, end, value in ((singles.out, "head", "tail"), (singles.into, "tail", "head")):
        groups: dict[tuple[str, str], list[Statement]] = {}
        for each in said:
            if each.relation in one_of:
                groups.setdefault((getattr(each, end).key, each.relation), []).append(each)
        for group in groups.values():
            sides = _alike(group, value)
            if len(sides) > 1:
                yield _about(group[0], end), sides


def _alike(group: Sequence[Statement], value: str) -> list[list[Statement]]:
    """Return the statements by their values, those that agree together."""
    sides: list[list[Statement]] = []
    for each in group:
        side = next((side for side in sides if same(getattr(side[0], value), getattr(each, value))), None)
        sides.append([each]) if side is None else side.append(each)
    return sides


def _shut_out(statements: Sequence[Statement], singles: Singles) -> Iterator[_Group]:
    """Yield statements of the same two things by relations that shut each other out."""
    said = [each for each in statements if not each.denied and each.relation in singles.exclusive]
    for one, other in combinations(said, 2):
        if other.relation in singles.exclusive[one.relation] and _same_ends(one, other):
            yield f"{one.head.name} and {one.tail.name}", [[one], [other]]


def _denied(statements: Sequence[Statement]) -> Iterator[_Group]:
    """Yield what one source says and another denies."""
    for no in (each for each in statements if each.denied):
        yes = [each for each in statements if not each.denied and each.relation == no.relation and _same_ends(each, no)]
        if yes:
            yield _about(no, "head"), [yes, [no]]


def _same_ends(one: Statement, other: Statement) -> bool:
    return same(one.head, other.head) and same(one.tail, other.tail)


def _about(statement: Statement, end: str) -> str:
    if end == "tail":
        return f"what '{readable(statement.relation)}' leads to {statement.tail.name}"
    return f"{readable(statement.relation)} of {statement.head.name}"


def _last_words(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, of a person's on one subject and relation only the last."""
    last = {(each.head.key, each.relation): each for each in statements if each.kind == "person"}
    return [each for each in statements if each.kind != "person" or last[each.head.key, each.relation] is each]
