"""Numbers of a question: with their multipliers and units, ranges, decades, and places in an order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.language.english import ADJECTIVES, NEGATIONS, UNITS
from agents.reading.days import days, yearly
from agents.reading.items import Item
from agents.reading.operator_words import (
    EXACTLY,
    MULTIPLIERS,
    NO_MORE,
    OR,
    TIMES_SAID,
    century,
    decade,
    is_number,
    number,
)
from agents.reading.question import Position

HAVING = -0.3  # "islands with two ports": so many, no more
AS_UNIT = -0.3  # "90 m" is rather metres than millions only where nothing has so many
DATED = -0.1  # "in 2019": a year is said, and no property
TIME = ("date", "year")
_CENTURY = frozenset(["century", "centuries"])
_WITHIN = frozenset(["in", "during", "from", "on"])
_MULTIPLIED = frozenset("than least most exactly only just".split())
_HAVING = frozenset("has have had having with".split())
_DEFINITE = frozenset("the these those all".split())


def is_year(number: float | None) -> bool:
    """Whether a number may be a year."""
    return number is not None and 1000 <= number <= 2999 and number == int(number)


Taken = tuple[int, Item]  # how many positions an item takes


class Amounts:
    """Finds the numbers of one question."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._positions = positions

    def at(self, place: int) -> Iterable[Taken]:
        """Return the numbers and the filters by number that begin at a position."""
        yield from self._numbers(place)
        yield from self._ranges(place)
        yield from self._bounded(place)
        yield from self._either(place)

    def _numbers(self, place: int) -> Iterable[Taken]:
        if part := yearly(self._lower(place)):
            yield 1, Item("filter", DATED, name="=", text=part, dimensions=TIME)
        for width, item in self._amounts(place):
            yield width, item
            before = set(self._positions[place].before)
            if before & _HAVING and not before & _DEFINITE:
                yield width, replace(item, kind="filter", name="=", score=item.score + HAVING)
            if (before & _WITHIN and is_year(item.number) and not item.measure) or item.dimensions == TIME:
                yield width, replace(item, kind="filter", name="=", score=item.score + DATED, dimensions=TIME)

    def _amounts(self, place: int) -> Iterable[Taken]:
        """Yield "5", "5 million", "5 metres" and "5 million metres deep"."""
        lower = self._lower(place)
        if day := days(lower):
            yield 1, Item("number", 0.0, number=float(day[:4]), text=day, dimensions=TIME)
        if lower in UNITS and {"a", "an"} & set(self._positions[place].before[-1:]):  # "more than an hour"
            yield 1, Item("number", 0.0, number=1.0, text="1", measure=lower)
        if lower in TIMES_SAID and self._lower(place - 1) in _MULTIPLIED:
            yield 1, Item("number", 0.0, number=TIMES_SAID[lower], text=f"{TIMES_SAID[lower]:.0f}")
        if is_number(lower) and self._lower(place + 1) == "times":
            yield 2, Item("number", AS_UNIT, number=number(lower), text=lower)
        if not is_number(lower) and not (lower == "one" and place):
            return
        plain = Item("number", 0.0, number=number(lower), text=lower.replace(",", ""))
        times = MULTIPLIERS.get(following := self._lower(place + 1))
        if times is None and following in UNITS:
            plain = replace(plain, measure=following)
        if times is None:
            yield 1, plain
            yield from self._with_unit(place, 1, plain)
        else:
            many = replace(plain, number=number(lower) * times)
            yield 2, many
            yield from self._with_unit(place, 2, many)
            if self._lower(place + 1) in UNITS:
                yield from self._with_unit(place, 1, replace(plain, score=AS_UNIT))

    def _with_unit(self, place: int, width: int, item: Item) -> Iterable[Taken]:
        last = place + width
        while self._lower(last) in UNITS:
            last += 1
        if last > place + width:
            item = replace(item, measure=self._lower(place + width) if last == place + width + 1 else "")
            yield last - place, item
            if (measured := ADJECTIVES.get(self._lower(last))) is not None:
                yield last - place + 1, replace(item, dimensions=measured[0])

    def _either(self, place: int) -> Iterable[Taken]:
        """Read "(either) 1948 or 1949"."""
        for width, one in self._amounts(place):
            after = place + width + 1
            if self._lower(place + width) == "or" and is_number(self._lower(after)):
                for more, other in self._amounts(after):
                    either = replace(one, kind="filter", name="in", upper=other.number, text="")
                    yield after + more - place, either

    def _ranges(self, place: int) -> Iterable[Taken]:
        """Read "between 1980 and 1990" and "from 1980 to 1990", both ends included, and "the 1990s"."""
        if start := decade(self._lower(place)):
            yield 1, Item("filter", 0.0, name=">=", number=start, upper=start + 9)
        if self._lower(place + 1) in _CENTURY and (start := century(self._lower(place))):
            yield 2, Item("filter", 0.0, name=">=", number=start, upper=start + 99)
        opening = self._lower(place) == "between"
        if opening or "from" in self._positions[place].before:
            for width, low in self._amounts(place + opening):
                after = place + opening + width
                after += self._lower(after) == "and" if opening else 0
                joined = opening or (
                    after < len(self._positions) and {"to", "until"} & {*self._positions[after].before}
                )
                for more, high in self._amounts(after) if joined else ():
                    dimensions = high.dimensions or low.dimensions
                    begins, ends = (each.text if days(each.text) else "" for each in (low, high))
                    ranged = replace(high, kind="filter", name=">=", number=low.number, upper=high.number)
                    yield after + more - place, replace(ranged, text=begins, until=ends, dimensions=dimensions)

    def _bounded(self, place: int) -> Iterable[Taken]:
        """Read "exactly 5", "5 or more" and "no more than 5"."""
        lower = self._lower(place)
        if lower in EXACTLY or "exactly" in self._positions[place].before:
            skipped = 1 if lower in EXACTLY else 0
            for width, item in self._amounts(place + skipped):
                yield width + skipped, replace(item, kind="filter", name="=")
        for width, item in self._amounts(place):
            if self._lower(place + width) == "or" and (sign := OR.get(self._lower(place + width + 1))):
                yield width + 2, replace(item, kind="filter", name=sign, descending=sign == ">=")
        if lower in NEGATIONS and (sign := NO_MORE.get(self._lower(place + 1))):
            skipped = 3 if self._lower(place + 2) == "than" else 2
            for width, item in self._amounts(place + skipped):
                yield skipped + width, replace(item, kind="filter", name=sign, descending=sign == ">=")

    def _lower(self, place: int) -> str:
        return self._positions[place].lower if place < len(self._positions) else ""
