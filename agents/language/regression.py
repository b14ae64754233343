"""Logistic regression over short texts: what makes features of them, the weights, and a file that keeps both.

The file is arrays and plain text (never pickled objects), and is named by a hash of what was learnt from, so
that other texts, settings or libraries are learnt anew.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from agents.language.embeddings import Embedder

_REGULARISATION = 4.0  # scikit-learn's C; this and the next two by cross-validation over the training texts
_LEXICAL = 0.7  # weight of each TF-IDF part beside the sentence vector
_TERMS = 1500  # words and pairs, and as many pieces of words: more cost time and gain nothing
_WORD = r"\w+|[?]"  # a question mark is a word too
Array = NDArray[Any]


@dataclass(frozen=True)
class Regression:
    """A fitted model: `weights` of shape (features, kinds), `bias` of shape (kinds)."""

    embed: Embedder
    words: Any
    characters: Any
    kinds: tuple[str, ...]
    weights: Array
    bias: Array

    def logits(self, texts: Sequence[str]) -> Array:
        """Return an array of shape (texts, kinds)."""
        logits: Array = features(self.embed, self.words, self.characters, texts) @ self.weights + self.bias
        return logits


def features(embed: Embedder, words: Any, characters: Any, texts: Sequence[str]) -> Array:
    """Return an array of shape (texts, features)."""
    lexical = [each.transform(texts).toarray() * _LEXICAL for each in (words, characters)]
    return np.hstack([embed.embed(texts), *lexical]).astype(np.float32)


def fitted(embed: Embedder, texts: Sequence[str], kinds: Sequence[str], weights: Sequence[float]) -> Regression:
    """Learn kinds from texts, each with its weight."""
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    words, characters = _vectorizers()
    words.fit(texts)
    characters.fit(texts)
    found = features(embed, words, characters, texts)
    model = LogisticRegression(C=_REGULARISATION, max_iter=100, tol=1e-3, class_weight="balanced")
    with threadpool_limits(1):  # the arrays are small: threads would only wait for each other
        model.fit(found, kinds, sample_weight=weights)
    names = tuple(str(each) for each in model.classes_)
    return Regression(embed, words, characters, names, model.coef_.T, model.intercept_)


def kept(
    folder: Path, embed: Embedder, texts: Sequence[str], kinds: Sequence[str], weights: Sequence[float]
) -> Regression:
    """Return what was learnt from just these texts before, or learn it and keep it in the folder."""
    file = folder / f"intents-{_hash(texts, kinds)}.npz"
    try:
        return _read(file, embed)
    except (OSError, ValueError, KeyError, BadZipFile):
        model = fitted(embed, texts, kinds, weights)
        _write(file, model)
        return model


def _vectorizers() -> tuple[Any, Any]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # a second: only for whoever asks

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=_WORD, min_df=2, max_features=_TERMS)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=3, max_features=_TERMS)
    return words, pieces


def _hash(texts: Sequence[str], kinds: Sequence[str]) -> str:
    learnt = [list(texts), list(kinds), _REGULARISATION, _LEXICAL, _TERMS, version("scikit-learn"), version("numpy")]
    return blake2b(json.dumps(learnt).encode(), digest_size=8).hexdigest()


def _read(file: Path, embed: Embedder) -> Regression:
    words, characters = _vectorizers()
    with np.load(file, allow_pickle=False) as arrays:
        for vectorizer, name in ((words, "words"), (characters, "characters")):
            vectorizer.vocabulary_ = {term: at for at, term in enumerate(arrays[name].tolist())}
            vectorizer.idf_ = arrays[f"{name}_idf"]
        kinds = tuple(arrays["kinds"].tolist())
        return Regression(embed, words, characters, kinds, arrays["weights"], arrays["bias"])


def _write(file: Path, model: Regression) -> None:
    """Write beside and rename, so that no other process reads half a file; a folder that refuses keeps nothing."""
    arrays: dict[str, Any] = {"kinds": np.array(model.kinds), "weights": model.weights, "bias": model.bias}
    for vectorizer, name in ((model.words, "words"), (model.characters, "characters")):
        arrays[name] = vectorizer.get_feature_names_out().astype(str)
        arrays[f"{name}_idf"] = vectorizer.idf_
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, suffix=".npz", delete=False) as beside:
            np.savez_compressed(beside, **arrays)
        Path(beside.name).replace(file)
    except OSError:
        return
