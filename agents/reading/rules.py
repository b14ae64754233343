"""What two neighbouring stretches of a question make together: the table of all rules.

A rule takes the two items and the function words between them, and yields what they may denote together, with
what it costs to read them so. Costs are for readings that people rarely mean (a relation against its usual
direction, a join that no word asks for) and stand, with their reasons, in the module of each rule; what the
graph cannot hold (a relation that no member of the set has) is not made at all.
"""

from collections.abc import Callable

from agents.reading import beyond, dating, having
from agents.reading import combining as combine
from agents.reading import comparing as compare
from agents.reading import grouping as group
from agents.reading import happening as happen
from agents.reading import joining as joins
from agents.reading import labelling as label
from agents.reading import measuring as measure
from agents.reading import related as relate
from agents.reading import sharing as share
from agents.reading.ground import Ground
from agents.reading.items import Item, ItemKind
from agents.reading.joining import Gap, Made
from agents.reading.lifting import lifted
from agents.reading.meaning import boundless

Rule = Callable[[Ground, Item, Item, Gap], Made]

ALONE = -0.4  # the set that is meant is not said


def any_of(*rules: Rule) -> Rule:
    """Return a rule that makes what each of several does."""
    return lambda ground, left, right, gap: (item for rule in rules for item in rule(ground, left, right, gap))


def turned(rule: Rule) -> Rule:
    """Return a rule for the same two kinds in the other order."""
    return lambda ground, left, right, gap: rule(ground, right, left, gap)


RULES: dict[tuple[ItemKind, ItemKind], Rule] = {
    # a relation or a property of a set
    ("relation", "set"): any_of(joins.relation_then_set, group.relation_then_set, share.relation_with),
    ("set", "relation"): joins.set_then_relation,
    ("property", "set"): having.property_then_set,
    ("set", "property"): any_of(having.set_then_property, group.set_then_property),
    ("property", "negated"): having.property_then_negated,
    ("and", "relation"): joins.and_then_relation,
    ("relation", "also"): joins.relation_then_also,
    ("relations", "set"): joins.relations_then_set,
    ("set", "relations"): joins.set_then_relations,
    ("number", "set"): joins.number_then_set,
    ("kin", "set"): relate.kin_then_set,
    ("set", "kin"): relate.set_then_kin,
    # the most of something
    ("superlative", "set"): measure.superlative_then_set,
    ("set", "superlative"): measure.set_then_superlative,
    ("superlative", "property"): any_of(measure.superlative_then_property, group.superlative_then_property),
    ("property", "superlative"): any_of(measure.property_then_superlative, group.property_then_superlative),
    ("superlative", "value"): group.superlative_then_value,
    ("commonest", "set"): group.commonest_then_set,
    ("set", "commonest"): turned(group.commonest_then_set),
    ("property", "measure"): group.property_then_measure,
    ("superlative", "relation"): measure.superlative_then_relation,
    ("relation", "superlative"): turned(measure.superlative_then_relation),
    ("measure", "relation"): measure.measure_then_relation,
    ("relation", "measure"): turned(measure.measure_then_relation),
    ("measure", "set"): measure.measure_then_set,
    ("set", "measure"): measure.set_then_measure,
    # more or less than a number, or than another set
    ("comparative", "number"): compare.comparative_then_number,
    ("comparative", "property"): compare.comparative_then_property,
    ("property", "comparative"): turned(compare.comparative_then_property),
    ("property", "compare"): turned(compare.comparative_then_property),
    ("comparative", "set"): compare.comparative_then_set,
    ("set", "compare"): compare.set_then_compare,
    ("and", "filter"): compare.and_then_filter,
    ("set", "orfilter"): compare.set_then_orfilter,
    ("property", "number"): compare.property_then_number,
    ("property", "filter"): any_of(compare.property_then_filter, group.property_then_filter),
    ("filter", "property"): turned(compare.property_then_filter),
    ("filter", "relation"): compare.filter_then_relation,
    ("relation", "filter"): any_of(turned(compare.filter_then_relation), dating.relation_then_filter),
    ("filter", "set"): compare.filter_then_set,
    ("set", "filter"): any_of(
        compare.set_then_filter, compare.set_then_filter_elsewhere, compare.thing_then_filter, dating.set_then_dated
    ),
    ("comparative", "aggregate"): beyond.comparative_then_aggregate,
    ("comparative", "total"): beyond.comparative_then_total,
    ("property", "beyond"): beyond.property_then_beyond,
    ("set", "beyond"): beyond.set_then_beyond,
    ("value", "beyond"): lifted(beyond.set_then_beyond),
    ("set", "apiece"): group.set_then_apiece,
    ("tally", "relation"): group.tally_then_relation,
    # two sets
    ("set", "set"): any_of(
        combine.set_then_set,
        measure.set_then_ranked,
        group.set_then_set,
        share.set_with,
        share.sort_with,
        share.shared_then_sort,
        label.said_then_set,
        happen.subject_then_happening,
    ),
    ("not", "set"): combine.not_then_set,
    ("not", "property"): combine.not_then_property,
    ("set", "negated"): combine.set_then_negated,
    ("and", "negated"): combine.and_then_negated,
    ("negated", "relation"): combine.nobody_then_relation,
    ("relation", "negated"): combine.relation_then_negated,
    ("and", "set"): combine.and_then_set,
    ("set", "listed"): combine.set_then_listed,
    # sums
    ("aggregate", "value"): combine.aggregate_then_value,
    ("value", "aggregate"): turned(combine.aggregate_then_value),
    ("aggregate", "property"): combine.aggregate_then_property,
    ("aggregate", "set"): combine.aggregate_then_set,
    ("total", "property"): group.total_then_property,
    ("set", "total"): turned(combine.total_then_set),
    ("total", "filter"): combine.total_then_filter,
    # what edges say
    ("label", "set"): label.label_then_set,
    ("set", "label"): label.set_then_label,
    ("value", "set"): any_of(
        label.value_then_set, having.value_then_set, lifted(combine.set_then_set), group.value_then_set
    ),
    ("value", "filter"): lifted(compare.set_then_filter),
    ("value", "compare"): lifted(compare.set_then_compare),
    ("value", "measure"): lifted(measure.set_then_measure),
    ("value", "negated"): lifted(combine.set_then_negated),
    ("aggregate", "label"): label.aggregate_then_label,
    ("total", "set"): any_of(combine.total_then_set, group.total_then_set, label.total_then_set),
    ("superlative", "label"): label.superlative_then_label,
    ("label", "superlative"): turned(label.superlative_then_label),
    ("filter", "label"): label.filter_then_label,
    ("label", "filter"): turned(label.filter_then_label),
    # what things share
    ("same", "relation"): share.same_then_unit,
    ("same", "property"): share.same_then_unit,
    ("same", "set"): share.same_then_set,
    ("set", "same"): share.set_then_same,
}


