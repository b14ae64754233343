"""From a chart's items to readings: what form the answer takes, and what asking the graph says of each.

A reading that finds nothing, or answers in another manner than was asked, loses. The store is asked best first,
and no further than a reading that cannot be overtaken any more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agents.errors import StoreTimeout
from agents.language.phrasing import happened
from agents.model import Schema
from agents.query import Match
from agents.reading.compile import compile_meaning
from agents.reading.evidence import Trace, grounds
from agents.reading.items import Item
from agents.reading.lexicon import Lexicon
from agents.reading.manner import Manner
from agents.reading.meaning import (
    Both,
    ButNot,
    Either,
    Joined,
    Kind,
    Meaning,
    Measure,
    Most,
    Result,
    Shared,
    Tally,
    Things,
    Total,
    Values,
    Where,
    sort,
    transitively,
)
from agents.reading.names import counted, spoken
from agents.reading.reader import Form, Reading
from agents.reading.said import is_place, key_said
from agents.reading.wording import in_words

EMPTY = -1.5
NO_COMPARISON = -0.8  # "is X a comedy" does not ask whether X has a genre
NO_NUMBER = -0.7  # a count of nothing may be the answer
NONE_LEFT = -0.3  # nor is it strange that all of a kind do what "not" is said of
WRONG_FORM = -1.5  # a set where a value was asked, or the other way round
SUMMED = -0.2  # "how many beds are there": a sum of what each says
DIFFERENT = -0.2  # "how many nationalities are there": those that differ
NOT_COUNTED = -0.3  # "how many" is answered with a value that says how many
EACH_LOST = -1.0  # "how many in each" is answered with one number
NOT_A_PERSON = -0.8  # "who" is answered with a thing
NOT_A_THING = -0.6  # "what" is answered with people, whom no noun asks for
NOT_A_PLACE = -1.0  # "where" is answered with a person
NO_KNOWN_PLACE = -0.7  # ... or with another thing, where some are places
DONE_NOT_WHEN = -0.7  # "what did X ship" asks for no time of shipping
NOT_A_TIME = -1.0  # "when", "how much", "how often" are answered with a thing, in a graph that tells types
NO_TIME_BUT_ONE = -2.0  # ... though something else is read that is one
COUNTS_A_NAME = -4.0  # how many there are of what is called by its name
WRONG_TYPE = -1.5  # "which state ..." is answered with something else
REPEATS = -1.5  # an answer that is only what was asked about
TRIED = 16
KEPT = 6
_BEATEN = 1.0  # how far below the best a reading is no runner-up worth asking the store about

Ask = Callable[[Match, bool], int]  # how many rows a query has, up to a few; whether to be patient


@dataclass(frozen=True)
class Candidate:
    """What a question may mean, in the form of its answer."""

    meaning: Result
    form: Form
    score: float
    trace: Trace = ()
    types: frozenset[str] = frozenset()


def candidates(items: Sequence[Item], how: Manner, expected: frozenset[str], lexicon: Lexicon) -> list[Candidate]:
    """Return what items answer a question with, best first. `expected`: the types that are asked for by name."""
    found = []
    timed = any(_tells(item, how, lexicon) for item in items)
    for item in items:
        if item.kind in ("set", "value", "total", "tally") and item.meaning is not None:
            meaning, form, cost = _formed(item.meaning, how, lexicon)
            cost += NO_TIME_BUT_ONE if timed and form == "set" and any(item.info.types) else 0.0
            cost += _unasked(meaning, form, how)
            cost += _unexpected(item, form, how, expected, lexicon)
            found.append(Candidate(meaning, form, item.score + cost, item.trace, item.info.types))
    return sorted(found, key=lambda each: -each.score)


def _tells(item: Item, how: Manner, lexicon: Lexicon) -> bool:
    """Whether an item is a time that "when" asks for, or an amount that "how much" does."""
    if not isinstance(item.meaning, Values) or how.verdict:
        return False
    key = item.meaning.key
    return lexicon.is_time(key) if how.word == "when" else how.much and lexicon.is_number(key)


def _formed(meaning: Result, how: Manner, lexicon: Lexicon) -> tuple[Result, Form, float]:
    """Return a meaning as the question's manner has it, the form of its answer, and a cost."""
    match meaning:
        case Tally() | Shared(count=0):
            return meaning, "tally", 0.0
        case Shared():
            return meaning, "value", NOT_COUNTED if how.count else 0.0
        case Values():
            return _formed_values(meaning, how, lexicon)
        case Total():
            return meaning, "count" if meaning.aggregate == "count" else "value", 0.0
        case Most(Either()) if how.verdict:  # "is A or B longer?"
            return meaning, "set", 0.0
        case _ if how.verdict:
            return transitively(meaning, lexicon.schema), "verdict", _verdict_cost(meaning, how)
    repeats = REPEATS if _repeats(meaning) else 0.0
    if how.count and not isinstance(meaning, Most):
        return Total(meaning, "count"), "count", COUNTS_A_NAME if repeats else 0.0
    return meaning, "set", repeats


