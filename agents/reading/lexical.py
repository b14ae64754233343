"""What single stretches of a question may be, before anything is combined: the chart's first items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agents.language.words import adjectives
from agents.model import Mention
from agents.reading.chart import Cells
from agents.reading.dating import own_times
from agents.reading.evidence import Because
from agents.reading.ground import Ground
from agents.reading.items import Item, Slot
from agents.reading.living import living
from agents.reading.meaning import Joined, Kind, Meaning, Said, Where, owner
from agents.reading.naming import things
from agents.reading.operators import Operators
from agents.reading.question import Asked, masked
from agents.reading.schema_words import SchemaWords

VALUE = -0.3  # a value that nodes share, without a word for the property
SWALLOWED = -0.8  # a type takes a word that is a value of its things
APART = -0.3  # "cities that are major", where a "major city" is defined
_PHRASE = 4  # positions of a value or a defined phrase
_SURE = 0.9  # the score of a mention that is a name for sure


def lexical_items(
    ground: Ground, question: Asked, mentions: Sequence[Mention], slots: Mapping[str, frozenset[Slot]]
) -> Cells:
    """Return a question's items by (first, last) position. `slots`: what each linked node's edges let it fill."""
    found: Cells = defaultdict(list)
    spans = [(span, each) for each in mentions if (span := question.span(each))]
    for span, mention in spans:
        because = Because(*span, "name", mention.score, mention.text)
        found[span] += [replace(each, trace=(because,)) for each in things(ground, mention, question.words, slots)]
    named = frozenset(span for span, mention in spans if mention.score > _SURE)
    context = masked(question.words, mentions)
    for span, cell in SchemaWords(ground, question, named).items(context).items():
        found[span] += cell
    operators = Operators(question.positions, ground.lexicon)
    for place, _ in enumerate(question.positions):
        for width, item in operators.at(place):
            found[place, place + width].append(replace(item, trace=(Because(place, place + width, "operator"),)))
    valued = [*_values(ground, question), *living(ground, question)]
    for span, cell in found.items():
        found[span] = [each.but(score=each.score + _swallowed(each, span, valued)) for each in cell]
    for span, item in valued:
        found[span].append(replace(item, trace=(Because(*span, "value"),)))
    for span, item in own_times(ground, question):
        found[span].append(replace(item, trace=(Because(*span, "unit", item.score, item.name),)))
    return dict(found)


def _swallowed(item: Item, span: tuple[int, int], valued: Iterable[tuple[tuple[int, int], Item]]) -> float:
    """Return what it costs that a type takes a word that is a value of its things ("oil paintings")."""
    if not isinstance(item.meaning, Kind) or not item.trace or span[1] - span[0] == 1:
        return 0.0
    said = item.trace[0].said.split()
    inside = (
        place for place, value in valued if span[0] <= place[0] and place[1] <= span[1] and place != span
        and value.info.types & item.info.types
    )  # fmt: skip
    return SWALLOWED if any(True for _ in inside) and len(said) < span[1] - span[0] else 0.0


def _values(ground: Ground, question: Asked) -> Iterable[tuple[tuple[int, int], Item]]:
    """Yield what stands for nodes without being a name: a value that they share, or a defined phrase."""
    lexicon = ground.lexicon
    for span, form in _phrases(question):
        for value in lexicon.values.get(form, ()):
            where = Where(Kind(value.owner), value.key, "=", value.value)
            noun = question.positions[span[1] - 1].pos in ("NOUN", "PROPN")
            yield span, replace(_set(ground, where, value.owner, VALUE), noun=noun)
        for value in lexicon.said_values.get(form, ()):
            for out in (True, False):
                joined = Joined(Kind(""), value.owner, out, said=(Said(value.key, "=", value.value),))
                yield span, Item("set", VALUE, joined, ground.leads_to(value.owner, out, None), derived=True)
        if form in lexicon.definitions:
            meaning = lexicon.definitions[form]
            yield span, replace(_set(ground, meaning, owner(meaning), 0.0), derived=False)
        for meaning in lexicon.adjectives.get(form, ()):
            yield span, _set(ground, meaning, owner(meaning), APART)


def _phrases(question: Asked) -> Iterable[tuple[tuple[int, int], str]]:
    """Yield stretches of a few positions as asked, and as lemmas, in folded case."""
    positions = question.positions
    for first in range(len(positions)):
        for last in range(first + 1, min(first + _PHRASE, len(positions)) + 1):
            text = question.text(first, last)
            lemmas = " ".join(each.lemma for each in positions[first:last])
            of_adverb = adjectives(text) if last == first + 1 and positions[first].pos == "ADV" else ()
            singular = " ".join([*(each.lower for each in positions[first : last - 1]), positions[last - 1].lemma])
            for form in dict.fromkeys([text.casefold(), lemmas.casefold(), singular.casefold(), *of_adverb]):
                yield (first, last), form


def _set(ground: Ground, meaning: Meaning, type: str, score: float) -> Item:
    return Item("set", score, meaning, ground.info(type), derived=True)
