"""What it costs to leave a word of a question unexplained."""

from collections.abc import Mapping, Sequence

from agents.language.english import COMPARING, JOINING, LOCATING, NEGATIONS, SOFT, SUPPORTING, TIMES, UNITS, degree
from agents.reading.chart import SKIP_SAID, Cell
from agents.reading.items import Item
from agents.reading.lexicon import Lexicon
from agents.reading.names import spoken
from agents.reading.operator_words import MOST, OF_ANY, is_number, ordinal
from agents.reading.question import Position, asked_by

SKIP = -3.0  # a content word that no reading explains
SKIP_NAME = -4.0
SKIP_TYPE = -2.2  # a noun where a type is expected ("which ...")
SKIP_UNTYPED = -1.2  # ... in a graph that has no types
SKIP_ASKING = -0.7  # "in what year ...", where the verb is asked so
SKIP_ADVERB = -1.0
SKIP_LOCATING = -0.61  # "lies", "located": a place that is named says as much
SKIP_WHERE = -1.8  # ... but not where a place is asked for: "where is X staying"
SKIP_JOINING = -0.8  # "received": what lies between two things says as much
SKIP_UNIT = -0.6  # "in square kilometres": values are given as they are recorded
SKIP_SUPPORT = -0.8
SKIP_HOW = -1.9  # "how high is the score"
SKIP_OPERATOR = -5.0  # "not", "oldest", "5": without it the answer is to another question
_WITH = frozenset(["work", "collaborate", "cooperate"])  # "... with": what both are in says as much
_DOING = frozenset(["do", "does", "did"])
_TAKEN = frozenset(["part", "place"])
_NEARLY = -0.6  # the score of a verb that a property is called by
_SAID_ANYWAY = frozenset(["than", "other", "others", "another"])  # "no other states", "a bigger budget than"
_EXPLAINED = -2.0  # a noun that a relation or property explains so well is no type


def skips(
    positions: Sequence[Position], lexical: Mapping[tuple[int, int], Cell], lexicon: Lexicon, piped: bool = False
) -> list[float]:
    """Return the cost of each position, given what it may be.

    `piped`: whether the question's first word is the preposition of its verb: "in which language was X | written".
    """
    typed, texts, whole = lexicon.typed, lexicon.texts, spoken(lexicon.graph)
    done = any(_DOING & set(each.before) for each in positions)
    costs = [
        _skip(each, lexical.get((place, place + 1), ()), typed, done and place > 0)
        for place, each in enumerate(positions)
    ]
    for place, each in enumerate(positions):
        if (
            each.lower in LOCATING
            and costs[place] == SKIP_LOCATING
            and any("where" in other.before for other in positions)
        ):
            costs[place] = SKIP_WHERE
        if each.lemma in _WITH and any("with" in other.before for other in positions[place + 1 : place + 2]):
            costs[place] = max(costs[place], SKIP_JOINING)
        if each.lemma in _TAKEN and place and positions[place - 1].lemma == "take" and each.lemma not in texts:
            costs[place] = SKIP_SAID
            costs[place - 1] = max(costs[place - 1], SKIP_SAID)
        if each.lower == whole and "the" in each.before:  # "does the zoo have"
            costs[place] = SKIP_SAID
        if _counted(positions, place) and _counts_by_its_verb(positions, place, lexical, lexicon):
            costs[place] = max(costs[place], SKIP_SUPPORT)
    if positions and asked_by(positions[0], texts) and any(each.pos == "VERB" for each in positions[1:]):
        costs[0] = max(costs[0], SKIP_ASKING)
    if _supports(positions) or (piped and positions and positions[0].typed and positions[-1].tag == "VBN"):
        costs[-1] = max(costs[-1], SKIP_SUPPORT)
    return costs


def _counted(positions: Sequence[Position], place: int) -> bool:
    """Whether a noun is said to be counted: "how many | patients", "the most | patients"."""
    most = place > 0 and positions[place - 1].lower in MOST
    return _noun(positions[place]) and ("many" in positions[place].before or most)


def _counts_by_its_verb(
    positions: Sequence[Position], place: int, lexical: Mapping[tuple[int, int], Cell], lexicon: Lexicon
) -> bool:
    """Whether a verb is recorded as a number, so that it says itself how many: "patients were | enrolled"."""
    verbs = (n for n, each in enumerate(positions) if each.pos == "VERB" and n != place)
    items = (each for n in verbs for each in lexical.get((n, n + 1), ()) if each.score > _NEARLY)
    return any(each.kind == "property" and lexicon.is_number(each.name) for each in items)


def _supports(positions: Sequence[Position]) -> bool:
    """Whether the last word is a verb that leaves the asking to a noun: "what faith does X follow"."""
    asks = any(_DOING & set(each.before) for each in positions) and positions[0].typed
    return asks and positions[-1].lemma in SUPPORTING


def _skip(position: Position, cell: Sequence[Item], typed: bool, done: bool) -> float:
    """`done`: whether the question does something by "do", so that a noun may be its verb: "did X | place"."""
    lower = position.lower
    if position.name:
        return SKIP_NAME
    if lower in LOCATING and position.pos != "NOUN":  # "for a living" locates nothing
        return SKIP_LOCATING
    if lower in SOFT or lower in COMPARING or lower in _SAID_ANYWAY:
        return SKIP_SAID
    if lower in OF_ANY and position.before[-1:] == ("how",):  # "how high is the score": the score says it
        return SKIP_HOW
    if lower == "single" and position.before[-1:] == ("a",):  # "without a single sponsor"
        return SKIP_SAID
    if lower in NEGATIONS or degree(lower) == "superlative" or is_number(lower) or ordinal(lower):
        return SKIP_OPERATOR
    if lower in UNITS - TIMES and ("in" in position.before or not position.before):
        return SKIP_UNIT
    if lower in JOINING and (position.pos in ("VERB", "AUX") or done):
        return SKIP_JOINING
    if position.pos in ("ADV", "INTJ"):
        return SKIP_ADVERB
    if position.typed and _noun(position) and not _explained(cell):
        return SKIP_TYPE if typed else SKIP_UNTYPED
    return SKIP


def _noun(position: Position) -> bool:
    plural = position.pos == "VERB" and position.tag == "VBZ"  # "how many states": the tagger takes it for a verb
    return position.pos in ("NOUN", "PROPN") or plural


def _explained(cell: Sequence[Item]) -> bool:
    return any(item.kind in ("relation", "property") and item.score > _EXPLAINED for item in cell)
