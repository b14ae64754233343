"""What single stretches of a question may be, before anything is combined: the chart's first items."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agents.language.embeddings import Embedder
from agents.language.english import COMPARING, COMPOSED, LOCATING, NEGATIONS, QUESTION_WORDS, SOFT, degree
from agents.language.words import Word
from agents.model import Mention
from agents.reading.chart import SKIP_SAID, Cell, Info, Item, Position
from agents.reading.lexicon import Lexicon, Slot, Unit
from agents.reading.meaning import Joined, Kind, Meaning, Things, Where, owner
from agents.reading.names import spoken
from agents.reading.operators import OPERATORS, Operators, is_number
from agents.reading.rules import RANGE, Rules
from agents.reading.units import Fit, fits

_UNIT_WORDS = 3
_STEP = -1.5
SKIP = -3.0  # a content word that no reading explains
SKIP_NAME = -4.0
SKIP_TYPE = -2.2  # a noun where a type is expected ("which ...")
SKIP_ADVERB = -1.0
SKIP_LOCATING = -0.6
SKIP_OPERATOR = -5.0  # "not", "oldest", "5": without it the answer is to another question
SKIP_UNTYPED = -1.2  # ... in a graph that has no types
LITERAL = 0.6  # the likeness that a noun needs: what one asks for by name is called so
LOOSE = 0.5
WEAK = 8.0  # the cost of a likeness of 1 less than needed
ALIAS = -0.5
NAMED = 0.6  # a schema reading of a word that is a node's name
PLURAL = -0.5  # "the engineers": those who have the value
SINGULAR = -1.1
OF_TYPE = -0.1  # ... where the relation is the one by which graphs say types
_TYPE_LIKE = frozenset(
    ["is a", "isa", "a", "type", "instance of", "kind", "kind of", "class", "category", "subclass of"]
)
VERB = -1.5  # a verb form hardly ever means a type
ADJECTIVE = -2.5  # an adjective hardly ever means a relation
_TYPED_BY = frozenset("which what many all list every any name show give find are there each number of".split())
_OPENING = frozenset("what which is are was were the all".split())  # "what are the ..."
_WITHIN = frozenset(["of", "the"])  # what may stand between the words of one name: "place of birth"


@dataclass(frozen=True)
class Asked:
    """A question as positions of a chart, and which words each position is."""

    words: tuple[Word, ...]
    positions: tuple[Position, ...]
    places: tuple[tuple[int, int], ...]  # position -> its words, first and last (exclusive)

    def text(self, first: int, last: int) -> str:
        """Return the words of positions first to last (exclusive), in lower case."""
        return " ".join(word.lower for word in self.words[self.places[first][0] : self.places[last - 1][1]])


def asked(words: Sequence[Word], mentions: Sequence[Mention], said: frozenset[str]) -> Asked:
    """Return a question's positions: its content words and operators, and each linked name as one position."""
    positions: list[Position] = []
    places: list[tuple[int, int]] = []
    before: list[str] = []
    previous = ""
    for number, word in enumerate(words):
        mention = next((each for each in mentions if each.candidates and _inside(word, each)), None)
        if word.lower == "well" and previous == "as":
            positions.append(Position("and", "and", "CCONJ", "CC", ()))
            places.append((number, number + 1))
            before = []
        elif mention is not None and places and words[places[-1][0]].start >= mention.start:
            places[-1] = (places[-1][0], number + 1)
            name = mention.text.lower()
            positions[-1] = replace(positions[-1], lower=name, lemma=name, name=True, pos="PROPN")
        elif mention is not None or _counts(word, words, number) or soft(word, said):
            opening = not positions and set(before) <= _OPENING and bool({"what", "which"} & set(before))
            typed = (previous in _TYPED_BY or opening) and mention is None
            positions.append(Position(word.lower, word.lemma, word.pos, word.tag, tuple(before), typed))
            places.append((number, number + 1))
            before = []
        elif word.lower == "where" and _bare(words, mentions):
            positions.append(Position("located in", "located in", "VERB", "VBN", ()))
            places.append((number, number + 1))
        elif word.pos != "PUNCT" or word.lower in ("'s", ","):
            before.append(word.lower)
        previous = word.lower
    return Asked(tuple(words), tuple(positions), tuple(places))


def _bare(words: Sequence[Word], mentions: Sequence[Mention]) -> bool:
    """Whether a question has nothing but names and light words: "where is X" asks by "where" alone."""
    return all(word.light or any(_inside(word, each) for each in mentions) for word in words)


