"""What of a question a reading does not heed: a degree, a number, an "or", an "each", two values of one thing.

Such a word is small, and without it the answer is to another question; so it is told apart from a noun that is left
out. A word is heeded where it was taken for what it is, or stands in the name of what its stretch was taken for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from agents.language.english import NEGATIONS, degree
from agents.reading.evidence import Because
from agents.reading.meaning import Both, Either, Meaning, Shared, Tally, Values, Where, impossible
from agents.reading.operator_words import AGGREGATES, APIECE, MORE, MOST, is_number, ordinal
from agents.reading.question import Asked, Position
from agents.reading.reader import Reading

_MOST_OF_ALL = frozenset(["set", "value", "count"])


def unheeded(question: Asked, best: Reading) -> float:
    """Return how many words that decide what is asked a reading takes no notice of."""
    deciding = [n for n, each in enumerate(question.positions) if _decides(each)]
    dropped = sum(not _heeded(n, question.positions[n], best.because) for n in deciding)
    return float(dropped + _either_lost(question, best) + _each_lost(question, best))


def contrary(meaning: object) -> float:
    """Return 1 where a set's members would have to have two values of one property, or a number above its bound."""
    return float(any(impossible(each) for each in _sets(meaning)))


def left_known(question: Asked, best: Reading, texts: frozenset[str]) -> float:
    """Return how many words a reading leaves out that the schema has under just these words."""
    left = (question.positions[each.first] for each in best.because if each.kind == "skipped")
    return float(sum(each.pos != "VERB" and bool({each.lower, each.lemma} & texts) for each in left))


def _decides(position: Position) -> bool:
    lower = position.lower
    if position.name:
        return False
    decides = lower in NEGATIONS or lower in MOST or lower in MORE or lower in AGGREGATES
    return decides or bool(degree(lower)) or is_number(lower) or bool(ordinal(lower))


def _heeded(place: int, position: Position, because: Sequence[Because]) -> bool:
    over = [each for each in because if each.first <= place < each.last and each.kind != "skipped"]
    return any(each.kind != "unit" or position.lower in each.said.split() for each in over)


def _either_lost(question: Asked, best: Reading) -> bool:
    """Whether "or" stands alone in the question, and the reading has no alternatives."""
    alone = (n for n, each in enumerate(question.positions) if each.lower == "or")
    own = {each.first for each in best.because if each.kind == "operator" and each.last == each.first + 1}
    lost = any(place in own for place in alone) and best.form in _MOST_OF_ALL
    return lost and not any(isinstance(each, Either) for each in _parts(best.meaning))


def _each_lost(question: Asked, best: Reading) -> bool:
    """Whether one number answers what asks for a number of each."""
    lowers = [word.lower for word in question.words]
    number = best.form in ("count", "different") or (best.form == "value" and not isinstance(best.meaning, Values))
    apiece = APIECE & set(lowers) and not isinstance(best.meaning, Tally | Shared)
    return bool(apiece) and number


def _sets(meaning: object) -> Iterator[Meaning]:
    """Yield the sets of a meaning that narrow something, each with all that narrows it."""
    for each in _parts(meaning):
        if isinstance(each, Both | Where):
            yield each


def _parts(meaning: object) -> Iterator[object]:
    """Yield a meaning and all that it is made of."""
    yield meaning
    if is_dataclass(meaning) and not isinstance(meaning, type):
        for each in fields(meaning):
            value = getattr(meaning, each.name)
            for part in value if isinstance(value, tuple) else (value,):
                if is_dataclass(part):
                    yield from _parts(part)
