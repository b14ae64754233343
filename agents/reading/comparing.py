"""Filters and comparisons: "over 5 million", "more than 3 rivers", "since 1990", "larger than texas"."""

from collections.abc import Sequence
from dataclasses import replace

from agents.language.measures import alike, converted
from agents.query import Operator, Scalar
from agents.reading.amounts import is_year
from agents.reading.days import days, last_of, yearly
from agents.reading.ground import Ground
from agents.reading.items import Info, Item
from agents.reading.joining import MOST_RANKED, UNSAID_OWNER, Gap, Made, implied
from agents.reading.labelling import amount_of, filtered, relations_of
from agents.reading.lexicon import Unit
from agents.reading.meaning import (
    COMPARED,
    Against,
    Comparison,
    Counted,
    Either,
    Joined,
    Said,
    Where,
    boundless,
    impossible,
    named,
    sort,
)
from agents.reading.measuring import descending, measures, superlative_then_set
from agents.reading.names import own_time

UNSAID_LABEL = -0.6  # a year is compared, and the edges say when
IN_UNIT = -0.4  # a number is compared in a unit, and a property is recorded in one like it
UNSAID_AMOUNT = -0.8  # a number is compared, and the edges say one amount
OTHER_TIME = -0.4  # ... and another time is the thing's own
OF_TEXT = -1.5  # a number that nothing is recorded to have
UNSAID = -1.0  # a number is compared, and no word says with what
PRICE = ("price", "cost")
EQUAL = -0.1  # a property and a number side by side: "population 5000"
FILTER_FIRST = -0.3  # the filter stands before the set


def comparative_then_number(ground: Ground, comparative: Item, number: Item, gap: Gap) -> Made:
    """Read "more than | 5"."""
    score = comparative.score + number.score
    dimensions = comparative.dimensions or number.dimensions
    filter = replace(comparative, kind="filter", score=score, number=number.number, text=number.text)
    yield replace(filter, dimensions=dimensions, measure=number.measure)


def comparative_then_property(ground: Ground, comparative: Item, unit: Item, gap: Gap) -> Made:
    """Read "greater | population (than ...)"."""
    if ground.ordered(unit.owner, unit.name):
        yield replace(comparative, unit=unit.name, owner=unit.owner, score=comparative.score + unit.score)


def property_then_filter(ground: Ground, unit: Item, filter: Item, gap: Gap) -> Made:
    """Read "population | over 5 million"."""
    if not filter.unit and (filter.name == "=" or ground.ordered(unit.owner, unit.name)):
        yield replace(filter, unit=unit.name, owner=unit.owner, score=unit.score + filter.score)


def filter_then_relation(ground: Ground, filter: Item, relation: Item, gap: Gap) -> Made:
    """Read "more than two | stars", or "speaks | more than two languages": count what the relation leads to."""
    if _counts(ground, filter) and filter.number is not None:
        among = filter.among or ground.anything()
        yield replace(filter, unit=relation.name, among=among, score=filter.score + relation.score)


def _counts(ground: Ground, filter: Item) -> bool:
    """Whether a filter may be of how many there are: not so of what is measured, nor of "in the 1970s", nor of more
    than there are in the whole graph."""
    years = is_year(filter.number) and is_year(filter.upper)
    many = (filter.number or 0.0) > max(MOST_RANKED, ground.lexicon.schema.nodes)
    return not filter.unit and not filter.dimensions and not years and not many


def property_then_number(ground: Ground, unit: Item, number: Item, gap: Gap) -> Made:
    """Read "population | 5000"; of a text ("room 12") only what is recorded so."""
    score = unit.score + number.score + EQUAL
    known = unit.edge or not ground.lexicon.is_text(unit.owner, unit.name)
    values = ground.lexicon.values.get(number.text, ())
    score += 0.0 if known or any((each.owner, each.key) == (unit.owner, unit.name) for each in values) else OF_TEXT
    yield Item(
        "filter", score, name="=", unit=unit.name, owner=unit.owner, number=number.number, text=number.text,
        measure=number.measure,
    )  # fmt: skip


def set_then_filter(ground: Ground, source: Item, filter: Item, gap: Gap) -> Made:
    """Read "states with | a population over 5 million", or "states with | more than 3 rivers"."""
    score = source.score + filter.score
    if filter.among is not None:
        for how, cost in measures(ground, source.info, filter):
            counted = Counted(source.members, how, _operator(filter), filter.number or 0.0)
            yield Item("set", score + cost, counted, source.info, derived=True)
        return
    yield from _by_edges(ground, source, filter)
    for unit, cost in _compared(ground, source.info, filter):
        where = source.members
        for operator, value in _bounds(unit, filter):
            where = Where(where, unit.name, operator, value)
        if where != source.members and not impossible(where):
            yield Item("set", score + cost, where, source.info, derived=True)


