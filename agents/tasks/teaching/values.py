"""A property's value as a person writes it: "29,145,505", "15 million", "yes", "10 December 1815", "blue"."""

import re
from datetime import datetime

from agents.model import PropertyType, Scalar
from agents.tasks.teaching.things import Doubt, bare, quoted

_NUMBER = re.compile(r"([+-]?\d[\d,_ ]*(?:\.\d+)?)\s*(thousand|million|billion|k|m|bn)?\b\s*(.{0,30})", re.I)
_TIMES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
_YES = {"yes": True, "true": True, "no": False, "false": False}
_DATES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%d.%m.%Y", "%Y/%m/%d")


def value(text: str, kind: PropertyType | None) -> Scalar:
    """Return the value that a text says, of the kind that the property has; raise Doubt where it is of another."""
    said = bare(text)
    if kind is None:
        return said if quoted(text) else _guessed(said)
    found = _of_kind(said, kind.kind)
    if found is None:
        raise Doubt(f"'{kind.name}' is a {kind.kind} in this graph, and '{said}' is none.")
    return found


def _of_kind(said: str, kind: str) -> Scalar | None:
    match kind:
        case "number":
            return _number(said)
        case "flag":
            return _flag(said)
        case "date":
            return _date(said)
    return said


def is_value(text: str) -> bool:
    """Tell whether a text is a number, a date or a yes or no, and so rather a value than a thing."""
    said = bare(text)
    return not quoted(text) and not isinstance(_guessed(said), str)


def _guessed(said: str) -> Scalar:
    number, flag, date = _number(said, False), _flag(said), _date(said)
    if date is not None and number is None:
        return date
    found = number if number is not None else flag
    return said if found is None else found


def _number(said: str, unit: bool = True) -> int | float | None:
    found = _NUMBER.fullmatch(said)
    if not found or (found[3] and not unit):
        return None
    digits = float(re.sub(r"[,_ ]", "", found[1])) * _TIMES.get((found[2] or "").lower(), 1.0)
    return int(digits) if digits.is_integer() else digits


def _flag(said: str) -> bool | None:
    return _YES.get(said.lower())


def _date(said: str) -> str | None:
    if re.fullmatch(r"\d{4}", said):
        return said
    for form in _DATES:
        try:
            return datetime.strptime(said, form).date().isoformat()
        except ValueError:
            continue
    return None
