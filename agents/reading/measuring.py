"""Superlatives and measures: "the largest state", "the most rivers", "the fewest points"."""

from dataclasses import replace

from agents.language.english import EARLIEST, LATEST, positive
from agents.reading.direction import counted_backwards
from agents.reading.ground import Ground, can_fill
from agents.reading.items import Info, Item
from agents.reading.joining import IMPLICIT, IMPLICIT_MORE, Gap, Made, implied
from agents.reading.labelling import amount_of, by_adjective, measured
from agents.reading.lexicon import Unit
from agents.reading.meaning import Measure, Most, Total, named, sort
from agents.reading.operator_words import OF_ANY

PREPOSITIONS = frozenset("in of on at with by from to through has have had having".split())  # ... and having
PLACING = frozenset("of in among amongst across for over".split())  # what a measure is taken of follows
ONE = -2.0  # the largest of a single thing
NOTHING_TO_COUNT = -1.0  # each has one at most: "the boats with the most home ports"
ANYTHING = -0.2  # "the most borders": what is counted is not said
MOST_OF_IT = -0.2  # the most of a thing that is named: of an amount that no word names
MEASURED_SET = -0.1  # the measure stands before the set: "the most rivers | state"
MEASURED_PLACE = -0.5  # ... with "of", "in" or "among" between, which may join the set with something else
EXTREME_VALUE = -0.1  # "the highest population of the states": a number, not the states that have it


def superlative_then_set(ground: Ground, most: Item, source: Item, gap: Gap) -> Made:
    """Read "largest | state" by what the adjective measures; "most | rivers" waits for a set that has rivers."""
    if most.dimensions:
        alone = ONE if named(source.meaning) else 0.0
        found = ground.measured_by(source.info, most.dimensions)
        if not found and positive(most.text) == "quick":  # takes the least time; the fastest has a speed
            found = ground.measured_by(source.info, ("duration", "time"))
            most = most.but(descending=not most.descending)
        for unit, cost in found or (ground.only_amount(source.info) if positive(most.text) in OF_ANY else ()):
            meaning = ranked(most, source, Measure(unit.name), descending(most, unit))
            yield Item("set", most.score + source.score + cost + alone, meaning, source.info, derived=True)
        yield from _by_adjective(ground, most, source)
    elif named(source.meaning):
        yield from _most_of_it(ground, most, source)
    elif sort(source.meaning):
        yield replace(most, kind="measure", score=most.score + source.score, among=source)


def _most_of_it(ground: Ground, most: Item, thing: Item) -> Made:
    """Read "(contains the) most | lime": the most that edges to it say, where they say an amount."""
    for relation in ground.lexicon.labels:
        amount = amount_of(ground, relation)
        if amount and any(ground.can(thing.info, relation, out) for out in (True, False)):
            score = most.score + thing.score + MOST_OF_IT
            yield replace(most, kind="measure", unit=amount.name, edge=relation, among=thing, score=score)


def set_then_superlative(ground: Ground, source: Item, most: Item, gap: Gap) -> Made:
    """Read "state that is | largest", but not "city in the | smallest", whose superlative is of what follows."""
    if "for" in gap:  # "those who worked there for the longest"
        yield from _by_adjective(ground, most, source)
    elif not PREPOSITIONS & set(gap):
        yield from superlative_then_set(ground, most, source, gap)


def _by_adjective(ground: Ground, most: Item, source: Item) -> Made:
    for unit, relation, cost in by_adjective(ground, source, most.dimensions):
        meaning = ranked(most, source, Measure(unit.name, relation), descending(most, unit))
        yield Item("set", most.score + source.score + cost, meaning, source.info, derived=True)


def superlative_then_property(ground: Ground, most: Item, unit: Item, gap: Gap) -> Made:
    """Read "highest | population", but not "oldest | berths"."""
    cost = ground.measuring(unit.owner, unit.name, most.dimensions)
    if cost is not None and ground.ordered(unit.owner, unit.name):
        down = descending(most, ground.lexicon.properties[unit.owner][unit.name])
        score = most.score + unit.score + cost
        yield replace(most, kind="measure", unit=unit.name, owner=unit.owner, descending=down, score=score)


def property_then_superlative(ground: Ground, unit: Item, most: Item, gap: Gap) -> Made:
    """Read "whose population is | highest", but not "the population of the | largest"."""
    if not PREPOSITIONS & set(gap):
        yield from superlative_then_property(ground, most, unit, gap)


