"""Times told by what a thing is joined with: "papers published in 2019", where venues have years."""

from collections.abc import Iterable

from agents.language.stems import stem
from agents.reading.amounts import TIME
from agents.reading.comparing import set_then_filter
from agents.reading.days import MONTHS
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import UNSAID_OWNER, Gap, Made, implied, join
from agents.reading.meaning import sort
from agents.reading.names import noun, own_time
from agents.reading.operator_words import is_number
from agents.reading.question import Asked

MADE = -0.3  # a verb asks for the time at which it made something
_ASKING = frozenset(["when", "year", "date", "day"])
_SHORTEST = 4  # letters of such a verb
_ENDS = ("", "ing", "ment", "ance", "ion", "ation")


def relation_then_filter(ground: Ground, relation: Item, filter: Item, gap: Gap) -> Made:
    """Read "published at | in 2019": joined with what is of that year, where what is joined tells no time itself."""
    if _timed(filter):
        heads, tails = (ground.leads_to(relation.name, out, None).types for out in (False, True))
        ends = {type for ends, others in ((heads, tails), (tails, heads)) for type in ends if not _tell(ground, others)}
        for type in sorted(ends):
            for each in _of_that_time(ground, type, filter):
                yield from join(ground, relation, each, (), before=False)


def set_then_dated(ground: Ground, source: Item, filter: Item, gap: Gap) -> Made:
    """Read "papers | from 2019" through a relation that no word names, where papers have no time of their own."""
    if _timed(filter) and sort(source.meaning) and not _tell(ground, source.info.types):
        for type in sorted(ground.lexicon.properties):
            for each in _of_that_time(ground, type, filter):
                yield from implied(ground, source, each)


def own_times(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield what a verb asks for that makes what a type is of: when an order was | ordered, a painting painted."""
    if not any(word.lower in _ASKING or word.lower in MONTHS or is_number(word.lower) for word in question.words):
        return
    for place, position in enumerate(question.positions):
        for type in ground.lexicon.properties if position.pos == "VERB" else ():
            if _made_by(noun(type), position.lemma):
                for unit in ground.lexicon.properties[type].values():
                    if (unit.date or unit.year) and own_time(unit.name, type):
                        yield (place, place + 1), Item("property", MADE, name=unit.name, owner=type)


def _made_by(made: str, verb: str) -> bool:
    """Whether a noun is for what is done by a verb: "painting", "order", "shipment"."""
    if stem(made) and stem(made) == stem(verb):
        return True
    return len(verb) >= _SHORTEST and any(made == f"{form}{end}" for form in (verb, verb[:-1]) for end in _ENDS if form)


def _timed(filter: Item) -> bool:
    return not filter.unit and not filter.edge and filter.among is None and filter.dimensions == TIME


def _tell(ground: Ground, types: frozenset[str]) -> bool:
    """Whether things of some type tell a time."""
    units = (unit for type in types for unit in ground.lexicon.properties.get(type, {}).values())
    return any(unit.date or unit.year for unit in units)


def _of_that_time(ground: Ground, type: str, filter: Item) -> Made:
    if _tell(ground, frozenset({type})):
        yield from set_then_filter(ground, ground.kind(type, UNSAID_OWNER), filter, ())