def _formed_values(meaning: Values, how: Manner, lexicon: Lexicon) -> tuple[Result, Form, float]:
    if how.compare and isinstance(meaning.source, Either):
        return meaning, "compare", 0.0
    if how.count and (how.different or not lexicon.is_number(meaning.key)):
        return meaning, "different", 0.0 if how.different else DIFFERENT
    if how.summed and lexicon.is_number(meaning.key) and not _single(meaning.source):
        return Total(meaning.source, "sum", meaning.key), "value", 0.0
    if how.count and not _single(meaning.source):
        return Total(meaning.source, "sum", meaning.key), "value", SUMMED
    if how.verdict and happened(spoken(meaning.key)):  # "has X been delivered"
        return Where(meaning.source, meaning.key, "exists", ""), "verdict", 0.0
    other = how.word == "who" or (how.word == "where" and not is_place(key_said(meaning.key)))
    other = other or (how.word == "when" and not lexicon.is_time(meaning.key))
    cost = WRONG_FORM if how.verdict or other else 0.0
    cost += DONE_NOT_WHEN if how.does and lexicon.is_time(meaning.key) and happened(spoken(meaning.key)) else 0.0
    counts = bool(counted(spoken(meaning.key)))  # "number of sections": that is what is asked for
    return meaning, "value", cost + (NOT_COUNTED if how.count and not counts else 0.0)


def _single(meaning: Meaning) -> bool:
    """Whether a set is one thing: how many there are in it is a value, and no sum."""
    match meaning:
        case Things(ids):
            return len(ids) == 1
        case Most(_, _, _, count):
            return count == 1
        case Both(parts):
            return any(_single(part) for part in parts)
        case _:
            return False


def _verdict_cost(meaning: Meaning, how: Manner) -> float:
    """Doubt a yes-or-no question that compares nothing."""
    if isinstance(meaning, Things) or (isinstance(meaning, Kind) and meaning.ids):
        return REPEATS
    return 0.0 if how.any or not isinstance(meaning, Joined) else NO_COMPARISON


def _repeats(meaning: Result) -> bool:
    """Whether a meaning is but what the question names."""
    match meaning:
        case Things() | Kind(ids=(_, *_)):
            return True
        case Both(parts):
            return any(isinstance(part, Things) and len(part.ids) == 1 for part in parts)
        case Either(parts):
            return all(isinstance(part, Things) for part in parts)
        case ButNot(source):
            return isinstance(source, Things)
        case _:
            return False


def _unasked(meaning: Result, form: Form, how: Manner) -> float:
    """Return what it costs to answer "how large" with things, or "both" with alternatives."""
    return WRONG_FORM * ((how.value and form == "set") + (how.both and _distributed(meaning)))


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


