"""A question as positions of a chart: its content words, its operators, and each linked name as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.language.english import ASKING, SOFT, UNITS, degree
from agents.language.words import Word
from agents.model import Mention
from agents.reading.days import MONTHS, days
from agents.reading.names import spoken
from agents.reading.operator_words import AGGREGATES, ALTOGETHER, BEING, OPERATORS, is_number

MOST_POSITIONS = 18  # a chart's work grows with the cube of its positions; questions have four to twelve
_TYPED_BY = frozenset("which what many all list every any name show give find are there each number of".split())
_OPENING = frozenset("what which is are was were the all".split())  # "what are the ..."
_WITH_NUMBER = frozenset("before after since until over under above below between".split())
_BEFORE_ONE = frozenset("than least most exactly precisely only just".split())
_DOES = frozenset(["do", "does", "did"])
_ALONE = frozenset(["WRB", "WP"])  # tags of question words that no noun follows
_RELATIVE = frozenset(["that", "which", "who", "whose"])
_COUNTS_BY = frozenset(["much", "many"])
_COUNTED = frozenset(["number", "count"])
KINDS_OF = frozenset("kind kinds type types sort sorts class category".split())
_TO_COPULA = 4  # words from "kind of" to "is"
_TO_NUMBER = 4  # words from "under" to its number


@dataclass(frozen=True)
class Position:
    """A content word of the question, and the function words between it and the one before."""

    lower: str
    lemma: str
    pos: str
    tag: str
    before: tuple[str, ...] = ()
    typed: bool = False  # stands where a type is expected: right after "which", "how many", "list all"
    name: bool = False  # a whole name of several words


@dataclass(frozen=True)
class Asked:
    """A question as positions of a chart, and which words each position is."""

    words: tuple[Word, ...]
    positions: tuple[Position, ...]
    places: tuple[tuple[int, int], ...]  # position -> its words, first and last (exclusive)

    def text(self, first: int, last: int) -> str:
        """Return the words of positions first to last (exclusive), in lower case."""
        return " ".join(word.lower for word in self.words[self.places[first][0] : self.places[last - 1][1]])

    def span(self, mention: Mention) -> tuple[int, int] | None:
        """Return the positions, first to last (exclusive), that a linked mention covers."""
        starts = [self.words[first] for first, _ in self.places]
        covered = [n for n, word in enumerate(starts) if inside(word, mention)]
        return (covered[0], covered[-1] + 1) if covered and mention.candidates else None

    @property
    def unnamed(self) -> tuple[Word, ...]:
        """The words that are in no name of several: a "count of" in one asks for no number."""
        named = {n for place, each in zip(self.places, self.positions, strict=True) if each.name for n in range(*place)}
        return tuple(word for n, word in enumerate(self.words) if n not in named)

    def shortened(self, most: int = MOST_POSITIONS) -> "Asked":
        """Return the question without what follows its first `most` positions."""
        return replace(self, positions=self.positions[:most], places=self.places[:most])


def asked(
    words: Sequence[Word],
    mentions: Sequence[Mention],
    said: frozenset[str],
    texts: frozenset[str] = frozenset(),
    values: Sequence[Mention] = (),
) -> Asked:
    """Return a question's positions.

    `said`: every word that the graph's schema uses; `texts`: all that it is called; `values`: the stretches, apart from
    mentions, that are one value.
    """
    words = _in_order(words, mentions)
    whole = [*(each for each in mentions if each.candidates), *values]
    return _Positions(words, whole, said, texts).read()


def _in_order(words: Sequence[Word], mentions: Sequence[Mention]) -> Sequence[Word]:
    """Put a clause back to the noun that it tells of: "where does the court sit | that reviews X"."""
    does = next((number for number, word in enumerate(words) if word.lower in _DOES), None)
    if does not in (1, 2) or words[does - 1].tag not in _ALONE:  # of "which films did he make that ..." it is no such
        return words
    for number in range(does + 3, len(words) - 1):
        verb, following = words[number], words[number + 1]
        named = any(inside(verb, each) or inside(words[number - 1], each) for each in mentions)
        if verb.pos == "VERB" and following.lower in _RELATIVE and words[number - 1].pos == "NOUN" and not named:
            end = len(words) - (words[-1].pos == "PUNCT")
            return [*words[:number], *words[number + 1 : end], verb, *words[end:]]
    return words


class _Positions:
    """Positions as they are found from left to right."""

    def __init__(
        self, words: Sequence[Word], mentions: Sequence[Mention], said: frozenset[str], texts: frozenset[str]
    ) -> None:
        self._words = words
        self._mentions = mentions
        self._said = said
        self._texts = texts
        self._found: list[Position] = []
        self._places: list[tuple[int, int]] = []
        self._before: list[str] = []

    def read(self) -> Asked:
        bare = self._bare()
        for number, word in enumerate(self._words):
            mention = next((each for each in self._mentions if inside(word, each)), None)
            if word.lower == "well" and self._previous(number) == "as":
                self._before = []
                self._add(number, Position("and", "and", "CCONJ", "CC"))
            elif mention is not None:
                self._name(number, mention)
            elif _counts(self._words, number, self._said, self._texts) or self._soft(number):
                self._add(number, self._position(number, self._typed(number)))
            elif word.lower == "where" and bare:  # "where is X" asks by "where" alone
                self._found.append(Position("located in", "located in", "VERB", "VBN"))
                self._places.append((number, number + 1))
            elif word.pos != "PUNCT" or word.lower in ("'s", ","):
                self._before.append(word.lower)
        self._does()
        return Asked(tuple(self._words), tuple(self._found), tuple(self._places))

    def _soft(self, number: int) -> bool:
        """Whether a soft word carries content: not so of "the largest number of boats", which counts them."""
        if self._asks_kind(number) or purposive(self._words[number : number + 2], self._words[number]):
            return True
        ranked = degree(self._previous(number)) == "superlative" and _of(self._words, number + 1)
        return soft(self._words[number], self._said) and not ranked

    def _asks_kind(self, number: int) -> bool:
        """Whether a word asks for the class of what is named: "what kind of fish is | Nemo"."""
        asks = self._words[number].lower in KINDS_OF and self._previous(number) in ("what", "which")
        if not asks or not _of(self._words, number + 1):
            return False
        behind = [*self._words[number + 2 :]]
        being = next((at for at, word in enumerate(behind[:_TO_COPULA]) if word.lower in BEING), len(behind))
        after = next((word for word in behind[being + 1 :] if word.pos != "DET"), None)
        return after is not None and any(inside(after, each) for each in self._mentions)

    def _does(self) -> None:
        """Take what stands last and bare behind "does" and a name for its verb: "which club does X | coach"."""
        does = next((number for number, word in enumerate(self._words) if word.lower in _DOES), None)
        if does is None or len(self._found) < 2 or any(word.pos == "VERB" for word in self._words[does + 1 :]):
            return
        last, behind = self._found[-1], self._places[-1][0] > does
        named = any(inside(self._words[self._places[-2][0]], each) for each in self._mentions)
        bare = last.pos in ("NOUN", "ADV") and last.lemma == last.lower and not last.before
        if behind and bare and named:
            self._found[-1] = replace(last, pos="VERB", tag="VB")

    def _add(self, number: int, position: Position) -> None:
        self._found.append(position)
        self._places.append((number, number + 1))
        self._before = []

    def _name(self, number: int, mention: Mention) -> None:
        """Add a word of a name; the words of one name are one position."""
        if self._places and self._words[self._places[-1][0]].start >= mention.start:
            self._places[-1] = (self._places[-1][0], number + 1)
            name = mention.text.lower()
            self._found[-1] = replace(self._found[-1], lower=name, lemma=name, name=True, pos="PROPN")
        else:
            self._add(number, self._position(number, typed=mention.is_group and self._typed(number)))

    def _position(self, number: int, typed: bool) -> Position:
        word = self._words[number]
        return Position(word.lower, word.lemma, word.pos, word.tag, tuple(self._before), typed)

    def _typed(self, number: int) -> bool:
        before = set(self._before)
        opening = not self._found and before <= _OPENING and bool({"what", "which"} & before)
        return self._previous(number) in _TYPED_BY or opening

    def _previous(self, number: int) -> str:
        return self._words[number - 1].lower if number else ""

    def _bare(self) -> bool:
        """Whether a question has nothing but light words and names, each with its type before it or not."""
        named = [any(inside(word, each) for each in self._mentions) for word in self._words]
        behind = [*named[1:], False]
        return all(
            word.light or here or (word.lemma in self._texts and following)
            for word, here, following in zip(self._words, named, behind, strict=False)
        )


def _in_a_name(previous: str, word: Word, texts: frozenset[str]) -> bool:
    """Whether "name" is a part of what the schema has under such a name: a "mast name" is not the thing's own."""
    return any(f"{previous} {form}" in texts for form in (word.lower, word.lemma))


