"""What in a question points back to an earlier one: "its", "those courts", "that studio", "the other one", "there".

Only English in general stands here. Which things are meant is not known here: see `agents.talk`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.language.english import degree
from agents.language.words import Word, words

_SORTS = {
    **dict.fromkeys("he him his".split(), "he"),
    **dict.fromkeys("she her hers".split(), "she"),
    **dict.fromkeys("it its".split(), "it"),
    "they": "they",
}
_ONE = frozenset(_SORTS) - {"they"}
_PERSONS = frozenset("person guy man woman lady girl boy fellow dude bloke".split())
_MANY = frozenset("they them their theirs these those both".split())
_POSSESSIVE = frozenset("its their his her theirs hers".split())
_ORDINALS = {
    **{word: place for place, word in enumerate("first second third fourth fifth".split())},
    **{f"{place + 1}{ending}": place for place, ending in enumerate(["st", "nd", "rd", "th", "th"])},
    "former": 0, "latter": -1, "last": -1,
}  # fmt: skip
OTHER = 99
_GRADES = frozenset("more most less least fewer fewest last first".split())
_THE = re.compile(
    rf"\b(?:the|that)\s+(?P<place>{'|'.join(_ORDINALS)}|others?)"
    r"(?:\s+(?P<one>one|of (?:them|those|these|the (?:two|three|lot))))?(?=\W*$|(?P<noun>\s+\w+)|\W)",
    re.I,
)
_DOES = re.compile(r"\b(?:do|does|did|can|could|will|would)\s+$", re.I)  # "where does the other live": a verb follows
_FIXED = re.compile(
    r"\b(?:(?P<one>(?:that|this|the same|the very same) one)"
    r"|(?P<many>(?:all|both|either|each|any) of (?:them|those|these)"
    r"|(?:all the|the|all) (?:two|three|four|five)(?![\w-])(?: of them)?"
    r"|(?:these|those|the same) ones))\b",
    re.I,
)
_NUMBERS = {"two": 2, "both": 2, "either": 2, "three": 3, "four": 4, "five": 5}
_OF_THESE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay)\W+)*(?P<all>(?:out of|of|from|among) (?:all (?:of )?)?(?:these|those|them)[\s,:]+"
    r"(?P<wh>which|who|what)(?: ones?)?(?=\s))",
    re.I,
)
_NOT_BACK = re.compile(
    r"(it (is|was) (true|possible|likely|known|said)|is it (true|possible|likely|known|said)|what time is it"
    r"|(those|these|they|he|she) (who|that|which|whose|with)|both\s+\w[\w\s,'-]*\s+and|it'?s (ok|okay|fine)"
    r"|(this|that) (graph|database|site|page|data|chat|answer|question))\b",
    re.I,
)
_WHICH_ONE = re.compile(r"\b(?P<wh>which|what)(?P<one>\s+ones?)\b(?!\s+of\b)", re.I)
_BARE_WH = re.compile(r"^\W*(?:(?:and|so|but|ok|okay|then)\W+)*(?P<wh>which|who|what)\s+(?=\w)", re.I)


@dataclass(frozen=True)
class Pointer:
    """A stretch of a text (characters start to end) that stands for things said before, one or many.

    `place` is which of several is meant: 0 the first, -1 the last, OTHER what was not spoken of last. `noun` is what
    they are called ("that studio"); `person` is True of people, False of things and None of either. `lead` are words
    that stand before what is put in place, and `certain` is False where the text may mean something else. Pronouns
    of one `sort` ("she" and "her") go on meaning the same thing. `count` says how many are meant ("the three").
    """

    start: int
    end: int
    many: bool
    possessive: bool = False
    place: int | None = None
    noun: str = ""
    person: bool | None = None
    there: bool = False
    lead: str = ""
    certain: bool = True
    sort: str = ""
    count: int = 0


def pointer(text: str) -> Pointer | None:
    """Return the first stretch that points back, or None: "is it true that ..." and "those who ..." do not.

    "They" beside another means people as such: "where do they sell that?".
    """
    never = [each.span() for each in _NOT_BACK.finditer(text)]
    found = [
        each
        for each in _pointers(text)
        if each.lead or not any(start < each.end and each.start < end for start, end in never)
    ]
    people = [each for each in found if each.sort == "they"]
    rest = [each for each in found if each.certain and each not in people]
    return min(
        rest if people and rest else found, key=lambda each: (not each.certain, each.start, -each.end), default=None
    )


def _pointers(text: str) -> Iterator[Pointer]:
    tokens = words(text)
    yield from _ordinals(text)
    for each in _FIXED.finditer(text):
        yield Pointer(*each.span(), many=bool(each["many"]), count=_count(each[0]))
    if which := _OF_THESE.match(text):
        yield Pointer(*which.span("all"), many=True, lead=f"{which['wh']} of ")
    for number, token in enumerate(tokens):
        yield from _pronoun(tokens, number, token)
    if one := _WHICH_ONE.search(text):
        yield Pointer(*one.span("one"), many=True, lead=" of ")
    yield from _bare(text, tokens)


def _count(said: str) -> int:
    return next((number for word, number in _NUMBERS.items() if re.search(rf"\b{word}\b", said, re.I)), 0)


def _ordinals(text: str) -> Iterator[Pointer]:
    """Yield "the second one", "the other two", and "the latter" where nothing follows that it may belong to."""
    for each in _THE.finditer(text):
        word = each["place"].lower()
        place = OTHER if word.startswith("other") else _ORDINALS[word]
        last = bool(each["noun"]) and not text[each.end("noun") :].strip(" ?.!")
        acts = word == "other" and last and bool(_DOES.search(text[: each.start()]))
        alone = not each["one"] and (acts or not each["noun"])
        if each["one"] or alone or word in ("others", "former", "latter"):
            yield Pointer(*each.span(), many=word == "others", place=place)
        elif word == "other":
            end = each.end() + len(each["noun"])
            yield Pointer(each.start(), end, many=False, place=place, noun=each["noun"].strip().lower())


def _pronoun(tokens: Sequence[Word], number: int, token: Word) -> Iterator[Pointer]:
    lower = token.lower
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    if lower in ("this", "that", "these", "those") and token.tag in ("DT", "PDT") and (noun := _noun(tokens, number)):
        person = True if noun.lemma in _PERSONS else None
        yield Pointer(token.start, noun.end, many=lower in _MANY, noun="" if person else noun.lemma, person=person)
    elif lower in _ONE | _MANY:
        owns = lower in _POSSESSIVE and following is not None and following.pos not in ("PUNCT", "ADP", "AUX")
        sort = _SORTS.get(lower, "")
        person = sort != "it" if sort and sort != "they" else None
        yield Pointer(token.start, token.end, lower in _MANY, owns, person=person, sort=sort)
    elif lower in ("this", "that") and _stands_alone(tokens, number, following):
        yield Pointer(token.start, token.end, many=False)
    elif lower == "there" and token.tag != "EX" and not _existing(tokens, number):
        yield Pointer(token.start, token.end, many=False, there=True)


def _stands_alone(tokens: Sequence[Word], number: int, following: Word | None) -> bool:
    """Tell whether "that" is a thing and joins no clause: "who wrote that?", "which town is that in?"."""
    if tokens[number].tag == "DT":
        return not (following and following.pos in ("NOUN", "PROPN"))
    after = tokens[number + 1 :]
    ends = all(each.pos in ("ADP", "PUNCT") for each in after)
    return ends and number > 0 and tokens[number - 1].lemma == "be"


def _noun(tokens: Sequence[Word], number: int) -> Word | None:
    """Return the noun of "that studio", "those two old films"; None where what follows narrows it further."""
    for place in range(number + 1, min(number + 4, len(tokens))):
        token = tokens[place]
        if token.pos in ("NOUN", "PROPN"):
            after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
            return None if after in ("that", "which", "who", "whose") else token
        if token.pos not in ("ADJ", "NUM"):
            return None
    return None


def _existing(tokens: Sequence[Word], number: int) -> bool:
    """Tell whether "there" says that something exists: "are there", "there is"."""
    around = [tokens[place] for place in (number - 1, number + 1) if 0 <= place < len(tokens)]
    return any(each.lemma == "be" for each in around)


def _bare(text: str, tokens: Sequence[Word]) -> Iterator[Pointer]:
    """Yield the gap in "which is older?" and "who earns the most?": of those that were spoken of."""
    wh = _BARE_WH.match(text)
    after = next((each for each in tokens if wh and each.start >= wh.end()), None)
    if wh is None or after is None or after.pos not in ("AUX", "VERB") or not _graded(tokens):
        return
    if any(each.lower == "than" for each in tokens):
        return
    if any(each.lower in ("of", "in") for each in tokens):
        return
    yield Pointer(wh.end("wh"), wh.end("wh"), many=True, lead=" of ", certain=False)


def _graded(tokens: Sequence[Word]) -> bool:
    return any(degree(each.lower) or each.lower in _GRADES for each in tokens)
