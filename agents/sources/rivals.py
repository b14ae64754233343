"""Passages that answer one question differently: which of them is better founded, where one is.

Two passages are rivals where a sentence of the one parts from a sentence of the other (`parting`) and there is room
for one of them: because of what they say, or because the question asks for one thing alone and this is it. What a
higher kind of source says, or says so too, goes before a lower one's word; else what more sources say, a source that
says several things at once counting for each by its share. Where nothing tells, none is held back, and it is told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import cast

from agents.declaration import SourceKind
from agents.model import Passage
from agents.sources.arbiter import WORDS, Conflict, Side
from agents.sources.brevity import sentences
from agents.sources.factuality import Outcome, Verdict
from agents.sources.one_answer import asks_one
from agents.sources.parting import Parting, content, parting, turned
from agents.sources.statement import Statement, Thing, folded

_COMPARED = 3  # sentences of a passage
_SHARED = 3  # content words that two answers to one question share at least
_AHEAD = 0.25  # of a source: how much more has to speak for the one than for the other


@dataclass(frozen=True)
class Rivalry:
    """What came of comparing passages: the disagreements, and the ids of the passages that lost one."""

    conflicts: tuple[Conflict, ...] = ()
    lost: frozenset[str] = frozenset()
    witnesses: tuple[Passage, ...] = ()  # of documents that were only asked for evidence, and won


@dataclass(frozen=True)
class Stand:
    """A passage among others: what its check found, and by whom its very words were said."""

    passage: Passage
    verdict: Verdict | None = None
    sources: frozenset[str] = field(default_factory=frozenset)

    @property
    def kinds(self) -> set[SourceKind]:
        """The kinds of sources that say so."""
        kinds = {cast(SourceKind, self.passage.kind)}
        claims = self.verdict.claims if self.verdict and self.verdict.outcome is Outcome.SUPPORTED else ()
        for each in claims:
            if each.outcome is Outcome.SUPPORTED:
                kinds.add("document" if each.passages else "graph")
        return kinds


@dataclass(frozen=True)
class _Clash:
    one: Stand
    other: Stand
    words: tuple[str, str]
    at: Parting


def rivalry(question: str, stands: Sequence[Stand], preference: Sequence[SourceKind]) -> Rivalry:
    """Return which passages contradict each other, or answer the question differently, and which of them lose."""
    every = [*stands, *_witnesses(stands)]
    found: list[Conflict] = []
    lost: set[str] = set()
    for group, clashes in _groups(list(_clashes(question, every))):
        sides = _sides(group, clashes)
        conflict = _weighed(sides, clashes, preference)
        found.append(conflict)
        lost |= {each for side in conflict.sides[1:] for each in side.passages} if conflict.decided else set()
    shown = {passage for each in found for side in each.sides for passage in side.passages}
    given = {each.passage.id for each in stands}
    extra = tuple(each.passage for each in every if each.passage.id in shown - given)
    return Rivalry(tuple(found), frozenset(lost), extra)


def _witnesses(stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield the documents' passages that the checks found to say otherwise, and that are not among the passages."""
    seen = {each.passage.id for each in stands}
    for stand in stands:
        for claim in stand.verdict.claims if stand.verdict else ():
            for each in claim.passages if claim.outcome is not Outcome.SUPPORTED else ():
                if each.id not in seen:
                    seen.add(each.id)
                    yield Stand(each, sources=frozenset({each.source}))


# --- who contradicts whom -----------------------------------------------------------------------


def _clashes(question: str, stands: Sequence[Stand]) -> Iterator[_Clash]:
    one = asks_one(question)
    asked = content(question)
    for first, second in combinations(stands, 2):
        for said, other in _pairs(first.passage, second.passage):
            at = parting(said, other) or turned(parting(other, said))
            if at is not None and (at.single or (one and _answers(at, asked))):
                yield _Clash(first, second, (said, other), at)
                break


def _pairs(one: Passage, other: Passage) -> Iterator[tuple[str, str]]:
    for said in _sentences(one):
        for also in _sentences(other):
            yield said, also


