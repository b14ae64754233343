"""What kind of request a text is: logistic regression on a sentence vector, its words, letters and shape.

What was learnt from the utterances beside it lies ready in `intents.npz` (`make intents` writes it anew). Where the
utterances are others, it learns when it is first asked, and keeps that for the next process. Probabilities are made
honest by temperature scaling (Guo et al., 2017).
"""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from agents.events import IntentGuess
from agents.language.embeddings import Embedder, embedder
from agents.language.regression import Regression, fitted, learnt_from, read, write
from agents.language.utterances import Utterance, training
from agents.language.utterances.manners import wrapped

READY = Path(__file__).parent / "intents.npz"
TEMPERATURE = 0.6  # by cross-validation over the training utterances; `best_temperature` finds it again
_FOLDS = 3
_TEMPERATURES = np.geomspace(0.25, 4.0, 41)
Array = NDArray[np.float64]


class IntentClassifier:
    """Tells kinds of requests apart; safe for several threads.

    `folder`: where to keep what was learnt, so that the next process need not learn again. `ready`: what was learnt
    before, taken where it is of these utterances.
    """

    def __init__(self, folder: Path | None = None, embed: Embedder | None = None, ready: Path = READY) -> None:
        self._folder = folder
        self._embed = embed
        self._ready = ready
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
                self._model = _learn(self._embed or embedder(), self._ready, self._folder)
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
    """Return texts, kinds and weights: an utterance as said, in a manner, and with its names hidden count as one."""
    forms = [(each, _forms(each, number)) for number, each in enumerate(utterances)]
    found = [(text, each.intent, 1 / len(all_)) for each, all_ in forms for text in all_]
    return [each[0] for each in found], [each[1] for each in found], [each[2] for each in found]


def softmax(logits: Array) -> Array:
    """Return logits of shape (texts, kinds) as probabilities."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: Array = powers / powers.sum(axis=1, keepdims=True)
    return chances


def make_ready(file: Path = READY) -> None:
    """Learn from the utterances and write what was learnt."""
    learnt = examples(training())
    write(file, fitted(embedder(), *learnt), learnt_from(*learnt))


def _forms(utterance: Utterance, number: int) -> list[str]:
    said = utterance.text if number % 4 < 2 else utterance.masked
    return list(dict.fromkeys([utterance.text, utterance.masked, wrapped(said, number)]))


def _learn(embed: Embedder, ready: Path, folder: Path | None) -> Regression:
    learnt = examples(training())
    source = learnt_from(*learnt)
    kept = folder / f"intents-{source}.npz" if folder else None
    found = read(ready, embed, source) or (read(kept, embed, source) if kept else None)
    if found is not None:
        return found
    model = fitted(embed, *learnt)
    if kept:
        write(kept, model, source)
    return model


if __name__ == "__main__":
    make_ready()
