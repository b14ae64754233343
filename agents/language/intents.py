"""What kind of request a text is: logistic regression on sentence vectors and TF-IDF of words and characters.

Learns in about two seconds, when it is first asked, from the utterances beside it. Probabilities are made
honest by temperature scaling (Guo et al., 2017) on predictions for utterances that a model had not seen.
"""

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.events import IntentGuess
from agents.language.embeddings import Embedder, embedder
from agents.language.utterances import Utterance, training

_REGULARISATION = 30.0  # scikit-learn's C: large, because the features are few and of unit length
_LEXICAL = 0.5  # weight of each TF-IDF part beside the sentence vector; by cross-validation
_WORD = r"\w+|[?]"  # a question mark is a word too
_FOLDS = 3
_TEMPERATURES = np.geomspace(0.25, 4.0, 41)
Array = NDArray[np.float64]


class IntentClassifier:
    """Tells kinds of requests apart; safe for several threads."""

    def __init__(self, embed: Embedder | None = None) -> None:
        self._embedder = embed
        self._model: _Model | None = None
        self._lock = Lock()

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        """Return every kind of request with its probability, likeliest first; they sum to one."""
        model = self._trained()
        chances = model.chances([text])[0]
        return tuple(IntentGuess(model.kinds[at], round(float(chances[at]), 4)) for at in np.argsort(-chances))

    def _trained(self) -> "_Model":
        with self._lock:
            if self._model is None:
                self._model = _fitted(self._embedder) if self._embedder else _shared()
            return self._model


@lru_cache(maxsize=1)
def _shared() -> "_Model":
    return _fitted(embedder())


def _fitted(embed: Embedder) -> "_Model":
    """Return a model of all training utterances, with the temperature that suits ones it has not seen."""
    logits, right = [], []
    for fold in range(_FOLDS):
        model = _Model(embed, [each for at, each in enumerate(training()) if at % _FOLDS != fold])
        unseen = [each for at, each in enumerate(training()) if at % _FOLDS == fold]
        logits += [model.logits([each.text for each in unseen]), model.logits([each.masked for each in unseen])]
        right += [model.kinds.index(each.intent) for each in unseen] * 2
    model = _Model(embed, training())
    model.temperature = _temperature(np.concatenate(logits), np.array(right))
    return model


def _temperature(logits: Array, right: NDArray[np.int64]) -> float:
    """Return the temperature under which the right kinds are likeliest."""
    rows = np.arange(len(right))
    losses = [-np.log(_softmax(logits / each)[rows, right] + 1e-12).mean() for each in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def _softmax(logits: Array) -> Array:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Array = powers / powers.sum(axis=1, keepdims=True)
    return chances


class _Model:
    """One fitted model: what makes features of texts, and the regression over them."""

    def __init__(self, embed: Embedder, utterances: Sequence[Utterance]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # a second: only for whoever classifies
        from sklearn.linear_model import LogisticRegression

        self._embed = embed
        self._words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=_WORD, min_df=2)
        self._characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=3)
        self.temperature = 1.0
        texts, kinds, weights = _examples(utterances)
        self._words.fit(texts)
        self._characters.fit(texts)
        self._regression = LogisticRegression(C=_REGULARISATION, max_iter=100, tol=1e-3, class_weight="balanced")
        self._regression.fit(self._features(texts), kinds, sample_weight=weights)
        self.kinds: list[str] = [str(each) for each in self._regression.classes_]

    def logits(self, texts: Sequence[str]) -> Array:
        """Return an array of shape (texts, kinds)."""
        logits: Array = self._regression.decision_function(self._features(texts))
        return logits

    def chances(self, texts: Sequence[str]) -> Array:
        """Return probabilities, an array of shape (texts, kinds)."""
        return _softmax(self.logits(texts) / self.temperature)

    def _features(self, texts: Sequence[str]) -> Any:
        from scipy.sparse import csr_matrix, hstack

        words, characters = self._words.transform(texts), self._characters.transform(texts)
        vectors = csr_matrix(self._embed.embed(texts))
        return hstack([vectors, words * _LEXICAL, characters * _LEXICAL]).tocsr()


def _examples(utterances: Sequence[Utterance]) -> tuple[list[str], list[str], list[float]]:
    """Return texts, kinds and weights: an utterance as said and with its names hidden count half each."""
    forms = [(each, sorted({each.text, each.masked})) for each in utterances]
    texts = [(text, each.intent, 1 / len(both)) for each, both in forms for text in both]
    return [each[0] for each in texts], [each[1] for each in texts], [each[2] for each in texts]
