"""What things share: "the same school as X", "what do A and B have in common"."""

from collections.abc import Iterable
from dataclasses import replace

from agents.reading.ground import Ground, Way, can_fill
from agents.reading.items import Info, Item
from agents.reading.joining import AGAINST_DIRECTION, IMPLICIT_MORE, Gap, Made, joined_if
from agents.reading.meaning import Against, Both, ButNot, Either, Joined, Kind, Meaning, named, sort

WITH = -0.3  # "with": in the same, which is not said
IN_ONE = -0.6  # "contracts with X" are first of all contracts
_TOGETHER = frozenset(["with", "alongside"])
PAIR = 2
ANYHOW = -0.3  # by whatever relation


def same_then_unit(ground: Ground, same: Item, unit: Item, gap: Gap) -> Made:
    """Read "the same | profession (as X)", where that is a relation or a property."""
    if not same.unit and same.among is None:
        yield replace(
            same, unit=unit.name, owner=unit.owner, name=unit.kind, out=unit.out, score=same.score + unit.score
        )


def same_then_set(ground: Ground, same: Item, other: Item, gap: Gap) -> Made:
    """Read "the same school | as X": those joined with what X is joined with, without X."""
    if isinstance(other.meaning, Kind) and not same.unit and same.among is None:
        yield replace(same, among=other, score=same.score + other.score)
    elif same.name == "relation":
        yield from _sharing(ground, same, other, [(same.unit, True), (same.unit, False)])
    elif same.name == "property" and same.owner in other.info.types:
        shared = Against(Kind(same.owner), same.unit, "=", other.members)
        yield Item("set", same.score + other.score, ButNot(shared, other.members), other.info, derived=True)
    elif same.among is not None:
        ways = ground.between(other.info, same.among.info)
        yield from _sharing(ground, same, other, ways, same.among.members)


def _sharing(ground: Ground, same: Item, other: Item, ways: Iterable[Way], kind: Meaning | None = None) -> Made:
    for place, (relation, out) in enumerate(ways):
        for shared in joined_if(ground, (relation, out), other):
            middle = shared.members if kind is None else Both((kind, shared.members))
            back = Joined(middle, relation, not out)
            info = ground.leads_to(relation, not out, shared.info)
            score = same.score + shared.score + IMPLICIT_MORE * place
            yield Item("set", score, ButNot(back, other.members), info, derived=True)


def relation_with(ground: Ground, relation: Item, other: Item, gap: Gap) -> Made:
    """Read "(who) acted | with X": whoever did it to what X did it to; "dealt with X" is another thing."""
    does = not relation.noun and not relation.passive and not _TOGETHER & set(relation.said.split())
    if does and _TOGETHER & set(gap) and named(other.meaning) and can_fill(other.info, relation.name, True):
        yield from _sharing(ground, relation.but(score=relation.score + WITH), other, [(relation.name, True)])


def shared_then_sort(ground: Ground, several: Item, kind: Item, gap: Gap) -> Made:
    """Read "(those who worked with X) | on a project", which says what they have in common and nothing more."""
    both = several.meaning
    if not sort(kind.meaning) or not isinstance(both, ButNot) or not isinstance(both.source, Joined):
        return
    back, there = both.source, both.source.source
    same = isinstance(there, Joined) and there.relation == back.relation and there.source == both.other
    if same and ground.leads_to(back.relation, not back.out, several.info).types & kind.info.types:
        yield several.but(score=several.score + kind.score)


def set_with(ground: Ground, several: Item, other: Item, gap: Gap) -> Made:
    """Read "actors (who worked) | with X": those who are what they are called in what X is in."""
    role = several.meaning
    if not _TOGETHER & set(gap) or not named(other.meaning) or not isinstance(role, Joined) or role.source != Kind(""):
        return
    if several.info.types & other.info.types:
        common = ground.leads_to(role.relation, not role.out, None)
        ways = sorted(ground.between(other.info, common), key=lambda way: way[0] != role.relation)
        for place, way in enumerate(ways[:2]):
            middle = Joined(other.members, *way)
            both = ButNot(Joined(middle, role.relation, role.out), other.members)
            score = several.score + other.score + WITH + IMPLICIT_MORE * place
            yield Item("set", score, both, several.info, derived=True)


def sort_with(ground: Ground, kind: Item, other: Item, gap: Gap) -> Made:
    """Read "(who has) contracts | with X": the others in contracts that X is in."""
    if sort(kind.meaning) and ground.had(kind) and named(other.meaning) and gap[-1:] == ("with",):
        ways = [way for way in ground.between(other.info, kind.info) if not ground.functional(way[0], not way[1])]
        yield from _sharing(ground, kind.but(score=kind.score + IN_ONE), other, ways, kind.members)


def _one_of_all(ground: Ground, several: Item, each: Either, same: Item) -> Made:
    """Read "A and B have the same | school": what that leads to from both; of a property, the first if it is so."""
    score = several.score + same.score
    if same.name == "relation":
        for out in (True, False):
            if ground.can(several.info, same.unit, out):
                shared = Both(tuple(Joined(part, same.unit, out) for part in each.parts))
                info, against = ground.leads_to(same.unit, out, several.info), AGAINST_DIRECTION * (out != same.out)
                yield Item("set", score + against, shared, info, derived=True)
    elif same.owner in several.info.types and len(each.parts) == PAIR:
        one, other = each.parts
        alike = Both((one, Against(Kind(same.owner), same.unit, "=", other)))
        yield Item("set", score, alike, several.info, derived=True)


def set_then_same(ground: Ground, several: Item, same: Item, gap: Gap) -> Made:
    """Read "A and B | share", "A and B | have in common": what is joined with each of them, by any relation."""
    meaning = several.meaning
    if not isinstance(meaning, Either) or several.name != "and" or same.among is not None:
        return
    if same.unit:
        yield from _one_of_all(ground, several, meaning, same)
        return
    infos = [ground.leads_to(relation, end == "head", several.info) for relation, end in several.info.offers]
    types = frozenset().union(*(info.types for info in infos))
    offers = frozenset().union(*(info.offers for info in infos))
    common = Both(tuple(Joined(part, "", True) for part in meaning.parts))
    yield Item("set", several.score + same.score + ANYHOW, common, Info(types, offers), derived=True)
