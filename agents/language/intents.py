"""What kind of request a text is: logistic regression on sentence vectors and TF-IDF of words and characters.

Learns from the utterances beside it when it is first asked (a second or two), or takes up what an earlier
process learnt from the same utterances. Probabilities are made honest by temperature scaling (Guo et al., 2017).
"""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from agents.events import IntentGuess
from agents.language.embeddings import Embedder, embedder
from agents.language.regression import Regression, fitted, kept
from agents.language.utterances import Utterance, training

TEMPERATURE = 0.45  # by cross-validation over the training utterances; `best_temperature` finds it again
_FOLDS = 3
_TEMPERATURES = np.geomspace(0.25, 4.0, 41)
Array = NDArray[np.float64]


class IntentClassifier:
    """Tells kinds of requests apart; safe for several threads.

    `folder`: where to keep what was learnt, so that the next process need not learn again.
    """

    def __init__(self, folder: Path | None = None, embed: Embedder | None = None) -> None:
        self._folder = folder
        self._embed = embed
        self._model: Regression | None = None
        self._lock = Lock()

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        """Return every kind of request with its probability, likeliest first; they sum to one."""
        model = self._learnt()
        chances = softmax(model.logits([text]) / TEMPERATURE)[0]
        return tuple(IntentGuess(model.kinds[at], round(float(chances[at]), 4)) for at in np.argsort(-chances))

    def _learnt(self) -> Regression:
        with self._lock:
            if self._model is None:
                self._model = _learn(self._embed or embedder(), self._folder)
            return self._model


def best_temperature(embed: Embedder) -> float:
    """Return the temperature under which the right kinds are likeliest, for utterances that were not learnt."""
    logits, right = [], []
    for fold in range(_FOLDS):
        model = fitted(embed, *examples([each for at, each in enumerate(training()) if at % _FOLDS != fold]))
        unseen = [each for at, each in enumerate(training()) if at % _FOLDS == fold]
        logits += [model.logits([each.text for each in unseen]), model.logits([each.masked for each in unseen])]
        right += [model.kinds.index(each.intent) for each in unseen] * 2
    rows, all_logits = np.arange(len(right)), np.concatenate(logits)
    losses = [-np.log(softmax(all_logits / each)[rows, right] + 1e-12).mean() for each in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def examples(utterances: Sequence[Utterance]) -> tuple[list[str], list[str], list[float]]:
    """Return texts, kinds and weights: an utterance as said and with its names hidden count half each."""
    forms = [(each, sorted({each.text, each.masked})) for each in utterances]
    found = [(text, each.intent, 1 / len(both)) for each, both in forms for text in both]
    return [each[0] for each in found], [each[1] for each in found], [each[2] for each in found]


def softmax(logits: Array) -> Array:
    """Return logits of shape (texts, kinds) as probabilities."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Array = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _learn(embed: Embedder, folder: Path | None) -> Regression:
    texts, kinds, weights = examples(training())
    if folder is None:
        return fitted(embed, texts, kinds, weights)
    return kept(folder, embed, texts, kinds, weights)
