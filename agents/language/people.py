"""Which nouns are for people: "painter" and "curator" are, "painting" and "museum" are not.

Nouns of `people.txt` are known; any other is judged by its vector, with weights that ridge regression learns from
those (and from the endings of who does something). Left out one by one, some 95 of 100 of them are judged rightly.
The weights lie ready in `people.npz` (`make intents` writes it anew); where the lists have changed since, or another
model makes the vectors, they are learnt on first use (a second).
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from agents.language.embeddings import Embedder, Vectors
from agents.language.embeddings import embedder as the_embedder

READY = Path(__file__).with_name("people.npz")
_FILE = Path(__file__).with_name("people.txt")
_ENDS = ("er", "or", "ist", "ian", "ee", "ant", "man")
_END = 0.3  # how much an ending weighs beside a vector of length 1
_RIDGE = 1.0
_ALIKE = 1e-3  # two vectors of one model differ by less


def people(nouns: Sequence[str], embedder: Embedder) -> list[bool]:
    """Return for each noun, in the singular, whether it is one for people."""
    known = _known()
    if not nouns:
        return []
    judged = np.dot(_features(nouns, embedder), _weights(embedder)) > 0.0
    return [known.get(noun, bool(noun and each)) for noun, each in zip(nouns, judged, strict=True)]


@lru_cache(maxsize=1)
def _known() -> dict[str, bool]:
    lists = dict(line.split(": ", 1) for line in _FILE.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {noun: name == "people" for name in ("others", "people") for noun in lists[name].split()}


def _weights(embedder: Embedder) -> Vectors:
    weights, sample = _ready()
    return weights if _alike(sample, _sample(embedder)) else learnt(embedder)


@lru_cache(maxsize=1)
def _ready() -> tuple[Vectors, Vectors]:
    """Return the weights that lie ready, and the sample of the model whose vectors they weigh; none of other lists."""
    with np.load(READY) as ready:
        kept = str(ready["source"]) == _source()
        return np.asarray(ready["weights"]), np.asarray(ready["sample"] if kept else ())


def learnt(embedder: Embedder) -> Vectors:
    """Return the weights of ridge regression over the listed nouns, (dimensions + 2,)."""
    features = _features(list(_known()), embedder)
    sides = np.array([1.0 if each else -1.0 for each in _known().values()], dtype=np.float32)
    own = features.T @ features + _RIDGE * np.eye(features.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(own, features.T @ sides), dtype=np.float32)


def make_ready(embedder: Embedder, file: Path = READY) -> None:
    """Learn from the lists and write what was learnt."""
    np.savez(file, weights=learnt(embedder), source=_source(), sample=_sample(embedder))


def _alike(one: Vectors, other: Vectors) -> bool:
    return one.shape == other.shape and bool(np.allclose(one, other, atol=_ALIKE))


def _source() -> str:
    return sha256(_FILE.read_bytes()).hexdigest()


def _sample(embedder: Embedder) -> Vectors:
    """Return the vector by which a model is told from another, (dimensions,)."""
    vector: Vectors = embedder.embed(["person"])[0]
    return vector


def _features(nouns: Sequence[str], embedder: Embedder) -> Vectors:
    """Return vectors with an ending and a constant, (len(nouns), dimensions + 2)."""
    ends = [[_END if noun.endswith(_ENDS) else 0.0, 1.0] for noun in nouns]
    return np.hstack([embedder.embed(nouns), np.array(ends, dtype=np.float32)])


if __name__ == "__main__":
    make_ready(the_embedder())
