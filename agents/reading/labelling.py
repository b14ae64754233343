"""What edges say: "the frequency of fever in the disease", "called at more than 20 times a week", "the highest pay"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.lexicon import Unit
from agents.reading.manner import Manner
from agents.reading.meaning import Both, Joined, Kind, Meaning, Said, Things, Total, Values, named, parts_of_both, sort

Edges = tuple[Meaning, float]  # a set whose members an edge joins, and what it costs to think of that edge

UNSAID_EDGE = -0.3  # no word says how they are joined: "the pay of X"
RARER = -0.3  # "the highest frequency in X": of the relations that say one, the commonest is meant
BY_ADJECTIVE = -0.2  # "the most frequent symptom": what the edge says, not the thing


def label_then_set(ground: Ground, label: Item, source: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "frequency of | X in Y"."""
    if not sort(source.meaning):
        for meaning, cost in edges(ground, source, label.edge):
            value = Values(meaning, label.name, label.edge)
            yield Item("value", label.score + source.score + cost, value, source.info)


def set_then_label(ground: Ground, source: Item, label: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "X's | frequency"."""
    yield from label_then_set(ground, label, source, gap)


def value_then_set(ground: Ground, value: Item, source: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "frequency of X | in Y": the edges that join X with Y."""
    if isinstance(value.meaning, Values) and value.meaning.relation and named(source.meaning):
        meaning = value.meaning
        for part in parts_of_both(meaning.source):
            if _open(part, meaning.relation) and ground.can(source.info, meaning.relation, part.out):
                others = tuple(each for each in parts_of_both(meaning.source) if each is not part)
                both = replace(meaning, source=Both((*others, replace(part, source=source.members))))
                yield replace(value, meaning=both, score=value.score + source.score)


def said_then_set(ground: Ground, said: Item, source: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "(who was) the Queen | in X": the edges that say so and join X."""
    meaning = said.meaning
    if not isinstance(meaning, Joined) or not meaning.said or meaning.source != Kind("") or not named(source.meaning):
        return
    if ground.can(source.info, meaning.relation, meaning.out):
        yield said.but(meaning=replace(meaning, source=source.members), score=said.score + source.score)


def said_of(ground: Ground, item: Item, how: Manner) -> Iterable[Item]:
    """Read "when did | X win Y", "how much Y does | X eat", "what did | X get in Y": the time, or the amount, that the
    edges between say.

    So do "how many Y does X have", where Y is one thing: how many there are of it is no count.
    """
    time = how.word == "when"
    parts = parts_of_both(item.members) if item.kind == "set" and isinstance(item.meaning, Both) else ()
    joined = [each for each in parts if isinstance(each, Joined) and each.source != Kind("")]
    one = any(isinstance(each, Things) and len(each.ids) == 1 for each in parts)
    for relation in {each.relation for each in joined} if one or (not how.count and any(map(named, parts))) else ():
        units = ground.lexicon.labels.get(relation, {}).values()
        for unit in filter(None, [amount_of(ground, relation)]) if how.got else units:
            if unit.date or unit.year if time else unit.number and not unit.year:
                yield Item("value", item.score, Values(item.members, unit.name, relation), item.info, trace=item.trace)


def _open(part: Meaning, relation: str) -> TypeGuard[Joined]:
    """Whether a part of a set is joined by a relation with anything."""
    return isinstance(part, Joined) and part.relation == relation and part.source == Kind("")


def aggregate_then_label(ground: Ground, aggregate: Item, label: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "average | frequency": a total that waits for what its edges join."""
    if ground.lexicon.is_amount(label.name):
        score = aggregate.score + label.score
        yield Item("total", score, name=aggregate.name, unit=label.name, edge=label.edge)


def total_then_set(ground: Ground, total: Item, source: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "average frequency of | X"."""
    if total.meaning is None and total.edge:
        for meaning, cost in edges(ground, source, total.edge):
            whole = Total(meaning, total.name, total.unit, total.edge)
            yield Item("total", total.score + source.score + cost, whole, source.info)


def superlative_then_label(ground: Ground, most: Item, label: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "highest | frequency"; a text has no order, but a "frequency percent" beside it may have."""
    labels = ground.lexicon.labels[label.edge]
    said = labels[label.name]
    beside = [each for each in labels.values() if each.number and each.spoken.startswith(f"{said.spoken} ")]
    for unit in [said] if said.number or said.date else beside[:1]:
        yield replace(most, kind="measure", unit=unit.name, edge=label.edge, score=most.score + label.score)


def filter_then_label(ground: Ground, filter: Item, label: Item, gap: tuple[str, ...]) -> Iterable[Item]:
    """Read "more than 20 | times a week"."""
    if not filter.unit and filter.among is None:
        yield replace(filter, unit=label.name, edge=label.edge, score=filter.score + label.score)


def amount_of(ground: Ground, relation: str) -> Unit | None:
    """Return the one amount that a relation's edges say, None where they say none or several."""
    amounts = [unit for unit in ground.lexicon.labels.get(relation, {}).values() if unit.amount]
    return amounts[0] if len(amounts) == 1 else None


def edges(ground: Ground, source: Item, relation: str) -> Iterable[Edges]:
    """Return a set as one that edges of a relation join with something: it is joined so, or it can be."""
    if any(isinstance(part, Joined) and part.relation == relation for part in parts_of_both(source.members)):
        yield source.members, 0.0
        return
    rarer = RARER * (1.0 - ground.share(relation))
    for out in (True,) if ground.symmetric(relation) else (True, False):
        if ground.can(source.info, relation, out):
            yield Both((*parts_of_both(source.members), Joined(Kind(""), relation, not out))), UNSAID_EDGE + rarer


def measured(ground: Ground, source: Item, measure: Item) -> Iterable[Edges]:
    """Return a set as the edges' ends that a measure of edges orders, joined with what the measure is in."""
    if measure.among is None:
        yield from edges(ground, source, measure.edge)
        return
    for out in (True, False):
        if ground.can(measure.among.info, measure.edge, out):
            reached = ground.leads_to(measure.edge, out, measure.among.info)
            if reached.types & source.info.types:
                joined = Joined(measure.among.members, measure.edge, out)
                rarer = RARER * (1.0 - ground.share(measure.edge))
                yield Both((*parts_of_both(source.members), joined)), rarer


def by_adjective(ground: Ground, source: Item, dimensions: tuple[str, ...]) -> Iterable[tuple[Unit, str, float]]:
    """Return what the edges that join a set say of such a dimension: of symptoms of X, how frequent they are in X."""
    for relation in relations_of(source.members):
        for unit, cost in ground.labels_measured(relation, dimensions):
            yield unit, relation, cost + BY_ADJECTIVE


def relations_of(meaning: Meaning) -> list[str]:
    """Return the relations by which a set is joined."""
    return [part.relation for part in parts_of_both(meaning) if isinstance(part, Joined) and part.relation]


def saying(meaning: Meaning, relation: str, said: Sequence[Said]) -> Meaning:
    """Return a set whose edges of a relation must say something."""
    parts = tuple(
        replace(part, said=(*part.said, *said)) if isinstance(part, Joined) and part.relation == relation else part
        for part in parts_of_both(meaning)
    )
    return Both(parts) if len(parts) > 1 else parts[0]


def filtered(
    ground: Ground, source: Item, filter: Item, relation: str, said: Sequence[Said], doubt: float
) -> Iterable[Item]:
    """Return a set narrowed by what its edges of a relation say."""
    for meaning, cost in edges(ground, source, relation):
        score = source.score + filter.score + cost + doubt
        yield Item("set", score, saying(meaning, relation, said), source.info, derived=True)
