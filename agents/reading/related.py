"""Kinship joined with a set: each step by any of its relations, men or women alone, and others than oneself."""

from collections.abc import Iterable

from agents.reading.ground import Ground
from agents.reading.items import Info, Item
from agents.reading.joining import HAVING, JOIN, UNIVERSAL, Gap, Made, joined_if
from agents.reading.kin import Step
from agents.reading.meaning import Both, ButNot, Either, Joined, Kind, Meaning, Things, universal

UNKNOWN = -0.3  # men or women alone are meant, and the graph does not say who is


def kin_then_set(ground: Ground, kin: Item, argument: Item, gap: Gap) -> Made:
    """Read "grandchildren of | tobias"."""
    if kin.kin is None:
        return
    item = argument
    for step in kin.kin.steps:
        reached = _stepped(ground, step, item)
        if reached is None:
            return
        item = reached
    meaning = item.members
    if kin.kin.others and isinstance(argument.meaning, Things):
        meaning = ButNot(meaning, argument.meaning)
    score = kin.score + argument.score + JOIN + (UNIVERSAL if universal(argument.meaning) else 0.0)
    for each, cost in _of_gender(ground, kin.kin.gender, meaning):
        yield Item("set", score + cost, each, item.info, derived=True)


def _of_gender(ground: Ground, gender: str, meaning: Meaning) -> Iterable[tuple[Meaning, float]]:
    """Yield the men or the women of a set, and those who may be for all that the graph says, with costs."""
    genders = ground.lexicon.genders
    if gender and genders:
        yield Both((meaning, genders[gender])), 0.0
        yield ButNot(meaning, genders["female" if gender == "male" else "male"]), UNKNOWN
    else:
        yield meaning, UNKNOWN if gender else 0.0


def set_then_kin(ground: Ground, argument: Item, kin: Item, gap: Gap) -> Made:
    """Read "tobias's | grandchildren", and "people who have | grandchildren"."""
    direct = kin.kin is not None and len(kin.kin.steps) == 1 and not kin.kin.gender
    having = direct and isinstance(argument.meaning, Kind) and bool(HAVING & set(gap))
    yield from _those_with(ground, kin, argument) if having else kin_then_set(ground, kin, argument, gap)


def _those_with(ground: Ground, kin: Item, argument: Item) -> Made:
    """Return the members of a type that have such kin."""
    steps = kin.kin.steps[0] if kin.kin else ()
    ways = [(name, out) for name, out in steps if ground.can(argument.info, name, out)]
    having: tuple[Meaning, ...] = tuple(Joined(Kind(""), name, not out) for name, out in ways)
    if having:
        those = having[0] if len(having) == 1 else Either(having)
        score = kin.score + argument.score + JOIN
        yield Item("set", score, Both((argument.members, those)), argument.info, derived=True)


def _stepped(ground: Ground, step: Step, source: Item) -> Item | None:
    """Return what any of some relations leads to; None where the graph can hold none of them."""
    reached = [each for way in step for each in joined_if(ground, way, source)]
    if not reached:
        return None
    parts: tuple[Meaning, ...] = tuple(each.members for each in reached)
    types = frozenset().union(*(each.info.types for each in reached))
    offers = frozenset().union(*(each.info.offers for each in reached))
    return Item("set", 0.0, parts[0] if len(parts) == 1 else Either(parts), Info(types, offers), derived=True)
