"""What two neighbouring stretches of a question denote together, and what it costs to read them so.

The costs are for readings that people rarely mean (a relation against its usual direction, a join that no word
asks for); what the graph cannot hold (a relation that no member of the set has) is not made at all.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from agents.language.english import EARLIEST, LATEST
from agents.query import Operator, Scalar
from agents.reading.chart import Info, Item
from agents.reading.direction import against_direction
from agents.reading.lexicon import Lexicon, Slot, Unit
from agents.reading.meaning import (
    Against,
    Both,
    ButNot,
    Counted,
    Either,
    Joined,
    Kind,
    Meaning,
    Measure,
    Most,
    Things,
    Total,
    Values,
    Where,
)

JOIN = -0.1
AGAINST_DIRECTION = -0.8
UNIVERSAL = -0.6  # a relation of "anything of a type"
IMPLICIT = -0.8  # a join that no word asks for
IMPLICIT_FAR = -1.6  # ... over a step between
IMPLICIT_MORE = -0.35  # each further relation that could be the one
APPOSITION = -0.2  # "the river mississippi", "state of texas"
BESIDE = -0.5  # two sets side by side
RANGE = -1.0  # a relation with no argument stands for all that it leads to
FILTERED = -1.2  # "state with | population": what follows narrows the set; it is not what is asked for
RETURN = -2.5  # there and back by one relation: only "the same ... as" means that
ALONE = -0.4  # the set that is meant is not said
ALL_OF = -1.5  # "diseases with both A and B": A and B do not narrow the diseases, what they are joined with does
ONE = -2.0  # the largest of a single thing
_SAME_DIMENSION = 0.3
_TIME = frozenset("age date year".split())
NAMES = -0.2  # "paris, texas": two names side by side
_FILTERING = frozenset("has have had having with whose by that which who".split())

Gap = tuple[str, ...]
Made = Iterable[Item]


class Rules:
    """The rules for one graph."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pairs: dict[tuple[str, str], Callable[[Item, Item, Gap], Made]] = {
            ("relation", "set"): self._relation_then_set,
            ("set", "relation"): self._set_then_relation,
            ("set", "set"): self._two_sets,
            ("property", "set"): lambda p, s, gap: self._values(p, s),
            ("set", "property"): self._set_then_property,
            ("superlative", "set"): self._superlative_then_set,
            ("superlative", "property"): self._superlative_then_property,
            ("superlative", "relation"): self._superlative_then_relation,
            ("measure", "relation"): self._measure_then_relation,
            ("relation", "measure"): lambda r, m, gap: self._measure_then_relation(m, r, gap),
            ("set", "measure"): self._set_then_measure,
            ("measure", "set"): self._measure_then_set,
            ("set", "superlative"): lambda s, sup, gap: self._superlative_then_set(sup, s, gap),
            ("property", "filter"): self._property_then_filter,
            ("filter", "property"): lambda f, p, gap: self._property_then_filter(p, f, gap),
            ("property", "number"): self._property_then_number,
            ("set", "filter"): self._set_then_filter,
            ("filter", "set"): self._filter_then_set,
            ("comparative", "set"): self._comparative_then_set,
            ("comparative", "number"): self._comparative_then_number,
            ("comparative", "property"): self._comparative_then_property,
            ("not", "set"): self._not_then_set,
            ("set", "negated"): self._set_then_negated,
            ("and", "set"): lambda a, s, gap: [replace(s, kind="and", name=a.name, score=a.score + s.score)],
            ("set", "and"): self._set_then_coordinated,
            ("aggregate", "value"): self._aggregate_then_value,
            ("value", "aggregate"): lambda v, a, gap: self._aggregate_then_value(a, v, gap),
            ("relation", "negated"): self._relation_then_negated,
            ("aggregate", "property"): self._aggregate_then_property,
            ("total", "set"): self._total_then_set,
            ("set", "total"): lambda s, t, gap: self._total_then_set(t, s, gap),
            ("set", "compare"): lambda s, c, gap: self._against(s, c),
            ("property", "superlative"): lambda p, m, gap: (
                () if "of" in gap else self._superlative_then_property(m, p, gap)
            ),
            ("number", "set"): self._number_then_set,
            ("relation", "superlative"): lambda r, m, gap: self._superlative_then_relation(m, r, gap),
            ("filter", "relation"): self._filter_then_relation,
            ("relation", "filter"): lambda r, f, gap: self._filter_then_relation(f, r, gap),
            ("property", "comparative"): lambda p, c, gap: self._comparative_then_property(c, p, gap),
            ("property", "compare"): lambda p, c, gap: self._comparative_then_property(c, p, gap),
            ("same", "relation"): self._same_then_unit,
            ("same", "property"): self._same_then_unit,
            ("same", "set"): self._same_then_set,
            ("set", "same"): self._set_then_same,
        }

    def __call__(self, left: Item, right: Item, gap: Gap) -> Made:
        """Return every item that two neighbours make, with the function words between them."""
        rule = self._pairs.get((left.kind, right.kind))
        return rule(left, right, gap) if rule else ()

    # --- joins ----------------------------------------------------------------------------------

    def _relation_then_set(self, relation: Item, argument: Item, gap: Gap) -> Made:
        yield from self._join(relation, argument, gap, before=False)
        if _universal(argument.meaning) and not gap and argument.info:  # "capital cities (of ...)"
            reached = self.leads_to(relation.name, relation.out, None)
            if reached.types & argument.info.types:
                yield replace(relation, score=relation.score + argument.score + APPOSITION)

    def _set_then_relation(self, argument: Item, relation: Item, gap: Gap) -> Made:
        yield from self._join(relation, argument, gap, before=True)
        if _universal(argument.meaning):  # "states bordering": a type, then a relation used as a filter
            yield from self._filtered_by_range(argument, relation)

    def _join(self, relation: Item, argument: Item, gap: Gap, before: bool) -> Made:
        info = argument.info
        if info is None or argument.meaning is None:
            return
        symmetric = self._lexicon.relation(relation.name).symmetric
        for out in (True,) if symmetric else (True, False):
            if not self._can(info, relation.name, out, symmetric):
                continue
            cost = JOIN + (UNIVERSAL if _universal(argument.meaning) else 0.0)
            cost += RETURN if _returns(argument.meaning, relation.name, out) else 0.0
            if not symmetric:
                cost += AGAINST_DIRECTION * against_direction(relation, out, gap, before)
            if before and _universal(argument.meaning) and _FILTERING & set(gap):
                cost += FILTERED
            score = relation.score + argument.score + cost
            for item in self._joined(relation.name, out, argument, score):
                yield from self._chained(item, relation.chain)

    def _chained(self, item: Item, chain: tuple[tuple[str, bool], ...]) -> Made:
        if not chain:
            yield item
            return
        (relation, out), rest = chain[0], chain[1:]
        if item.info and self._can(item.info, relation, out, self._lexicon.relation(relation).symmetric):
            for each in self._joined(relation, out, item, item.score):
                yield from self._chained(each, rest)

    def _joined(self, relation: str, out: bool, argument: Item, score: float) -> Made:
        meaning = argument.meaning
        info = self.leads_to(relation, out, argument.info)
        if isinstance(meaning, Either) and argument.name == "and":
            parts = tuple(Joined(part, relation, out) for part in meaning.parts)
            yield Item("set", score, Both(parts), info, derived=True)
            yield Item("set", score - 0.6, Either(parts), info, derived=True)
        elif isinstance(meaning, ButNot) and isinstance(meaning.source, Things):
            without = ButNot(Joined(meaning.source, relation, out), Joined(meaning.other, relation, out))
            yield Item("set", score, without, info, derived=True)
        elif meaning is not None and not isinstance(meaning, Values | Total):
            yield Item("set", score, Joined(meaning, relation, out), info, derived=True)

    def _can(self, info: Info, relation: str, out: bool, symmetric: bool) -> bool:
        if symmetric:
            return (relation, "head") in info.offers or (relation, "tail") in info.offers
        return (relation, "head" if out else "tail") in info.offers

    def leads_to(self, relation: str, out: bool, source: Info | None) -> Info:
        """Return what is known of the nodes that a relation leads to from a set."""
        slot: Slot = (relation, "tail" if out else "head")
        lexicon = self._lexicon
        types = {
            signature.tail if out else signature.head
            for signature in lexicon.relation(relation).signatures
            if source is None or (signature.head if out else signature.tail) in source.types
        } or set(lexicon.slot_types.get(slot, ()))
        offers = lexicon.offers.get(slot, frozenset())
        if any(types):
            offers = frozenset().union(*(lexicon.type_offers.get(each, frozenset()) for each in types))
        return Info(frozenset(types), offers)

    def _filtered_by_range(self, kind: Item, relation: Item) -> Made:
        """Read "rivers named after" or "states with a capital": a type's members that have the relation at all."""
        for out in (True, False):
            slot = (relation.name, "head" if out else "tail")
            if kind.info and slot in kind.info.offers and isinstance(kind.meaning, Kind):
                has = Joined(Kind(""), relation.name, not out)
                score = kind.score + relation.score + RANGE + UNIVERSAL
                yield Item("set", score, Both((kind.meaning, has)), kind.info, derived=True)

    def _number_then_set(self, number: Item, kind: Item, gap: Gap) -> Made:
        """Read "the 50 states": how many there are is said, not asked."""
        if _universal(kind.meaning) and number.number and number.number > 1:
            yield replace(kind, score=kind.score + number.score + BESIDE)

    # --- two sets -------------------------------------------------------------------------------

    def _two_sets(self, left: Item, right: Item, gap: Gap) -> Made:
        if left.meaning is None or right.meaning is None or left.info is None or right.info is None:
            return
        yield from self._intersected(left, right, gap)
        if "and" not in gap and "or" not in gap:
            yield from self._implied(left, right)
            yield from self._implied(right, left)
            if isinstance(left.meaning, Things) and isinstance(right.meaning, Things) and set(gap) <= {",", "in", "of"}:
                yield from self._named_together(left, right)

    def _intersected(self, left: Item, right: Item, gap: Gap) -> Made:
        types = left.info.types & right.info.types  # type: ignore[union-attr]
        if not types or left.meaning == right.meaning or _apart(left.meaning, right.meaning):
            return
        kinds = _universal(left.meaning), _universal(right.meaning)
        if all(kinds):
            return
        cost = ALL_OF if "and" in (left.name, right.name) and any(kinds) else 0.0
        things = isinstance(left.meaning, Things) or isinstance(right.meaning, Things)
        if any(kinds):
            cost += APPOSITION if things else 0.0
            if things and gap and not set(gap) <= {"the", "of", "a", "an", "'s", ","}:
                cost -= 1.3
        elif not (left.derived and right.derived) and not things:
            cost += BESIDE
        for one, other in ((left.meaning, right.meaning), (right.meaning, left.meaning)):
            if isinstance(one, Most) and _universal(other):  # "the largest | state": narrow, then take the largest
                whole = replace(one, source=Both((other, *_flat(one.source))))  # type: ignore[arg-type]
                yield Item("set", left.score + right.score + cost, whole, left.info, derived=True)
                return
        parts = _flat(left.meaning) + _flat(right.meaning)
        offers = left.info.offers & right.info.offers  # type: ignore[union-attr]
        info = Info(types, offers)
        yield Item("set", left.score + right.score + cost, Both(parts), info, derived=left.derived or right.derived)

    def _implied(self, kind: Item, argument: Item) -> Made:
        """Join a type with a set through a relation that no word names ("rivers in texas")."""
        if not isinstance(kind.meaning, Kind) or kind.derived or (_universal(argument.meaning) and argument.derived):
            return
        for place, (relation, out) in enumerate(self._between(argument.info, kind.info)):
            score = kind.score + argument.score + IMPLICIT + IMPLICIT_MORE * place
            score += RETURN if _returns(argument.meaning, relation, out) else 0.0
            if _universal(argument.meaning):
                score += UNIVERSAL
            for joined in self._joined(relation, out, argument, score):
                meaning = Both((kind.meaning, joined.meaning))  # type: ignore[arg-type]
                yield replace(joined, meaning=meaning, info=kind.info)
        if isinstance(argument.meaning, Things) and not self._between(argument.info, kind.info):
            yield from self._implied_far(kind, argument)

    def _implied_far(self, kind: Item, argument: Item) -> Made:
        """Join a type with a named thing over one step between ("rivers in the usa": those of its states)."""
        for type in self._lexicon.type_offers if argument.info else ():
            info = Info(frozenset({type}), self._lexicon.type_offers[type])
            for relation, out in self._between(argument.info, info)[:1] if self._between(info, kind.info) else ():
                for middle in self._joined(relation, out, argument, argument.score + IMPLICIT_FAR):
                    onward = replace(middle, info=info)
                    for last, way in self._between(info, kind.info)[:2]:
                        if _returns(middle.meaning, last, way):
                            continue
                        for joined in self._joined(last, way, onward, onward.score + kind.score):
                            meaning = Both((kind.meaning, joined.meaning))  # type: ignore[arg-type]
                            yield replace(joined, meaning=meaning, info=kind.info)

    def _named_together(self, left: Item, right: Item) -> Made:
        """Read "paris, texas": of the things of the first name, those that the second is joined with."""
        for relation, out in self._between(right.info, left.info):
            for joined in self._joined(relation, out, right, left.score + right.score + NAMES):
                meaning = Both((left.meaning, joined.meaning))  # type: ignore[arg-type]
                yield replace(joined, meaning=meaning, info=left.info)

    def _between(self, source: Info | None, target: Info | None) -> list[tuple[str, bool]]:
        """Return relations that lead from a set to a type, commonest first, at most three."""
        if source is None or target is None:
            return []
        found: dict[tuple[str, bool], int] = {}
        for relation in self._lexicon.schema.relations:
            for out in (True, False):
                if not self._can(source, relation.name, out, False):
                    continue
                count = sum(
                    each.count
                    for each in relation.signatures
                    if (each.tail if out else each.head) in target.types
                    and (each.head if out else each.tail) in source.types
                )
                if count and not (relation.symmetric and not out):
                    found[relation.name, out] = count
        return sorted(found, key=lambda key: -found[key])[:3]

    # --- properties -----------------------------------------------------------------------------

    def _set_then_property(self, source: Item, unit: Item, gap: Gap) -> Made:
        meaning = source.meaning
        if "by" in gap and isinstance(meaning, Most) and meaning.measure.key:
            by = replace(meaning, measure=Measure(unit.name))
            yield replace(source, score=source.score + unit.score, meaning=by)
        filtered = _universal(meaning) and _FILTERING & set(gap)
        for item in self._values(unit, source):
            yield replace(item, score=item.score + (FILTERED if filtered else 0.0))

    def _values(self, unit: Item, source: Item) -> Made:
        if source.info is None or source.meaning is None or isinstance(source.meaning, Values | Total):
            return
        if unit.owner in source.info.types:
            score = unit.score + source.score + JOIN + (UNIVERSAL if _universal(source.meaning) else 0.0)
            yield Item("value", score, Values(source.meaning, unit.name), source.info, name=unit.name)
        elif not _universal(source.meaning):
            for item in self._members(unit.owner, source):
                yield Item("value", unit.score + item.score, Values(item.meaning, unit.name), item.info, name=unit.name)  # type: ignore[arg-type]

    def _members(self, owner: str, source: Item) -> Made:
        """Return the nodes of a type that are joined with a set, where no word says how ("salaries in the team")."""
        types = frozenset({owner})
        kind = Item("set", 0.0, Kind(owner), Info(types, self._lexicon.type_offers.get(owner, frozenset())))
        for item in self._implied(kind, source):
            yield replace(item, score=item.score - 0.3)

    def _property_of(self, info: Info | None, dimensions: tuple[str, ...]) -> list[tuple[Unit, float]]:
        """Return numeric or dated properties of a set's types that an adjective may measure, with a cost."""
        found: list[tuple[Unit, float]] = []
        for owner in info.types if info else ():
            timed = bool(_TIME & set(dimensions))
            every = self._lexicon.properties.get(owner, {}).values()
            units = [unit for unit in every if (timed if unit.date or unit.year else unit.number)]
            for unit in units:
                likeness = self.dimension(unit, dimensions)
                if likeness > _SAME_DIMENSION:
                    found.append((unit, -1.5 * (1.0 - likeness)))
        return sorted(found, key=lambda pair: -pair[1])[:4]

    def dimension(self, unit: Unit, dimensions: tuple[str, ...]) -> float:
        """Return how likely a property is what an adjective measures, 0 to 1: the first dimensions weigh most."""
        return self._lexicon.dimension(unit, dimensions)

    # --- superlatives and measures --------------------------------------------------------------

    def _superlative_then_set(self, most: Item, source: Item, gap: Gap) -> Made:
        if source.meaning is None or source.info is None or isinstance(source.meaning, Values | Total):
            return
        if most.dimensions:
            alone = ONE if isinstance(source.meaning, Things) else 0.0
            for unit, cost in self._property_of(source.info, most.dimensions):
                descending = _descending(most, unit)
                meaning = Most(source.meaning, Measure(unit.name), descending)
                yield Item("set", most.score + source.score + cost + alone, meaning, source.info, derived=True)
        elif isinstance(source.meaning, Kind):  # "the most rivers": a measure, if a relation is found for it
            yield replace(
                most, kind="measure", score=most.score + source.score, among=source, explained=source.explained
            )

    def _superlative_then_property(self, most: Item, unit: Item, gap: Gap) -> Made:
        yield replace(most, kind="measure", name=unit.name, owner=unit.owner, score=most.score + unit.score)

    def _superlative_then_relation(self, most: Item, relation: Item, gap: Gap) -> Made:
        if not most.dimensions:
            anything = Item("set", 0.0, Kind(""), Info(frozenset(), frozenset()))
            yield replace(
                most, kind="measure", surface=relation.name, among=anything, score=most.score + relation.score - 0.2
            )

    def _measure_then_relation(self, measure: Item, relation: Item, gap: Gap) -> Made:
        if measure.among is not None and not measure.surface:
            yield replace(measure, surface=relation.name, score=measure.score + relation.score)

    def _set_then_measure(self, source: Item, measure: Item, gap: Gap) -> Made:
        if source.meaning is None or source.info is None or isinstance(source.meaning, Values | Total):
            return
        for how, cost in self._measures(source.info, measure):
            score = source.score + measure.score + cost + (ONE if isinstance(source.meaning, Things) else 0.0)
            descending = measure.descending
            yield Item("set", score, Most(source.meaning, how, descending), source.info, derived=True)

    def _measure_then_set(self, measure: Item, source: Item, gap: Gap) -> Made:
        for item in self._set_then_measure(source, measure, gap):
            yield replace(item, score=item.score - (0.5 if "of" in gap or "in" in gap else 0.1))
        if measure.name and source.info and measure.owner in source.info.types and source.meaning:
            if isinstance(source.meaning, Values | Total):
                return
            aggregate = "max" if measure.descending else "min"
            total = Total(source.meaning, aggregate, measure.name)
            yield Item("total", measure.score + source.score - 0.1, total, source.info, name=aggregate)

    def _measures(self, info: Info, measure: Item) -> list[tuple[Measure, float]]:
        if measure.kind == "measure" and measure.name:
            return [(Measure(measure.name), 0.0)] if measure.owner in info.types else []
        among = measure.among
        if among is None or among.meaning is None or isinstance(among.meaning, Values | Total):
            return []
        target = among.info if among.info and among.info.types else None
        ways = self._between(info, target) if target else []
        if measure.surface:
            ways = [(measure.surface, out) for out in (True, False) if self._can(info, measure.surface, out, False)]
            if target:
                ways = [(r, out) for r, out in ways if self.leads_to(r, out, info).types & target.types]
        implicit = 0.0 if measure.surface else IMPLICIT
        ways.sort(key=lambda way: self._functional(*way))
        return [
            (Measure(relation=r, out=out, among=among.meaning), implicit + IMPLICIT_MORE * n)
            for n, (r, out) in enumerate(ways)
        ]

    def _functional(self, relation: str, out: bool) -> bool:
        """Whether a relation leads to one node only, so that there is nothing to count."""
        signatures = self._lexicon.relation(relation).signatures
        count = sum(each.count for each in signatures)
        return count <= 1.05 * sum(each.heads if out else each.tails for each in signatures)

    # --- filters and comparisons ----------------------------------------------------------------

    def _comparative_then_number(self, comparative: Item, number: Item, gap: Gap) -> Made:
        yield replace(
            comparative, kind="filter", score=comparative.score + number.score, number=number.number, text=number.text
        )

    def _comparative_then_property(self, comparative: Item, unit: Item, gap: Gap) -> Made:
        yield replace(comparative, surface=unit.name, owner=unit.owner, score=comparative.score + unit.score)

    def _property_then_filter(self, unit: Item, filter: Item, gap: Gap) -> Made:
        if not filter.surface:
            yield replace(filter, surface=unit.name, owner=unit.owner, score=unit.score + filter.score)

    def _filter_then_relation(self, filter: Item, relation: Item, gap: Gap) -> Made:
        """Read "more than two stars", or "speaks more than two | languages": count what the relation leads to."""
        if filter.surface or filter.dimensions or filter.number is None:
            return
        among = filter.among or Item("set", 0.0, Kind(""), Info(frozenset(), frozenset()))
        yield replace(filter, surface=relation.name, among=among, score=filter.score + relation.score)

    def _property_then_number(self, unit: Item, number: Item, gap: Gap) -> Made:
        yield Item(
            "filter", unit.score + number.score - 0.1, name="=", surface=unit.name, owner=unit.owner,
            number=number.number, text=number.text,
        )  # fmt: skip

    def _set_then_filter(self, source: Item, filter: Item, gap: Gap) -> Made:
        if source.info is None or source.meaning is None or isinstance(source.meaning, Values | Total):
            return
        score = source.score + filter.score
        if filter.among is not None:
            for how, cost in self._measures(source.info, filter):
                counted = Counted(source.meaning, how, _operator(filter), filter.number or 0.0)
                yield Item("set", score + cost, counted, source.info, derived=True)
            return
        for unit, cost in self._compared(source.info, filter):
            if unit.date and not _year(filter.number):
                continue
            operator, value = _bound(unit, _operator(filter), filter.number)
            where = Where(source.meaning, unit.name, operator, value)
            if filter.upper is not None:
                where = Where(where, unit.name, *_bound(unit, "<=", filter.upper))
            yield Item("set", score + cost, where, source.info, derived=True)

    def _compared(self, info: Info, filter: Item) -> list[tuple[Unit, float]]:
        """Return the properties that a filter may speak of, with a cost."""
        if filter.surface:
            unit = self._lexicon.properties.get(filter.owner, {}).get(filter.surface)
            return [(unit, 0.0)] if unit and filter.owner in info.types else []
        if filter.dimensions:
            return self._property_of(info, filter.dimensions)
        units = [unit for owner in info.types for unit in self._lexicon.properties.get(owner, {}).values()]
        if _year(filter.number):
            return [(unit, -1.0) for unit in units if unit.date or unit.year]
        return [(unit, cost - 1.0) for unit, cost in self._property_of(info, ("age",))]

    def _filter_then_set(self, filter: Item, counted: Item, gap: Gap) -> Made:
        """Read "more than 3 rivers": a filter by count."""
        if not filter.surface and not filter.dimensions and isinstance(counted.meaning, Kind) and filter.among is None:
            yield replace(filter, among=counted, score=filter.score + counted.score)
        yield from (replace(item, score=item.score - 0.3) for item in self._set_then_filter(counted, filter, gap))

    def _comparative_then_set(self, comparative: Item, other: Item, gap: Gap) -> Made:
        """Read "larger than texas": kept as a filter that knows what it compares with; or "which is longer, A or B"."""
        if other.meaning is None or isinstance(other.meaning, Values | Total):
            return
        if isinstance(other.meaning, Either) and not _universal(other.meaning):
            most = replace(comparative, kind="superlative", name="")
            yield from self._superlative_then_set(most, other, gap)
        if not _universal(other.meaning):
            score = comparative.score + other.score
            yield replace(comparative, kind="compare", among=other, score=score)

    def _against(self, source: Item, compare: Item) -> Made:
        """Return the members of a set whose property compares so with that of another set's members."""
        other = compare.among
        if other is None or other.meaning is None or source.info is None or source.meaning is None:
            return
        if isinstance(source.meaning, Values | Total) or isinstance(other.meaning, Values | Total):
            return
        units = self._property_of(source.info, compare.dimensions)
        if compare.surface:
            units = [
                (u, 0.0) for u in self._lexicon.properties.get(compare.owner, {}).values() if u.name == compare.surface
            ]
        for unit, cost in units:
            descending = _descending(compare, unit)
            operator: Operator = ">" if descending else "<"
            meaning = Against(source.meaning, unit.name, operator, other.meaning)
            yield Item("set", source.score + compare.score + cost, meaning, source.info, derived=True)

    # --- the same as -----------------------------------------------------------------------------

    def _same_then_unit(self, same: Item, unit: Item, gap: Gap) -> Made:
        if not same.surface and same.among is None:
            yield replace(same, surface=unit.name, owner=unit.owner, name=unit.kind, score=same.score + unit.score)

    def _set_then_same(self, several: Item, same: Item, gap: Gap) -> Made:
        """Read "A and B share", "A and B have in common": what is joined with each of them, by any relation."""
        meaning = several.meaning
        if (
            not isinstance(meaning, Either)
            or several.name != "and"
            or same.surface
            or same.among
            or several.info is None
        ):
            return
        reached = set(several.info.offers)
        infos = [self.leads_to(name, end == "head", several.info) for name, end in reached]
        types = frozenset().union(*(info.types for info in infos))
        offers = frozenset().union(*(info.offers for info in infos))
        common = Both(tuple(Joined(part, "", True) for part in meaning.parts))
        yield Item("set", several.score + same.score - 0.3, common, Info(types, offers), derived=True)

    def _same_then_set(self, same: Item, other: Item, gap: Gap) -> Made:
        """Read "the same school | as X": those joined with what X is joined with, without X."""
        meaning, info = other.meaning, other.info
        if meaning is None or info is None or isinstance(meaning, Values | Total):
            return
        if isinstance(meaning, Kind) and not same.surface and same.among is None:
            yield replace(same, among=other, score=same.score + other.score)
        elif same.name == "relation":
            yield from self._sharing(same, other, [(same.surface, True), (same.surface, False)], None)
        elif same.name == "property" and same.owner in info.types:
            shared = Against(Kind(same.owner), same.surface, "=", meaning)
            yield Item("set", same.score + other.score, ButNot(shared, meaning), info, derived=True)
        elif same.among is not None and same.among.info is not None:
            ways = self._between(info, same.among.info)
            yield from self._sharing(same, other, ways, same.among.meaning)

    def _sharing(self, same: Item, other: Item, ways: list[tuple[str, bool]], kind: object) -> Made:
        for place, (relation, out) in enumerate(ways):
            for shared in self._joined_if(relation, out, other):
                middle = Both((kind, shared.meaning)) if isinstance(kind, Kind) else shared.meaning  # type: ignore[arg-type]
                back = Joined(middle, relation, not out)  # type: ignore[arg-type]
                info = self.leads_to(relation, not out, shared.info)
                score = same.score + shared.score + IMPLICIT_MORE * place
                yield Item("set", score, ButNot(back, other.meaning), info, derived=True)  # type: ignore[arg-type]

    def _joined_if(self, relation: str, out: bool, argument: Item) -> Made:
        symmetric = self._lexicon.relation(relation).symmetric
        if argument.info and self._can(argument.info, relation, out, symmetric):
            yield from self._joined(relation, out, argument, argument.score)

    # --- what stands alone -----------------------------------------------------------------------

    def completed(self, item: Item) -> Made:
        """Give an item that narrows or ranks a set, but has none ("who was hired last"), the set that it fits."""
        owners = [item.owner] if item.owner else []
        if item.kind in ("measure", "filter") and item.among is not None and item.surface:
            relation = self._lexicon.relation(item.surface)
            owners = sorted({s.head for s in relation.signatures} | {s.tail for s in relation.signatures})
        elif item.kind == "filter" and not item.surface:
            owners = [kind.name for kind in self._lexicon.schema.types]
        for owner in owners:
            info = Info(frozenset({owner}), self._lexicon.type_offers.get(owner, frozenset()))
            kind = Item("set", ALONE, Kind(owner), info)
            yield from self(kind, item, ())

    # --- negation, coordination, aggregates -----------------------------------------------------

    def _not_then_set(self, negation: Item, source: Item, gap: Gap) -> Made:
        yield replace(source, kind="negated", score=negation.score + source.score)

    def _set_then_negated(self, source: Item, negated: Item, gap: Gap) -> Made:
        if source.info is None or negated.info is None or source.meaning is None or negated.meaning is None:
            return
        if isinstance(source.meaning, Values | Total) or isinstance(negated.meaning, Values | Total):
            return
        score = source.score + negated.score
        if source.info.types & negated.info.types and not isinstance(source.meaning, Values | Total):
            yield Item("set", score, ButNot(source.meaning, negated.meaning), source.info, derived=True)
        for place, (relation, out) in enumerate(self._between(negated.info, source.info)):
            joined = Joined(negated.meaning, relation, out)
            cost = IMPLICIT + IMPLICIT_MORE * place
            yield Item("set", score + cost, ButNot(source.meaning, joined), source.info, derived=True)

    def _relation_then_negated(self, relation: Item, negated: Item, gap: Gap) -> Made:
        """Read "border no states" as what does not border any."""
        for item in self._join(relation, replace(negated, kind="set"), gap, before=False):
            yield replace(item, kind="negated", score=item.score - UNIVERSAL * _universal(negated.meaning))

    def _set_then_coordinated(self, left: Item, right: Item, gap: Gap) -> Made:
        if left.info is None or right.info is None or left.meaning is None or right.meaning is None:
            return
        if isinstance(left.meaning, Values | Total) or isinstance(right.meaning, Values | Total):
            return
        info = Info(left.info.types | right.info.types, left.info.offers | right.info.offers)
        score = left.score + right.score
        things = not left.derived and not right.derived
        if right.name == "or" or things:
            parts = _parts(left.meaning) + _parts(right.meaning)
            yield Item("set", score, Either(parts), info, name=right.name, derived=left.derived)
        if right.name == "and" and not things and left.info.types & right.info.types:
            yield from self._intersected(left, replace(right, kind="set"), ())

    def _aggregate_then_value(self, aggregate: Item, value: Item, gap: Gap) -> Made:
        if isinstance(value.meaning, Values):
            total = Total(value.meaning.source, aggregate.name, value.meaning.key)
            yield Item("total", aggregate.score + value.score, total, value.info, name=aggregate.name)

    def _aggregate_then_property(self, aggregate: Item, unit: Item, gap: Gap) -> Made:
        yield Item(
            "total", aggregate.score + unit.score, None, None, name=aggregate.name, surface=unit.name, owner=unit.owner
        )

    def _total_then_set(self, total: Item, source: Item, gap: Gap) -> Made:
        if total.meaning is not None or source.info is None or source.meaning is None:
            return
        if isinstance(source.meaning, Values | Total):
            return
        sources = [source] if total.owner in source.info.types else list(self._members(total.owner, source))
        for each in sources:
            meaning = Total(each.meaning, total.name, total.surface)  # type: ignore[arg-type]
            yield Item("total", total.score + each.score, meaning, each.info, name=total.name)


