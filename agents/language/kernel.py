"""Kernel ridge regression over short texts: what makes features of them, what was learnt, and a file that keeps both.

A text is told by the known ones that are near it in its sentence vector, words, letters and shape together, by a
Gaussian kernel (Saunders et al., 1998): "what should we call ..." is no sum of what its words are for. The file is
arrays and plain text (never pickled objects), and holds a hash of what was learnt from, so that what was learnt
from other texts or with other settings is not taken for it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from agents.language.embeddings import Embedder
from agents.language.shape import common, shape

_NARROW = 0.25  # how fast nearness falls; this and what follows by cross-validation over the training texts
_PENALTY = 0.1
_VECTOR = 1.4  # weight of the sentence vector
_LEXICAL = 0.7  # weight of each TF-IDF part beside it
_TERMS = 4000  # of each part: more cost time and gain nothing
_COMMON = 3  # texts that have a word of which requests are made
_WORD = r"\w+|[?]"  # a question mark is a word too
_PART = r"\S+"
_PARTS = ("words", "characters", "shapes")
_STEPS, _FARTHEST = 400, 127  # so fine are the numbers of a vector kept, and up to there
_BLOCK = 256
_SETTINGS = (_NARROW, _PENALTY, _VECTOR, _LEXICAL, _TERMS, _COMMON)
Array = NDArray[Any]


@dataclass(frozen=True)
class Points:
    """Texts as numbers: `vectors` of shape (texts, 384), `terms`, sparse, of shape (texts, terms)."""

    vectors: Array
    terms: Any

    def near(self, others: "Points") -> Array:
        """Return how near each is to each of the others, of shape (texts, others), 1 for the same."""
        starts = range(0, len(self.vectors), _BLOCK)
        return np.vstack([self._near(slice(start, start + _BLOCK), others) for start in starts])

    def _near(self, rows: slice, others: "Points") -> Array:
        """Return some rows of `near`: with the few texts' terms spread out, the many need not be turned round."""
        products = self.vectors[rows] @ others.vectors.T + (others.terms @ self.terms[rows].toarray().T).T
        near: Array = np.exp(_NARROW * (2 * products - self.squares[rows, None] - others.squares[None]))
        return near

    @cached_property
    def squares(self) -> Array:
        """The square of each text's length."""
        squares: Array = (self.vectors**2).sum(axis=1) + self.terms.multiply(self.terms).sum(axis=1)
        return squares.astype(np.float32)


@dataclass(frozen=True)
class Known:
    """What was learnt: known texts as `points`, and what each `says` for every kind, of shape (points, kinds)."""

    embed: Embedder
    common: frozenset[str]
    parts: tuple[Any, ...]  # a vectorizer for each of _PARTS
    kinds: tuple[str, ...]
    points: Points
    says: Array

    def scores(self, texts: Sequence[str]) -> Array:
        """Return an array of shape (texts, kinds), about 1 for the kind of a text and 0 for all others."""
        scores: Array = _points(self.embed, self.common, self.parts, texts).near(self.points) @ self.says
        return scores


def learnt(embed: Embedder, texts: Sequence[str], kinds: Sequence[str]) -> Known:
    """Learn kinds from texts; every kind counts the same, however many texts it has."""
    from scipy.linalg import solve
    from threadpoolctl import threadpool_limits

    asked, parts = common(texts, _COMMON), _vectorizers()
    for part, said in zip(parts, _said(texts, asked), strict=True):
        part.fit(said)
    points, names = _kept(_points(embed, asked, parts, texts)), tuple(sorted(set(kinds)))
    right = np.array([names.index(each) for each in kinds])
    with threadpool_limits(1):  # it is learnt beside what people ask
        near = points.near(points)
        near[np.diag_indices_from(near)] += _PENALTY * _share(right) ** 0.5
        says = solve(near, np.eye(len(names), dtype=near.dtype)[right], assume_a="pos", overwrite_a=True)
    return Known(embed, asked, parts, names, points, says)


