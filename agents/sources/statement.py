"""What a source says in a form that can be compared: one thing, one relation or property, one other thing or value."""

import re
from dataclasses import dataclass

from agents.declaration import SourceKind

_NUMBER = re.compile(r"[-+]?\d+(?:[,\s]\d{3})*(?:\.\d+)?(?![\w.])")
_DATE = re.compile(r"\d{4}(?:-\d{2}){1,2}")


@dataclass(frozen=True)
class Thing:
    """An end of a statement: a node of the graph by its id, or what the graph does not know by its words alone."""

    name: str
    id: str = ""

    @property
    def key(self) -> str:
        """What tells whether two are the same."""
        return self.id or folded(self.name)


@dataclass(frozen=True)
class Statement:
    """Something that one source says; `relation` is a relation's or a property's name in the graph's schema.

    `words` is the sentence that says so, `source` who does; `passage` and `edge` are the ids of what it stands on.
    """

    head: Thing
    relation: str
    tail: Thing
    kind: SourceKind
    words: str = ""
    source: str = ""
    passage: str = ""
    edge: str = ""
    denied: bool = False  # it is said not to be so
    confidence: float = 1.0


def same(one: Thing, other: Thing) -> bool:
    """Tell whether two ends are the same, or one says it less exactly: "29 million" and 29145505, 1990 and 1990-05."""
    if one.id and other.id:
        return one.id == other.id
    words = folded(one.name), folded(other.name)
    return words[0] == words[1] or _same_date(*words) or _same_number(*words)


def folded(text: str) -> str:
    """Return a text as it is compared."""
    return " ".join(text.casefold().split()).strip(" .,;:'\"")


def _same_date(one: str, other: str) -> bool:
    if not (_DATE.fullmatch(one) or _DATE.fullmatch(other)):
        return False
    return one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are one, rounded to the digits of the one with fewer (two at least)."""
    first, second = _number(one), _number(other)
    if first is None or second is None or (first.unit and second.unit and first.unit != second.unit):
        return False
    if not first.value or not second.value:
        return first.value == second.value
    digits = max(2, min(first.digits, second.digits))
    return f"{first.value:.{digits - 1}e}" == f"{second.value:.{digits - 1}e}"


_POWERS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True)
class _Number:
    value: float
    digits: int  # that were meant
    unit: str = ""


def _number(text: str) -> _Number | None:
    """Return a number as it was said; the zeros of a round one ("29,000,000") say nothing."""
    found = _NUMBER.match(text)
    if found is None or _DATE.fullmatch(text):
        return None
    first, _, rest = text[found.end() :].strip().partition(" ")
    power = _POWERS.get(first)
    said = re.sub(r"[,\s]", "", found[0])
    digits = re.sub(r"\D", "", said).lstrip("0")
    round_off = digits.rstrip("0") if power is None and digits.endswith("000") else digits
    value = round(float(said) * (power or 1.0), 9)
    return _Number(value, max(1, len(round_off)), rest if power else f"{first} {rest}".strip())
