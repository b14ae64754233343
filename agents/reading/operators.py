"""The words of a question that work on sets: numbers, degrees, comparisons, negation, coordination, sums."""

import re
from collections.abc import Iterable, Sequence

from agents.language.english import ADJECTIVES, DIMENSIONS, NEGATIONS, degree, positive
from agents.reading.chart import Cell, Item, Position
from agents.reading.lexicon import Lexicon
from agents.reading.rules import Rules

_MULTIPLIERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6}
_NUMBERS = {
    w: float(n) for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
MOST = {
    "most": True,
    "greatest": True,
    "maximum": True,
    "max": True,
    "least": False,
    "fewest": False,
    "minimum": False,
}
MORE = {
    **dict.fromkeys("more greater over above exceeding exceeds exceed after".split(), ">"),
    **dict.fromkeys("less fewer under below before".split(), "<"),
    "since": ">=",
    "until": "<=",
}
AT = {"least": ">=", "most": "<=", "minimum": ">=", "maximum": "<="}
AGGREGATES = {"total": "sum", "combined": "sum", "sum": "sum", "average": "average", "mean": "average"}
SAME = frozenset("same share shares shared sharing common".split())
OPERATORS = frozenset({*MOST, *MORE, *AGGREGATES, "and", "or", "than", "between", *SAME, *NEGATIONS})
_NUMBER = re.compile(r"^\d[\d,]*(\.\d+)?$")


def is_number(text: str) -> bool:
    """Whether a word is a number, in digits or (small ones) in letters."""
    return bool(_NUMBER.match(text)) or (text in _NUMBERS and text != "one")


def _sign(descending: bool) -> str:
    return ">" if descending else "<"


class Operators:
    """Finds the operators of one question."""

    def __init__(self, positions: Sequence[Position], lexicon: Lexicon, rules: Rules) -> None:
        self._positions = positions
        self._lexicon = lexicon
        self._rules = rules

    def at(self, place: int) -> list[tuple[int, Item]]:
        """Return what a position says beyond the graph's own words: (how many positions it takes, item)."""
        word = self._positions[place].lower
        found = [*self._plain(place), *self._degrees(place)]
        number = self._number(place)
        if number is not None:
            found.append(number)
        if "how" in self._positions[place].before and word in ADJECTIVES:
            found += [(1, item) for item in self._how(ADJECTIVES[word][0], word)]
        elif word in DIMENSIONS and word not in self._lexicon.said:
            found += [(1, item) for item in self._how(DIMENSIONS[word], word)]
        if word == "between" and (between := self._between(place)):
            found.append((4, between))
        return found

    def _plain(self, place: int) -> Iterable[tuple[int, Item]]:
        word = self._positions[place].lower
        if word in NEGATIONS:
            yield 1, Item("not", 0.0)
        if word in ("and", "or"):
            yield 1, Item("and", 0.0, name=word)
        if word in SAME:
            yield 1, Item("same", 0.0)
        if word in AGGREGATES:
            yield 1, Item("aggregate", 0.0, name=AGGREGATES[word])

    def _degrees(self, place: int) -> Iterable[tuple[int, Item]]:
        word, following = self._positions[place], self._after(place)
        lower = word.lower
        if lower in AT and "at" in word.before:
            yield 1, Item("comparative", 0.0, name=AT[lower], descending=AT[lower] == ">=")
        elif lower in MOST:
            yield 1, Item("superlative", 0.0, descending=MOST[lower], text=lower)
            if positive(following) in ADJECTIVES:
                yield 2, self._superlative(following, MOST[lower])
        if lower in MORE:
            yield from self._more(lower, following)
        if degree(lower) == "superlative" or lower in ("first", "last"):
            yield 1, self._superlative(lower, True)
        if degree(lower) == "comparative":
            dimensions, rising = ADJECTIVES[positive(lower)]
            item = Item("comparative", 0.0, name=_sign(rising), dimensions=dimensions, descending=rising, text=lower)
            yield 2 if following == "than" else 1, item

    def _after(self, place: int) -> str:
        return self._positions[place + 1].lower if place + 1 < len(self._positions) else ""

    def _more(self, lower: str, following: str) -> Iterable[tuple[int, Item]]:
        """Read "more than", "over", "before", and "more expensive than"."""
        yield (
            2 if following == "than" else 1,
            Item("comparative", 0.0, name=MORE[lower], descending=MORE[lower][0] == ">"),
        )
        if lower in ("more", "less", "fewer") and following != "than":  # "which has more editions, A or B"
            yield 1, Item("superlative", -0.4, descending=lower == "more", text=lower)
        if positive(following) in ADJECTIVES and lower in ("more", "less"):
            dimensions, rising = ADJECTIVES[positive(following)]
            descending = rising == (lower == "more")
            longer = Item("comparative", 0.0, name=_sign(descending), dimensions=dimensions, descending=descending)
            yield 2, longer
            yield 3, longer

    def _how(self, dimensions: tuple[str, ...], word: str) -> Cell:
        """Return the properties that "how long", or "the size", may ask for."""
        units = [unit for unit in self._lexicon.units if unit.kind == "property" and (unit.number or unit.date)]
        ranked = [(unit, self._rules.dimension(unit, dimensions)) for unit in units]
        return [
            Item("property", -1.5 * (1.0 - like), name=unit.name, owner=unit.owner, explained=frozenset({word}))
            for unit, like in ranked
            if like > 0.3
        ]

    def _between(self, place: int) -> Item | None:
        """Read "between 1980 and 1990", both ends included."""
        numbers = [self._number(at) for at in (place + 1, place + 3) if at < len(self._positions)]
        if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
            return None
        low, high = numbers[0][1].number, numbers[1][1].number
        return Item("filter", 0.0, name=">=", number=low, upper=high)

    def _superlative(self, word: str, more: bool) -> Item:
        base = positive(word) if word not in ("first", "last") else {"first": "early", "last": "late"}[word]
        dimensions, rising = ADJECTIVES[base]
        return Item("superlative", 0.0, descending=rising == more, dimensions=dimensions, text=word)

    def _number(self, place: int) -> tuple[int, Item] | None:
        word = self._positions[place]
        if not is_number(word.lower):
            return None
        value = _NUMBERS.get(word.lower)
        value = float(word.lower.replace(",", "")) if value is None else value
        following = self._positions[place + 1].lower if place + 1 < len(self._positions) else ""
        if following in _MULTIPLIERS:
            return 2, Item("number", 0.0, number=value * _MULTIPLIERS[following], text=word.lower)
        return 1, Item("number", 0.0, number=value, text=word.lower.replace(",", ""))