def learnt_from(texts: Sequence[str], kinds: Sequence[str]) -> str:
    """Return a short name for what is learnt from, and how."""
    return blake2b(json.dumps([list(texts), list(kinds), _SETTINGS]).encode(), digest_size=8).hexdigest()


def read(file: Path, embed: Embedder, source: str) -> Known | None:
    """Return what a file keeps, or None where it is not learnt from `source` or cannot be read."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return _known(arrays, embed) if str(arrays["source"]) == source else None
    except (OSError, ValueError, KeyError, BadZipFile):
        return None


def write(file: Path, known: Known, source: str) -> None:
    """Write beside and rename, so that no other process reads half a file; a folder that refuses keeps nothing."""
    terms = known.points.terms
    arrays: dict[str, Any] = {
        **{"source": np.array(source), "kinds": np.array(known.kinds), "common": np.array(sorted(known.common))},
        **{"vectors": _coarse(known.points.vectors).astype(np.int8), "says": known.says},
        **{"terms": terms.data.astype(np.float16), "at": terms.indices.astype(np.int16), "rows": terms.indptr},
    }
    for part, name in zip(known.parts, _PARTS, strict=True):
        arrays[name] = part.get_feature_names_out().astype(str)
        arrays[f"{name}_idf"] = part.idf_.astype(np.float32)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, suffix=".npz", delete=False) as beside:
            np.savez_compressed(beside, **arrays)
        Path(beside.name).chmod(0o644)
        Path(beside.name).replace(file)
    except OSError:
        return


def _points(embed: Embedder, common_: frozenset[str], parts: Sequence[Any], texts: Sequence[str]) -> Points:
    from scipy.sparse import csr_array, hstack

    terms = [part.transform(said) * _LEXICAL for part, said in zip(parts, _said(texts, common_), strict=True)]
    return Points(embed.embed(texts) * np.float32(_VECTOR), csr_array(hstack(terms)).astype(np.float32))


def _kept(points: Points) -> Points:
    """Return points with vectors as a file gives them back: what is learnt from is what is compared with later."""
    return Points(_coarse(points.vectors) * np.float32(_VECTOR / _STEPS), points.terms)


def _coarse(vectors: Array) -> Array:
    return np.clip(np.rint(vectors * np.float32(_STEPS / _VECTOR)), -_FARTHEST, _FARTHEST)


def _share(right: Array) -> Array:
    """Return of each text how much more than an even share of the texts its kind has."""
    counts = np.bincount(right)
    shares: Array = (counts * len(counts) / len(right))[right].astype(np.float32)
    return shares


def _said(texts: Sequence[str], known: frozenset[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Return what each of _PARTS is made from."""
    return texts, texts, [shape(each, known) for each in texts]


def _vectorizers() -> tuple[Any, ...]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second: only for whoever asks

    shared = {"sublinear_tf": True, "max_features": _TERMS}
    return (
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=_WORD, min_df=2, **shared),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, **shared),
        TfidfVectorizer(ngram_range=(1, 4), token_pattern=_PART, min_df=2, lowercase=False, **shared),
    )


def _known(arrays: Any, embed: Embedder) -> Known:
    from scipy.sparse import csr_array

    parts = _vectorizers()
    for part, name in zip(parts, _PARTS, strict=True):
        part.vocabulary_ = {term: at for at, term in enumerate(arrays[name].tolist())}
        part.idf_ = arrays[f"{name}_idf"].astype(np.float64)
    shape_ = len(arrays["vectors"]), sum(len(part.vocabulary_) for part in parts)
    terms = csr_array((arrays["terms"].astype(np.float32), arrays["at"], arrays["rows"]), shape=shape_)
    points = Points(arrays["vectors"].astype(np.float32) * np.float32(_VECTOR / _STEPS), terms)
    asked, kinds = frozenset(arrays["common"].tolist()), tuple(arrays["kinds"].tolist())
    return Known(embed, asked, parts, kinds, points, arrays["says"])
