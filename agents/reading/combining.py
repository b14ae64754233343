"""Two sets side by side, negation, coordination, and sums over sets."""

from dataclasses import replace

from agents.language.english import CALLED
from agents.query import Operator
from agents.reading.comparing import set_then_filter
from agents.reading.ground import Ground, can_fill
from agents.reading.items import Info, Item
from agents.reading.joining import (
    HAVING,
    IMPLICIT,
    IMPLICIT_MORE,
    RETURN,
    UNIVERSAL,
    Gap,
    Made,
    implied,
    join,
    members_of,
    named_together,
)
from agents.reading.labelling import relations_of, saying
from agents.reading.meaning import (
    Both,
    ButNot,
    Either,
    Joined,
    Kind,
    Meaning,
    Most,
    Things,
    Total,
    Values,
    Where,
    boundless,
    impossible,
    named,
    parts_of_both,
    parts_of_either,
    returns,
    universal,
)
from agents.reading.operator_words import NOTHING

APPOSITION = -0.2  # "the river mississippi", "state of texas"
APPOSITION_OVER = -1.3  # ... with other words than "of" between
BESIDE = -0.5  # two sets side by side, neither of which says that it narrows the other
ALL_OF = -1.5  # "diseases with both A and B": A and B do not narrow the diseases, what they are joined with does
_APPOSING = frozenset(["the", "of", "a", "an", "'s", ",", *CALLED])
_BESIDE_NAMES = frozenset([",", "in", "of", "get", "got", "do", "on", "for", "at"])

SAID_BEHIND = 0.6  # "those that X voted | against", which a preposition alone would not say
MIXED = -2.0  # "boats of A or B": B is one of whose boats, and no boat
DOING_EITHER = -0.7  # "who acted and directed" did both
OF_THOSE = -0.2  # "the average fee in 2024": whose fee is not said
NAMED_OUT = -0.9  # "diseases with A but not B": those without B, and not only B itself, unless the word says so
UNFLAGGED = 0.05  # "not returned": of what it is recorded, and not
_LACKING: dict[str, Operator] = {"exists": "missing", ">": "="}  # what is said of those with none of something
_TAKING_OUT = frozenset(["except", "excluding"])


def set_then_set(ground: Ground, left: Item, right: Item, gap: Gap) -> Made:
    """Read two sets as what they have in common, or as joined by a relation that no word names."""
    yield from _intersected(left, right, gap, ground.is_the_one(left))
    if "and" in gap or "or" in gap or CALLED & set(gap):  # "the pear called apple" is one thing
        return
    yield from implied(ground, left, right, gap)
    yield from implied(ground, right, left)
    if named(left.meaning) and named(right.meaning) and _BESIDE_NAMES.issuperset(gap):
        yield from named_together(ground, left, right)


def _intersected(left: Item, right: Item, gap: Gap, one: bool = False) -> Made:
    """`one`: the left is said to be one thing: "the judgment in | X v Y" is X v Y."""
    types = left.info.types & right.info.types
    this, other = left.members, right.members
    if not types or this == other or _apart(this, other) or (boundless(this) and boundless(other)):
        return
    score = left.score + right.score + _cost_of_both(left, right, gap, one)
    for most, kind in ((this, other), (other, this)):
        if isinstance(most, Most) and universal(kind):  # "the largest | state": narrow, then take the largest
            whole = replace(most, source=Both((kind, *parts_of_both(most.source))))
            yield Item("set", score, whole, left.info, derived=True)
            return
    info = Info(types, left.info.offers & right.info.offers)
    for thing, type in ((left, right), (right, left)):
        if named(thing.meaning) and type.meaning in [Kind(each) for each in thing.info.types]:
            yield thing.but(score=score, info=info)  # "the payments team" is payments
            return
    if isinstance(other, Joined) and other.said and other.source == Kind("") and other.relation in relations_of(this):
        narrowed = saying(this, other.relation, other.said)  # "those that X voted | against": what the same edges say
        yield Item("set", score + SAID_BEHIND, narrowed, left.info, derived=True)
    both = Both(parts_of_both(this) + parts_of_both(other))
    if impossible(both):  # "before 1990 and after 2005": not of one thing
        return
    yield Item("set", score, both, info, derived=left.derived or right.derived)


