"""From a chart's items to readings: what form the answer takes, and what asking the graph says of each.

A reading that finds nothing, or answers in another manner than was asked, loses. The store is asked best first,
and no further than a reading that cannot be overtaken any more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agents.errors import StoreTimeout
from agents.language.english import ADJECTIVES, AUXILIARIES, COMPARING
from agents.language.words import Word
from agents.model import Schema
from agents.query import Match
from agents.reading.chart import Item
from agents.reading.compile import compile_meaning
from agents.reading.lexicon import Lexicon
from agents.reading.meaning import (
    Both,
    ButNot,
    Either,
    Joined,
    Kind,
    Meaning,
    Most,
    Result,
    Things,
    Total,
    Values,
    transitively,
)
from agents.reading.reader import Form, Reading
from agents.reading.wording import in_words

EMPTY = -1.5
NO_COMPARISON = -0.8
NO_NUMBER = -0.7  # a count of nothing may be the answer
WRONG_FORM = -1.5
NOT_A_PERSON = -0.6  # "who" is answered with a thing
WRONG_TYPE = -1.5  # "which state ..." is answered with something else
REPEATS = -1.5  # an answer that is only what was asked about
TRIED = 16
KEPT = 6

Ask = Callable[[Match], int]  # how many rows a query has, up to a few


@dataclass(frozen=True)
class Manner:
    """What a question asks for: yes or no, a number, who, where, when."""

    verdict: bool = False
    count: bool = False
    compare: bool = False
    value: bool = False  # "how large is ..."
    both: bool = False  # "both A and B": of each, not of either
    any: bool = False  # "is there any", "does it have a"
    word: str = ""  # who | where | when | which | what | how ...


def manner(words: Sequence[Word]) -> Manner:
    """Read what a question asks for from its first words."""
    lowers = [word.lower for word in words if word.pos != "PUNCT"]
    if not lowers:
        return Manner()
    polite = len(lowers) > 1 and lowers[1] in ("you", "i", "we")
    if lowers[0] in AUXILIARIES and not polite:
        return Manner(verdict=True, any=bool({"any", "there", "have", "has"} & set(lowers)))
    pairs = set(pairwise(lowers))
    count = bool(pairs & {("how", "many"), ("number", "of"), ("count", "of"), ("count", "the")}) or lowers[0] == "count"
    value = any(one == "how" and other in ADJECTIVES for one, other in pairs)
    asked = ("who", "whom", "whose", "where", "when", "which", "what", "how")
    return Manner(
        count=count,
        compare=bool(COMPARING & set(lowers)),
        value=value,
        both="both" in lowers,
        word=next((word for word in lowers if word in asked), ""),
    )


def candidates(
    items: Sequence[Item], how: Manner, expected: frozenset[str], lexicon: Lexicon
) -> list[tuple[Item, Result, Form, float]]:
    """Return the items that answer a question, with the form of their answer and their score."""
    found = []
    for item in items:
        if item.kind not in ("set", "value", "total") or item.meaning is None:
            continue
        meaning, form, cost = _formed(item.meaning, how, lexicon.schema)
        if how.value and form == "set":
            cost += WRONG_FORM
        if how.both and _distributed(meaning):
            cost += WRONG_FORM
        if how.word in ("who", "whom", "whose") and lexicon.persons and form == "set":
            cost += 0.0 if item.info is None or item.info.types & lexicon.persons else NOT_A_PERSON
        if expected and not how.verdict and not _as_expected(item, form, expected):
            cost += WRONG_TYPE
        found.append((item, meaning, form, item.score + cost))
    return sorted(found, key=lambda each: -each[3])


def _verdict_cost(meaning: Meaning, how: Manner) -> float:
    """Doubt a yes-or-no question that compares nothing: "is X a comedy" does not ask whether X has a genre."""
    if isinstance(meaning, Things):
        return REPEATS
    return 0.0 if how.any or not isinstance(meaning, Joined) else NO_COMPARISON


def _distributed(meaning: Result) -> bool:
    """Whether a meaning takes two names as alternatives somewhere."""
    match meaning:
        case Either():
            return True
        case Both(parts):
            return any(_distributed(part) for part in parts)
        case Joined(source) | Values(source) | Total(source):
            return _distributed(source)
        case _:
            return False


def _as_expected(item: Item, form: Form, expected: frozenset[str]) -> bool:
    """Whether "which state ..." is answered with states."""
    return form != "value" and item.info is not None and bool(item.info.types & expected)


def _formed(meaning: Result, how: Manner, schema: Schema) -> tuple[Result, Form, float]:
    if isinstance(meaning, Values) and how.compare and isinstance(meaning.source, Either):
        return meaning, "compare", 0.0
    if isinstance(meaning, Values):
        if how.count and isinstance(meaning.source, Kind):  # "how many beds are there"
            return Total(meaning.source, "sum", meaning.key), "value", -0.2
        cost = WRONG_FORM if how.verdict or how.word in ("who", "where") else 0.0
        return meaning, "value", cost - (0.3 if how.count else 0.0)
    if isinstance(meaning, Total):
        return meaning, "count" if meaning.aggregate == "count" else "value", 0.0
    if how.verdict and not (isinstance(meaning, Most) and isinstance(meaning.source, Either)):  # "is A or B longer?"
        return transitively(meaning, schema), "verdict", _verdict_cost(meaning, how)
    if how.count and not isinstance(meaning, Most):
        return Total(meaning, "count"), "count", REPEATS if _repeats(meaning) else 0.0
    return meaning, "set", REPEATS if _repeats(meaning) else 0.0


def _repeats(meaning: Result) -> bool:
    """Whether a meaning is but what the question names."""
    match meaning:
        case Things():
            return True
        case Both(parts):
            return any(isinstance(part, Things) and len(part.ids) == 1 for part in parts)
        case Either(parts):
            return all(isinstance(part, Things) for part in parts)
        case ButNot(source):
            return isinstance(source, Things)
        case _:
            return False


def finish(
    items: Sequence[Item], how: Manner, expected: frozenset[str], lexicon: Lexicon, ask: Ask
) -> list[tuple[Reading, Item]]:
    """Return readings, best first, each with the item that it comes from."""
    found: list[tuple[Reading, Item]] = []
    seen: set[Match] = set()
    for item, meaning, form, score in candidates(items, how, expected, lexicon)[:TRIED]:
        if len(found) >= 2 and score < found[1][0].score and score < found[0][0].score - 1.0:
            break  # nothing below can become the best, and there is a runner-up to show
        query = compile_meaning(meaning, lexicon.schema)
        if form == "compare":
            query = query.model_copy(update={"returns": query.returns[::-1]})
        if query in seen:
            continue
        seen.add(query)
        score += _asked(query, form, ask)
        found.append((Reading(query, score, form, in_words(meaning, lexicon.schema, form), meaning), item))
        found.sort(key=lambda pair: -pair[0].score)
    return found[:KEPT]


def _asked(query: Match, form: Form, ask: Ask) -> float:
    try:
        rows = ask(query)
    except StoreTimeout:
        return EMPTY
    if form == "verdict":
        return 0.0
    if form == "count":
        return NO_NUMBER if rows == 0 else 0.0
    return EMPTY if rows == 0 else 0.0