def _universal(meaning: object) -> bool:
    return isinstance(meaning, Kind)


def _returns(meaning: object, relation: str, out: bool) -> bool:
    """Whether joining a set so goes back the way that the set was reached by."""
    parts = meaning.parts if isinstance(meaning, Both) else (meaning,)
    return any(isinstance(part, Joined) and part.relation == relation and part.out != out for part in parts)


def _apart(one: object, other: object) -> bool:
    """Whether two sets of named things have nothing in common."""
    return isinstance(one, Things) and isinstance(other, Things) and not set(one.ids) & set(other.ids)


def _flat(meaning: object) -> tuple[Meaning, ...]:
    return meaning.parts if isinstance(meaning, Both) else (meaning,)  # type: ignore[return-value]


def _parts(meaning: Meaning) -> tuple[Meaning, ...]:
    return meaning.parts if isinstance(meaning, Either) else (meaning,)


def _operator(item: Item) -> Operator:
    return item.name or "="  # type: ignore[return-value]


def _bound(unit: Unit, operator: Operator, number: float | None) -> tuple[Operator, Scalar]:
    """Return the comparison to make; a year stands for its first or its last day where dates are compared."""
    if not unit.date:
        return operator, number or 0.0
    year = f"{number or 0:.0f}"
    if operator == "=":
        return "starts", year
    return operator, f"{year}-12-31" if operator in (">", "<=") else year


def _year(number: float | None) -> bool:
    return number is not None and 1000 <= number <= 2999 and number == int(number)


def _descending(item: Item, unit: Unit) -> bool:
    """Return whether more of a property is more of the adjective: the oldest has the earliest date."""
    if (unit.date or unit.year) and item.text in EARLIEST:
        return False
    if (unit.date or unit.year) and item.text in LATEST:
        return True
    return item.descending
