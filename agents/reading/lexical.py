"""What single stretches of a question may be, before anything is combined: the chart's first items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from agents.model import Mention
from agents.reading.chart import Cells
from agents.reading.dating import own_times
from agents.reading.evidence import Because
from agents.reading.ground import Ground
from agents.reading.items import Item, Slot
from agents.reading.living import anybody, living
from agents.reading.meaning import Kind, Where
from agents.reading.naming import things
from agents.reading.operators import Operators
from agents.reading.placing import own_places
from agents.reading.question import Asked, masked
from agents.reading.schema_words import SchemaWords
from agents.reading.valued import values

SWALLOWED = -0.8  # a type takes a word that is a value of its things
_ITS_VALUE = -0.5
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
    named = {span: mention.node.type if mention.node else "" for span, mention in spans if mention.score > _SURE}
    context = masked(question.words, mentions)
    for span, cell in SchemaWords(ground, question, named).items(context).items():
        found[span] += cell
    operators = Operators(question.positions, ground.lexicon)
    for place, _ in enumerate(question.positions):
        for width, item in operators.at(place):
            found[place, place + width].append(replace(item, trace=(Because(place, place + width, "operator"),)))
    valued = [*values(ground, question), *living(ground, question)]
    for span, cell in found.items():
        found[span] = [each.but(score=each.score + _swallowed(each, span, valued)) for each in cell]
    for span, item in valued:
        found[span].append(replace(item, trace=(Because(*span, "value"),)))
    for span, item in anybody(ground, question):
        found[span].append(replace(item, trace=(Because(*span, "operator"),)))
    for span, item in [*own_times(ground, question), *own_places(ground, question)]:
        found[span].append(replace(item, trace=(Because(*span, "unit", 1.0, item.name),)))
    return dict(found)


def _swallowed(item: Item, span: tuple[int, int], valued: Iterable[tuple[tuple[int, int], Item]]) -> float:
    """Return what it costs that a type takes a word that is a value of its things ("oil paintings"), and that a word
    is taken for the property whose value it is ("easy" for the difficulty)."""
    if item.kind == "property":
        return sum(_ITS_VALUE for place, value in valued if place == span and _is_value_of(value, item))
    if not isinstance(item.meaning, Kind) or not item.trace or span[1] - span[0] == 1:
        return 0.0
    said = item.trace[0].said.split()
    inside = (
        place for place, value in valued if span[0] <= place[0] and place[1] <= span[1] and place != span
        and value.info.types & item.info.types
    )  # fmt: skip
    return SWALLOWED if any(True for _ in inside) and len(said) < span[1] - span[0] else 0.0


def _is_value_of(value: Item, property: Item) -> bool:
    said = value.meaning
    return isinstance(said, Where) and said.key == property.name and property.owner in value.info.types
