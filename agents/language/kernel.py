"""Kernel ridge regression over short texts: what makes features of them, what was learnt, and a file that keeps both.

A text is told by the known ones that are near it in its sentence vector, words, letters and shape together, by a
Gaussian kernel (Saunders et al., 1998): "what should we call ..." is no sum of what its words are for. Of sentence
vectors only the axes count along which the known ones differ most.

The file is arrays and plain text (never pickled objects), and holds a hash of what was learnt from, so that what was
learnt from other texts or with other settings is not taken for it. Of the known texts it has the shapes alone: whoever
reads it has the texts.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from lzma import LZMAError
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import ZIP_LZMA, BadZipFile, ZipFile

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
_AXES = 100  # of a sentence vector, and the numbers along them in steps of so much: a file of a third, and as good
_STEP, _FARTHEST = 0.025, 127
_WORD = r"\w+|[?]"  # a question mark is a word too
_PART = r"\S+"
_PARTS = ("words", "characters", "shapes")
_BLOCK = 256
_SETTINGS = (_NARROW, _PENALTY, _VECTOR, _LEXICAL, _TERMS, _COMMON, _AXES, _STEP)
Array = NDArray[Any]


@dataclass(frozen=True)
class Points:
    """Texts as numbers: `vectors` of shape (texts, axes), `terms`, sparse, of shape (texts, terms)."""

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
class Features:
    """What makes numbers of texts. `axes`: of shape (384, axes)."""

    embed: Embedder
    common: frozenset[str]
    parts: tuple[Any, ...]  # a vectorizer for each of _PARTS
    axes: Array

    def of(self, texts: Sequence[str]) -> Points:
        """Return texts as points."""
        return Points(self.vectors(self.embed.embed(texts)), self.terms(texts))

    def vectors(self, sentences: Array) -> Array:
        """Return sentence vectors along the axes."""
        vectors: Array = sentences @ self.axes * np.float32(_VECTOR)
        return vectors

    def terms(self, texts: Sequence[str], shapes: Sequence[str] | None = None) -> Any:
        """Return the terms of texts, of shape (texts, terms); `shapes`: those of the texts, where they are known."""
        from scipy.sparse import csr_array, hstack

        said = (texts, texts, [shape(each, self.common) for each in texts] if shapes is None else shapes)
        parts = zip(self.parts, self._analyzers, said, strict=True)
        found = [_rows(part, [_weighed(part, terms(each)) for each in told]) for part, terms, told in parts]
        return csr_array(hstack(found))

    @cached_property
    def _analyzers(self) -> tuple[Callable[[str], list[str]], ...]:
        return tuple(part.build_analyzer() for part in self.parts)


@dataclass(frozen=True)
class Known:
    """What was learnt: known texts as `points`, and what each `says` for every kind, of shape (points, kinds)."""

    features: Features
    kinds: tuple[str, ...]
    shapes: tuple[str, ...]
    points: Points
    says: Array

    def scores(self, texts: Sequence[str]) -> Array:
        """Return an array of shape (texts, kinds), about 1 for the kind of a text and 0 for all others."""
        scores: Array = self.features.of(texts).near(self.points) @ self.says
        return scores


def learnt(embed: Embedder, texts: Sequence[str], kinds: Sequence[str]) -> Known:
    """Learn kinds from texts; every kind counts the same, however many texts it has."""
    from scipy.linalg import solve
    from threadpoolctl import threadpool_limits

    sentences, names = embed.embed(texts), tuple(sorted(set(kinds)))
    right = np.array([names.index(each) for each in kinds])
    with threadpool_limits(1):  # it is learnt beside what people ask
        asked = common(texts, _COMMON)
        shapes = tuple(shape(each, asked) for each in texts)
        features = Features(embed, asked, _parts(texts, shapes), _axes(sentences))
        points = Points(_coarse(features.vectors(sentences)) * np.float32(_STEP), features.terms(texts, shapes))
        near = points.near(points)
        near[np.diag_indices_from(near)] += _PENALTY * _share(right) ** 0.5
        says = solve(near, np.eye(len(names), dtype=near.dtype)[right], assume_a="pos", overwrite_a=True)
    return Known(features, names, shapes, points, says)


def learnt_from(texts: Sequence[str], kinds: Sequence[str]) -> str:
    """Return a short name for what is learnt from, and how."""
    return blake2b(json.dumps([list(texts), list(kinds), _SETTINGS]).encode(), digest_size=8).hexdigest()


def read(file: Path, embed: Embedder, texts: Sequence[str], source: str) -> Known | None:
    """Return what a file keeps of these texts, or None where it is not learnt from `source` or cannot be read."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return _known(arrays, embed, texts) if str(arrays["source"]) == source else None
    except (OSError, ValueError, KeyError, BadZipFile, LZMAError):
        return None


