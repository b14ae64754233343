"""What happened: things that stand for a doing ("viewings", "orders"), asked of by a verb, and not by what they are.

Such a thing has one of several others (a viewing its property, its visitor, its agent) and often a time and an
amount: who, when and for how much ask for these.
"""

from collections.abc import Iterable

from agents.reading.ground import Ground, Way
from agents.reading.items import Info, Item
from agents.reading.joining import IMPLICIT_MORE, Gap, Made, joined
from agents.reading.manner import Manner
from agents.reading.meaning import Both, Joined, Meaning, Most, Total, Values, certain, parts_of_both
from agents.reading.names import own_time

SUBJECT = -0.3  # "(when did) X | view Y": whose viewing of Y it was
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
    """Return what a question asks of what happened: who did it, when, for how much, how often."""
    if item.kind != "set" or not item.derived or how.verdict or how.count:
        return
    if len(item.info.types) != 1:
        return
    if not ground.happens(item.info) and not (how.much and len(_said(ground, item.info, time=False)) == 1):
        return  # "how much has X given": grants are no doings, but have one amount
    if how.word == "whose":
        yield from _persons(ground, item)
    if not _relations(item.members):
        return
    if how.often:
        yield item.but(kind="total", meaning=Total(item.members, "count"), score=item.score + ASKED_OF)
    if how.person and how.word != "whose":
        yield from _persons(ground, item)
    if how.word == "when" or how.much:
        for place, name in enumerate(_said(ground, item.info, time=not how.much)):
            score = item.score + ASKED_OF + ONE_OF_SEVERAL * place
            yield item.but(kind="value", meaning=Values(item.members, name), score=score)


def _persons(ground: Ground, item: Item) -> Made:
    used, persons = _relations(item.members), ground.lexicon.persons
    ways: list[Way] = []
    for type in sorted(persons):
        ways += [way for way in ground.between(item.info, ground.info(type)) if way[0] not in used]
    for place, way in enumerate(ways):
        for each in joined(ground, (way,), item, item.score + ASKED_OF + ONE_OF_SEVERAL * place):
            yield each.but(trace=item.trace)


def _said(ground: Ground, info: Info, time: bool) -> list[str]:
    """Return the times, or the amounts, that a thing says: its own time ("order date") first."""
    (type,) = info.types
    units = ground.lexicon.properties.get(type, {}).values()
    fitting = [each for each in units if (each.date or each.year if time else each.amount)]
    return [each.name for each in sorted(fitting, key=lambda each: not (time and own_time(each.name, type)))]


def _relations(meaning: Meaning) -> set[str]:
    """Return the relations by which a set is joined with what is known."""
    source = meaning.source if isinstance(meaning, Most) else meaning
    return {each.relation for each in parts_of_both(source) if isinstance(each, Joined) and certain(each.source)}
