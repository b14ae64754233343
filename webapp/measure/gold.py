"""Gold: what is expected of the engine, a JSON object a line. A line that is none is told by its number.

qa        {"question", "answers", "kind"?, "accept"?}, or {"turns": [{"question", "answers"}, ...]}
intents   {"text", "intent"}, or {"text", "intents": [...]}
linking   {"text", "mentions": [{"id"} or {"name"}, ...]}
A line of "turns" or "dialogue" holds several in a row; for qa they are one conversation.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agents.errors import LoadError
from webapp.graphs.asking import Line

KINDS = ("qa", "intents", "linking")
TOLD = 10  # bad lines that a sentence names


@dataclass(frozen=True)
class Gold:
    """Lines that can be measured, and those that cannot, each with its number and why."""

    lines: tuple[Line, ...]
    bad: tuple[tuple[int, str], ...] = ()

    @property
    def expected(self) -> list[dict[str, Any]]:
        """What is expected, one after the other, over all lines."""
        return [each for line in self.lines for each in line.data["turns"]]

    @property
    def told_bad(self) -> str:
        """The bad lines in words; "" where there are none."""
        words = [f"line {number}: {why}" for number, why in self.bad[:TOLD]]
        more = [f"and {len(self.bad) - TOLD} more"] if len(self.bad) > TOLD else []
        return "; ".join([*words, *more])


def read(name: str, text: str, what: str) -> Gold:
    """Return a file's gold of a kind of measuring; raise LoadError where no line is any."""
    good, bad = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                good.append(_line(number, json.loads(line), _CHECKS[what]))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                bad.append((number, f"it has to be {_NEEDS[what]}"))
    gold = Gold(tuple(good), tuple(bad))
    if not good:
        raise LoadError(f"'{name}', {gold.told_bad or f'no line of it is {_NEEDS[what]}'}.")
    return gold


def _line(number: int, data: dict[str, Any], check: Callable[[dict[str, Any]], str]) -> Line:
    """Return a line whose "turns" are what is expected of each thing asked; a line of one has one."""
    turns = data.get("turns", data.get("dialogue"))
    expected = [{"kind": data.get("kind", ""), **each} for each in (turns if turns is not None else [data])]
    questions = tuple(check(each) for each in expected)
    if not questions or not all(isinstance(each, str) and each.strip() for each in questions):
        raise ValueError(number)
    return Line(number, {**data, "turns": expected, "talk": turns is not None}, questions)


def _question(data: dict[str, Any]) -> str:
    if not isinstance(data["answers"], list):
        raise TypeError(data["answers"])
    return data["question"]  # whether it is a text is told by the caller


def _text_with_intent(data: dict[str, Any]) -> str:
    kinds = data["intents"] if "intents" in data else [data["intent"]]
    if not (kinds and isinstance(kinds, list) and all(isinstance(each, str) for each in kinds)):
        raise TypeError(kinds)
    return data["text"]


def _text_with_mentions(data: dict[str, Any]) -> str:
    if not all("id" in each or "name" in each for each in data["mentions"]):
        raise KeyError("id")
    return data["text"]


_CHECKS = {"qa": _question, "intents": _text_with_intent, "linking": _text_with_mentions}
_NEEDS = {
    "qa": 'an object with a "question" and a list of "answers", or "turns" of these',
    "intents": 'an object with a "text" and its "intent" (or a list of "intents")',
    "linking": 'an object with a "text" and "mentions", each with an "id" or a "name"',
}
