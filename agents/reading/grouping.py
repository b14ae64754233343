"""Values by how many have them, and counts for each thing: "the most common colour", "boats in each port"."""

from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import Gap, Made, members_of
from agents.reading.meaning import COMPARED, Comparison, Shared, Tally, Values, sort
from agents.reading.measuring import PREPOSITIONS, measures

OF_VALUES = -0.2  # values are ranked by how many have them: that is not said, but that they are common
APIECE = frozenset(["each", "every", "per"])
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


def _operator(item: Item) -> Comparison:
    return COMPARED.get(item.name, "=")
