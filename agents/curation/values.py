"""Values as people write them, read in the kinds that a schema knows."""

from datetime import date
from math import isfinite

from agents.model import PropertyType, Scalar, Value

_YES, _NO = ("yes", "true"), ("no", "false")


def read(given: str, kind: PropertyType) -> Value | None:
    """Read a value as its kind, several values from a line each; None for nothing. Raise ValueError saying why not."""
    if kind.many:
        found = tuple(_scalar(line.strip(), kind.kind) for line in given.splitlines() if line.strip())
        return found or None
    return _scalar(given, kind.kind) if given.strip() else None


def guess(given: str) -> Value:
    """Read a value whose kind nobody knows: plain numbers, and yes or no, as such; all else as text."""
    if given.lower() in (*_YES, *_NO):
        return given.lower() in _YES
    try:
        return _number(given) if given[:1] in "-0123456789" and not given.startswith(("00", "-00")) else given
    except ValueError:
        return given


def _scalar(given: str, kind: str) -> Scalar:
    if kind == "number":
        return _number(given.strip())
    if kind == "flag":
        return _flag(given.strip().lower())
    return _date(given.strip()) if kind == "date" else given


def _flag(given: str) -> bool:
    if given not in (*_YES, *_NO):
        raise ValueError("Say yes or no.")
    return given in _YES


def _date(given: str) -> str:
    try:
        date.fromisoformat(given)
    except ValueError:
        raise ValueError("Write a date as 2024-05-31.") from None
    return given


def _number(given: str) -> int | float:
    """Read a number that a store's 64 bits hold."""
    try:
        number = float(given)
    except ValueError:
        raise ValueError("Write a number.") from None
    if not isfinite(number):
        raise ValueError("Write a number.")
    whole = given.lstrip("+-").isdecimal() and len(given) < 19
    return int(given) if whole else number