def soft(word: Word, said: frozenset[str]) -> bool:
    """Whether a word that seldom carries content does so here, since the schema's own words have it."""
    return word.lower in SOFT and bool({word.lower, word.lemma} & said)


def _masked(words: Sequence[Word], mentions: Sequence[Mention]) -> str:
    """Return the question with each linked name replaced by its type."""
    said: list[str] = []
    for word in words:
        mention = next((each for each in mentions if each.node and _inside(word, each)), None)
        if mention is None:
            said.append(word.lower)
        elif word.start <= mention.start and mention.node:
            said.append(spoken(mention.node.type) or "it")
    return " ".join(said)


def _inside(word: Word, mention: Mention) -> bool:
    return word.start < mention.end and mention.start < word.end


def _counts(word: Word, words: Sequence[Word], number: int) -> bool:
    previous = words[number - 1].lower if number else ""
    following = words[number + 1].lower if number + 1 < len(words) else ""
    if word.lower in ("much", "many") or (word.lower == "number" and following == "of"):
        return False
    if word.lower in ("before", "after", "since", "until", "over", "under", "above", "below"):
        return is_number(following) or (following in ("the", "a") and False)
    if word.lower in ("least", "most") and previous == "at":
        return True
    if word.lower in ("and", "or"):
        return True
    if word.lower == "do" and number > 1 and all(each.pos == "PUNCT" for each in words[number + 1 :]):
        return True  # "what does X do"
    if word.lower == "between":
        return is_number(following)
    if word.lower == "not" and previous == "or":
        return False
    return word.lower in OPERATORS or is_number(word.lower) or not word.light


