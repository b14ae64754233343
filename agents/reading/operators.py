"""The words of a question that work on sets: numbers, degrees, comparisons, negation, coordination, sums."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.language.english import ADJECTIVES, DIMENSIONS, NEGATIONS, degree, positive
from agents.reading.items import Item
from agents.reading.lexicon import Lexicon
from agents.reading.operator_words import AGGREGATES, AT, MORE, MOST, MULTIPLIERS, SAME, is_number, number
from agents.reading.question import Position

MORE_AS_MOST = -0.4  # "which has more editions, A or B": the most of two
UNLIKE = -1.5  # the cost of a property that has nothing in common with the adjective
_LIKE = 0.3  # the likeness that it needs
_ENDS = {"first": "early", "last": "late"}

Taken = tuple[int, Item]  # how many positions an item takes


class Operators:
    """Finds the operators of one question."""

    def __init__(self, positions: Sequence[Position], lexicon: Lexicon) -> None:
        self._positions = positions
        self._lexicon = lexicon

    def at(self, place: int) -> Iterable[Taken]:
        """Return what a position says beyond the graph's own words."""
        yield from self._plain(place)
        yield from self._degrees(place)
        yield from self._number(place)
        yield from self._between(place)
        yield from self._dimension(place)

    def _plain(self, place: int) -> Iterable[Taken]:
        word = self._positions[place].lower
        if word in NEGATIONS:
            yield 1, Item("not", 0.0, text=word)
        if word in ("and", "or"):
            yield 1, Item("and", 0.0, name=word)
        if word in SAME:
            yield 1, Item("same", 0.0)
        if word in AGGREGATES:
            yield 1, Item("aggregate", 0.0, name=AGGREGATES[word])

    def _degrees(self, place: int) -> Iterable[Taken]:
        word, following = self._positions[place], self._after(place)
        lower = word.lower
        if lower in AT and "at" in word.before:
            yield 1, Item("comparative", 0.0, name=AT[lower], descending=AT[lower] == ">=")
        elif lower in MOST:
            yield 1, Item("superlative", 0.0, descending=MOST[lower], text=lower)
            if positive(following) in ADJECTIVES:
                yield 2, _superlative(following, MOST[lower])
        if lower in MORE:
            yield from _more(lower, following)
            if positive(following) in ADJECTIVES and lower in ("more", "less") and not self._than():
                yield 2, replace(_superlative(following, lower == "more"), score=MORE_AS_MOST)
        if degree(lower) == "superlative" or lower in _ENDS:
            yield 1, _superlative(lower, True)
        if degree(lower) == "comparative":
            yield 2 if following == "than" else 1, replace(_comparative(lower, True), text=lower)
            if not self._than():
                yield 1, replace(_superlative(lower, True), score=MORE_AS_MOST)

    def _than(self) -> bool:
        """Whether something is compared with: "older than X"; "which of them is older" asks for the oldest."""
        return any(each.lower == "than" for each in self._positions)

    def _after(self, place: int) -> str:
        return self._positions[place + 1].lower if place + 1 < len(self._positions) else ""

    def _dimension(self, place: int) -> Iterable[Taken]:
        """Read "how long", and "the size", as the properties that may be asked for."""
        position = self._positions[place]
        if "how" in position.before and position.lower in ADJECTIVES:
            dimensions = ADJECTIVES[position.lower][0]
        elif position.lower in DIMENSIONS and position.lower not in self._lexicon.said:
            dimensions = DIMENSIONS[position.lower]
        else:
            return
        for unit in self._lexicon.units:
            if unit.kind == "property" and (unit.number or unit.date):
                like = self._lexicon.dimension(unit, dimensions)
                if like > _LIKE:
                    said = frozenset({position.lower})
                    cost = UNLIKE * (1.0 - like)
                    yield 1, Item("property", cost, name=unit.name, owner=unit.owner, explained=said)

    def _between(self, place: int) -> Iterable[Taken]:
        """Read "between 1980 and 1990", both ends included."""
        if self._positions[place].lower == "between" and place + 3 < len(self._positions):
            low, high = self._positions[place + 1].lower, self._positions[place + 3].lower
            if is_number(low) and is_number(high):
                lower, upper = self._value(place + 1)[1], self._value(place + 3)[1]
                yield 4, Item("filter", 0.0, name=">=", number=lower, upper=upper)

    def _number(self, place: int) -> Iterable[Taken]:
        if is_number(self._positions[place].lower):
            width, value = self._value(place)
            text = self._positions[place].lower
            yield width, Item("number", 0.0, number=value, text=text.replace(",", ""))

    def _value(self, place: int) -> tuple[int, float]:
        """Return how many positions a number takes ("5 million": two), and its value."""
        value, times = number(self._positions[place].lower), MULTIPLIERS.get(self._after(place))
        return (1, value) if times is None else (2, value * times)


def _more(lower: str, following: str) -> Iterable[Taken]:
    """Read "more than", "over", "before", and "more expensive than"."""
    width = 2 if following == "than" else 1
    yield width, Item("comparative", 0.0, name=MORE[lower], descending=MORE[lower][0] == ">")
    if lower in ("more", "less", "fewer") and following != "than":
        yield 1, Item("superlative", MORE_AS_MOST, descending=lower == "more", text=lower)
    if positive(following) in ADJECTIVES and lower in ("more", "less"):
        longer = _comparative(following, lower == "more")
        yield 2, longer
        yield 3, longer


def _comparative(word: str, more: bool) -> Item:
    dimensions, rising = ADJECTIVES[positive(word)]
    descending = rising == more
    return Item("comparative", 0.0, name=">" if descending else "<", dimensions=dimensions, descending=descending)


def _superlative(word: str, more: bool) -> Item:
    dimensions, rising = ADJECTIVES[_ENDS.get(word) or positive(word)]
    return Item("superlative", 0.0, descending=rising == more, dimensions=dimensions, text=word)