def _cost_of_both(left: Item, right: Item, gap: Gap, one: bool) -> float:
    things = named(left.meaning) or named(right.meaning)
    if not (universal(left.meaning) or universal(right.meaning)):
        return 0.0 if things or (left.derived and right.derived) else BESIDE
    cost = ALL_OF if "and" in (left.name, right.name) else 0.0
    if things:
        cost += APPOSITION + (0.0 if _APPOSING.issuperset(gap) or (one and "in" in gap) else APPOSITION_OVER)
    return cost


def _apart(one: Meaning, other: Meaning) -> bool:
    """Whether two sets of named things have nothing in common."""
    return isinstance(one, Things) and isinstance(other, Things) and not set(one.ids) & set(other.ids)


# --- negation -------------------------------------------------------------------------------------


def not_then_set(ground: Ground, negation: Item, source: Item, gap: Gap) -> Made:
    """Read "not | in texas"."""
    score = negation.score + source.score
    yield replace(source, kind="negated", score=score, text=negation.text)
    flag = source.meaning
    if isinstance(flag, Where) and flag.value is True and not gap:  # "(a loan that is) not | returned"
        yield source.but(meaning=replace(flag, value=False), score=score + UNFLAGGED)


def not_then_property(ground: Ground, negation: Item, unit: Item, gap: Gap) -> Made:
    """Read "(with) no | closing date": what has none."""
    known = ground.lexicon.properties.get(unit.owner, {}).get(unit.name)
    if ground.lexicon.lacked(unit.owner, unit.name):
        has = Where(Kind(unit.owner), unit.name, "exists", "")
    elif known is not None and known.number and not known.year:
        has = Where(Kind(unit.owner), unit.name, ">", 0)  # "no beds": 0 of them
    else:
        return
    score = negation.score + unit.score
    yield Item("negated", score, has, ground.info(unit.owner), text=negation.text, derived=True)


def set_then_negated(ground: Ground, source: Item, negated: Item, gap: Gap) -> Made:
    """Read "states | not bordering texas", and "diseases | without fever" through a relation that no word names."""
    score = source.score + negated.score
    if isinstance(negated.meaning, Where) and negated.meaning.operator in _LACKING:
        if source.info.types & negated.info.types:
            lacking = replace(negated.meaning, source=source.members, operator=_LACKING[negated.meaning.operator])
            yield Item("set", score, lacking, source.info, derived=True)
        return
    if negated.text in _TAKING_OUT and named(source.meaning) and named(negated.meaning):
        return  # one name is not taken out of another: "except texas and except ohio"
    if negated.text in _TAKING_OUT and isinstance(source.meaning, Most) and source.info.types & negated.info.types:
        most = source.meaning  # "the largest state except texas": the largest of the others
        rest = replace(most, source=ButNot(most.source, negated.members))
        yield Item("set", score, rest, source.info, derived=True)
        return
    has_none = _has_none(negated, gap)
    if (
        source.info.types & negated.info.types
        and not has_none
        and not impossible(Both((source.members, negated.members)))
    ):
        narrows = negated.derived or isinstance(negated.meaning, Joined)  # "not followed": those that are followed
        taken = narrows or isinstance(source.meaning, Things) or negated.text in _TAKING_OUT
        out_of = score if taken else score + NAMED_OUT
        yield Item("set", out_of, ButNot(source.members, negated.members), source.info, derived=True)
    role, apart = negated.meaning, not source.info.types & negated.info.types
    if (
        (apart or has_none)
        and isinstance(role, Joined)
        and role.source == Kind("")
        and can_fill(source.info, role.relation, role.out)
    ):
        has = Joined(Kind(""), role.relation, not role.out)  # "films with no director": none that has directed them
        yield Item("set", score, ButNot(source.members, has), source.info, derived=True)
        return
    for place, (relation, out) in enumerate(ground.between(negated.info, source.info)):
        without = ButNot(source.members, Joined(negated.members, relation, out))
        back = RETURN if returns(negated.members, relation, out) else 0.0
        yield Item("set", score + IMPLICIT + IMPLICIT_MORE * place + back, without, source.info, derived=True)


def _has_none(negated: Item, gap: Gap) -> bool:
    """Whether "have no | dependencies" is said, of what depends on nothing, and not "are no dependencies"."""
    role = negated.meaning
    having = negated.text == "no" and bool(HAVING & set(gap))
    return negated.noun and having and isinstance(role, Joined) and role.source == Kind("")


def and_then_negated(ground: Ground, conjunction: Item, negated: Item, gap: Gap) -> Made:
    """Read "(except texas) and | except ohio"."""
    yield replace(negated, score=conjunction.score + negated.score)


