"""Two sentences that say the same but for one stretch, where each has its own: "Ann built it", "It was built by Bo".

That is no contradiction yet: Ann and Bo may both have. It is one where there is room for one only: a quantity; what
is said to be the first, the only, the largest; what *the* capital, *the* mayor of something is. Elsewhere it depends
on what is asked (`one_answer`), and on who else says so (`rivals`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from agents.extraction.parsing import LONGEST, model
from agents.extraction.values import alike, numbers
from agents.language.english import LIGHT
from agents.language.thesaurus import kinship
from agents.language.words import lemma

_TELLING = frozenset("PROPN NUM NOUN VERB ADJ ADV X".split())
_SKIPPED = frozenset("a an the".split())
_FRAME = 2  # content words that two sentences share at least, for a contradiction
_KIN = 0.8  # of the thesaurus, from which on two words of a frame are one
_ALIKE = 0.8  # the likeness of two spellings of one name
_SMALL = 4  # letters of a word that may be small in a title
_MOST = 60  # words of a sentence that are compared
_QUOTED = re.compile(r"[\"“«](?P<said>[^\"“”«»]{1,80})[\"”»]")
_UNIQUE = frozenset("first last only sole original".split())
_ROLES = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object", "obj": "object", "dative": "to"}

Token = Any  # spaCy's


@dataclass(frozen=True)
class Parting:
    """Where two sentences part: what each has there, and the content words (as lemmas) that they share.

    `single`: there is room for one of the two only, whatever is asked.
    """

    own: str
    other: str
    shared: tuple[str, ...]
    single: bool


@lru_cache(maxsize=8_000)
def parting(one: str, other: str) -> Parting | None:
    """Return where `other` has something else than `one`; None where it says the same, or something different.

    All that `one` says besides has to be there; `other` may say more.
    """
    words, others = _words(one), _words(other)
    missing = _lacking(words, others)
    stretch = _stretch(words, missing)
    if not stretch or _denies(one) != _denies(other):
        return None
    fresh = set(_lacking(others, words))
    there = _aligned(words, others, missing, fresh) or _placed(stretch, others, fresh)
    if not there or _may_be_one(stretch, there):
        return None
    shared = tuple(each.key for at, each in enumerate(words) if each.telling and at not in missing)
    if not shared:
        return None
    more = [others[at].token for at in sorted(fresh) if others[at].token not in there]
    return Parting(_text(stretch), _text(there), shared, len(shared) >= _FRAME and _single(stretch, there, more))


def content(text: str) -> frozenset[str]:
    """Return the content words of a text, as `shared` has them."""
    return frozenset(each.key for each in _words(text) if each.telling)


def turned(at: Parting | None) -> Parting | None:
    """Return the same, seen from the other sentence."""
    return Parting(at.other, at.own, at.shared, at.single) if at is not None else None


# --- words ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Word:
    key: str  # what it is compared by
    telling: bool
    token: Token


@lru_cache(maxsize=4_000)
def _words(text: str) -> tuple[_Word, ...]:
    said = [each for each in _read(text) if not (each.is_punct or each.is_space)]
    return tuple(_Word(_key(each), _tells(each), each) for each in said[:_MOST] if each.lower_ not in _SKIPPED)


def _read(text: str) -> Any:
    """Return a sentence parsed, with a title in quotation marks as one name."""
    doc = model()(text[:LONGEST])
    titles = [each for each in _QUOTED.finditer(doc.text) if _titled(each["said"])]
    spans = [doc.char_span(*each.span("said")) for each in titles]
    with doc.retokenize() as retokenizer:
        for span in spans:
            if span is not None:
                retokenizer.merge(span, attrs={"POS": "PROPN", "TAG": "NNP"})
    return doc


def _titled(text: str) -> bool:
    """Tell whether all but its small words begin with a capital."""
    return all(each[0].isupper() or len(each) <= _SMALL or not each[0].isalpha() for each in text.split())


def _key(token: Token) -> str:
    return str(token.lower_) if token.pos_ in ("PROPN", "NUM") else lemma(token.lower_)


def _tells(token: Token) -> bool:
    """Tell whether a word has content: by its kind, by a digit, or by a capital where no sentence begins."""
    content = token.pos_ in _TELLING and token.lower_ not in LIGHT
    capital = token.i > 0 and token.text[0].isupper() and (len(token.text) > 1 or token.lower_ != "i")
    return content or capital or any(each.isdigit() for each in token.text)


def _lacking(words: Sequence[_Word], others: Sequence[_Word]) -> list[int]:
    """Return the places of content words that the other sentence has not, nor a near one."""
    keys = {form for each in others for form in (each.key, each.token.lower_)}
    open = [at for at, each in enumerate(words) if each.telling and not {each.key, each.token.lower_} & keys]
    kin = [each.key for each in others if each.telling and each.token.pos_ not in ("PROPN", "NUM")]
    return [at for at in open if not _has_kin(words[at], kin)]


def _has_kin(word: _Word, kin: Sequence[str]) -> bool:
    return word.token.pos_ not in ("PROPN", "NUM") and any(kinship(word.key, each) >= _KIN for each in kin)


def _stretch(words: Sequence[_Word], missing: Sequence[int]) -> tuple[Token, ...]:
    """Return the words that are missing where they stand together; nothing where they stand apart."""
    if not missing:
        return ()
    run = range(missing[0], missing[-1] + 1)
    if any(words[at].telling and at not in missing for at in run):
        return ()
    return tuple(words[at].token for at in run)


def _text(tokens: Sequence[Token]) -> str:
    return str(tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text)


# --- what stands in the same place ------------------------------------------------------------


def _aligned(
    words: Sequence[_Word], others: Sequence[_Word], missing: Sequence[int], fresh: set[int]
) -> tuple[Token, ...]:
    """Return what stands between the same neighbours."""
    pairs = SequenceMatcher(None, [each.key for each in words], [each.key for each in others], autojunk=False)
    steps = [each for each in pairs.get_opcodes() if each[0] != "equal"]
    moved = {at for _, start, end, _, _ in steps for at in range(start, end) if words[at].telling}
    spans = [
        (first, last)
        for kind, start, end, first, last in steps
        if kind == "replace" and any(start <= at < end for at in missing)
    ]
    if not spans or moved - {*missing}:
        return ()
    run = range(spans[0][0], spans[-1][1])
    if any(others[at].telling and at not in fresh for at in run) or not fresh & set(run):
        return ()
    return tuple(others[at].token for at in run)


def _placed(stretch: Sequence[Token], others: Sequence[_Word], fresh: set[int]) -> tuple[Token, ...]:
    """Return what has the same place in its sentence's grammar, be it active or passive."""
    place = _place(_top(stretch))
    for at in sorted(fresh):
        run = [at]
        while run[-1] + 1 in fresh:
            run.append(run[-1] + 1)
        found = tuple(others[each].token for each in run)
        if at - 1 not in fresh and place == _place(_top(found)):
            return found
    return ()