def _of(words: Sequence[Word], number: int) -> bool:
    return number < len(words) and words[number].lower == "of"


def _measured(words: Sequence[Word], number: int) -> bool:
    """Whether a number follows, or does behind the noun that it is of: "under 30", "under the age of 30"."""
    for word in words[number : number + _TO_NUMBER]:
        if is_number(word.lower) or days(word.lower) or word.lower in AGGREGATES:
            return True
        apart = word.pos not in ("NOUN", "DET", "ADP", "PRON") or word.lower in OPERATORS
        if apart and word.lower not in MONTHS:
            return False
    return False


def _apiece(word: str, following: str) -> bool:
    """Whether "per" is for each of what follows, and no part of a unit: "per hour", "per 1000"."""
    return word == "per" and following not in UNITS and not any(char.isdigit() for char in following)


def _ends(words: Sequence[Word], number: int) -> bool:
    """Whether nothing but punctuation follows a word."""
    return all(each.pos == "PUNCT" for each in words[number + 1 :])


def _counts(words: Sequence[Word], number: int, said: frozenset[str], texts: frozenset[str]) -> bool:
    """Whether a word is a position of its own, given its neighbours."""
    word = words[number]
    previous = words[number - 1].lower if number else ""
    following = words[number + 1].lower if number + 1 < len(words) else ""
    match word.lower:
        case lower if lower in _COUNTS_BY or (lower == "number" and following == "of") or _apiece(lower, following):
            return False
        case "name" | "names":
            return _in_a_name(previous, word, texts)
        case "title" | "titles" if word.pos == "NOUN" and word.lemma not in said:
            return False
        case "count" if not number:
            return False
        case "total" if previous == "in" or (following in _COUNTED and _of(words, number + 2)):
            return False
        case lower if lower in _WITH_NUMBER:
            return (lower == "since" and following == "when") or following == "one" or _measured(words, number + 1)
        case "least" | "most" if previous == "at":
            return True
        case "one" if previous in _BEFORE_ONE:
            return True
        case "do" if number > 1 and following == "for":
            return True  # "what does X do for a living"
        case lower if _ends(words, number) and lower in {*ALTOGETHER, *texts, *(["do"] if number > 1 else [])}:
            return lower not in ALTOGETHER  # but "what does X do", and "what is X about" of a relation called so
        case "not" if previous == "or":
            return False
        case "state" if not number and following in ("the", "all"):
            return False  # "state the largest of them"
    return word.lower in OPERATORS or is_number(word.lower) or not word.light


