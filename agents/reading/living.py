"""People whom no type names: "people", and who is alive, of those whose deaths are recorded."""

from collections.abc import Iterable

from agents.language.frames import frames_of_name
from agents.query import Operator
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.meaning import Kind, Where
from agents.reading.operator_words import MORE, MOST, is_number
from agents.reading.question import Asked

ANYBODY = -0.5  # "people with X": of whatever type of people
UNRECORDED = -0.3  # that no death is recorded says less than that there was none
_PEOPLE = frozenset(["people", "person", "somebody", "someone", "anybody", "anyone"])
_MANY = frozenset(["many", "number"])
_ALIVE: dict[str, Operator] = {"alive": "missing", "living": "missing", "dead": "exists", "deceased": "exists"}


def anybody(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield each type of people for a word that says no more than that, each with its positions."""
    for place, position in enumerate(question.positions):
        if (
            position.lemma in _PEOPLE
            and not _counted(question, place)
            and not {position.lower, position.lemma} & ground.lexicon.said
        ):
            for type in sorted(ground.lexicon.persons):
                yield (place, place + 1), ground.kind(type, ANYBODY)


def _counted(question: Asked, place: int) -> bool:
    """Whether people are counted, and not asked for: "how many people", "fewer than 100 people"."""
    before = question.positions[place - 1].lower if place else ""
    return bool(_MANY & set(question.positions[place].before)) or is_number(before) or before in MORE or before in MOST


def living(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield the people that a word says to be alive or dead, each with its positions."""
    for place, position in enumerate(question.positions):
        if position.lower in _ALIVE:
            for type, key in _deaths(ground):
                meaning = Where(Kind(type), key, _ALIVE[position.lower], "")
                yield (place, place + 1), Item("set", UNRECORDED, meaning, ground.info(type), derived=True)


def _deaths(ground: Ground) -> Iterable[tuple[str, str]]:
    """Yield the types of people, each with the property by which deaths are recorded of some of them."""
    for type in sorted(ground.lexicon.persons):
        for unit in ground.lexicon.properties.get(type, {}).values():
            told = (unit.date or unit.year) and "death" in frames_of_name(unit.spoken).any
            if told and ground.lexicon.lacked(type, unit.name):
                yield type, unit.name
