"""Joins: a relation or a property with the set it is asked of, and the joins that no word asks for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from agents.language.phrasing import happened
from agents.language.stems import stem
from agents.reading.direction import against_direction
from agents.reading.evidence import first
from agents.reading.ground import Ground, Way, can_fill
from agents.reading.items import Item
from agents.reading.labelling import saying
from agents.reading.meaning import (
    Both,
    ButNot,
    Either,
    Joined,
    Kind,
    Meaning,
    Measure,
    Most,
    Said,
    Things,
    Values,
    Where,
    boundless,
    certain,
    narrowed,
    parts_of_both,
    returns,
    sort,
    universal,
)
from agents.reading.names import spoken
from agents.reading.operator_words import BEING

Gap = tuple[str, ...]  # the function words between two neighbours
Made = Iterable[Item]

JOIN = -0.1
AGAINST_DIRECTION = -0.8  # asked the other way round than the words say
NOWHERE = -3.0  # "where is texas" asks for nothing that is in it
UNIVERSAL = -0.6  # a relation of "anything of a type"
POSSESSED = -0.3  # "the father of | texas's governor": the possessive binds before "of"
IMPLICIT = -0.8  # a join that no word asks for
PREPOSITION = 0.4  # ... but a preposition that the relation's name ends with
NARROWED = -0.2  # "papers by X | about Y": what is narrowed already
FROM_WHERE = -1.2  # "reach from X": what arrives at X does not
THROUGH = -0.9  # ... from what joins the relation with the set that is said
ITSELF = -0.3  # ... and what joins them is meant
DONE_BY = -0.3  # "which albums did X release": those of X, whatever joins them
SAID_BETWEEN = 0.3  # the word between is what the edges say
NAMED_SO = 0.4  # ... which is called so: a booking, of what is booked
IMPLICIT_FAR = -1.6  # ... over a step between
IMPLICIT_MORE = -0.35  # each further relation that could be the one
UNSAID_OWNER = -0.3  # ... and the set it leads to is not said either ("salaries in the team")
ASKED_APART = -0.6  # "the parents of A and B": those of either; usually what both share is meant
COMPOUND = -0.2  # "capital cities": a relation named by what it leads to
NAMES = -0.2  # "paris, texas": two names side by side
FILTERED = -1.2  # "state with | population": what follows narrows the set; it is not what is asked for
NO_SUBJECT = -2.0  # "which papers cite ...": what is asked for does it; it is not what they cite
RETURN = -2.5  # there and back by one relation: only "the same ... as" means that
RANGE = -1.0  # a relation with no argument stands for all that it leads to
UNRANKED = -0.05  # ... but where a superlative follows, so many are what it ranks
MOST_RANKED = 100  # more are no few to name: "the 2019 boats"
COUNTED = -0.5  # "the 50 states": how many there are is said, not asked
NO_VERB = -2.5  # things of one type that nothing joins but "is"
COPULA = -0.3  # "which editions are in French": what is said of them is no part of their name
_OPPOSITE = {"to": "from", "into": "from", "from": "to"}
_BETWEEN = 3  # types of what may stand between
HAVING = frozenset("has have had having with".split())
_FILTERING = frozenset("has have had having with whose by that which who".split())


def relation_then_set(ground: Ground, relation: Item, argument: Item, gap: Gap) -> Made:
    """Read "capital of | texas"; and "capital cities (of ...)", a relation with the type that it leads to."""
    said = COPULA if relation.noun and BEING & set(gap) else 0.0
    for each in join(ground, relation.but(score=relation.score + said), argument, gap, before=False):
        yield each
        yield from _said_between(ground, relation, each, gap)
    if universal(argument.meaning) and not gap:
        reached = ground.leads_to(relation.name, relation.out, None)
        if reached.types & argument.info.types:
            yield replace(relation, score=relation.score + argument.score + COMPOUND)


def _said_between(ground: Ground, relation: Item, joined: Item, gap: Gap) -> Made:
    """Read "voted | against X", where it is the edges that say "against"."""
    for value in (value for word in gap for value in ground.lexicon.said_values.get(word, ())):
        if value.owner == relation.name and joined.kind == "set":
            narrowed = saying(joined.members, relation.name, (Said(value.key, "=", value.value),))
            yield joined.but(meaning=narrowed, score=joined.score + SAID_BETWEEN)


def set_then_relation(ground: Ground, argument: Item, relation: Item, gap: Gap) -> Made:
    """Read "texas's | capital"; and "states | bordering (...)", a type and a relation that narrows it."""
    over = POSSESSED if "'s" in gap and argument.derived and first(argument.trace).kind in ("unit", "kin") else 0.0
    said = relation.noun or "'s" in gap or ground.acts(first(argument.trace).first, relation.explained)
    over += 0.0 if said else NO_SUBJECT
    yield from join(ground, relation, replace(argument, score=argument.score + over), gap, before=True)
    if isinstance(argument.meaning, Kind):
        yield from _those_that_have(argument, argument.meaning, relation)


def _those_that_have(kind: Item, type: Kind, relation: Item) -> Made:
    for out in (True, False):
        if can_fill(kind.info, relation.name, out):
            has = Joined(Kind(""), relation.name, not out)
            score = kind.score + relation.score + RANGE + UNIVERSAL
            yield Item("set", score, Both((type, has)), kind.info, derived=True)


def and_then_relation(ground: Ground, conjunction: Item, relation: Item, gap: Gap) -> Made:
    """Read "(directed) and | produced"."""
    if not relation.noun:
        yield Item("also", conjunction.score + relation.score, name=conjunction.name, among=relation.but(score=0.0))


def relation_then_also(ground: Ground, relation: Item, also: Item, gap: Gap) -> Made:
    """Read "directed | and produced": two relations that wait for one set."""
    if also.among is not None and also.among.name != relation.name and not relation.noun:
        yield relation.but(kind="relations", among=also.among, unit=also.name, score=relation.score + also.score)


def relations_then_set(ground: Ground, relations: Item, argument: Item, gap: Gap) -> Made:
    """Read "directed and produced | X": those who did both to it, or either."""
    yield from _by_both(relations, argument, partial(relation_then_set, ground), gap)


def set_then_relations(ground: Ground, argument: Item, relations: Item, gap: Gap) -> Made:
    """Read "(what) X | directed and produced"."""

    def turned(relation: Item, argument: Item, gap: Gap) -> Made:
        return set_then_relation(ground, argument, relation, gap)

    yield from _by_both(relations, argument, turned, gap)


def _by_both(relations: Item, argument: Item, rule: Callable[[Item, Item, Gap], Made], gap: Gap) -> Made:
    assert relations.among is not None
    ones = [each for each in rule(relations.but(kind="relation"), argument, gap) if each.kind == "set"]
    others = [each for each in rule(relations.among, argument.but(score=0.0), gap) if each.kind == "set"]
    for one, other in ((one, other) for one in ones for other in others if one.info.types & other.info.types):
        parts = (one.members, other.members)
        meaning = Either(parts) if relations.unit == "or" else Both(parts)
        yield Item("set", one.score + other.score, meaning, one.info, derived=True)


def join(ground: Ground, relation: Item, argument: Item, gap: Gap, before: bool) -> Made:
    """Join a set by a relation, each way that the graph can hold. `before`: the set stands before the relation."""
    if isinstance(argument.meaning, Joined) and argument.meaning.said and argument.meaning.relation == relation.name:
        yield argument.but(
            score=relation.score + argument.score + JOIN + SAID_BETWEEN
        )  # "who played | the Queen", where edges say so
        return
    symmetric = ground.symmetric(relation.name)
    ways = [out for out in ((True,) if symmetric else (True, False)) if ground.can(argument.info, relation.name, out)]
    against_it = not before and gap[-1:] == ("from",) and relation.said.split()[-1:] != ["from"]
    if certain(argument.meaning) and (not ways or (against_it and _arrives(relation))):
        yield from _through(ground, relation, argument, gap)
    for out in ways:
        cost = _cost_of_join(relation, argument, gap, out, before)
        against = NOWHERE if relation.text == "where" else AGAINST_DIRECTION
        cost += 0.0 if symmetric else against * against_direction(relation, out, gap, before)
        cost += FROM_WHERE if against_it and _arrives(relation) else 0.0
        yield from joined(ground, ((relation.name, out),), argument, relation.score + argument.score + cost)


def _through(ground: Ground, relation: Item, argument: Item, gap: Gap) -> Made:
    """Read "customers who bought | flour", where orders join both: what the relation leads to from what joins it."""
    for out in (True, False):
        ends = ground.lexicon.slot_types.get((relation.name, "head" if out else "tail"), frozenset())
        for type in sorted(each for each in ends if each)[:_BETWEEN]:
            ways = [way for way in ground.between(argument.info, ground.info(type)) if way[0] != relation.name]
            for place, way in enumerate(sorted(ways, key=lambda way: -_fits(way[0], gap))):
                score = relation.score + argument.score + JOIN + THROUGH + IMPLICIT_MORE * place
                yield from joined(ground, (way, (relation.name, out)), argument, score, between=type)
                if ground.happens(ground.info(type)):
                    named = bool(root := stem(spoken(type))) and root == stem(relation.said.split()[0])
                    yield from _itself(ground, type, way, argument, score + (NAMED_SO if named else ITSELF))


def _itself(ground: Ground, type: str, way: Way, argument: Item, score: float) -> Made:
    """Read "(when did X) buy | flour" as the orders of flour: what happened, and not who or what it leads to."""
    for each in joined(ground, (way,), argument, score):
        yield each.but(meaning=Both((Kind(type), each.members)))


def _arrives(relation: Item) -> bool:
    """Whether a relation's words say where to something goes, and not where from."""
    return relation.said.split()[-1:] in (["at"], ["to"], ["in"], ["into"], ["on"])


