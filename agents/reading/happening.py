"""What happened: things that stand for a doing ("viewings", "orders"), asked of by a verb, and not by what they are.

Such a thing has one of several others (a viewing its property, its visitor, its agent) and often a time and an
amount: who, when and for how much ask for these.
"""

from collections.abc import Iterable

from agents.reading.evidence import grounds
from agents.reading.ground import Ground, Way
from agents.reading.items import Info, Item
from agents.reading.joining import IMPLICIT_MORE, Gap, Made, implied, joined
from agents.reading.labelling import relations_of
from agents.reading.manner import Manner
from agents.reading.meaning import Both, Joined, Meaning, Most, Total, Values, Where, certain, parts_of_both
from agents.reading.names import own_time, spoken

SUBJECT = -0.3  # "(when did) X | view Y": whose viewing of Y it was
UNSAID_WHO = -0.1  # "who is on X": the people are not called anything
AGENT = -0.4  # ... and are rather those of the stay than those who arranged it
OF_A_ROW = 0.1  # "what was X's CRP" asks for the number, and not for the row that has it
ASKED_OF = -0.3  # "who viewed Y" asks for whom the viewing was by
ONE_OF_SEVERAL = -0.35  # ... each further relation, time or amount that could be the one


def subject_then_happening(ground: Ground, subject: Item, done: Item, gap: Gap) -> Made:
    """Read "(did) X | view Y": of the viewings of Y those that X is joined with."""
    if gap or subject.derived or not certain(subject.meaning) or not done.derived or not ground.happens(done.info):
        return
    used = {each.relation for each in parts_of_both(done.members) if isinstance(each, Joined)}
    ways = [way for way in ground.between(subject.info, done.info) if way[0] not in used]
    for place, way in enumerate(ways):
        for each in joined(ground, (way,), subject, subject.score + done.score + SUBJECT + IMPLICIT_MORE * place):
            yield done.but(meaning=Both((*parts_of_both(done.members), each.members)), score=each.score)


def asked_of(ground: Ground, item: Item, how: Manner) -> Iterable[Item]:
    """Return what a question asks of what happened: who did it, when, for how much, how often; and what a row says."""
    if item.kind != "set" or how.verdict or how.count:
        return
    if how.whom and not item.derived and certain(item.meaning) and not item.info.types & ground.lexicon.persons:
        yield from _those_with(ground, item)
    if item.derived and len(item.info.types) == 1:
        if how.word == "what" and not how.does and _row(item):
            yield from _amount_of(ground, item)
        if ground.happens(item.info):
            yield from _of_happening(ground, item, how)
        elif how.much and len(_said(ground, item.info, time=False)) == 1 and _relations(item.members):
            yield from _values(ground, item, time=False)  # "how much has X given": grants have one amount


def _of_happening(ground: Ground, item: Item, how: Manner) -> Made:
    if how.word == "whose":
        yield from _persons(ground, item, how)
    if not _relations(item.members):
        return
    if how.often:
        yield item.but(kind="total", meaning=Total(item.members, "count"), score=item.score + ASKED_OF)
    if how.person and how.word != "whose":
        yield from _persons(ground, item, how)
    if how.word == "when" or how.much:
        yield from _values(ground, item, time=not how.much)


def _values(ground: Ground, item: Item, time: bool) -> Made:
    for place, name in enumerate(_said(ground, item.info, time)):
        score = item.score + ASKED_OF + ONE_OF_SEVERAL * place
        yield item.but(kind="value", meaning=Values(item.members, name), score=score)


def _row(item: Item) -> bool:
    """Whether things are called by one of their values and not by their type: "the CRP of X", a result of that test."""
    told = grounds(item.trace)
    valued = any(isinstance(each, Where) and each.operator == "=" for each in parts_of_both(_ranked(item.members)))
    return valued and any(each.kind == "value" for each in told) and not any(each.kind == "unit" for each in told)


def _amount_of(ground: Ground, row: Item) -> Made:
    for unit, _ in ground.only_amount(row.info):
        value = Values(row.members, unit.name)
        yield row.but(kind="value", meaning=value, owner=unit.owner, score=row.score + OF_A_ROW)


def _those_with(ground: Ground, item: Item) -> Made:
    """Return the people that something named is joined with, or that what happened is: "who is on X", "who has X"."""
    for type in sorted(ground.lexicon.persons):
        for each in implied(ground, ground.kind(type, UNSAID_WHO), item):
            by = any(map(_by, relations_of(each.members)))
            yield each.but(score=each.score + (AGENT if by else 0.0))


def _persons(ground: Ground, item: Item, how: Manner) -> Made:
    used, persons = _relations(item.members), ground.lexicon.persons
    ways: list[Way] = []
    for type in sorted(persons):
        ways += [way for way in ground.between(item.info, ground.info(type)) if way[0] not in used]
    if how.word == "whose":  # the pulse is the patient's, and not the nurse's who took it
        ways.sort(key=lambda way: _by(way[0]))
    for place, way in enumerate(ways):
        for each in joined(ground, (way,), item, item.score + ASKED_OF + ONE_OF_SEVERAL * place):
            yield each.but(trace=item.trace)


def _by(relation: str) -> bool:
    """Whether a relation leads to who did something, as its name says."""
    return spoken(relation).endswith(" by")


def _said(ground: Ground, info: Info, time: bool) -> list[str]:
    """Return the times, or the amounts, that a thing says: its own time ("order date") first."""
    (type,) = info.types
    units = ground.lexicon.properties.get(type, {}).values()
    fitting = [each for each in units if (each.date or each.year if time else each.amount)]
    return [each.name for each in sorted(fitting, key=lambda each: not (time and own_time(each.name, type)))]


def _relations(meaning: Meaning) -> set[str]:
    """Return the relations by which a set is joined with what is known."""
    return {
        each.relation for each in parts_of_both(_ranked(meaning)) if isinstance(each, Joined) and certain(each.source)
    }


def _ranked(meaning: Meaning) -> Meaning:
    """Return a set, or what the most of it is taken of."""
    return meaning.source if isinstance(meaning, Most) else meaning
