"""What a property says, as a clause: "whose colour is red", "that was built before 1950", "that work remotely"."""

from agents.language.clauses import Clause, saying
from agents.language.frames import SAME, frames, frames_of_name, told
from agents.language.phrasing import a, agreeing, happened, is_plural, key_words, readable, shape, valued
from agents.model import PropertyType
from agents.query import Scalar
from agents.reading.amounts import is_year
from agents.reading.days import days, yearly
from agents.reading.days import said as said_day

_PLACES = [[each] for each in "city town village country county region venue place address location".split()]
SAYS = {"=": "is", "!=": "is not", "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}
SAYS |= {"in": "is", "contains": "contains", "starts": "starts with"}
_TIMES = {"<": "is before {}", "<=": "is {} or earlier", ">": "is after {}", ">=": "is {} or later"}
_TIMES |= {"starts": "is in {}", "contains": "is in {}"}
_WHEN = {"=": "in", "!=": "not in", "<": "before", "<=": "in or before", ">": "after", ">=": "in or after"}
_WHEN |= {"in": "in", "starts": "in", "contains": "in"}


def compared(declared: PropertyType, key: str, operator: str, value: Scalar | tuple[Scalar, ...]) -> Clause:
    """Return the clause that a property compares so with a value."""
    if operator in ("exists", "missing") and (done := happened(key_said(key))):
        return saying(f"was {done}" if operator == "exists" else f"was not {done}")
    if operator in ("exists", "missing"):
        return saying("has" if operator == "exists" else "lacks", a(key_said(key)))
    if isinstance(value, bool):
        return flag(key_said(key), value == (operator == "="))
    values = value if isinstance(value, tuple) else (value,)
    day = days(value) or yearly(value) if declared.kind == "date" and isinstance(value, str) else ""
    shown = (
        said_day(day)
        if len(day) == len("2025-06") or (day and operator == "contains")
        else " or ".join(valued(each, declared.unit, key) for each in values)
    )
    dated = declared.kind == "date" or (declared.kind == "number" and all(_may_be_year(each) for each in values))
    if (done := happened(key_said(key))) and dated:
        when = "on" if operator in ("starts", "contains") and _a_day(str(value)) else _WHEN.get(operator, operator)
        return saying(f"was {done} {when} {shown}")
    if done and " " in key_said(key) and operator == "=":
        return saying(f"was {key_said(key)} {shown}")
    time = declared.kind == "date" or "year" in readable(key).split()
    said = f"{SAYS.get(operator, operator)} {shown}"
    return whose(key_said(key), _TIMES[operator].format(shown) if time and operator in _TIMES else said)


def _a_day(begins: str) -> bool:
    """Whether a date that begins so, or holds this, is a day's: "2025-06-14", "-06-14"."""
    return begins.count("-") > 1 and begins[-1].isdigit()


def _may_be_year(value: Scalar) -> bool:
    return isinstance(value, int | float) and is_year(value)


def is_place(words: str) -> bool:
    """Whether a property's words say that it tells a place: "held in", "location", "address"."""
    last = words.split()[-1:]
    return last in (["in"], ["at"], *_PLACES) or told(frames_of_name(words), frames("located where")) == SAME


def key_said(key: str) -> str:
    """Return a property's key as it is said."""
    words, _ = key_words(key)
    return words.removeprefix("has ").removeprefix("is ") or words


def whose(key: str, said: str) -> Clause:
    """Return the clause of things by what is said of their property."""
    if is_plural(key) and said.startswith("is "):
        said = f"are {said.removeprefix('is ')}"
    return Clause((f"whose {key} {said}",) * 2, f"the {key} of", (said, said))


def being(one: str, many: str) -> Clause:
    """Return the clause that a thing, or things, are so."""
    return Clause((f"that is {one}", f"that are {many}"), "", (f"is {one}", f"are {many}"))


def flag(key: str, holds: bool) -> Clause:
    """Return what a yes-or-no property says: "that are prescription only", "that work remotely"."""
    if shape(key) == "verb" and not key.endswith("ed"):
        return saying(key) if holds else saying("does not", agreeing(key, True))
    return being(key, key) if holds else being(f"not {key}", f"not {key}")