def soft(word: Word, said: frozenset[str]) -> bool:
    """Whether a word that seldom carries content does so here, since the schema's own words have it."""
    return word.lower in SOFT and bool({word.lower, word.lemma} & said)


def in_a_name(words: Sequence[Word], mentions: Sequence[Mention]) -> bool:
    """Whether some of the words are a part of a name: "A Thousand Days" is no number."""
    return any(inside(word, each) for word in words for each in mentions)


def purposive(words: Sequence[Word], word: Word) -> bool:
    """Whether a word asks what for: "what is X used for"."""
    following = next((each.lower for each in words if each.index == word.index + 1), "")
    return word.lemma == "use" and word.tag == "VBN" and following == "for"


def asked_by(position: Position, texts: frozenset[str]) -> str:
    """Return "where" or "when" where a noun asks so ("in which city ...") and no unit of the schema is called so."""
    asks = position.typed and {"what", "which"} & set(position.before) and position.lemma not in texts
    return ASKING.get(position.lower, "") if asks else ""


def masked(words: Sequence[Word], mentions: Sequence[Mention]) -> str:
    """Return the question with each linked name replaced by its type."""
    said: list[str] = []
    for word in words:
        mention = next((each for each in mentions if each.node and inside(word, each)), None)
        if mention is None:
            said.append(word.lower)
        elif word.start <= mention.start and mention.node:
            said.append(spoken(mention.node.type) or "it")
    return " ".join(said)


def inside(word: Word, mention: Mention) -> bool:
    """Whether a word is a part of a mention."""
    return word.start < mention.end and mention.start < word.end
