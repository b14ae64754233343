"""What a question leaves out or adds to: "who else besides X", "apart from X", "on top of Y", "outside Belgium".

English has many turns for "except" and "and". Their words say nothing of their own, so each is put as the
one that is read.
"""

from collections.abc import Sequence
from dataclasses import replace

from agents.language.english import LIGHT
from agents.language.words import Word
from agents.model import Mention
from agents.reading.lexicon import Lexicon
from agents.reading.question import in_a_name, inside

_EXCEPT = tuple(
    tuple(each.split())
    for each in (
        "with the exception of",
        "not counting",
        "not including",
        "leaving out",
        "leaving aside",
        "apart from",
        "aside from",
        "other than",
        "except for",
        "save for",
        "excluding",
        "besides",
    )
)
_BESIDE = tuple(
    tuple(each.split()) for each in ("in addition to", "together with", "along with", "on top of", "besides")
)
_ELSE = frozenset(
    "who whom what where which anyone anybody anything nobody nothing someone somebody something everyone".split()
)
_ARTICLES = frozenset(["a", "an", "the"])
_LISTING = frozenset([*_ARTICLES, "and", "or", ",", "except", "in", "those", "with", "of", "from"])
_OUTSIDE = "outside"
_LONGEST = 12  # words of what an opening leaves out


def left_out(words: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return a question's words with what they leave out behind "except", what they add behind "and"."""
    words = _without_else(words, mentions)
    place = 0
    while place < len(words):
        if not in_a_name(words[place : place + 1], mentions):
            words = _put(words, place, mentions, lexicon)
        place += 1
    return _opening_last(_subject_last(words, mentions))


def _without_else(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Leave out the "else" of "who else": whom it leaves out is said behind, or was said before."""
    return tuple(
        word
        for place, word in enumerate(words)
        if not (word.lower == "else" and place and words[place - 1].lower in _ELSE and not in_a_name([word], mentions))
    )


def _put(words: tuple[Word, ...], place: int, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words with the turn that begins at one of them put as it is read, where any does."""
    if width := _width(words, place, _BESIDE):
        turn, rest = words[place : place + width], words[place + width :]
        if _alike(words, place, place + width, mentions) and not {each.lower for each in turn} & lexicon.said - LIGHT:
            first = next(at for at, word in enumerate(words) if _together(word, words[place - 1], mentions))
            both = replace(words[first], text="both", lower="both", lemma="both", pos="DET", tag="DT")
            both = replace(both, end=both.start)
            return (*words[:first], both, *words[first:place], _as(turn, "and", "CCONJ", "CC"), *rest)
    if width := _width(words, place, _EXCEPT):
        named = _names(words, place + width, mentions) or words[place].lower != "other"
        if named and words[place].lower not in lexicon.said:
            return (*words[:place], _as(words[place : place + width], "except", "SCONJ", "IN"), *words[place + width :])
    if words[place].lower == _OUTSIDE and _OUTSIDE not in lexicon.said:
        behind = place + 1 + (words[place + 1 : place + 2] != () and words[place + 1].lower == "of")
        if _is_place(words, behind, mentions, lexicon):
            stood = words[place]
            outside = (_as([stood], "except", "SCONJ", "IN"), _as(words[place:behind], "in", "ADP", "IN"))
            return (*words[:place], *outside, *words[behind:])
    return words


def _width(words: Sequence[Word], place: int, turns: Sequence[tuple[str, ...]]) -> int:
    lowers = tuple(word.lower for word in words[place : place + 4])
    return next((len(turn) for turn in turns if lowers[: len(turn)] == turn), 0)


def _alike(words: Sequence[Word], first: int, last: int, mentions: Sequence[Mention]) -> bool:
    """Whether things of a type are named on both sides of a turn: what has one has the other as well."""
    before = {type for each in mentions if _stands_in(words, first - 1, each) for type in _types(each)}
    behind = last + (last < len(words) and words[last].lower in _ARTICLES)
    after = {type for each in mentions if _stands_in(words, behind, each) for type in _types(each)}
    return bool(before & after)


def _together(word: Word, other: Word, mentions: Sequence[Mention]) -> bool:
    """Whether two words are of one name."""
    return any(inside(word, each) and inside(other, each) for each in mentions)


def _names(words: Sequence[Word], place: int, mentions: Sequence[Mention]) -> bool:
    place += place < len(words) and words[place].lower in _ARTICLES
    return any(_stands_in(words, place, each) for each in mentions)


def _is_place(words: Sequence[Word], place: int, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether what stands there is called like a place: a name, a value, or what is written like either."""
    at = place + (place < len(words) and words[place].lower in _ARTICLES)
    if at >= len(words):
        return False
    return _names(words, at, mentions) or words[at].text[:1].isupper() or words[at].lower in lexicon.values


def _stands_in(words: Sequence[Word], place: int, mention: Mention) -> bool:
    """Whether a mention has a word at a place."""
    return 0 <= place < len(words) and inside(words[place], mention)


def _types(mention: Mention) -> set[str]:
    return {each.node.type for each in mention.candidates}


def _opening_last(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put "except X," to the end: "who has influenza | except X"."""
    comma = next((place for place, word in enumerate(words[:_LONGEST]) if word.lower == ","), 0)
    if not comma or words[0].lower != "except":
        return words
    end = len(words) - (words[-1].pos == "PUNCT")
    return (*words[comma + 1 : end], *words[:comma], *words[end:])


def _subject_last(words: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put what a subject leaves out to the end: "who | has influenza | except X" is no matter of X's influenza."""
    first = next((place for place, word in enumerate(words) if place and word.lower == "except"), 0)
    last = first + 1
    while first and last < len(words) and _goes_on(words, last, mentions):
        last += 1
    end = len(words) - (words[-1].pos == "PUNCT") if words else 0
    done = first and first + 1 < last < end and (words[last].pos in ("VERB", "AUX") or _does(words, last))
    return (*words[:first], *words[last:end], *words[first:last], *words[end:]) if done else words


def _goes_on(words: Sequence[Word], place: int, mentions: Sequence[Mention]) -> bool:
    """Whether a word goes on with the names or nouns of what is left out."""
    word = words[place]
    noun = word.pos in ("NOUN", "PROPN", "ADJ", "NUM") and not _does(words, place)
    return word.lower in _LISTING or noun or in_a_name([word], mentions)


def _does(words: Sequence[Word], place: int) -> bool:
    """Whether what is tagged as a noun in the plural is a verb: it stands right behind one ("nurses | cares for")."""
    return words[place].tag == "NNS" and words[place - 1].tag in ("NNS", "NNPS")


def _as(words: Sequence[Word], text: str, pos: str, tag: str) -> Word:
    """Return some words as one other, which stands where they stood."""
    return replace(words[0], text=text, lower=text, lemma=text, pos=pos, tag=tag, end=words[-1].end)