def superlative_then_relation(ground: Ground, most: Item, relation: Item, gap: Gap) -> Made:
    """Read "borders the | most": what is counted is whatever the relation leads to."""
    if not most.dimensions:
        score = most.score + relation.score + ANYTHING
        asked = replace(most, kind="measure", unit=relation.name, among=ground.anything(), score=score)
        yield replace(asked, out=relation.out, said=relation.said, passive=relation.passive)


def measure_then_relation(ground: Ground, measure: Item, relation: Item, gap: Gap) -> Made:
    """Read "most rivers | flow through": the relation by which what is counted is joined."""
    if measure.among is not None and not measure.unit:
        yield replace(
            measure, unit=relation.name, score=measure.score + relation.score, out=not relation.out,
            said=relation.said, passive=relation.passive,
        )  # fmt: skip


def set_then_measure(ground: Ground, source: Item, measure: Item, gap: Gap) -> Made:
    """Read "state with the | most rivers"."""
    if measure.edge:
        yield from _by_edge(ground, source, measure)
        return
    for how, cost in measures(ground, source.info, measure):
        score = source.score + measure.score + cost + (ONE if named(source.meaning) else 0.0)
        yield Item("set", score, ranked(measure, source, how, measure.descending), source.info, derived=True)


def measure_then_set(ground: Ground, measure: Item, source: Item, gap: Gap) -> Made:
    """Read "most rivers | state", and "highest population | of the states" as a value of theirs."""
    if measure.edge and measure.among is None and not sort(source.meaning):
        yield replace(measure, among=source, score=measure.score + source.score)
    for item in set_then_measure(ground, source, measure, gap):
        yield replace(item, score=item.score + (MEASURED_PLACE if PLACING & set(gap) else MEASURED_SET))
    if measure.among is None and not measure.edge and measure.owner in source.info.types:
        total = Total(source.members, "max" if measure.descending else "min", measure.unit)
        yield Item("total", measure.score + source.score + EXTREME_VALUE, total, source.info)


def set_then_ranked(ground: Ground, owner: Item, best: Item, gap: Gap) -> Made:
    """Read "X's | first book": the first of X's books, and no first book that is X's."""
    most = best.meaning
    if "'s" in gap and isinstance(most, Most) and sort(most.source):
        for each in implied(ground, Item("set", best.score, most.source, best.info), owner):
            yield each.but(meaning=replace(most, source=each.members))


def ranked(most: Item, source: Item, measure: Measure, descending: bool) -> Most:
    """Return the members that a superlative means: the most, the second most, or several ("the 3 boats with ...")."""
    count = most.count if most.count > 1 else source.count
    return Most(source.members, measure, descending, count, most.place)


def _by_edge(ground: Ground, source: Item, measure: Item) -> Made:
    how = Measure(measure.unit, measure.edge)
    for meaning, cost in measured(ground, source, measure):
        most = ranked(measure, replace(source, meaning=meaning), how, measure.descending)
        yield Item("set", source.score + measure.score + cost, most, source.info, derived=True)


def measures(ground: Ground, info: Info, measure: Item) -> list[tuple[Measure, float]]:
    """Return how a set can be measured so, with a cost: by the property, or by counting through a relation."""
    if measure.among is None:
        return [(Measure(measure.unit), 0.0)] if measure.owner in info.types else []
    target = measure.among.info
    if not measure.unit:
        ways, implicit = list(ground.between(info, target)), IMPLICIT
    else:
        ways, implicit = [(measure.unit, out) for out in (True, False) if can_fill(info, measure.unit, out)], 0.0
        if target.types:
            ways = [way for way in ways if ground.leads_to(*way, info).types & target.types]
    ways.sort(key=lambda way: (counted_backwards(measure, way[1]), ground.functional(*way)))
    among = measure.among.members
    return [
        (
            Measure(relation=relation, out=out, among=among),
            implicit + IMPLICIT_MORE * place + (NOTHING_TO_COUNT if ground.functional(relation, out) else 0.0),
        )
        for place, (relation, out) in enumerate(ways)
    ]


def descending(item: Item, unit: Unit) -> bool:
    """Return whether more of a property is more of the adjective: the oldest has the earliest date."""
    if unit.date or unit.year:
        if "duration" in item.dimensions:
            return not item.descending
        if item.text in EARLIEST:
            return False
        if item.text in LATEST:
            return True
    return item.descending