def _sentences(passage: Passage) -> list[str]:
    return [said for _, said in sentences(passage.text)[:_COMPARED]]


def _answers(at: Parting, asked: frozenset[str]) -> bool:
    """Tell whether two sentences part in what is asked for, and share what the question tells."""
    told, shared = content(f"{at.own} ; {at.other}"), {*at.shared}
    return len(shared) >= _SHARED and not told & asked and 3 * len(asked & shared) >= len(asked)


# --- who is believed ----------------------------------------------------------------------------


def _groups(clashes: Sequence[_Clash]) -> Iterator[tuple[list[Stand], list[_Clash]]]:
    """Yield the passages that hang together by contradictions, with these."""
    left = list(clashes)
    while left:
        inside = {left[0].one.passage.id, left[0].other.passage.id}
        mine: list[_Clash] = []
        while more := [each for each in left if {each.one.passage.id, each.other.passage.id} & inside]:
            mine += more
            left = [each for each in left if each not in more]
            inside |= {end.passage.id for each in more for end in (each.one, each.other)}
        stands = {end.passage.id: end for each in mine for end in (each.one, each.other)}
        yield list(stands.values()), mine


def _sides(group: Sequence[Stand], clashes: Sequence[_Clash]) -> list[list[Stand]]:
    """Return the passages by what they say: none of a side contradicts another of it."""
    against = {frozenset((each.one.passage.id, each.other.passage.id)) for each in clashes}
    sides: list[list[Stand]] = []
    for stand in group:
        apart = (
            side for side in sides if all({stand.passage.id, each.passage.id} not in against for each in side)
        )  # fmt: skip
        side = next(apart, None)
        sides.append([stand]) if side is None else side.append(stand)
    return sides


def _weighed(sides: Sequence[Sequence[Stand]], clashes: Sequence[_Clash], preference: Sequence[SourceKind]) -> Conflict:
    votes = _votes(sides)
    ranks = [min(preference.index(kind) for each in side for kind in each.kinds) for side in sides]
    order = sorted(range(len(sides)), key=lambda at: (ranks[at], -votes[at]))
    first, second = order[0], order[1]
    told = tuple(Side(tuple(_statement(each, clashes) for each in sides[at])) for at in order)
    about = " or ".join(f"“{side.best.tail.name}”" for side in told[:3])
    if ranks[first] < ranks[second]:
        one, other = preference[ranks[first]], preference[ranks[second]]
        return Conflict(about, told, True, f"I go by {WORDS[one]}, which here comes before {WORDS[other]}")
    if votes[first] - votes[second] > _AHEAD:
        return Conflict(about, told, True, "More speaks for the former: what more sources say, or one always says")
    kind = WORDS[preference[ranks[first]]]
    return Conflict(about, told, False, f"Both stand on {kind} alone, so neither is believed over the other")


def _votes(sides: Sequence[Sequence[Stand]]) -> list[float]:
    """Return how many sources say what a side says; one that says several things counts for each by its share."""
    said = [Counter(name for each in side for name in each.sources or {each.passage.source}) for side in sides]
    whole = sum(said, Counter[str]())
    return [sum(count / whole[name] for name, count in each.items()) for each in said]


def _statement(stand: Stand, clashes: Sequence[_Clash]) -> Statement:
    passage = stand.passage
    mine = next(each for each in clashes if stand in (each.one, each.other))
    first = stand is mine.one
    own = mine.at.own if first else mine.at.other
    name = passage.place.title if passage.place else passage.source
    words = mine.words[0 if first else 1]
    kind = cast(SourceKind, passage.kind)
    return Statement(Thing(" ".join(mine.at.shared)), "", Thing(own), kind, words, name, passage.id)


def said_by(passages: Sequence[Passage]) -> Mapping[str, frozenset[str]]:
    """Return, for each text, who says it."""
    found: dict[str, set[str]] = {}
    for each in passages:
        found.setdefault(folded(each.text), set()).add(each.source)
    return {text: frozenset(names) for text, names in found.items()}
