"""A meaning in words that a person can check: "states that border Texas", "how many diseases are associated with FBN1".

The words are the schema's own: templates where they are declared, else names made readable. What the relation's
name leaves open (whether a thing has one capital or many) is taken from the schema's counts.
"""

from dataclasses import replace

from agents.language.phrasing import plural, quantity, readable
from agents.model import Schema
from agents.reading.meaning import Meaning, Most, Result, Shared, Tally, Total, Values
from agents.reading.phrases import COUNTS, Wording
from agents.reading.reader import Form
from agents.reading.said import key_said

_AGGREGATES = {"sum": "total", "average": "average", "min": "lowest", "max": "highest"}


def in_words(result: Result, schema: Schema, form: Form = "set") -> str:
    """Return what a query asks for as a noun phrase; of a verdict, the statement that it is about."""
    words = Wording(schema)
    match result:
        case Values(source, key, relation) if form == "different":
            of = words.values(source, key, relation).text.removeprefix("the ")
            return f"how many different {of} there are"
        case Values(source, key, relation):
            return words.values(source, key, relation).text
        case Shared() | Tally():
            return grouped(words, result)
        case Total(source, "count", _):
            return words.phrase(source).how_many
        case Total(source, aggregate, key, _):
            return f"the {_AGGREGATES.get(aggregate, aggregate)} {readable(key)} of {words.phrase(source).text}"
        case _:
            phrase = words.phrase(result)
            return f"whether {phrase.statement}" if form == "verdict" else phrase.text


def in_numbers(result: Result, schema: Schema, number: float) -> str:
    """Return a sentence, without its stop, that so many things are what is meant: "3 states border Texas"."""
    source = result.source if isinstance(result, Total) else result
    if isinstance(source, Values | Shared | Tally):
        return in_words(result, schema)
    return Wording(schema).phrase(source).counted(number)


def in_answer(meaning: Meaning, schema: Schema, listed: str, number: int) -> str:
    """Return a sentence, without its stop, that names what is meant: "3 states border Texas: Ohio, Iowa and Utah"."""
    phrase = Wording(schema).phrase(meaning)
    if phrase.name:
        return listed
    if isinstance(meaning, Most) and meaning.count == 1:
        phrase = replace(phrase, many=number > 1)
    elif phrase.many or number > 1:
        return f"{replace(phrase, many=True).counted(number)}: {listed}"
    return f"{phrase.text} {'are' if phrase.many else 'is'} {listed}"


def grouped(words: Wording, result: Shared | Tally) -> str:
    """Return values by how many have them, or things each with a count, as a noun phrase."""
    source = words.phrase(result.source)
    if isinstance(result, Tally):
        among = words.phrase(result.measure.among).text if result.measure.among else "things"
        if result.of:
            total = f"{_AGGREGATES.get(result.aggregate, '')} {key_said(result.of)}"
            return f"the {total} of {among} of each of the {source.text}"
        return f"how many {among} each of the {source.text} has"
    key, of = key_said(result.key), source.text
    if result.operator:
        upper = f" and at most {quantity(result.upper)}" if result.upper is not None else ""
        number = f"{COUNTS[result.operator]} {quantity(result.number)}".strip()
        return f"the {plural(key)} of {number}{upper} of the {of}"
    if not result.count and result.of:
        return f"the {_AGGREGATES.get(result.aggregate, '')} {key_said(result.of)} of the {of} by {key}"
    if not result.count:
        return f"how many of the {of} have each {key}"
    several = f"{result.count} " if result.count > 1 else ""
    return f"the {several}{'most' if result.descending else 'least'} common {key} of the {of}"
