"""The shape of a request: its words where a request is made of them, and the part of speech of all others.

"does aspirin relieve pain" and "does flour thicken soup" have one shape: what is spoken of differs, the asking does
not. Which words a request is made of is learnt: they occur in several utterances.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from agents.language.masking import MASKS
from agents.language.words import Word, words

NAME = "NAME"
_NAMES = frozenset(each.lower() for each in MASKS)
_NOMINAL = ("NOUN", "PROPN", "ADJ", "X")


def common(texts: Iterable[str], least: int) -> frozenset[str]:
    """Return the words, and lemmas, that at least so many of the texts have."""
    counts = Counter(form for text in texts for form in {each for word in words(text) for each in _forms(word)})
    return frozenset(form for form, count in counts.items() if count >= least)


def shape(text: str, known: Collection[str]) -> str:
    """Return the text's shape as one string, its parts between spaces; names in a row are one part."""
    found = ["^"]
    for word in words(text):
        part = _part(word, known)
        if part and not (part == found[-1] == NAME):
            found.append(part)
    return " ".join([*found, "$"])


def _forms(word: Word) -> tuple[str, str]:
    return word.lower, word.lemma


def _part(word: Word, known: Collection[str]) -> str:
    if word.lower in _NAMES:
        return NAME
    if form := next((each for each in _forms(word) if each in known), ""):
        return form.replace(" ", "_")
    if word.pos == "PUNCT":
        return "?" if word.text == "?" else ""
    return NAME if word.pos in _NOMINAL else word.pos if word.pos == "NUM" else word.tag or word.pos
