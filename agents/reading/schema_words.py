"""What stretches of a question say in the schema's words: types, properties, relations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from agents.language.english import KIN, QUESTION_WORDS, TIMES, degree
from agents.language.foreign import is_foreign
from agents.language.frames import APART, SAME, listed
from agents.language.people import people
from agents.language.phrasing import shape
from agents.language.words import lemma
from agents.reading.chart import Cell, Cells
from agents.reading.evidence import Because
from agents.reading.ground import Ground
from agents.reading.idioms import followed_by, idiomatic, leading, stranded, stretches
from agents.reading.items import Info, Item
from agents.reading.joining import RANGE
from agents.reading.kin import Kinship, kinship
from agents.reading.lexicon import Unit
from agents.reading.meaning import Joined, Kind, Values, Where
from agents.reading.names import single, spoken, without
from agents.reading.operator_words import MOST, OPERATORS, TIMED, decade, is_number, ordinal
from agents.reading.question import Asked, Position, asked_by
from agents.reading.units import LITERALLY, Fit, Span, fits

LITERAL = 0.6  # the likeness that a noun needs: what one asks for by name is called so
LOOSE = 0.5  # ... that other words need
WEAK = 8.0  # the cost of a likeness of 1 less than needed
OF_ANOTHER_IDEA = 2.0  # words that speak of something else than the unit does: "directed" is not "written by"
PLACE = QUESTION_WORDS["where"]  # where somebody works is what they work at
OF_THE_TYPE = 2.0  # words that a type is called by: "chess master" is no "chess master number"
DOERS = -0.3  # "directors": all who direct anything
OF_ALL = -0.4  # "poem titles": those of all poems
UNARTICLED = 1.5  # a type for what stands there like a name: "treats malaria" is about no other disease
NAMED = 0.6  # a schema reading of words that are a node's name
OPERATING = 2.0  # ... of an operator's word that the unit is not called by
RANKING = 4.5  # ... of a superlative, without which the question is another
AS_TYPE = -0.8  # "which actors ..." asks for a type, and hardly for a number or all that a relation leads to
VERB = -1.5  # a verb form hardly ever means a type
ADJECTIVE = -2.5  # an adjective hardly ever means a relation or a property
PARTICIPLE = 1.0  # ... but one that is a relation's own verb: "the most cited"
STEP = -0.7  # the score that a relation needs to be a step of a glossed word
GLOSSED = -1.5  # a relation for a word that the graph's relations are a gloss of
FLAG = -0.1  # "colour films": those whose flag is set
_WORDS = 3  # positions that one unit may take
_DOING = frozenset(["who", "that"])  # what stands behind them is a verb
_WITHIN = frozenset(["of", "the"])  # what may stand between the words of one name: "place of birth"
_APART = frozenset(["and", "or", "than"])  # words that are in no unit's name

Place = tuple[int, int]


class SchemaWords:
    """Finds the units of one question. `named`: the types of what is named, by positions, as far as that is sure."""

    def __init__(self, ground: Ground, question: Asked, named: Mapping[Place, str]) -> None:
        self._ground = ground
        self._lexicon = ground.lexicon
        self._question = question
        self._named = named
        self._is_person = cache(lambda noun: people([noun], ground.lexicon.embedder)[0])

    def items(self, context: str) -> Cells:
        """Return the items by (first, last) position. `context`: the question with names as their types."""
        spans = list(self._spans())
        found: Cells = defaultdict(list)
        ranked = fits(self._lexicon, [span for _, span in spans], context)
        for (place, _), each in zip(spans, ranked, strict=True):
            for fit in each:
                found[place] += self._traced(fit, place, self._doubt(fit, place))
        for place, each in self._turns():
            for fit in each:
                found[place] += self._traced(fit, place, self._unlike(fit, noun=True))
            for inner in [other for other in found if each and _within(other, place)]:
                del found[inner]  # "do for a | living" says nothing of where anybody lives
        for place in [(n, n + width) for n in range(len(self._question.positions)) for width in (1, 2)]:
            if place[1] <= len(self._question.positions) and (kin := self._kin(place)):
                found[place] = self._glossed(found[place], kin)
        return found

    def _spans(self) -> Iterable[tuple[Place, Span]]:
        """Yield the stretches that a unit may take, with the words to look for."""
        positions = self._question.positions
        asked, opening = self._asked(), leading(self._question)
        for first in range(len(positions)):
            for last in range(first + 1, min(first + _WORDS, len(positions)) + 1):
                stretch = positions[first:last]
                if not self._may_be_a_unit(first, last):
                    continue
                text, lemmas = self._question.text(first, last), tuple(each.lemma for each in stretch)
                followed = f"{text} {following}" if (following := followed_by(self._question, last)) else ""
                verb, does = len(stretch) == 1 and _verb(stretch[0]), any(_verb(each) for each in stretch)
                yield (first, last), Span(text, lemmas, followed, verb, does)
                for ending in filter(None, {stranded(self._question, last), opening if _verb(stretch[-1]) else ""}):
                    yield (first, last), Span(f"{text} {ending}", lemmas, followed, verb, does)
                if asked and any(each.pos in ("VERB", "AUX") for each in stretch):
                    yield (first, last), Span(f"{asked} {text}", lemmas, followed or f"{text} at" * (asked == PLACE))

    def _asked(self) -> str:
        """Return what the question asks a verb for: a place ("where"), or a time ("when", "before 1950", "first")."""
        for word in self._question.words:
            if word.lower in ("where", "when"):
                return QUESTION_WORDS[word.lower]
            if word.lower in TIMED or word.lower in ("first", "last") or decade(word.lower):
                return QUESTION_WORDS["when"]
        first = self._question.positions[0] if self._question.positions else None
        return QUESTION_WORDS[asking] if first and (asking := asked_by(first, self._lexicon.texts)) else ""

    def _turns(self) -> Iterable[tuple[Place, list[Fit]]]:
        """Yield what turns of English ask for."""
        for place in stretches(self._question):
            for each in fits(self._lexicon, list(idiomatic(self._question, *place))):
                yield place, each

    def _may_be_a_unit(self, first: int, last: int) -> bool:
        stretch = self._question.positions[first:last]
        numbered = any(is_number(each.lower) or ordinal(each.lower) for each in stretch)
        if any(each.lower in _APART for each in stretch):
            return False
        if numbered and self._question.text(first, last) not in self._lexicon.texts:  # "iso 9001" may be recorded
            return False
        if any(each.before and ("of" not in each.before or set(each.before) - _WITHIN) for each in stretch[1:]):
            return listed(self._question.text(first, last))
        alone = len(stretch) == 1
        return all(not each.name or (alone and each.lower in self._lexicon.texts) for each in stretch)

    def _traced(self, fit: Fit, place: Place, doubt: float) -> Cell:
        because = Because(*place, "unit", fit.likeness, fit.surface)
        return [replace(each, trace=(because,)) for each in self._meant(fit, place, doubt)]

    def _meant(self, fit: Fit, place: Place, doubt: float) -> Cell:
        """Return what a unit is as an item."""
        stretch = self._question.positions[place[0] : place[1]]
        said = frozenset(form for each in stretch for form in (each.lower, each.lemma))
        explained = frozenset(fit.surface.split()) - said
        score = fit.score - doubt
        unit, head = fit.unit, stretch[-1]
        if unit.kind == "type" and head.lower == "located in":  # "where is X" asks for no type
            return []
        if unit.kind == "type":
            verb = _verb(head) and not self._calls_what_is_named(place)
            return [self._type(unit, score + (VERB if verb else 0.0), explained)]
        if unit.flag:
            flagged = Where(Kind(unit.owner), unit.name, "=", True)
            return [Item("set", score + FLAG, flagged, self._ground.info(unit.owner), derived=True)]
        if unit.kind == "label":
            return [Item("label", score, name=unit.name, edge=unit.owner, explained=explained)]
        if unit.kind == "property":
            adjective = head.pos == "ADJ" and unit.spoken not in said and fit.ideas != SAME
            score += ADJECTIVE if adjective else 0.0
            score += (
                AS_TYPE if unit.number and "which" in head.before and head.lemma not in fit.surface.split() else 0.0
            )
            property = Item("property", score, name=unit.name, owner=unit.owner, explained=explained)
            return [property, *self._of_all(property, fit.surface)]
        return self._relation(fit, score, place, explained)

    def _of_all(self, property: Item, surface: str) -> Cell:
        """Return the property of all that have it, where its name tells whose it is: "poem titles"."""
        if not without(surface, spoken(property.owner)):
            return []
        kind = self._ground.kind(property.owner)
        values = Values(kind.members, property.name)
        return [Item("value", property.score + OF_ALL, values, kind.info, explained=property.explained)]

    def _unlike(self, fit: Fit, noun: bool) -> float:
        literal = noun or is_foreign(fit.surface)  # likeness across languages is found between any two verbs
        return WEAK * max(0.0, (LITERAL if literal else LOOSE) - fit.likeness)

    def _doubt(self, fit: Fit, place: Place) -> float:
        """Return what speaks against a unit: it has little in common with the words, or they are something else."""
        stretch = self._question.positions[place[0] : place[1]]
        doubt = self._unlike(fit, noun=stretch[-1].pos in ("NOUN", "PROPN", "ADJ"))
        doubt += OF_ANOTHER_IDEA if fit.ideas == APART and fit.likeness < LITERALLY else 0.0
        doubt += (
            OF_ANOTHER_IDEA if fit.unit.kind == "type" and self._is_kin(stretch) and fit.likeness < LITERALLY else 0.0
        )
        doubt += OF_THE_TYPE if fit.unit.kind == "relation" and self._calls_what_is_named(place) else 0.0
        said = fit.surface.split()
        operators = (each.lower for each in stretch if each.lower in OPERATORS | TIMES or degree(each.lower))
        doubt += sum(
            RANKING if degree(lower) == "superlative" else OPERATING for lower in operators if lower not in said
        )
        forms = {" ".join(each.lower for each in stretch), " ".join(each.lemma for each in stretch)}
        if (fit.unit.kind == "property" and fit.surface not in forms and self._calls_a_type(place)) or (
            len(stretch) > 1 and fit.unit.kind == "type" and fit.surface not in forms and forms & self._lexicon.texts
        ):
            doubt += OF_THE_TYPE
        doubt += (
            UNARTICLED if fit.unit.kind == "type" and fit.surface not in forms and self._like_a_name(place) else 0.0
        )
        return doubt + (NAMED if place in self._named and not forms & self._lexicon.texts else 0.0)

    def _like_a_name(self, place: Place) -> bool:
        """Whether a single noun has no article behind a verb: "treats malaria" names what it treats."""
        noun = self._question.positions[place[1] - 1]
        first, before = self._question.positions[place[0]], self._question.positions[place[0] - 1 : place[0]]
        return noun.tag == "NN" and not first.typed and not first.before and bool(before) and before[0].pos == "VERB"

    def _is_kin(self, stretch: Sequence[Position]) -> bool:
        """Whether a stretch is a word of kinship: a father is somebody's, and not just anybody."""
        return len(stretch) == 1 and stretch[0].lemma in KIN

    def _calls_what_is_named(self, place: Place) -> bool:
        """Whether a name follows at once of something that these words are the type of: "copy | 12"."""
        types = [type for named, type in self._named.items() if named[0] == place[1]]
        before = self._question.positions[place[1]].before if place[1] < len(self._question.positions) else ("",)
        return not before and any(single(self._question.text(*place)) == single(spoken(type)) for type in types)

    def _calls_a_type(self, place: Place) -> bool:
        """Whether a type is called by just these words."""
        return single(self._question.text(*place)) in self._lexicon.type_texts

    def _type(self, unit: Unit, score: float, explained: frozenset[str]) -> Item:
        if not unit.relations:
            return replace(self._ground.kind(unit.name, score), explained=explained)
        every = (self._lexicon.offers.get((name, "head"), frozenset()) for name in unit.relations)
        info = Info(frozenset({""}), frozenset().union(*every))
        return Item("set", score, Kind("", unit.relations), info, explained=explained)

    def _relation(self, fit: Fit, score: float, place: Place, explained: frozenset[str]) -> Cell:
        """Return a relation that waits for its set, and all that it leads to."""
        name, out = fit.unit.name, not fit.backwards
        head = self._question.positions[place[1] - 1]
        people_are = head.pos in ("NOUN", "PROPN") and self._is_person(head.lemma)
        does = out and people_are and self._does(head, fit)
        out = out and not does
        adjective = head.pos == "ADJ" and not head.lower.endswith("ing") and head.lower not in fit.surface.split()
        adjective = adjective and fit.ideas != SAME and fit.likeness < PARTICIPLE
        score += ADJECTIVE if adjective else 0.0
        literal = {head.lower, head.lemma} & set(fit.surface.split())
        sought = head.typed and "which" in head.before and self._calls_a_type(place)  # "which parts", where parts are
        unlike = head.typed and head.pos == "NOUN" and place[1] - place[0] == 1 and not literal
        score += AS_TYPE if sought or unlike else 0.0
        relation = Item(
            "relation", score, name=name, out=out, said=fit.surface, explained=explained,
            passive=self._passive(place[1] - 1), noun=_noun(head, fit.surface),
        )  # fmt: skip
        if head.lower == "located in":  # "where is X" asks on from X
            relation = replace(relation, out=not out, passive=False, text="where")
        if self._calls_a_type(place):  # all that a relation leads to are rather all of the type
            return [relation]
        out = out and not _is_one(head, fit.surface)
        info = self._ground.leads_to(name, out, None)
        score += DOERS if does or (people_are and fit.surface == head.lemma) else RANGE
        every = Item("set", score, Joined(Kind(""), name, out), info, explained=explained)
        found = [relation, replace(every, noun=relation.noun)]
        if out and not relation.noun and self._asks_who() and shape(fit.surface) == "verb":  # "who acted and directed"
            doing = Joined(Kind(""), name, False)
            found.append(every.but(meaning=doing, info=self._ground.leads_to(name, False, None)))
        return found

    def _asks_who(self) -> bool:
        return any(word.lower == "who" for word in self._question.words[:1])

    def _does(self, noun: Position, fit: Fit) -> bool:
        """Whether a noun for people is for who does what a relation's verb says: "authors" are the heads of `WROTE`."""
        if shape(fit.surface) != "verb":
            return False
        heads, tails = (self._ground.leads_to(fit.unit.name, out, None).types for out in (False, True))
        persons = self._lexicon.persons
        does = bool(heads & persons) and bool(fit.surface.split())
        return does and (not tails & persons or noun.lemma.startswith(lemma(fit.surface.split()[0])[:-1] or "-"))

    def _passive(self, place: int) -> bool:
        """Whether a verb is a participle with a form of "be" somewhere before it, or a degree: "the most cited"."""
        word, before = self._question.positions[place], self._question.words[: self._question.places[place][0]]
        be = any(each.lemma == "be" for each in before) and word.tag == "VBN"
        done = word.pos in ("VERB", "ADJ") and word.lower.endswith(("ed", "en"))
        return be or (done and bool(before) and before[-1].lower in MOST and self._describes(place))

    def _describes(self, place: int) -> bool:
        """Whether a noun follows at once, which the participle describes."""
        behind = self._question.positions[place + 1 : place + 2]
        return bool(behind) and not behind[0].before and behind[0].pos in ("NOUN", "PROPN")

    def _kin(self, place: Place) -> Cell:
        """Return kinship in the steps that the graph has, for a word that no relation is called by."""
        positions = self._question.positions[place[0] : place[1]]
        text = self._question.text(*place).replace(" - ", "-")
        word = positions[0].lemma if len(positions) == 1 else text.removesuffix("s")
        if word in self._lexicon.said or not self._lexicon.parts.kinship:
            return []
        found = kinship(word, self._lexicon.called, self._like)
        if found is None or (found.direct and len(found.steps) == 1):
            return []
        return [replace(_as_item(found), trace=(Because(*place, "kin"),))]

    def _like(self, word: str) -> tuple[str, bool] | None:
        """Return the relation that a word fits best, where it fits well."""
        best = next((fit for fit in fits(self._lexicon, [Span(word, (word,))])[0] if fit.unit.kind == "relation"), None)
        return (best.unit.name, not best.backwards) if best and best.score > STEP else None

    def _glossed(self, cell: Cell, kin: Cell) -> Cell:
        """Doubt that a word which a dictionary glosses by relations of the graph means another of them."""
        return [replace(each, score=each.score + GLOSSED) if each.kind == "relation" else each for each in cell] + kin