def together(ground: Ground, left: Item, right: Item, gap: Gap) -> Made:
    """Return every item that two neighbours make, with the function words between them."""
    rule = RULES.get((left.kind, right.kind))
    return rule(ground, left, right, gap) if rule else ()


def completed(ground: Ground, item: Item) -> Made:
    """Give an item that narrows or ranks a set, but has none ("who was hired last"), the set that it fits."""
    for owner in _owners(ground, item):
        yield from together(ground, ground.kind(owner, ALONE), item, ())


def _owners(ground: Ground, item: Item) -> list[str]:
    """Return the types whose members an item may narrow."""
    if item.kind in ("measure", "filter") and item.edge:
        return sorted({each.head for each in ground.lexicon.relation(item.edge).signatures})
    if item.kind in ("measure", "filter") and item.among is not None and item.unit:
        signatures = ground.lexicon.relation(item.unit).signatures
        return sorted({each.head for each in signatures} | {each.tail for each in signatures})
    if item.kind == "compare" and item.among is not None and not item.unit:
        return sorted(type for type in item.among.info.types if type)
    if item.kind == "negated" and not boundless(item.meaning):  # "who has never won anything"
        return sorted(type for type in item.info.types if type)
    if item.kind == "superlative" and item.dimensions:  # "who is the youngest"
        return sorted(ground.lexicon.persons)
    if item.kind == "filter" and not item.unit:
        return [kind.name for kind in ground.lexicon.schema.types]
    return [item.owner] if item.owner or (item.unit and not ground.lexicon.typed) else []
