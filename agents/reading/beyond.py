"""What is above or below a number that the graph has to be asked for: "older than average", "above the least"."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from agents.query import Match
from agents.reading.compile import compile_meaning
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.joining import Gap, Made
from agents.reading.lexicon import Lexicon
from agents.reading.meaning import COMPARED, Beyond, Kind, Total, Where
from agents.reading.measuring import descending

Look = Callable[[Match], float | None]  # the number that a query of one number finds


def comparative_then_aggregate(ground: Ground, comparative: Item, aggregate: Item, gap: Gap) -> Made:
    """Read "older than | average"."""
    if aggregate.name == "average" and (comparative.dimensions or comparative.unit):
        yield comparative.but(kind="beyond", score=comparative.score + aggregate.score)


def comparative_then_total(ground: Ground, comparative: Item, total: Item, gap: Gap) -> Made:
    """Read "above | the average age (of the crew)"."""
    whole = total.meaning if isinstance(total.meaning, Total) else None
    unit, owner = (whole.key, next(iter(total.info.types), "")) if whole else (total.unit, total.owner)
    same = not comparative.unit or comparative.unit == unit
    if same and unit and (total.name == "average" or whole) and ground.ordered(owner, unit):
        score = comparative.score + total.score
        yield comparative.but(kind="beyond", unit=unit, owner=owner, dimensions=(), meaning=whole, score=score)


def property_then_beyond(ground: Ground, unit: Item, beyond: Item, gap: Gap) -> Made:
    """Read "age | above the average"."""
    if beyond.unit == unit.name:
        yield beyond.but(score=beyond.score + unit.score)


def set_then_beyond(ground: Ground, source: Item, beyond: Item, gap: Gap) -> Made:
    """Read "sailors | older than average"."""
    owned = ground.lexicon.properties.get(beyond.owner, {}) if beyond.owner in source.info.types else {}
    units = ground.measured_by(source.info, beyond.dimensions) if beyond.dimensions else ()
    for unit, cost in ((owned[beyond.unit], 0.0),) if beyond.unit in owned else units:
        more = descending(beyond, unit) if beyond.dimensions else beyond.descending
        operator = COMPARED.get(beyond.name, ">") if beyond.unit else ">" if more else "<"
        total = beyond.meaning if isinstance(beyond.meaning, Total) else Total(Kind(unit.owner), "average", unit.name)
        meaning = Beyond(source.members, unit.name, operator, total)
        yield Item("set", source.score + beyond.score + cost, meaning, source.info, derived=True)


def found_out(meaning: Any, lexicon: Lexicon, look: Look) -> Any:
    """Return a meaning with the numbers that it compares with looked up; one that is not there is beyond all."""
    if isinstance(meaning, Beyond):
        number = look(compile_meaning(meaning.total, lexicon.schema))
        source = found_out(meaning.source, lexicon, look)
        return Where(source, meaning.key, meaning.operator, float("inf") if number is None else number)
    if isinstance(meaning, tuple):
        return tuple(found_out(each, lexicon, look) for each in meaning)
    if is_dataclass(meaning) and not isinstance(meaning, type):
        parts = {each.name: getattr(meaning, each.name) for each in fields(meaning)}
        changed = {name: found_out(part, lexicon, look) for name, part in parts.items()}
        return meaning if changed == parts else replace(meaning, **changed)
    return meaning