def _top(tokens: Sequence[Token]) -> Token:
    inside = {each.i for each in tokens}
    return next(each for each in tokens if each.head.i == each.i or each.head.i not in inside)


def _place(token: Token) -> tuple[str, str]:
    """Return what a word hangs on, and how."""
    role, governor = token.dep_, token.head
    if role == "pobj":
        role, governor = governor.lower_, governor.head
        passive = any(each.dep_ in ("auxpass", "nsubjpass") for each in governor.children)
        role = "subject" if role == "by" and (passive or governor.tag_ == "VBN") else role
    if governor.lemma_ == "be" and role in ("nsubj", "attr"):
        return "be", "one side"
    return lemma(governor.lower_), _ROLES.get(role, role)


def _denies(text: str) -> bool:
    return any(each.token.dep_ == "neg" or each.token.lower_ in ("no", "never", "none") for each in _words(text))


# --- may both be so? --------------------------------------------------------------------------


def _may_be_one(stretch: Sequence[Token], there: Sequence[Token]) -> bool:
    """Tell whether two stretches may be called differently and be the same: a part of a name, a spelling, initials."""
    one, other = _text(stretch), _text(there)
    told, had = numbers(one), numbers(other)
    if told and had:
        return all(any(alike(each, number) for number in had) for each in told)
    first, second = ({each.lower_ for each in some if _tells(each)} for some in (stretch, there))
    short = {_initials(stretch), _initials(there)} & {one.lower().replace(".", ""), other.lower().replace(".", "")}
    return bool(first & second or short) or SequenceMatcher(None, one.lower(), other.lower()).ratio() >= _ALIKE


def _initials(tokens: Sequence[Token]) -> str:
    return "".join(each.lower_[0] for each in tokens if each.text[0].isupper()) if len(tokens) > 1 else ""


def _single(stretch: Sequence[Token], there: Sequence[Token], more: Sequence[Token]) -> bool:
    """Tell whether one of the two is wrong; `more` is what the second sentence says besides, which may narrow it."""
    if not _of_a_sort(stretch, there):
        return False
    if _quantity(stretch, there):
        return all("conj" in _way(each) for each in more)
    return not more and (_definite(_top(stretch)) or _marked(_top(stretch)))


def _of_a_sort(stretch: Sequence[Token], there: Sequence[Token]) -> bool:
    """Tell whether both are names, both numbers, or both neither: "a shop in Oban" may well be what Bo's is called."""
    return _sort(stretch) == _sort(there)


def _sort(tokens: Sequence[Token]) -> str:
    told, top = [each for each in tokens if _tells(each)], _top(tokens)
    if told and all(each.like_num or each.is_digit for each in told):
        return "number"
    return "name" if top.pos_ == "PROPN" or top.text[0].isupper() else "word"


def _quantity(stretch: Sequence[Token], there: Sequence[Token]) -> bool:
    """Tell whether both are mere numbers, and no years: a cup can be won in several."""
    years = [each for each in numbers(f"{_text(stretch)} ; {_text(there)}") if 1000 <= each <= 2100]
    return _sort(stretch) == _sort(there) == "number" and not years


def _way(word: Token) -> list[str]:
    """Return how a word hangs in its sentence, step by step."""
    return [each.dep_ for each in (word, *word.ancestors)]


def _definite(top: Token) -> bool:
    """Tell whether a sentence says who or what *the* such-and-such is, and this is who or what."""
    if top.dep_ not in ("nsubj", "attr") or top.head.lemma_ != "be":
        return False
    role = "attr" if top.dep_ == "nsubj" else "nsubj"
    others = [each for each in top.head.children if each.dep_ == role]
    return any(part.lower_ == "the" for each in others for part in each.lefts)


def _marked(top: Token) -> bool:
    """Tell whether what is said of a stretch is said to be unique: who built *the first* tower."""
    verb = top
    while verb.dep_ != "ROOT" and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    said = [each for each in verb.children if each.dep_ in ("dobj", "attr", "nsubjpass", "nsubj", "acomp")]
    others = [each for each in said if each.i != top.i and not each.is_ancestor(top)]
    return any(_unique(part) for each in others for part in (each, *each.lefts))


def _unique(token: Token) -> bool:
    return token.tag_ in ("JJS", "RBS") or token.lower_ in _UNIQUE