def _unexpected(item: Item, form: Form, how: Manner, expected: frozenset[str], lexicon: Lexicon) -> float:
    """Return what it costs to answer with another type than was asked for."""
    persons = lexicon.persons
    cost = EACH_LOST if how.apiece and form == "count" else 0.0
    if form == "set" and how.word == "where" and not how.verdict:
        cost += _nowhere(item.info.types, lexicon)
    asked = how.word == "when" or how.much or how.often or how.summed
    if form == "set" and asked and any(item.info.types) and not how.verdict:
        cost += NOT_A_TIME
    if how.word == "what" and form == "set" and not expected and item.info.types and item.info.types <= persons:
        cost += NOT_A_THING
    chosen = isinstance(item.meaning, Most) and isinstance(item.meaning.source, Either)  # "who has more, A or B"
    if how.person and persons and form == "set" and not item.info.types & persons and not chosen:
        cost += NOT_A_PERSON
    if (
        expected
        and not how.verdict
        and form != "tally"
        and ((form == "value" and not how.count and item.owner not in expected) or not item.info.types & expected)
    ):
        cost += WRONG_TYPE
    return cost


def _nowhere(types: frozenset[str], lexicon: Lexicon) -> float:
    """Return what it costs to answer "where" with people, or with what is no place in a graph that has places."""
    if types and types <= lexicon.persons:
        return NOT_A_PLACE
    return NO_KNOWN_PLACE if any(types) and lexicon.places and not types & lexicon.places else 0.0


def finish(found: Sequence[Candidate], schema: Schema, ask: Ask) -> list[Reading]:
    """Return readings, best first, after asking the graph whether they find anything."""
    readings: list[Reading] = []
    seen: set[Match] = set()
    for each in found[:TRIED]:
        if _decided(readings, each.score):
            break
        query = compile_meaning(each.meaning, schema)
        if each.form == "compare":
            query = query.model_copy(update={"returns": query.returns[::-1]})
        if query not in seen:
            seen.add(query)
            may_win = not readings or readings[0].score < each.score
            rows = 1 if _known(each) else _asked(query, ask, may_win)
            cost = 0.0 if rows else _nothing(each)
            readings.append(_reading(each, query, cost, schema, rows))
            readings.sort(key=lambda reading: -reading.score)
    told = dict.fromkeys(reading.words for reading in readings)  # nobody can choose between two of the same words
    return [next(each for each in readings if each.words == words) for words in told][:KEPT]


def _reading(found: Candidate, query: Match, cost: float, schema: Schema, rows: int | None) -> Reading:
    words, why = in_words(found.meaning, schema, found.form), grounds(found.trace)
    score, empty = found.score + cost, cost <= NO_NUMBER
    late = found.score if rows is None else None
    return Reading(query, score, found.form, words, found.meaning, why, found.types, empty, rows or 0, late=late)


def _decided(readings: Sequence[Reading], score: float) -> bool:
    """Whether nothing at or below a score can become the best, and there is a runner-up to show."""
    return len(readings) > 1 and score < readings[1].score and score < readings[0].score - _BEATEN


def _known(candidate: Candidate) -> bool:
    """Whether asking the graph would say nothing new: "no" is an answer, and the schema has seen the relation."""
    match candidate.meaning:
        case Joined(Kind(_, ())) | Most(Kind(_, ()), Measure(key="")):
            return True
    return candidate.form == "verdict"


def _nothing(found: Candidate) -> float:
    """Return what it costs to find nothing: a count of nothing, and nothing that is left, may be answers."""
    return NO_NUMBER if found.form == "count" else NONE_LEFT if _of_all(found.meaning) else EMPTY


def _of_all(meaning: Result | None) -> bool:
    """Whether a set is those of a whole kind that are not in another set."""
    return isinstance(meaning, ButNot) and sort(meaning.source)


def _asked(query: Match, ask: Ask, patient: bool) -> int | None:
    """Return how many rows a query has; None where that takes too long."""
    try:
        return ask(query, patient)
    except StoreTimeout:
        return None