def _noun(position: Position, surface: str) -> bool:
    """Whether a word is a noun; "which papers cite ..." is often tagged as one, though the relation is this verb."""
    verb = shape(surface) == "verb" and position.lemma == lemma(surface.split()[0])
    return position.pos in ("NOUN", "PROPN") and not verb


def _is_one(position: Position, surface: str) -> bool:
    """Whether a noun is what a relation's head is: "hearings" are what is a "hearing of" something."""
    noun, _, preposition = surface.partition(" ")
    return _noun(position, surface) and position.lemma == noun and preposition in ("of", "from", "for")


def _within(one: Place, other: Place) -> bool:
    """Whether a stretch is a part of another."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _verb(position: Position) -> bool:
    """Whether a word is a verb for sure: "states" is often taken for one."""
    noun = position.typed or (position.tag == "VBZ" and not _DOING & set(position.before[-1:]))
    return position.pos == "VERB" and (not noun or position.lower.endswith(("ed", "ing")))


def _as_item(found: Kinship) -> Item:
    single = len(found.steps) == len(found.steps[0]) == 1 and not found.gender and not found.others
    if single:
        ((name, out),) = found.steps[0]
        return Item("relation", found.score, name=name, out=out, noun=True)
    return Item("kin", found.score, kin=found)