class Lexical:
    """Makes the first items of one question."""

    def __init__(self, lexicon: Lexicon, embedder: Embedder, rules: Rules, question: Asked) -> None:
        self._lexicon = lexicon
        self._embedder = embedder
        self._rules = rules
        self._question = question
        self._context = ""
        self._named: set[tuple[int, int]] = set()
        self._typed = any(kind.name for kind in lexicon.schema.types)

    def items(self, mentions: Sequence[Mention], slots: Mapping[str, frozenset[Slot]]) -> dict[tuple[int, int], Cell]:
        """Return the items by (first, last) position. `slots`: what each linked node's edges let it fill."""
        self._context = _masked(self._question.words, mentions)
        found: dict[tuple[int, int], Cell] = defaultdict(list)
        self._named = {span for each in mentions if each.score > 0.9 and (span := self._span(each))}
        for mention in mentions:
            span = self._span(mention)
            if span:
                found[span] += self._things(mention, slots)
        for span, cell in self._schema_items().items():
            found[span] += cell
        for place, position in enumerate(self._question.positions):
            found[place, place + 1] += self._composed(position)
        operators = Operators(self._question.positions, self._lexicon, self._rules)
        for place, _ in enumerate(self._question.positions):
            for width, item in operators.at(place):
                found[place, place + width].append(item)
        for span, cell in self._shared_values().items():
            found[span] += cell
        return dict(found)

    def _span(self, mention: Mention) -> tuple[int, int] | None:
        starts = [self._question.words[first] for first, _ in self._question.places]
        inside = [n for n, word in enumerate(starts) if _inside(word, mention)]
        return (inside[0], inside[-1] + 1) if inside and mention.candidates else None

    def _things(self, mention: Mention, slots: Mapping[str, frozenset[Slot]]) -> Cell:
        """Return an item for each type that a mention's nodes have: namesakes of one type are one set."""
        best = mention.candidates[0].score
        groups: dict[str, list[str]] = defaultdict(list)
        scores: dict[str, float] = {}
        for each in mention.candidates:
            if each.score >= best - 0.1:
                groups[each.node.type].append(each.node.id)
                scores[each.node.type] = max(scores.get(each.node.type, 0.0), each.score)
        found = []
        for type, ids in groups.items():
            offers = frozenset().union(*(slots.get(id, frozenset()) for id in ids))
            cost = -2.0 * (1.0 - scores[type]) + self._alias(mention, type)
            things = Item("set", cost, Things(tuple(ids), mention.text), Info(frozenset({type}), offers))
            found += [things, *self._holders(things, mention)]
        return found

    def _alias(self, mention: Mention, type: str) -> float:
        """Doubt a common word in lower case that is but another name of something ("federal" for a country)."""
        first = next(each for each in mention.candidates if each.node.type == type)
        common = (
            mention.text.islower() and " " not in mention.text and any(letter.isupper() for letter in first.node.name)
        )
        return ALIAS if common and first.matched.casefold() != first.node.name.casefold() else 0.0

    def _holders(self, things: Item, mention: Mention) -> Cell:
        """Return the nodes that a value's node stands for: "engineers" are those whose profession is engineer."""
        word = next((each for each in reversed(self._question.words) if _inside(each, mention)), None)
        if word is None or word.pos != "NOUN" or things.info is None:
            return []
        usual = PLURAL if word.tag == "NNS" else SINGULAR
        held = [relation for relation, end in things.info.offers if end == "tail"]
        common = sorted(held, key=lambda name: -self._lexicon.relation(name).count)[:3]
        costs = {name: OF_TYPE if spoken(name) in _TYPE_LIKE else usual for name in common}
        return [self._held(things, name, things.score + cost) for name, cost in costs.items()]

    def _held(self, things: Item, relation: str, score: float) -> Item:
        info = self._rules.leads_to(relation, False, things.info)
        return Item("set", score, Joined(things.meaning, relation, False), info, derived=True)  # type: ignore[arg-type]

    # --- the schema's words ---------------------------------------------------------------------

    def _schema_items(self) -> dict[tuple[int, int], Cell]:
        spans = self._unit_spans()
        found: dict[tuple[int, int], Cell] = defaultdict(list)
        ranked = fits(self._lexicon, self._embedder, [text for _, text in spans], self._context)
        for ((first, last), _), each in zip(spans, ranked, strict=True):
            for fit in each:
                found[first, last] += self._unit_items(fit, first, last)
        return found

    def _unit_spans(self) -> list[tuple[tuple[int, int], tuple[str, tuple[str, ...]]]]:
        positions, words = self._question.positions, self._question.words
        wh = next((QUESTION_WORDS[word.lower] for word in words if word.lower in ("where", "when")), "")
        found = []
        for first in range(len(positions)):
            for last in range(first + 1, min(first + _UNIT_WORDS, len(positions)) + 1):
                inside = positions[first:last]
                if any(is_number(each.lower) or each.lower in ("and", "or", "than") for each in inside):
                    continue
                if any(each.before and ("of" not in each.before or set(each.before) - _WITHIN) for each in inside[1:]):
                    continue
                if any(each.name and (last - first > 1 or each.lower not in self._lexicon.texts) for each in inside):
                    continue
                text = self._question.text(first, last)
                lemmas = tuple(each.lemma for each in inside)
                found.append(((first, last), (text, lemmas)))
                if lemmas == ("located in",):
                    text, lemmas = "located in", ("located",)
                if lemmas == ("do",):
                    text, lemmas = "occupation profession job", ("profession",)
                if wh and any(each.pos in ("VERB", "AUX") for each in inside):
                    found.append(((first, last), (f"{wh} {text}", lemmas)))
        return found

    def _unit_items(self, fit: Fit, first: int, last: int) -> Cell:
        unit = fit.unit
        said = frozenset(form for each in self._question.positions[first:last] for form in (each.lower, each.lemma))
        explained = frozenset(fit.surface.split()) - said
        asked = self._question.positions[first:last]
        operators = [each for each in asked if each.lower in OPERATORS or degree(each.lower)]
        fit = replace(fit, score=fit.score - 2.0 * sum(each.lower not in fit.surface.split() for each in operators))
        fit = replace(fit, score=fit.score - self._doubt(fit, asked, (first, last)))
        if unit.kind == "type":
            if asked[-1].lower.endswith(("ed", "ing")) and asked[-1].pos == "VERB":
                fit = replace(fit, score=fit.score + VERB)
            return [Item("set", fit.score, *self._members_of(unit), explained=explained)]
        if unit.flag:
            return [self._members(Where(Kind(unit.owner), unit.name, "=", True), unit.owner, fit.score - 0.1)]
        if unit.kind == "property":
            adjective = self._question.positions[last - 1].pos == "ADJ" and unit.spoken not in said
            return [
                Item(
                    "property",
                    fit.score + (ADJECTIVE if adjective else 0.0),
                    name=unit.name,
                    owner=unit.owner,
                    explained=explained,
                )
            ]
        head = self._question.positions[last - 1]
        adjective = head.pos == "ADJ" and not head.lower.endswith("ing") and head.lower not in fit.surface.split()
        score = fit.score + (ADJECTIVE if adjective else 0.0)
        relation = Item(
            "relation", score, name=unit.name, surface=fit.surface, out=not fit.backwards, explained=explained,
            passive=self._passive(last - 1), noun=head.pos in ("NOUN", "PROPN"),
        )  # fmt: skip
        reached = Joined(Kind(""), unit.name, not fit.backwards)
        info = self._rules.leads_to(unit.name, not fit.backwards, None)
        return [relation, Item("set", score + RANGE, reached, info, explained=explained)]

    def _doubt(self, fit: Fit, asked: Sequence[Position], span: tuple[int, int]) -> float:
        """Return what speaks against a unit: little in common with the words, or the words are a name already."""
        least = LITERAL if asked[-1].pos in ("NOUN", "PROPN", "ADJ") else LOOSE
        doubt = WEAK * max(0.0, least - fit.likeness)
        forms = {" ".join(each.lower for each in asked), " ".join(each.lemma for each in asked)}
        named = span in self._named and not forms & self._lexicon.texts
        return doubt + (NAMED if named else 0.0)

    def _members_of(self, unit: Unit) -> tuple[Kind, Info]:
        if not unit.relations:
            offers = self._lexicon.type_offers.get(unit.name, frozenset())
            return Kind(unit.name), Info(frozenset({unit.name}), offers)
        every = (self._lexicon.offers.get((name, "head"), frozenset()) for name in unit.relations)
        return Kind("", unit.relations), Info(frozenset({""}), frozenset().union(*every))

    def _composed(self, position: Position) -> Cell:
        """Return relations in a row for a word that a dictionary glosses so: "grandson", child of child."""
        steps = COMPOSED.get(position.lemma) or COMPOSED.get(position.lower)
        if not steps or position.lemma in self._lexicon.said:
            return []
        best = []
        for ranked in fits(self._lexicon, self._embedder, [(step, (step,)) for step in steps]):
            relation = next((each for each in ranked if each.unit.kind == "relation" and each.score > _STEP), None)
            if relation is None:
                return []
            best.append(relation)
        chain = tuple((each.unit.name, not each.backwards) for each in best)
        score = sum(each.score for each in best)
        return [Item("relation", score, name=chain[0][0], out=chain[0][1], chain=chain[1:], noun=True)]

    def skips(self, lexical: Mapping[tuple[int, int], Cell]) -> list[float]:
        """Return what it costs to leave each position unexplained."""
        return [
            self._skip(position, lexical.get((place, place + 1), ()))
            for place, position in enumerate(self._question.positions)
        ]

    def _skip(self, position: Position, cell: Sequence[Item]) -> float:
        if position.name:
            return SKIP_NAME
        if position.lower in LOCATING:
            return SKIP_LOCATING
        if position.lower in SOFT or position.lower in COMPARING:
            return SKIP_SAID
        if position.lower in NEGATIONS or degree(position.lower) == "superlative" or is_number(position.lower):
            return SKIP_OPERATOR
        if position.pos in ("ADV", "INTJ"):
            return SKIP_ADVERB
        plural = position.pos == "VERB" and position.tag == "VBZ"  # "how many states": the tagger takes it for a verb
        if position.typed and (position.pos in ("NOUN", "PROPN") or plural):
            explained = any(item.kind in ("relation", "property") and item.score > -2.0 for item in cell)
            return SKIP if explained else SKIP_TYPE if self._typed else SKIP_UNTYPED
        return SKIP

    def _passive(self, position: int) -> bool:
        """Whether a verb is a participle with a form of "be" somewhere before it."""
        word = self._question.positions[position]
        before = self._question.words[: self._question.places[position][0]]
        return word.tag == "VBN" and any(each.lemma == "be" for each in before)

    # --- values ---------------------------------------------------------------------------------

    def _shared_values(self) -> dict[tuple[int, int], Cell]:
        """Return what stands for nodes without being a name: a value that they share, or a defined phrase."""
        found: dict[tuple[int, int], Cell] = defaultdict(list)
        for span, form in self._phrases():
            for value in self._lexicon.values.get(form, ()):
                found[span].append(
                    self._members(Where(Kind(value.owner), value.key, "=", value.value), value.owner, -0.3)
                )
            if form in self._lexicon.definitions:
                meaning = self._lexicon.definitions[form]
                found[span].append(self._members(meaning, owner(meaning), 0.0))
        return found

    def _phrases(self) -> Iterable[tuple[tuple[int, int], str]]:
        """Yield stretches of up to four positions as asked, and as lemmas, in folded case."""
        positions = self._question.positions
        for first in range(len(positions)):
            for last in range(first + 1, min(first + 4, len(positions)) + 1):
                text = self._question.text(first, last)
                lemmas = " ".join(each.lemma for each in positions[first:last])
                for form in {text.casefold(), lemmas.casefold()}:
                    yield (first, last), form

    def _members(self, meaning: Meaning, type: str, score: float) -> Item:
        info = Info(frozenset({type}), self._lexicon.type_offers.get(type, frozenset()))
        return Item("set", score, meaning, info, derived=True)
