"""What stands for nodes without being a name: a value that they share, a defined phrase, men and women, a country's."""

from collections.abc import Iterable
from dataclasses import replace

from agents.language.demonyms import countries
from agents.language.english import FEMALE_NOUNS, MALE_NOUNS
from agents.language.phrasing import plural
from agents.language.stems import stem
from agents.language.words import adjectives
from agents.reading.ground import Ground
from agents.reading.items import Item
from agents.reading.lexicon import Lexicon, SharedValue
from agents.reading.meaning import Joined, Kind, Meaning, Said, Where, owner
from agents.reading.question import Asked, Position

VALUE = -0.3  # a value that nodes share, without a word for the property
OF_A_STEM = -0.6  # ... where the word is only made of the same stem: "successful" of what is a success
APART = -0.3  # "cities that are major", where a "major city" is defined
_PHRASE = 4  # positions of a value or a defined phrase
_NOUNS = ("NOUN", "PROPN")
_GRADED = ("JJR", "JJS", "RBR", "RBS")

Valued = tuple[tuple[int, int], Item]


def values(ground: Ground, question: Asked) -> Iterable[Valued]:
    """Yield the sets that values and phrases of the question stand for, each with its positions."""
    for span, form in _phrases(question):
        if question.positions[span[0]].before[-1:] == ("how",):  # "how high is the score" asks, and says nothing
            continue
        noun = question.positions[span[1] - 1].pos in _NOUNS
        yield from ((span, item) for item in _of_form(ground, form, noun))
        yield from ((span, item) for item in _of_country(ground, form, noun))
    for place, position in enumerate(question.positions):
        yield from (((place, place + 1), item) for item in _of_stem(ground, position))
        yield from (((place, place + 1), item) for item in _of_gender(ground, position))


def of_country(lexicon: Lexicon, said: str) -> tuple[str, ...]:
    """Return what the country is called that words speak of ("Danish"), unless they are words of the schema."""
    named = countries(said)
    return () if not named or said.casefold() in lexicon.said else named


def _of_country(ground: Ground, form: str, noun: bool) -> Iterable[Item]:
    """Yield what has a country as a value, for its adjective, save what has that adjective itself as one."""
    own = {value.owner for value in ground.lexicon.values.get(form, ())}
    for name in of_country(ground.lexicon, form):
        yield from (each for each in _of_form(ground, name, noun) if not each.info.types & own)


def _of_form(ground: Ground, form: str, noun: bool) -> Iterable[Item]:
    lexicon = ground.lexicon
    for value in lexicon.values.get(form, ()):
        yield replace(_set(ground, _where(value), value.owner, VALUE), noun=noun)
    for value in lexicon.said_values.get(form, ()):
        for out in (True, False):
            joined = Joined(Kind(""), value.owner, out, said=(Said(value.key, "=", value.value),))
            yield Item("set", VALUE, joined, ground.leads_to(value.owner, out, None), derived=True)
    if form in lexicon.definitions:
        meaning = lexicon.definitions[form]
        yield replace(_set(ground, meaning, owner(meaning), 0.0), derived=False)
    for meaning in lexicon.adjectives.get(form, ()):
        yield _set(ground, meaning, owner(meaning), APART)


def _of_stem(ground: Ground, position: Position) -> Iterable[Item]:
    """Yield what has a value that is made of the same stem as a word which the graph has not: "failed", a "failure"."""
    known = {position.lower, position.lemma} & (ground.lexicon.values.keys() | ground.lexicon.said)
    if position.pos in ("VERB", "ADJ") and not known:
        for value in ground.lexicon.by_stem.get(stem(position.lower), ()):
            yield _set(ground, _where(value), value.owner, OF_A_STEM)


def _of_gender(ground: Ground, position: Position) -> Iterable[Item]:
    """Yield the men or the women of a graph that says who is which in other words: "women" are the female."""
    genders = ground.lexicon.genders
    words = {position.lower, position.lemma}
    if not genders or words & (ground.lexicon.values.keys() | ground.lexicon.texts):
        return
    for gender, nouns in (("male", MALE_NOUNS), ("female", FEMALE_NOUNS)):
        if words & nouns:
            meaning = genders[gender]
            if isinstance(meaning, Joined):
                info = ground.leads_to(meaning.relation, meaning.out, None)
                yield Item("set", VALUE, meaning, info, derived=True, noun=True)
            else:
                yield replace(_set(ground, meaning, owner(meaning), VALUE), noun=True)


def _where(value: SharedValue) -> Where:
    return Where(Kind(value.owner), value.key, "=", value.value)


def _phrases(question: Asked) -> Iterable[tuple[tuple[int, int], str]]:
    """Yield stretches of a few positions as asked, and as lemmas, in folded case."""
    positions = question.positions
    for first in range(len(positions)):
        for last in range(first + 1, min(first + _PHRASE, len(positions)) + 1):
            text = question.text(first, last)
            lemmas = " ".join(each.lemma for each in positions[first:last])
            of_adverb = adjectives(text) if last == first + 1 and positions[first].pos == "ADV" else ()
            singular = " ".join([*(each.lower for each in positions[first : last - 1]), positions[last - 1].lemma])
            several = [plural(singular)] if positions[last - 1].pos in _NOUNS else []  # "service contracts"
            graded = any(each.tag in _GRADED for each in positions[first:last])  # "the biggest city" is no big city
            forms = (text,) if graded else (text, lemmas, singular, *several, *of_adverb)
            for form in dict.fromkeys(each.casefold() for each in forms):
                yield (first, last), form


def _set(ground: Ground, meaning: Meaning, type: str, score: float) -> Item:
    return Item("set", score, meaning, ground.info(type), derived=True)
