"""What a question asks for, as its first words say: yes or no, a number, who, where, when."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agents.language.english import ADJECTIVES, AUXILIARIES, COMPARING, HOLLOW, degree
from agents.language.words import Word
from agents.reading.operator_words import ALTOGETHER, APIECE, MORE, MOST

_ASKING = ("who", "whom", "whose", "where", "when", "which", "what", "how")
_COUNTING = frozenset([("how", "many"), ("count", "the")])
_NUMBER_OF = frozenset([("number", "of"), ("count", "of")])
_IN_ALL = frozenset([("in", "total"), ("in", "all"), ("all", "in"), ("all", "told")])
_GOT = frozenset("get do achieve score make manage earn receive".split())
_ANY = frozenset("any there have has".split())


@dataclass(frozen=True)
class Manner:
    """What a question asks for."""

    verdict: bool = False
    count: bool = False
    compare: bool = False
    value: bool = False  # "how large is ..."
    both: bool = False  # "both A and B": of each, not of either
    different: bool = False  # "how many different ...": no two alike
    much: bool = False  # "how much"
    often: bool = False  # "how often"
    summed: bool = False  # "in total", "altogether", "how much has X spent"
    does: bool = False  # "what did X (do)", and not "what is the ..."
    any: bool = False  # "is there any", "does it have a"
    apiece: bool = False  # "in each": a number for each
    whom: bool = False  # "who is on X", "who has X": more is asked than who X is
    got: bool = False  # "what did X get in Y": how much, if edges say so
    word: str = ""  # who | where | when | which | what | how ...

    @property
    def person(self) -> bool:
        """Whether people are asked for."""
        return self.word in ("who", "whom", "whose")


def manner(words: Sequence[Word]) -> Manner:
    """Return what a question asks for."""
    lowers = [word.lower for word in words if word.pos != "PUNCT"]
    if not lowers:
        return Manner()
    polite = len(lowers) > 1 and lowers[1] in ("you", "i", "we")
    if lowers[0] in AUXILIARIES and not polite:
        return Manner(verdict=True, any=bool(_ANY & set(lowers)))
    pairs = set(pairwise(lowers))
    return Manner(
        count=bool(pairs & _COUNTING) or lowers[0] == "count" or _number_of(words),
        compare=bool(COMPARING & set(lowers)),
        value=any(one == "how" and other in ADJECTIVES for one, other in pairs),
        both="both" in lowers,
        much=("how", "much") in pairs,
        often=("how", "often") in pairs,
        does=lowers[0] == "what" and lowers[1:2] in (["did"], ["does"], ["do"], ["has"], ["have"]),
        summed=bool(pairs & _IN_ALL) or lowers[-1] in ALTOGETHER or _so_far(words),
        apiece=bool(APIECE & set(lowers)),
        whom=lowers[0] == "who" and _with(words[1:]),
        got=lowers[0] in ("what", "how") and lowers[1:2] in (["did"], ["does"]) and _getting(words[2:]),
        word=next((word for word in lowers if word in _ASKING), ""),
    )


def _getting(words: Sequence[Word]) -> bool:
    """Whether words say of somebody only that they got something: "X get in Y", "X do in Y"."""
    verbs = [word.lemma for word in words if word.pos in ("VERB", "AUX")]
    return bool(verbs) and _GOT.issuperset(verbs)


def _with(words: Sequence[Word]) -> bool:
    """Whether words say no more than that people are with something: "is on X", "has X", "gets X"."""
    verbs = [word.lemma for word in words if word.pos == "VERB"]
    return HOLLOW.issuperset(verbs) and any(
        word.pos in ("ADP", "VERB") or word.lemma in ("have", "do") for word in words
    )


def _so_far(words: Sequence[Word]) -> bool:
    """Whether it is asked how much somebody has done by now: of all that they did."""
    lowers = [word.lower for word in words]
    perfect = next((n for n, word in enumerate(lowers) if word in ("has", "have", "had")), len(lowers))
    return lowers[:2] == ["how", "much"] and any(word.pos == "VERB" for word in words[perfect + 1 :])


def _number_of(words: Sequence[Word]) -> bool:
    """Whether a number is what is asked for: not so of "the port with the largest number of boats"."""
    said = [word for word in words if word.pos != "PUNCT"]
    at = next((n for n, pair in enumerate(pairwise(word.lower for word in said)) if pair in _NUMBER_OF), None)
    return at is not None and not any(_tells(word) for word in said[:at])


def _tells(word: Word) -> bool:
    """Whether a word before "number of" says what is asked for instead, or ranks or compares by that number."""
    lower = word.lower
    return bool(degree(lower)) or lower in MOST or lower in MORE or (word.pos in ("NOUN", "PROPN") and not word.light)