def set_then_filter_elsewhere(ground: Ground, source: Item, filter: Item, gap: Gap) -> Made:
    """Read "patients | admitted on 7 March" and "firms | fined over 100,000", where admissions and decisions say so."""
    if filter.unit and filter.owner not in ("", *source.info.types) and sort(source.meaning):
        for each in set_then_filter(ground, ground.kind(filter.owner, UNSAID_OWNER), filter, ()):
            yield from implied(ground, source, each)


def _by_edges(ground: Ground, source: Item, filter: Item) -> Made:
    """Read "call at a port | more than 20 times a week", and "has called at | since 2015"."""
    labels = ground.lexicon.labels
    for relation in [filter.edge] if filter.edge else relations_of(source.members) if _time(filter) else []:
        for unit in labels.get(relation, {}).values():
            meant = unit.name == filter.unit if filter.edge else not filter.unit and (unit.date or unit.year)
            said = (
                [
                    Said(unit.name, operator, value)
                    for operator, value in _bounds(unit, filter)
                    if not isinstance(value, tuple)
                ]
                if meant
                else []
            )
            if said:
                yield from filtered(ground, source, filter, relation, said, 0.0 if filter.edge else UNSAID_LABEL)


def _bounds(unit: Unit, filter: Item) -> list[tuple[Operator, Scalar | tuple[Scalar, ...]]]:
    """Return what a property must be, none where a date is compared with what is no year."""
    part = yearly(filter.text)
    if part:
        return [("contains", part)] if unit.date else []
    if (unit.date and not is_year(filter.number)) or (days(filter.text) and not unit.date):
        return []
    in_unit = _as_recorded(unit, filter)
    if in_unit is None:
        return []
    filter = in_unit
    if filter.name == "in":
        return [] if unit.date else [("in", (filter.number or 0.0, filter.upper or 0.0))]
    bounds: list[tuple[Operator, Scalar | tuple[Scalar, ...]]] = [
        _bound(unit, _operator(filter), filter.number, filter.text)
    ]
    return bounds if filter.upper is None else [*bounds, _bound(unit, "<=", filter.upper, filter.until)]


def _as_recorded(unit: Unit, filter: Item) -> Item | None:
    """Return a filter with its numbers in the unit that a property is recorded in; None where that measures another."""
    if not filter.measure or unit.date or filter.number is None:
        return filter
    number = converted(filter.number, filter.measure, unit.measure)
    upper = None if filter.upper is None else converted(filter.upper, filter.measure, unit.measure)
    return None if number is None else replace(filter, number=number, upper=upper)


def _compared(ground: Ground, info: Info, filter: Item) -> Sequence[tuple[Unit, float]]:
    """Return the properties that a filter may speak of, with a cost."""
    if filter.edge:
        return []
    if filter.unit:
        unit = ground.lexicon.properties.get(filter.owner, {}).get(filter.unit)
        return [(unit, 0.0)] if unit and filter.owner in info.types else []
    if filter.dimensions:
        return ground.measured_by(info, filter.dimensions)
    if filter.measure and (found := _in_unit(ground, info, filter.measure)):
        return found
    if _time(filter):
        units = [unit for owner in sorted(info.types) for unit in ground.lexicon.properties.get(owner, {}).values()]
        timed = [unit for unit in units if unit.date or unit.year]
        own = [
            unit for unit in timed if own_time(unit.name, unit.owner)
        ]  # orders "of 2019" rather have that for their order date
        return [(unit, UNSAID + (0.0 if unit in own or not own else OTHER_TIME)) for unit in timed]
    unsaid = [*ground.measured_by(info, ("age",)), *ground.measured_by(info, PRICE)]  # "under 30", "under 200,000"
    return [(unit, cost + UNSAID) for unit, cost in dict([*ground.only_amount(info), *unsaid]).items()]


def _in_unit(ground: Ground, info: Info, measure: str) -> list[tuple[Unit, float]]:
    """Return the properties that are recorded in a unit of the same kind: what "takes more than two hours"."""
    units = [unit for owner in sorted(info.types) for unit in ground.lexicon.properties.get(owner, {}).values()]
    return [(unit, IN_UNIT) for unit in units if unit.measure and alike(unit.measure, measure)]


