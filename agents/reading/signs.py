"""What speaks for and against a reading, as numbers: what `certainty.py` weighs.

The score of a reading tells which is the best of a question; it says little of whether the best is right. That is told
by what the question says and the reading does not (a noun left over weighs more than a verb), by what the reading says
and the question does not, by how little the words that are explained have in common with what explains them, and by
how like the two sentences are, names aside.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from agents.language.abbreviations import abbreviates
from agents.language.english import ADJECTIVES, positive
from agents.language.foreign import is_foreign, many_tongued
from agents.language.frames import APART, frames, frames_of_name, told
from agents.model import Mention
from agents.reading.evidence import Because
from agents.reading.heed import contrary, left_known, unheeded
from agents.reading.lexicon import TIMES, Lexicon, Unit
from agents.reading.meaning import Both, Joined, Kind, Measure, Things, Values
from agents.reading.names import spoken
from agents.reading.question import Asked, Position, masked
from agents.reading.reader import Reading
from agents.reading.units import content, unexplained

SAME = 1.2  # the likeness of what is called just so; more tells nothing more
_RATHER_PEOPLE = 0.5
STRANGE = 0.6  # the likeness that what is in another language needs to be taken at the question's word
LOOSE = 0.8  # ... and of what has little in common with it
UNLIKE = 0.42  # the likeness of words that have less to do with a unit than with nothing
FAR = 4.0  # a runner-up further behind is none
_SURE = 0.9  # the score of a mention that is a name for sure
_LIGHT = -1.0  # what costs less than this to leave out carries little
_ENDS = {"first": "early", "last": "late"}

Signs = dict[str, float]


def signs(question: Asked, readings: Sequence[Reading], mentions: Sequence[Mention], lexicon: Lexicon) -> Signs:
    """Return what speaks for and against the first of some readings, by name."""
    best = readings[0]
    weighed = _Weighed(question, best, mentions, lexicon)
    margin = best.score - readings[1].score if len(readings) > 1 else FAR
    return {
        "score": max(best.score, -8.0),
        "margin": min(FAR, max(0.0, margin)),
        "words": float(min(8, len(question.positions))),
        "empty": float(best.empty and not weighed.in_its_words()),
        **weighed.likenesses(),
        **weighed.left(),
        **weighed.units(),
        **weighed.names(),
        "unsaid": weighed.unsaid(),
        "repeats": float(weighed.repeats()),
        "unheeded": unheeded(question, best),
        "contrary": contrary(best.meaning),
        "left_known": left_known(question, best, lexicon.texts),
        "several": weighed.several(),
        "otherwise": weighed.otherwise(),
    }


def unknown(question: Asked, mentions: Sequence[Mention], readings: Sequence[Reading]) -> list[Mention]:
    """Return the mentions that nothing is called like, save those that the best reading takes for a value."""
    values = [each for each in readings[0].because if each.kind == "value"] if readings else []
    return [each for each in mentions if not each.candidates and not any(_has(question, one, each) for one in values)]


def _has(question: Asked, because: Because, mention: Mention) -> bool:
    """Whether a stretch of the question has all of a mention."""
    first, last = question.places[because.first][0], question.places[because.last - 1][1] - 1
    return question.words[first].start <= mention.start and mention.end <= question.words[last].end


def unread(question: Asked, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the words of the question that carry meaning and that the best reading leaves out."""
    left = [each for each in readings[0].because if each.kind == "skipped"] if readings else []
    return tuple(question.text(each.first, each.last) for each in left if each.likeness <= _LIGHT)


def lacking(question: Asked, readings: Sequence[Reading]) -> tuple[str, ...]:
    """Return the words that the best reading leaves out or that have little in common with what it takes them for."""
    grounds = readings[0].because if readings else ()
    loose = [each for each in grounds if each.kind == "unit" and each.likeness < LOOSE]
    return (*unread(question, readings), *(question.text(each.first, each.last) for each in loose))


def untimely(question: Asked, told: Signs) -> bool:
    """Whether "when" is answered with no time: however well the rest fits, that is no sure answer."""
    return bool(told.get("otherwise")) and any(word.lower == "when" for word in question.words)