def _cost_of_join(relation: Item, argument: Item, gap: Gap, out: bool, before: bool) -> float:
    cost = JOIN
    if returns(argument.members, relation.name, out):
        cost += RETURN
    if universal(argument.meaning):
        cost += UNIVERSAL if boundless(argument.meaning) else 0.0
        cost += FILTERED if before and _FILTERING & set(gap) else 0.0
    return cost


def joined_if(ground: Ground, way: Way, argument: Item) -> Made:
    """Return what a relation leads to from a set, where the graph can hold that."""
    if ground.can(argument.info, *way):
        yield from joined(ground, (way,), argument, argument.score)


def joined(ground: Ground, ways: Sequence[Way], argument: Item, score: float, between: str = "") -> Made:
    """Return what relations lead to from a set; of "A and B", what both lead to, or what either does.

    `between`: the type of what the first of two relations leads to.
    """
    meaning = argument.members
    info = argument.info
    for way in ways:
        info = ground.leads_to(*way, info)

    def reached(source: Meaning) -> Meaning:
        for place, way in enumerate(ways):
            source = Joined(Both((Kind(between), source)) if place and between else source, *way)
        return source

    if argument.name == "and" and (several := alternatives(meaning)):
        parts = tuple(reached(part) for part in several)
        if all(ground.functional(name, not out) for name, out in ways):  # none is joined with both: what follows may be
            yield Item("set", score + ASKED_APART, Either(parts), info, name="and", derived=True)
            return
        yield Item("set", score, Both(parts), info, derived=True)
        yield Item("set", score + ASKED_APART, Either(parts), info, derived=True)
    elif isinstance(meaning, ButNot) and isinstance(meaning.source, Things):
        without = ButNot(reached(meaning.source), reached(meaning.other))
        yield Item("set", score, without, info, derived=True)
    else:
        yield Item("set", score, reached(meaning), info, derived=True)