def filter_then_set(ground: Ground, filter: Item, source: Item, gap: Gap) -> Made:
    """Read "more than 3 | rivers" as a filter by count, and "over 5 million | states" as the states filtered."""
    if _counts(ground, filter) and sort(source.meaning) and filter.among is None:
        yield replace(filter, among=source, score=filter.score + source.score)
    for item in set_then_filter(ground, source, filter, gap):
        yield replace(item, score=item.score + FILTER_FIRST)
    yield from thing_then_filter(ground, source, filter, gap)


def thing_then_filter(ground: Ground, thing: Item, filter: Item, gap: Gap) -> Made:
    """Read "(who scored) above 80 | in X": what edges of so much join with a thing that is named."""
    if not named(thing.meaning) or filter.among is not None:
        return
    plain = not filter.unit and not filter.dimensions and not _time(filter)
    for relation in [filter.edge] if filter.edge else ground.lexicon.labels if plain else ():
        unit = ground.lexicon.labels[relation].get(filter.unit) if filter.edge else amount_of(ground, relation)
        bounds = _bounds(unit, filter) if unit else []
        said = tuple(Said(unit.name, sign, value) for sign, value in bounds if unit and not isinstance(value, tuple))
        for out in (True,) if ground.symmetric(relation) else (True, False):
            if said and ground.can(thing.info, relation, out):
                score = thing.score + filter.score + (0.0 if filter.edge else UNSAID_AMOUNT)
                joined = Joined(thing.members, relation, out, said=said)
                yield Item("set", score, joined, ground.leads_to(relation, out, thing.info), derived=True)


def and_then_filter(ground: Ground, conjunction: Item, filter: Item, gap: Gap) -> Made:
    """Read "or | after 2013"; "and | more than 5 berths" narrows further."""
    if conjunction.name == "and" and filter.unit:
        yield replace(filter, score=conjunction.score + filter.score)
    if conjunction.name == "or" and filter.among is None and not filter.edge:
        yield replace(filter, kind="orfilter", score=conjunction.score + filter.score)


def set_then_orfilter(ground: Ground, source: Item, other: Item, gap: Gap) -> Made:
    """Read "boats built before 1990 | or after 2010": the same property, where the second names none."""
    first = source.meaning
    if not isinstance(first, Where) or isinstance(first.value, tuple):
        return
    owner = next((each for each in source.info.types if first.key in ground.lexicon.properties.get(each, {})), "")
    named = other if other.unit or not owner else replace(other, unit=first.key, owner=owner, dimensions=())
    rest = Item("set", 0.0, first.source, source.info)
    for each in set_then_filter(ground, rest, replace(named, kind="filter"), gap):
        either = Either((first, each.members))
        yield Item("set", source.score + each.score, either, source.info, derived=True)


def comparative_then_set(ground: Ground, comparative: Item, other: Item, gap: Gap) -> Made:
    """Read "larger than | texas": kept as what a set is compared with; or "which is longer, | A or B"."""
    if isinstance(other.meaning, Either):
        most = replace(comparative, kind="superlative", name="")
        yield from superlative_then_set(ground, most, other, gap)
    if "," in gap and "than" not in gap:  # "who has more staff, | A or B": these are compared with each other
        return
    if not boundless(other.meaning) and (comparative.dimensions or comparative.unit):
        yield replace(comparative, kind="compare", among=other, score=comparative.score + other.score)


def set_then_compare(ground: Ground, source: Item, compare: Item, gap: Gap) -> Made:
    """Read "states | larger than texas": those whose property compares so with that of another set's members."""
    if compare.among is None:
        return
    units = ground.measured_by(source.info, compare.dimensions)
    if compare.unit:
        owned = ground.lexicon.properties.get(compare.owner, {})
        units = ((owned[compare.unit], 0.0),) if compare.unit in owned else ()
    for unit, cost in units:
        operator: Operator = ">" if descending(compare, unit) else "<"
        meaning = Against(source.members, unit.name, operator, compare.among.members)
        yield Item("set", source.score + compare.score + cost, meaning, source.info, derived=True)


def _time(filter: Item) -> bool:
    return is_year(filter.number) or bool(yearly(filter.text))


def _operator(item: Item) -> Comparison:
    return COMPARED.get(item.name, "=")


def _bound(unit: Unit, operator: Operator, number: float | None, day: str = "") -> tuple[Operator, Scalar]:
    """Return the comparison to make; a year or a month stands for its first or last day where dates are compared."""
    if not unit.date:
        return operator, number or 0.0
    begins = days(day) or f"{number or 0:.0f}"
    if operator == "=":
        return "starts", begins
    return operator, last_of(begins) if operator in (">", "<=") else begins