def amiss(question: Asked, readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    """Whether the best reading is no answer, however likely: a number or a time to "where" or "who"; all of a type,
    where the question says which; what things have to "which turbines ...", where no turbines are known; or what
    words are taken for that they are in no way like."""
    best = readings[0]
    if any(each.kind == "unit" and each.likeness < UNLIKE for each in best.because):
        return True
    asked = question.words[0].lower if question.words else ""
    if asked in ("where", "who", "whom") and isinstance(best.meaning, Values):
        return lexicon.is_amount(best.meaning.key) or lexicon.is_time(best.meaning.key)
    if asked == "why" and isinstance(best.meaning, Values):
        return lexicon.is_time(best.meaning.key)
    if best.form == "value" and _of_something_unknown(question, best):
        return True
    whole = isinstance(best.meaning, Kind) and not best.meaning.ids and best.form == "set"
    return whole and bool(unread(question, readings))


def _of_something_unknown(question: Asked, best: Reading) -> bool:
    """Whether the things that "which ..." asks for are left out."""
    first = question.positions[0] if question.positions else None
    left = any(each.kind == "skipped" and each.first == 0 and each.likeness <= _LIGHT for each in best.because)
    return left and first is not None and first.typed and first.pos == "NOUN" and "which" in first.before


def recorded(question: Asked, mentions: Sequence[Mention], texts: frozenset[str]) -> frozenset[str]:
    """Return the words, in lower case, that the graph knows well enough: names of its things, and its schema's own."""
    named = {each.text.lower() for each in mentions if each.candidates}
    own = {question.text(n, n + 1) for n, each in enumerate(question.positions) if {each.lower, each.lemma} & texts}
    return frozenset(named | own)


class _Weighed:
    """One reading, beside the question."""

    def __init__(self, question: Asked, best: Reading, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
        self._question = question
        self._best = best
        self._mentions = [each for each in mentions if each.candidates]
        self._lexicon = lexicon

    def of(self, kind: str) -> list[Because]:
        """Return the grounds of a kind."""
        return [each for each in self._best.because if each.kind == kind]

    def likenesses(self) -> Signs:
        """Return how like the question the reading is, said in full, and with names as their types."""
        asked = " ".join(word.lower for word in self._question.words)
        said = in_full(self._question, self._best)
        texts = [asked, said, masked(self._question.words, self._mentions), self._typed(said)]
        one, other, bare, typed = many_tongued(texts)
        return {"like": float(one @ other), "like_bare": float(bare @ typed)}

    def _typed(self, said: str) -> str:
        """Return a sentence with each linked name replaced by its type."""
        for node in (each.node for each in self._mentions if each.node):
            kind = spoken(node.type) or "it"
            for name in (node.name, *node.aliases):
                said = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", lambda _: kind, said)  # noqa: B023
        return said

    def left(self) -> Signs:
        """Return what of the question the reading leaves out: how many names, nouns, verbs and other words."""
        found = {"left_name": 0.0, "left_noun": 0.0, "left_verb": 0.0, "left_other": 0.0, "left_light": 0.0}
        for each in self.of("skipped"):
            found[self._sort(self._question.positions[each.first], each)] += 1.0
        found["left_name"] = max(found["left_name"], float(sum(self._turned(each) for each in self._mentions)))
        return found

    def _turned(self, mention: Mention) -> bool:
        """Whether what is called like a node for sure was taken for something else that is not called so."""
        span = self._question.span(mention)
        if span is None or mention.score <= _SURE:
            return False
        over = [each for each in self._best.because if each.first < span[1] and span[0] < each.last]
        units = [each for each in over if each.kind == "unit"]
        named = set(content(mention.text.lower()))
        same = any(self._literal(each) or named <= set(content(each.said)) for each in units)
        return len(units) == len(over) > 0 and not same

    def _sort(self, position: Position, because: Because) -> str:
        word = self._question.words[self._question.places[because.first][0]]
        if position.name or (word.pos == "PROPN" and word.text[:1].isupper() and word.index):
            return "left_name"
        if because.likeness > _LIGHT:
            return "left_light"
        return {"NOUN": "left_noun", "PROPN": "left_noun", "VERB": "left_verb"}.get(position.pos, "left_other")

    def units(self) -> Signs:
        """Return how many units there are, how well the worst fits, and what their stretches say besides."""
        units = self.of("unit")
        ideas = [self._ideas(each) for each in units if not self._literal(each)]
        return {
            "units": float(len(units)),
            "worst": min([min(SAME, each.likeness) for each in units], default=SAME),
            "swallowed": max((self._swallowed(each) for each in units), default=0.0),
            "apart": float(APART in ideas),
        }

    def _ideas(self, because: Because) -> int:
        lemmas = " ".join(each.lemma for each in self._question.positions[because.first : because.last])
        return told(frames(self._question.text(because.first, because.last), lemmas), frames_of_name(because.said))

    def _swallowed(self, because: Because) -> float:
        """Return how many words of a unit's stretch the unit does not say: "horror films" that are just films."""
        words = tuple(each.lemma for each in self._question.positions[because.first : because.last])
        return unexplained(words, because.said, self._lexicon.embedder) if len(words) > 1 else 0.0

    def _literal(self, because: Because) -> bool:
        """Whether all words of a unit are words of the question."""
        positions = self._question.positions[because.first : because.last]
        words = {form for each in positions for form in (each.lower, each.lemma)}
        return all(each in words for each in content(because.said))

    def names(self) -> Signs:
        """Return how surely things are named, and whether any is."""
        scores = [each.likeness for each in self.of("name")]
        return {"name_doubt": 1.0 - min(scores, default=1.0), "nameless": float(not scores and not self.of("value"))}

    def unsaid(self) -> float:
        """Return how many relations and properties no word of the question says; a degree says one, and so does kin."""
        if self.of("kin"):
            return 0.0
        said = {unit.name for each in self.of("unit") for unit in self._called(each.said)}
        left = [each for each in dict.fromkeys(units_of(self._best.meaning)) if each not in said]
        properties = {each.name for each in self._lexicon.units if each.kind in ("property", "label")}
        degrees = sum(self._is_degree(each) for each in self.of("operator"))
        degrees += len(self.of("value"))  # and so does a value
        degrees += self._timed()  # and "when"
        return float(len(left) - min(degrees, sum(each in properties for each in left)))

    def _called(self, text: str) -> Iterator[Unit]:
        return (each.unit for each in self._lexicon.surfaces if each.text == text)

    def _is_degree(self, because: Because) -> bool:
        words = self._question.text(because.first, because.last).split()
        return any((_ENDS.get(word) or positive(word)) in ADJECTIVES for word in words)

    def _timed(self) -> bool:
        """Whether "when" is answered with a time."""
        meaning = self._best.meaning
        asked = any(word.lower == "when" for word in self._question.words)
        return asked and isinstance(meaning, Values) and self._lexicon.is_time(meaning.key)

    def in_its_words(self) -> bool:
        """Whether all that is asked is said, in the graph's own words: then nothing is recorded, and that is known."""
        left, units = self.left(), self.units()
        return not any(left.values()) and units["worst"] > 1.0 and not units["swallowed"] and not self.unsaid()

    def repeats(self) -> bool:
        """Whether the answer is among what the question names."""
        meaning = self._best.meaning
        parts = meaning.parts if isinstance(meaning, Both) else (meaning,)
        return self._best.form == "set" and any(isinstance(each, Things) for each in parts)

    def several(self) -> float:
        """Return whether one thing is asked for ("which boat is ...") and more than one is found."""
        return float(self._best.rows > 1 and self._best.form in ("set", "value") and _one_asked(self._question))

    def otherwise(self) -> float:
        """Return whether the answer is of another sort than "who", "where" or "when" ask for."""
        asked = next((word.lower for word in self._question.words if word.lower in ("who", "where", "when")), "")
        best, persons = self._best, self._lexicon.persons
        value = best.form == "value"
        if asked == "who" and best.form == "set" and any(best.types):
            doing = best.types & self._lexicon.agents  # a company may be who, but where there are people it seldom is
            return 0.0 if best.types & persons else (_RATHER_PEOPLE if persons else 0.0) if doing else 1.0
        if asked == "where":
            return float(value or (bool(persons) and bool(best.types) and best.types <= persons))
        if asked == "when":
            untold = value and not self._timed() and not TIMES.search(best.words)
            return float(untold or (best.form == "set" and any(best.types)))
        return float(asked == "who" and value)


def _one_asked(question: Asked) -> bool:
    """Whether the first noun of a question, behind "which" or "what is the", is one thing."""
    lowers = [word.lower for word in question.words]
    asks = lowers[:1] in (["which"], ["what"]) or lowers[:2] in (["in", "which"], ["in", "what"])
    behind = lowers[1:2] in (["is"], ["was"]) or lowers[:1] != ["what"]
    head = next((each for each in question.positions if each.pos == "NOUN" and not each.name), None)
    return asks and behind and head is not None and head.tag == "NN"


def in_full(question: Asked, best: Reading) -> str:
    """Return what a reading says, in the question's words where no model can know the schema's."""
    said = best.words.lower()
    for each in best.because:
        asked = question.text(each.first, each.last)
        if each.kind == "unit" and each.likeness > STRANGE and _strange(each, asked):
            said = re.sub(rf"\b{re.escape(each.said)}(e?s)?\b", asked.replace("\\", ""), said)
    return said


def _strange(because: Because, asked: str) -> bool:
    """Whether a unit's words are of another language, or short for those that were asked."""
    return is_foreign(because.said) or any(
        abbreviates(short, long) for short in because.said.split() for long in asked.split()
    )


def units_of(meaning: object) -> Iterator[str]:
    """Yield the relations and properties that a meaning speaks of, the outermost first."""
    if isinstance(meaning, Joined | Measure) and meaning.relation:
        yield meaning.relation
    if key := getattr(meaning, "key", ""):
        yield key
    if is_dataclass(meaning):
        for each in fields(meaning):
            yield from units_of(getattr(meaning, each.name))
    if isinstance(meaning, tuple):
        for part in meaning:
            yield from units_of(part)