def alternatives(meaning: Meaning) -> tuple[Meaning, ...]:
    """Return the sets that a list is of, each narrowed as the whole is; none where a set is no list."""
    if isinstance(meaning, Either):
        return meaning.parts
    lists = [part for part in parts_of_both(meaning) if isinstance(part, Either)]
    if len(lists) != 1:
        return ()
    others = tuple(part for part in parts_of_both(meaning) if part is not lists[0])
    return tuple(Both((*others, part)) for part in lists[0].parts)


def number_then_set(ground: Ground, number: Item, kind: Item, gap: Gap) -> Made:
    """Read "the 50 | states", and "the 3 | states (with the fewest rivers)"."""
    if sort(kind.meaning) and number.number and number.number > 1:
        score = kind.score + number.score + COUNTED
        yield replace(kind, score=score + UNRANKED)
        if number.number <= MOST_RANKED and number.number == int(number.number):
            yield replace(kind, score=score, count=int(number.number))


# --- joins that no word asks for ------------------------------------------------------------------


def implied(ground: Ground, kind: Item, argument: Item, gap: Gap = ()) -> Made:
    """Join a type with a set through a relation that no word names ("rivers in texas"), or only a preposition."""
    further = NARROWED if narrowed(kind.meaning) and gap else 0.0
    says_which = kind.noun or (sort(kind.meaning) and not kind.derived) or further
    if not says_which or (universal(argument.meaning) and argument.derived):
        return
    ways = sorted(ground.between(argument.info, kind.info), key=lambda way: -_fits(way[0], gap))
    same = BEING.issuperset(gap) and bool(gap) and bool(kind.info.types & argument.info.types)
    for place, way in enumerate(ways):
        score = kind.score + argument.score + IMPLICIT + IMPLICIT_MORE * place + further
        score += NO_VERB if same else 0.0  # "which drug is aspirin"
        score += PREPOSITION if not place and _fits(way[0], gap) > 0 else 0.0
        score += RETURN if returns(argument.members, *way) else 0.0
        score += UNIVERSAL if boundless(argument.meaning) else 0.0
        for each in joined(ground, (way,), argument, score):
            yield _narrowed(each, kind)
    narrow = argument.derived and all(sort(part) for part in parts_of_both(argument.members))
    if not ways and (narrow or certain(argument.meaning)):
        yield from _implied_far(ground, kind, argument, gap)


