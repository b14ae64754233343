"""The words of a question that work on sets: degrees, comparisons, negation, coordination, sums."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.language.english import ADJECTIVES, DIMENSIONS, NEGATIONS, PEOPLE, UNITS, degree, positive
from agents.language.frames import SAME as SAME_IDEA
from agents.language.frames import frames, told
from agents.language.stems import stem
from agents.language.words import adjectives
from agents.reading.amounts import Amounts, Taken
from agents.reading.items import Item
from agents.reading.lexicon import Lexicon, Unit
from agents.reading.operator_words import (
    AGGREGATES,
    ANYTHING,
    AT,
    FAILING,
    MORE,
    MOST,
    NOT_REACHING,
    NOTHING,
    OF_ANY,
    REACHING,
    SAME,
    TIMED,
    is_number,
    number,
    ordinal,
)
from agents.reading.question import Position

MORE_AS_MOST = -0.4  # "which has more editions, A or B": the most of two
REACHED = -0.2  # "reached 50": more often than a verb of its own
UNLIKE = -1.5  # the cost of a property that has nothing in common with the adjective
HOW_BIG = -0.75  # the cost of the only amount of a thing as how big it is
_LIKE = 0.3  # the likeness that it needs
TIMES = frozenset(["age", "date", "year", "duration"])
COUNTED_PEOPLE = (
    -0.4
)  # "how many people": the population, where people are no nodes that fit better; thrice where nothing has types
ENDS = {"first": "early", "last": "late"}
_DENSE = frozenset(["population", *PEOPLE])
_NAMED = 100  # "the 2019 largest" is no order of two thousand
_HOW_MANY = frozenset(["many", "number"])


class Operators:
    """Finds the operators of one question."""

    def __init__(self, positions: Sequence[Position], lexicon: Lexicon) -> None:
        self._positions = positions
        self._lexicon = lexicon
        self._amounts = Amounts(positions)

    def at(self, place: int) -> Iterable[Taken]:
        """Return what a position says beyond the graph's own words."""
        yield from self._plain(place)
        yield from self._degrees(place)
        yield from self._ordered(place)
        yield from self._amounts.at(place)
        yield from self._dimension(place)

    def _plain(self, place: int) -> Iterable[Taken]:
        word = self._positions[place].lower
        if word in NEGATIONS and word != "nor":
            yield 1, Item("not", 0.0, text=word)
        if word in ("and", "or", "nor"):  # "neither A nor B" is not (A or B)
            yield 1, Item("and", 0.0, name="and" if word == "and" else "or")
        if word in ANYTHING:
            yield 1, self._lexicon.anything
        if word in NOTHING:
            yield 1, replace(self._lexicon.anything, kind="negated", text=word)
        if word in SAME:
            yield 1, Item("same", 0.0)
        if word in AGGREGATES:
            yield 1, Item("aggregate", 0.0, name=AGGREGATES[word])

    def _degrees(self, place: int) -> Iterable[Taken]:
        word, following = self._positions[place], self._lower(place + 1)
        lower = word.lower
        if self._at(place):
            yield 1, Item("comparative", 0.0, name=AT[lower], descending=AT[lower] == ">=")
        yield from self._superlatives(place)
        yield from self._reaching(place)
        if lower in MORE:
            yield from _more(lower, following)
            if positive(following) in ADJECTIVES and lower in ("more", "less") and not self._than():
                yield 2, replace(_superlative(following, lower == "more"), score=MORE_AS_MOST)
        if degree(lower) == "comparative":
            yield 2 if following == "than" else 1, replace(_comparative(lower, True), text=lower)
            if not self._than():
                yield 1, replace(_superlative(lower, True), score=MORE_AS_MOST)

    def _reaching(self, place: int) -> Iterable[Taken]:
        """Read "topped | 90,000" and "failed to reach | 50"."""
        failed = int(self._lemma(place) in FAILING)
        sign = REACHING.get(self._lemma(place + failed))
        denied = not failed and place and self._lemma(place - 1) in FAILING
        if sign and not denied and is_number(self._lower(place + failed + 1)):
            sign = NOT_REACHING[sign] if failed else sign
            yield failed + 1, Item("comparative", REACHED, name=sign, descending=sign[0] == ">")

    def _than(self) -> bool:
        """Whether something is compared with: "older than X"; "which of them is older" asks for the oldest."""
        return any(each.lower == "than" for each in self._positions)

    def _at(self, place: int) -> bool:
        """Whether a word is that of "at least" or "at most"."""
        return self._lower(place) in AT and self._positions[place].before[-1:] == ("at",)

    def _superlatives(self, place: int) -> Iterable[Taken]:
        """Read "most", "largest" and "most populous"."""
        lower, following = self._lower(place), self._lower(place + 1)
        if lower in MOST and not self._at(place):
            yield 1, Item("superlative", 0.0, descending=MOST[lower], text=lower)
            if (measured := _measuring(following)) in ADJECTIVES:
                yield 2, _superlative(measured, MOST[lower])
        ends = lower in ENDS and self._positions[place].tag != "VB"
        if (degree(lower) == "superlative" or ends) and not self._of_a_number(place + 1):
            yield 1, _superlative(lower, True)
        yield from self._of_a_property(place)
        if (degree(lower) == "superlative" or lower in MOST) and self._of_a_number(place + 1):
            more = MOST[lower] if lower in MOST else _superlative(lower, True).descending
            yield 1, Item("superlative", 0.0, descending=more, text=lower)

    def _of_a_property(self, place: int) -> Iterable[Taken]:
        """Read "riskiest" and "most valuable", where a risk and a value are recorded."""
        lower, following = self._lower(place), self._lower(place + 1)
        said, width = (following, 2) if lower in MOST else (lower.removesuffix("est").removesuffix("i"), 1)
        known = positive(lower if width == 1 else following) in ADJECTIVES
        if known or not said or (width == 1 and not lower.endswith("est")):
            return
        names = {word: None for unit in self._lexicon.units if unit.number for word in unit.spoken.split()}
        for name in names:
            if stem(name) and stem(name) == stem(said) and (width == 1 or name != said):
                more = MOST.get(lower, True)
                yield width, Item("superlative", 0.0, descending=more, dimensions=(name,), text=said)

    def _of_a_number(self, place: int) -> bool:
        """Whether a count of what follows is meant: "the largest number of | boats"."""
        before = self._positions[place].before if place < len(self._positions) else ()
        return before[:2] in (("number", "of"), ("amount", "of"), ("count", "of"))

    def _ordered(self, place: int) -> Iterable[Taken]:
        """Read "second largest", "three largest" and "largest three"."""
        lower = self._lower(place)
        for width, most in self._superlatives(place + 1):
            if nth := ordinal(lower):
                yield width + 1, replace(most, place=nth)
            if _several(lower):
                yield width + 1, replace(most, count=int(number(lower)))
        for width, most in self._superlatives(place):
            if _several(self._lower(place + width)):
                yield width + 1, replace(most, count=int(number(self._lower(place + width))))

    def _lemma(self, place: int) -> str:
        return self._positions[place].lemma if place < len(self._positions) else ""

    def _lower(self, place: int) -> str:
        return self._positions[place].lower if place < len(self._positions) else ""

    def _dimension(self, place: int) -> Iterable[Taken]:
        """Read "how long", "the size" and "how many people" as the properties that may be asked for."""
        position = self._positions[place]
        dimensions, doubt = self._asked_for(position)
        yield from self._only_amounts(position)
        width = self._per_area(place)
        if width > 1:
            dimensions, doubt = ("density",), 0.0
        for unit in self._lexicon.units if dimensions else ():
            timed = not (unit.date or unit.year) or bool(TIMES & set(dimensions))  # no year is a price
            if unit.kind in ("property", "label") and (unit.number or unit.date) and timed:
                like = self._lexicon.dimension(unit, dimensions)
                if like > _LIKE:
                    cost = UNLIKE * (1.0 - like) + (doubt if unit.owner else 3 * doubt)
                    yield width, _asking(unit, cost, frozenset({position.lower, *self._doing(dimensions)}))

    def _only_amounts(self, position: Position) -> Iterable[Taken]:
        """Read "how big is the grant" as its amount, where grants have no other."""
        if position.before[-1:] == ("how",) and position.lower in OF_ANY:
            for owned in self._lexicon.properties.values():
                amounts = [unit for unit in owned.values() if unit.amount]
                if len(amounts) == 1:
                    yield 1, _asking(amounts[0], HOW_BIG, frozenset({position.lower}))

    def _doing(self, dimensions: tuple[str, ...]) -> list[str]:
        """Return the verbs that say again what a dimension does: "how long did it | last"."""
        asked = frames(dimensions[0])
        verbs = [each for each in self._positions if each.pos == "VERB"]
        return [each.lower for each in verbs if told(frames(each.lemma), asked) == SAME_IDEA]

    def _per_area(self, place: int) -> int:
        """Return how many positions "people per square kilometre" takes; 1 where no area follows."""
        last = place + 2
        while self._lower(place) in _DENSE and self._lower(place + 1) == "per" and self._lower(last) in UNITS:
            last += 1
        return last - place if last > place + 2 else 1

    def _asked_for(self, position: Position) -> tuple[tuple[str, ...], float]:
        """Return the dimensions that a word asks for, and a cost."""
        if position.before[-1:] == ("how",) and position.lower in ADJECTIVES:
            return ADJECTIVES[position.lower][0], 0.0
        if position.lower in PEOPLE and _HOW_MANY & set(position.before):
            return PEOPLE[position.lower], COUNTED_PEOPLE
        if position.lower in DIMENSIONS and position.lower not in self._lexicon.said:
            return DIMENSIONS[position.lower], 0.0
        return (), 0.0


def _asking(unit: Unit, cost: float, said: frozenset[str]) -> Item:
    if unit.kind == "label":
        return Item("label", cost, name=unit.name, edge=unit.owner, explained=said)
    return Item("property", cost, name=unit.name, owner=unit.owner, explained=said)


def _measuring(word: str) -> str:
    """Return the adjective that a word is or, as an adverb, is made of: "(most) recently"."""
    return next((each for each in adjectives(word) if each in ADJECTIVES), positive(word))


def _several(lower: str) -> bool:
    """Whether a word is a number of things to name, and no year."""
    return is_number(lower) and 1 < number(lower) <= _NAMED and number(lower) == int(number(lower))


def _more(lower: str, following: str) -> Iterable[Taken]:
    """Read "more than", "over", "before", and "more expensive than"."""
    width = 2 if following == "than" else 1
    timed = ("date", "year") if lower in TIMED else ()
    yield width, Item("comparative", 0.0, name=MORE[lower], descending=MORE[lower][0] == ">", dimensions=timed)
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
    dimensions, rising = ADJECTIVES[ENDS.get(word) or positive(word)]
    return Item("superlative", 0.0, descending=rising == more, dimensions=dimensions, text=word)