def relation_then_negated(ground: Ground, relation: Item, negated: Item, gap: Gap) -> Made:
    """Read "border | no states" as what does not border any."""
    universally = UNIVERSAL if boundless(negated.meaning) else 0.0
    for item in join(ground, relation, replace(negated, kind="set"), gap, before=False):
        yield replace(item, kind="negated", score=item.score - universally)


def nobody_then_relation(ground: Ground, nobody: Item, relation: Item, gap: Gap) -> Made:
    """Read "(courses) nobody | attended"."""
    if nobody.text in NOTHING:
        for item in join(ground, relation, nobody.but(kind="set"), gap, before=True):
            universally = UNIVERSAL if boundless(nobody.meaning) else 0.0
            yield item.but(kind="negated", score=item.score - universally)


# --- coordination ---------------------------------------------------------------------------------


def and_then_set(ground: Ground, conjunction: Item, source: Item, gap: Gap) -> Made:
    """Read "and | oklahoma"; the item is called as the conjunction is."""
    yield replace(source, kind="listed", name=conjunction.name, score=conjunction.score + source.score)


def set_then_listed(ground: Ground, left: Item, right: Item, gap: Gap) -> Made:
    """Read "texas | and oklahoma" as a list; sets that narrow ("by X and with Y") as what they have in common."""
    listed = (not left.derived and not right.derived) or impossible(Both((left.members, right.members)))
    if right.name == "or" or listed:
        info = Info(left.info.types | right.info.types, left.info.offers | right.info.offers)
        either = Either(parts_of_either(left.members) + parts_of_either(right.members))
        mixed = named(right.meaning) and not named(left.meaning) and not left.info.types & right.info.types
        score = left.score + right.score + (MIXED if mixed and left.derived else 0.0)
        if _of_any(left) and _of_any(right):
            score += DOING_EITHER if right.name == "and" else 0.0
            score += 0.0 if left.info.types & right.info.types else MIXED
        yield Item("set", score, either, info, name=right.name, derived=left.derived)
    if right.name == "and" and (not listed or (_of_any(left) and _of_any(right))):
        yield from _intersected(left, replace(right, kind="set"), ())


def _of_any(item: Item) -> bool:
    """Whether a set is whatever a relation joins with anything: "who acted | and directed" did both."""
    return isinstance(item.meaning, Joined) and item.meaning.source == Kind("")


# --- sums -----------------------------------------------------------------------------------------


def aggregate_then_value(ground: Ground, aggregate: Item, value: Item, gap: Gap) -> Made:
    """Read "total | population of the states"; nothing is the total of ids."""
    if isinstance(value.meaning, Values) and ground.lexicon.is_amount(value.meaning.key):
        total = Total(value.meaning.source, aggregate.name, value.meaning.key, value.meaning.relation)
        yield Item("total", aggregate.score + value.score, total, value.info)


def aggregate_then_property(ground: Ground, aggregate: Item, unit: Item, gap: Gap) -> Made:
    """Read "total | population": a total that waits for its set."""
    if not ground.lexicon.is_amount(unit.name):
        return
    yield Item("total", aggregate.score + unit.score, name=aggregate.name, unit=unit.name, owner=unit.owner)


def aggregate_then_set(ground: Ground, aggregate: Item, source: Item, gap: Gap) -> Made:
    """Read "average | claim": of the one amount that claims have."""
    for unit, cost in ground.only_amount(source.info) if not named(source.meaning) else ():
        total = Total(source.members, aggregate.name, unit.name)
        yield Item("total", aggregate.score + source.score + cost, total, source.info)


def total_then_filter(ground: Ground, total: Item, filter: Item, gap: Gap) -> Made:
    """Read "average fee | in 2024": of those of that year."""
    if total.meaning is None and total.owner and not total.edge:
        for each in set_then_filter(ground, ground.kind(total.owner, OF_THOSE), filter, gap):
            yield from total_then_set(ground, total, each, ())


def total_then_set(ground: Ground, total: Item, source: Item, gap: Gap) -> Made:
    """Read "total population | of the states", or of what is joined with them and has a population."""
    if total.meaning is None and not total.edge:
        for each in [source] if total.owner in source.info.types else members_of(ground, total.owner, source):
            meaning = Total(each.members, total.name, total.unit)
            yield Item("total", total.score + each.score, meaning, each.info)
