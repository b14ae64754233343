"""What kind of request a text is, by the known ones near it in meaning, words, letters and shape.

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
from agents.language.embeddings import embedder
from agents.language.kernel import Known, learnt, learnt_from, read, write
from agents.language.utterances import Utterance, training

READY = Path(__file__).parent / "intents.npz"
TEMPERATURE = 0.086  # by cross-validation over the training utterances; `best_temperature` finds it again
_FOLDS = 3
_TEMPERATURES = np.geomspace(0.03, 0.5, 41)
Array = NDArray[np.float64]


class IntentClassifier:
    """Tells kinds of requests apart; safe for several threads.

    `folder`: where to keep what was learnt, so that the next process need not learn again. `ready`: what was learnt
    before, taken where it is of these utterances.
    """

    def __init__(self, folder: Path | None = None, ready: Path = READY) -> None:
        self._folder = folder
        self._ready = ready
        self._model: Known | None = None
        self._lock = Lock()

    def classify(self, text: str) -> tuple[IntentGuess, ...]:
        """Return every kind of request with its probability, likeliest first; they sum to one."""
        model = self._learnt()
        chances = softmax(model.scores([text]) / TEMPERATURE)[0]
        return tuple(IntentGuess(model.kinds[at], round(float(chances[at]), 4)) for at in np.argsort(-chances))

    def _learnt(self) -> Known:
        with self._lock:
            if self._model is None:
                self._model = _learn(self._ready, self._folder)
            return self._model


def best_temperature() -> float:
    """Return the temperature under which the right kinds are likeliest, for utterances that were not learnt."""
    scores, right = [], []
    for fold in range(_FOLDS):
        model = learnt(embedder(), *examples([each for at, each in enumerate(training()) if at % _FOLDS != fold]))
        unseen = [each for at, each in enumerate(training()) if at % _FOLDS == fold]
        scores += [model.scores([each.text for each in unseen]), model.scores([each.masked for each in unseen])]
        right += [model.kinds.index(each.intent) for each in unseen] * 2
    rows, all_scores = np.arange(len(right)), np.concatenate(scores)
    losses = [-np.log(softmax(all_scores / each)[rows, right] + 1e-12).mean() for each in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def examples(utterances: Sequence[Utterance]) -> tuple[list[str], list[str]]:
    """Return texts and their kinds: an utterance as said, and with its names hidden."""
    found = {(text, each.intent): None for each in utterances for text in (each.text, each.masked)}
    return [text for text, _ in found], [kind for _, kind in found]


def softmax(scores: Array) -> Array:
    """Return scores of shape (texts, kinds) as probabilities."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = powers / powers.sum(axis=1, keepdims=True)
    return chances


def make_ready(file: Path = READY) -> None:
    """Learn from the utterances and write what was learnt."""
    told = examples(training())
    write(file, learnt(embedder(), *told), learnt_from(*told))


def _learn(ready: Path, folder: Path | None) -> Known:
    texts, kinds = examples(training())
    source = learnt_from(texts, kinds)
    kept = folder / f"intents-{source}.npz" if folder else None
    found = read(ready, embedder(), texts, source) or (read(kept, embedder(), texts, source) if kept else None)
    if found is not None:
        return found
    model = learnt(embedder(), texts, kinds)
    if kept:
        write(kept, model, source)
    return model


if __name__ == "__main__":
    make_ready()