def _fits(relation: str, gap: Gap) -> int:
    """Return 1 where a relation's name ends with the preposition that stands between ("papers about X", by `about`),
    -1 where it ends with the opposite one ("flights to X", by `departs from`), else 0."""
    ends, said = spoken(relation).split()[-1:], gap[-1:]
    return 1 if said and list(said) == ends else -1 if any(_OPPOSITE.get(each) in ends for each in said) else 0


def _implied_far(ground: Ground, kind: Item, argument: Item, gap: Gap) -> Made:
    """Join a type with a named thing over one step between ("rivers in the usa": those of its states)."""
    for type in ground.lexicon.type_offers:
        between = ground.info(type)
        onward = ground.between(between, kind.info)
        ways = sorted(ground.between(argument.info, between), key=lambda way: -_fits(way[0], gap))
        for way in ways[:1] if onward else ():
            for last in onward[:2]:
                if last != (way[0], not way[1]):
                    score = argument.score + kind.score + IMPLICIT_FAR + PREPOSITION * _fits(way[0], gap)
                    reached = joined(ground, (way, last), argument, score, between=type)
                    yield from (_narrowed(each, kind) for each in reached)


def _narrowed(item: Item, kind: Item) -> Item:
    """Return the members of a set that are in another set too, as they are known of there."""
    return replace(item, meaning=Both((kind.members, item.members)), info=kind.info)


def named_together(ground: Ground, left: Item, right: Item) -> Made:
    """Read "paris, texas": of the things of the first name, those that the second is joined with."""
    for way in ground.between(right.info, left.info):
        for each in joined(ground, (way,), right, left.score + right.score + NAMES):
            yield _narrowed(each, left)


# --- properties -----------------------------------------------------------------------------------


def property_then_set(ground: Ground, unit: Item, source: Item, gap: Gap) -> Made:
    """Read "population of | texas"."""
    if unit.owner in source.info.types:
        score = unit.score + source.score + JOIN + (UNIVERSAL if boundless(source.meaning) else 0.0)
        yield _values(unit, source, score)
    elif not boundless(source.meaning):
        if gap[-1:] == ("by",):
            yield from done_by(ground, source, unit)
        for item in members_of(ground, unit.owner, source):
            yield _values(unit, item, unit.score + item.score)


def done_by(ground: Ground, source: Item, unit: Item) -> Made:
    """Read "(albums that) X | released", where albums say when: those of X, for whose doing no other word is there."""
    if unit.owner not in source.info.types and certain(source.meaning) and happened(spoken(unit.name)):
        for each in members_of(ground, unit.owner, source):
            yield each.but(score=each.score + unit.score + DONE_BY)


def _values(unit: Item, source: Item, score: float) -> Item:
    return Item("value", score, Values(source.members, unit.name), source.info)


def set_then_property(ground: Ground, source: Item, unit: Item, gap: Gap) -> Made:
    """Read "texas's | population"; and "the largest state by | area", which measures by the property."""
    meaning = source.meaning
    if {"by", "in"} & set(gap) and isinstance(meaning, Most) and meaning.measure.key:
        by = replace(meaning, measure=Measure(unit.name))
        yield replace(source, score=source.score + unit.score, meaning=by)
    if HAVING & set(gap) and unit.owner in source.info.types and ground.lexicon.lacked(unit.owner, unit.name):
        has = Where(source.members, unit.name, "exists", "")  # "boats that have a name": some have none
        yield Item("set", source.score + unit.score + JOIN, has, source.info, derived=True)
    done = (
        unit.owner in source.info.types
        and universal(meaning)
        and bool(BEING & set(gap))
        and happened(spoken(unit.name))
    )
    if done and ground.lexicon.lacked(unit.owner, unit.name):
        has = Where(source.members, unit.name, "exists", "")  # "which judges are retired": some are not
        yield Item("set", source.score + unit.score + JOIN, has, source.info, derived=True)
    yield from done_by(ground, source, unit)
    filtered = universal(meaning) and _FILTERING & set(gap)
    for item in property_then_set(ground, unit, source, gap):
        yield replace(item, score=item.score + (FILTERED if filtered else 0.0))


def members_of(ground: Ground, owner: str, source: Item) -> Made:
    """Return the nodes of a type that are joined with a set, where no word says how ("salaries in the team")."""
    for item in implied(ground, ground.kind(owner), source):
        yield replace(item, score=item.score + UNSAID_OWNER)