def write(file: Path, known: Known, source: str) -> None:
    """Write beside and rename, so that no other process reads half a file; a folder that refuses keeps nothing."""
    features = known.features
    arrays: dict[str, Any] = {
        **{"source": np.array(source), "kinds": np.array(known.kinds), "common": np.array(sorted(features.common))},
        **{"vectors": _coarse(known.points.vectors).astype(np.int8), "axes": features.axes.astype(np.float16)},
        **{"says": known.says.astype(np.float16), "shaped": _letters("\n".join(known.shapes))},
    }
    for part, name in zip(features.parts, _PARTS, strict=True):
        arrays[name] = part.get_feature_names_out().astype(str)
        arrays[f"{name}_idf"] = part.idf_.astype(np.float32)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, suffix=".npz", delete=False) as beside:
            _pack(beside, arrays)
        Path(beside.name).chmod(0o644)
        Path(beside.name).replace(file)
    except OSError:
        return


def _pack(file: Any, arrays: dict[str, Any]) -> None:
    """Write arrays as `numpy.load` reads them; LZMA makes a tenth less of them than `savez_compressed`."""
    with ZipFile(file, "w", ZIP_LZMA) as packed:
        for name, array in arrays.items():
            with packed.open(f"{name}.npy", "w") as member:
                np.lib.format.write_array(member, np.asanyarray(array), allow_pickle=False)


def _parts(texts: Sequence[str], shapes: Sequence[str]) -> tuple[Any, ...]:
    """Return the vectorizers, once they know the terms of the texts."""
    return tuple(part.fit(said) for part, said in zip(_vectorizers(), (texts, texts, shapes), strict=True))


def _axes(sentences: Array) -> Array:
    """Return the axes along which vectors are longest, the first the longest, as a file gives them back."""
    _, axes = np.linalg.eigh(sentences.T @ sentences)  # the shortest first
    kept: Array = axes[:, : -_AXES - 1 : -1].astype(np.float16).astype(np.float32)
    return kept


def _letters(text: str) -> Array:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _coarse(vectors: Array) -> Array:
    """Return vectors in whole steps, as a file gives them back: what is learnt from is what is compared with later."""
    return np.clip(np.rint(vectors / np.float32(_STEP)), -_FARTHEST, _FARTHEST)


def _weighed(part: Any, terms: Sequence[str]) -> dict[int, float]:
    """Return how much each term of a text counts, by its number."""
    counts = Counter(at for term in terms if (at := part.vocabulary_.get(term)) is not None)
    at = np.fromiter(counts, dtype=np.int64, count=len(counts))
    found = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) * part.idf_[at]
    length = max(float(np.linalg.norm(found)), 1e-12)
    return dict(zip(at.tolist(), (found * (_LEXICAL / length)).tolist(), strict=True))


def _rows(part: Any, rows: Sequence[dict[int, float]]) -> Any:
    """Return what is known of each text's terms as a sparse array of shape (texts, terms)."""
    from scipy.sparse import csr_array

    at, values = [each for row in rows for each in row], [each for row in rows for each in row.values()]
    ends, width = np.cumsum([0, *map(len, rows)]), len(part.vocabulary_)
    return csr_array((np.array(values, np.float32), np.array(at, np.int32), ends), shape=(len(rows), width))


def _share(right: Array) -> Array:
    """Return of each text how much more than an even share of the texts its kind has."""
    counts = np.bincount(right)
    shares: Array = (counts * len(counts) / len(right))[right].astype(np.float32)
    return shares


def _vectorizers() -> tuple[Any, ...]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second: only for whoever asks

    shared = {"sublinear_tf": True, "max_features": _TERMS}
    return (
        TfidfVectorizer(ngram_range=(1, 3), token_pattern=_WORD, min_df=2, **shared),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, **shared),
        TfidfVectorizer(ngram_range=(1, 4), token_pattern=_PART, min_df=2, lowercase=False, **shared),
    )


def _known(arrays: Any, embed: Embedder, texts: Sequence[str]) -> Known:
    parts = _vectorizers()
    for part, name in zip(parts, _PARTS, strict=True):
        part.vocabulary_ = {term: at for at, term in enumerate(arrays[name].tolist())}
        part.idf_ = arrays[f"{name}_idf"].astype(np.float64)
    features = Features(embed, frozenset(arrays["common"].tolist()), parts, arrays["axes"].astype(np.float32))
    shapes = tuple(arrays["shaped"].tobytes().decode().split("\n"))
    points = Points(arrays["vectors"].astype(np.float32) * np.float32(_STEP), features.terms(texts, shapes))
    return Known(features, tuple(arrays["kinds"].tolist()), shapes, points, arrays["says"].astype(np.float32))
