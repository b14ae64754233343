"""Words that a graph's people define themselves: "major city" is a City where population > 150000.

A declaration's `definitions` map a phrase to `TYPE where KEY OPERATOR VALUE`, with further conditions after "and".
"""

import re
from collections.abc import Mapping
from contextlib import suppress

from agents.errors import PackError, did_you_mean
from agents.model import Schema
from agents.query import Operator
from agents.reading.meaning import Kind, Meaning, Where, keys, owner

_WHOLE = re.compile(r"^\s*(?P<type>.+?)\s+where\s+(?P<conditions>.+)$", re.IGNORECASE)
_OPERATORS: dict[str, Operator] = {"<=": "<=", ">=": ">=", "!=": "!=", "=": "=", "<": "<", ">": ">"}
_CONDITION = re.compile(r"^\s*(?P<key>[^<>=!]+?)\s*(?P<operator><=|>=|!=|=|<|>)\s*(?P<value>.+?)\s*$")


def defined(definitions: Mapping[str, str]) -> dict[str, Meaning]:
    """Return what each phrase means; raise PackError naming the definition that cannot be read."""
    return {phrase.casefold(): _meaning(phrase, text) for phrase, text in definitions.items()}


def check(definitions: Mapping[str, str], schema: Schema) -> None:
    """Raise PackError naming a definition that cannot be read, or whose type or property the graph has not."""
    for phrase, meaning in defined(definitions).items():
        kind = schema.type(owner(meaning))
        if kind is None:
            near = did_you_mean(owner(meaning), [each.name for each in schema.types]) or "."
            raise PackError(f"The definition of '{phrase}' speaks of the type '{owner(meaning)}', which is none{near}")
        names = [each.name for each in kind.properties]
        for key in keys(meaning):
            if key not in names:
                near = did_you_mean(key, names) or "."
                raise PackError(f"The definition of '{phrase}' compares '{key}', which no {kind.name} has{near}")


def readable(definitions: Mapping[str, str]) -> dict[str, Meaning]:
    """Return what each phrase means, without those that cannot be read: one bad line must not silence a graph."""
    found: dict[str, Meaning] = {}
    for phrase, text in definitions.items():
        with suppress(PackError):
            found[phrase.casefold()] = _meaning(phrase, text)
    return found


def _meaning(phrase: str, text: str) -> Meaning:
    whole = _WHOLE.match(text)
    if whole is None:
        raise PackError(f"The definition of '{phrase}' is not of the form 'TYPE where KEY > VALUE': {text!r}.")
    meaning: Meaning = Kind(whole["type"])
    for part in re.split(r"\s+and\s+", whole["conditions"]):
        condition = _CONDITION.match(part)
        if condition is None:
            raise PackError(f"The definition of '{phrase}' has a condition that cannot be read: {part!r}.")
        meaning = Where(meaning, condition["key"], _OPERATORS[condition["operator"]], _value(condition["value"]))
    return meaning


def _value(text: str) -> float | str:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return text.strip("\"'")
