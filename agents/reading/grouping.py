"""Values by how many have them, and counts for each thing: "the most common colour", "boats in each port"."""

from agents.query import Aggregate
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import Gap, Made, members_of
from agents.reading.meaning import COMPARED, Comparison, Shared, Tally, Total, Values, sort
from agents.reading.measuring import PREPOSITIONS, measures
from agents.reading.operator_words import APIECE

OF_VALUES = -0.2  # values are ranked by how many have them: that is not said, but that they are common
SUMMED = -0.3  # "the nights of each": all of them
OF_EACH = 0.7  # "each" says that what is totalled is joined with each: it is no join that no word asks for
RECKONED: dict[str, Aggregate] = {"sum": "sum", "average": "average", "min": "min", "max": "max", "count": "count"}
_FREQUENT = frozenset(["frequency", "prevalence"])


def superlative_then_property(ground: Ground, most: Item, unit: Item, gap: Gap) -> Made:
    """Read "most common | colour"."""
    if _FREQUENT & set(most.dimensions):
        score = most.score + unit.score
        yield most.but(kind="commonest", unit=unit.name, owner=unit.owner, score=score, dimensions=())


def property_then_superlative(ground: Ground, unit: Item, most: Item, gap: Gap) -> Made:
    """Read "colour that is | most common"."""
    if not PREPOSITIONS & set(gap):
        yield from superlative_then_property(ground, most, unit, gap)


def commonest_then_set(ground: Ground, commonest: Item, source: Item, gap: Gap) -> Made:
    """Read "most common colour | of the boats"."""
    several = [source] if commonest.owner in source.info.types else members_of(ground, commonest.owner, source)
    for each in several:
        shared = Shared(each.members, commonest.unit, commonest.descending, commonest.count)
        yield Item("value", commonest.score + each.score, shared, each.info)


def superlative_then_value(ground: Ground, most: Item, value: Item, gap: Gap) -> Made:
    """Read "most common | boat colour"."""
    if isinstance(value.meaning, Values) and not value.meaning.relation and _FREQUENT & set(most.dimensions):
        shared = Shared(value.meaning.source, value.meaning.key, most.descending, most.count)
        yield Item("value", most.score + value.score, shared, value.info)


def property_then_measure(ground: Ground, unit: Item, measure: Item, gap: Gap) -> Made:
    """Read "colour that | the most boats have", by how many have each."""
    among = measure.among
    if among is not None and not measure.edge and not measure.unit and unit.owner in among.info.types:
        shared = Shared(among.members, unit.name, measure.descending, measure.count)
        yield Item("value", unit.score + measure.score + OF_VALUES, shared, among.info)


def property_then_filter(ground: Ground, unit: Item, filter: Item, gap: Gap) -> Made:
    """Read "colours that | at least two boats have"."""
    among = filter.among
    if among is not None and not filter.unit and filter.number is not None and unit.owner in among.info.types:
        shared = Shared(among.members, unit.name, operator=_operator(filter), number=filter.number, upper=filter.upper)
        yield Item("value", unit.score + filter.score + OF_VALUES, shared, among.info)


def set_then_property(ground: Ground, source: Item, unit: Item, gap: Gap) -> Made:
    """Read "boats of | each colour"."""
    if APIECE & set(gap) and unit.owner in source.info.types:
        yield Item("tally", source.score + unit.score, Shared(source.members, unit.name, count=0), source.info)


def set_then_set(ground: Ground, left: Item, right: Item, gap: Gap) -> Made:
    """Read "boats in | each port"."""
    if APIECE & set(gap) and sort(right.meaning):
        for how, cost in measures(ground, right.info, Item("measure", 0.0, among=left)):
            yield Item("tally", left.score + right.score + cost, Tally(right.members, how), right.info)


def relation_then_set(ground: Ground, relation: Item, source: Item, gap: Gap) -> Made:
    """Read "(how many paintings) hang in | each museum": what is counted is still to come, or stands before."""
    if APIECE & set(gap) and sort(source.meaning):
        score = relation.score + source.score
        yield relation.but(kind="apiece", unit=relation.name, among=source, score=score)


def set_then_apiece(ground: Ground, counted: Item, apiece: Item, gap: Gap) -> Made:
    """Read "paintings | that hang in each museum"."""
    if apiece.among is not None:
        each = apiece.among
        for how, cost in measures(ground, each.info, Item("measure", 0.0, among=counted, unit=apiece.unit)):
            yield Item("tally", counted.score + apiece.score + cost, Tally(each.members, how), each.info)


def tally_then_relation(ground: Ground, tally: Item, relation: Item, gap: Gap) -> Made:
    """Read "how many cases did each court | hear": the relation by which what is counted is joined."""
    if isinstance(tally.meaning, Tally) and tally.meaning.measure.relation == relation.name:
        yield tally.but(score=tally.score + relation.score)


def total_then_set(ground: Ground, total: Item, source: Item, gap: Gap) -> Made:
    """Read "average crew of boats in | each port"."""
    whole = total.meaning
    if not APIECE & set(gap) or not sort(source.meaning):
        return
    if isinstance(whole, Total) and whole.key:
        counted = Item("set", 0.0, whole.source, total.info)
        aggregate, key = whole.aggregate, whole.key
    elif whole is None and not total.edge and total.owner not in source.info.types:
        counted, aggregate, key = ground.kind(total.owner), total.name, total.unit
    else:
        return
    for how, cost in measures(ground, source.info, Item("measure", 0.0, among=counted)):
        each = Tally(source.members, how, _reckoned(aggregate), key)
        yield Item("tally", total.score + source.score + cost + OF_EACH, each, source.info)


def value_then_set(ground: Ground, value: Item, source: Item, gap: Gap) -> Made:
    """Read "(the number of) berths of the ports in | each shire": how many there are of each, taken together."""
    whole = value.meaning
    if isinstance(whole, Values) and not whole.relation and ground.lexicon.is_number(whole.key):
        total = value.but(kind="total", meaning=Total(whole.source, "sum", whole.key), score=value.score + SUMMED)
        yield from total_then_set(ground, total, source, gap)


def total_then_property(ground: Ground, total: Item, unit: Item, gap: Gap) -> Made:
    """Read "average crew of boats of | each colour"."""
    whole = total.meaning
    if APIECE & set(gap) and isinstance(whole, Total) and whole.key and unit.owner in total.info.types:
        shared = Shared(whole.source, unit.name, count=0, aggregate=_reckoned(whole.aggregate), of=whole.key)
        yield Item("tally", total.score + unit.score, shared, total.info)


def _reckoned(aggregate: str) -> Aggregate:
    return RECKONED[aggregate]


def _operator(item: Item) -> Comparison:
    return COMPARED.get(item.name, "=")
