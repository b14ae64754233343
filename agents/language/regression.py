"""Logistic regression over short texts: what makes features of them, the weights, and a file that keeps both.

The file is arrays and plain text (never pickled objects), and holds a hash of what was learnt from, so that what
was learnt from other texts or with other settings is not taken for it.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
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

_REGULARISATION = 8.0  # scikit-learn's C; this and what follows by cross-validation over the training texts
_LEXICAL = 0.7  # weight of each TF-IDF part beside the sentence vector
_TERMS = 4000  # of each part: more cost time and gain nothing
_COMMON = 3  # texts that have a word of which requests are made
_WORD = r"\w+|[?]"  # a question mark is a word too
_PART = r"\S+"
_PARTS = ("words", "characters", "shapes")
Array = NDArray[Any]


@dataclass(frozen=True)
class Regression:
    """A fitted model: `weights` of shape (features, kinds), `bias` of shape (kinds)."""

    embed: Embedder
    known: frozenset[str]
    parts: tuple[Any, ...]  # a vectorizer for each of _PARTS
    kinds: tuple[str, ...]
    weights: Array
    bias: Array

    def logits(self, texts: Sequence[str]) -> Array:
        """Return an array of shape (texts, kinds): `features` times the weights, of the few terms that a text has."""
        vectors = self.embed.embed(texts)
        first = vectors.shape[1]
        logits: Array = vectors @ self.weights[:first] + self.bias
        for part, terms, said in zip(self.parts, self._terms, _said(texts, self.known), strict=True):
            weights = self.weights[first : first + len(part.vocabulary_)]
            logits = logits + np.stack([_weighed(part, terms(text), weights) for text in said])
            first += len(part.vocabulary_)
        return logits

    @cached_property
    def _terms(self) -> tuple[Callable[[str], list[str]], ...]:
        """What parts a text into the terms of each part."""
        return tuple(part.build_analyzer() for part in self.parts)


def features(embed: Embedder, known: frozenset[str], parts: Sequence[Any], texts: Sequence[str]) -> Any:
    """Return a sparse array of shape (texts, features)."""
    from scipy.sparse import csr_array, hstack

    lexical = [part.transform(said) * _LEXICAL for part, said in zip(parts, _said(texts, known), strict=True)]
    return hstack([csr_array(embed.embed(texts)), *lexical]).tocsr()


def _weighed(part: Any, terms: Sequence[str], weights: Array) -> Array:
    """Return what a text's terms say of each kind: as the vectorizer weighs them, which takes a millisecond a text."""
    counts = Counter(at for term in terms if (at := part.vocabulary_.get(term)) is not None)
    at = np.fromiter(counts, dtype=np.int64, count=len(counts))
    found = (1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) * part.idf_[at]
    said: Array = (found * (_LEXICAL / max(float(np.linalg.norm(found)), 1e-12))) @ weights[at]
    return said


def fitted(embed: Embedder, texts: Sequence[str], kinds: Sequence[str], weights: Sequence[float]) -> Regression:
    """Learn kinds from texts, each with its weight."""
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    known, parts = common(texts, _COMMON), _vectorizers()
    for part, said in zip(parts, _said(texts, known), strict=True):
        part.fit(said)
    found = features(embed, known, parts, texts)
    model = LogisticRegression(C=_REGULARISATION, max_iter=200, tol=1e-3, class_weight="balanced")
    with threadpool_limits(1):  # the arrays are small: threads would only wait for each other
        model.fit(found, kinds, sample_weight=weights)
    names = tuple(str(each) for each in model.classes_)
    return Regression(embed, known, parts, names, model.coef_.T.astype(np.float32), model.intercept_)


def learnt_from(texts: Sequence[str], kinds: Sequence[str], weights: Sequence[float]) -> str:
    """Return a short name for what a model is learnt from, and how."""
    said = [list(texts), list(kinds), list(weights), _REGULARISATION, _LEXICAL, _TERMS, _COMMON]
    return blake2b(json.dumps(said).encode(), digest_size=8).hexdigest()


def read(file: Path, embed: Embedder, source: str) -> Regression | None:
    """Return the model that a file keeps, or None where it is not learnt from `source` or cannot be read."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return _model(arrays, embed) if str(arrays["source"]) == source else None
    except (OSError, ValueError, KeyError, BadZipFile):
        return None


def write(file: Path, model: Regression, source: str) -> None:
    """Write beside and rename, so that no other process reads half a file; a folder that refuses keeps nothing."""
    arrays: dict[str, Any] = {
        **{"source": np.array(source), "kinds": np.array(model.kinds), "known": np.array(sorted(model.known))},
        **{"weights": model.weights.astype(np.float16), "bias": model.bias},
    }
    for part, name in zip(model.parts, _PARTS, strict=True):
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


def _model(arrays: Any, embed: Embedder) -> Regression:
    parts = _vectorizers()
    for part, name in zip(parts, _PARTS, strict=True):
        part.vocabulary_ = {term: at for at, term in enumerate(arrays[name].tolist())}
        part.idf_ = arrays[f"{name}_idf"].astype(np.float64)
    kinds = tuple(arrays["kinds"].tolist())
    known, weights = frozenset(arrays["known"].tolist()), arrays["weights"].astype(np.float32)
    return Regression(embed, known, parts, kinds, weights, arrays["bias"])
