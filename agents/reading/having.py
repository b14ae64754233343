"""A property and a value of its own, side by side: "with colour red", "whose colour is not red", "the red colour"."""

from collections.abc import Iterable

from agents.reading import joining
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import Gap, Made
from agents.reading.meaning import Both, Either, Kind, Meaning, Values, Where, parts_of_either

SAID = 0.3  # the value's property is named: what it cost that no word did (`lexical.VALUE`)
ITSELF = -2.0  # "the colour of what is red" is no question


def property_then_set(ground: Ground, unit: Item, source: Item, gap: Gap) -> Made:
    """Read "population of | texas", and "colour | red"."""
    own = _own(unit, source)
    if own is not None:
        yield _set(ground, unit, source, own)
    for item in joining.property_then_set(ground, unit, source, gap):
        yield item.but(score=item.score + ITSELF) if own is not None else item


def set_then_property(ground: Ground, source: Item, unit: Item, gap: Gap) -> Made:
    """Read "texas's | population", "the red | colour", and "red as | their colour"."""
    own = _own(unit, source) if not gap or "as" in gap else None
    if own is not None:
        yield _set(ground, unit, source, own)
    for item in joining.set_then_property(ground, source, unit, gap):
        yield item.but(score=item.score + ITSELF) if own is not None else item


def property_then_negated(ground: Ground, unit: Item, negated: Item, gap: Gap) -> Made:
    """Read "colour is | not red": the others that have a colour."""
    own = _own(unit, negated)
    if own is not None and negated.text not in ("neither", "nor"):
        none: Meaning = own[0].source
        for each in own:
            none = Where(none, each.key, "!=", each.value)
        score = min(unit.score, unit.score + negated.score + SAID * len(own))
        yield Item("set", score, none, ground.info(unit.owner), derived=True)


def value_then_set(ground: Ground, value: Item, source: Item, gap: Gap) -> Made:
    """Read "(is) the colour of X | red": X, if it is red."""
    if isinstance(value.meaning, Values) and isinstance(source.meaning, Where) and not value.meaning.relation:
        own = source.meaning
        if (
            own.key == value.meaning.key
            and own.operator == "="
            and own.source in [Kind(each) for each in value.info.types]
        ):
            meaning = Both((value.meaning.source, own))
            yield Item("set", min(value.score, value.score + source.score + SAID), meaning, value.info, derived=True)


def _own(unit: Item, source: Item) -> tuple[Where, ...] | None:
    """Return the values of the property that a set is all of, None where it is anything else."""
    if source.meaning is None:
        return None
    parts = parts_of_either(source.members)
    own = tuple(each for each in parts if isinstance(each, Where) and _bare(each, unit))
    return own if own and len(own) == len(parts) else None


def _bare(where: Where, unit: Item) -> bool:
    return where.key == unit.name and where.source == Kind(unit.owner) and where.operator == "="


def _set(ground: Ground, unit: Item, source: Item, own: Iterable[Where]) -> Item:
    several = tuple(own)
    meaning: Meaning = several[0] if len(several) == 1 else Either(several)
    score = unit.score + source.score + SAID * len(several)
    return Item("set", min(score, unit.score), meaning, ground.info(unit.owner), derived=True)
