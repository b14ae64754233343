"""Which stretch of a question means which unit of a schema, as a bi-encoder learnt it from marked questions.

Two towers over one small transformer: a stretch of words *in its question* ("what does the pest [go for]") and a unit
with the types it stands between ("pest affects variety") become vectors, whose product is high where the words mean
the unit. A stretch may mean nothing of the schema as well, which has a score of its own. The transformer is the
embedded model of `embeddings.py` with low-rank changes to its weights (LoRA; Hu et al., 2021). Those and the towers
lie in `biencoder.npz`, which `make biencoder` learns anew (`bench/biencoder.py`). Reading does not ask it yet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from agents.language.embeddings import hidden_states, model_file, session, tokenizer

Array = NDArray[np.float32]
Kind = Literal["type", "relation", "property", "label"]
FILE = Path(__file__).parent / "biencoder.npz"
KINDS: tuple[Kind, ...] = ("type", "relation", "property", "label")
LAYERS = 6
LINEAR = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "o": "attention.output.dense", "i": "intermediate.dense", "f": "output.dense",
}  # fmt: skip
_NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
_CLS, _SEP, _STRANGE = 101, 102, 100
_LONGEST = 126  # tokens
_BATCH = 64
_STEPS = 127.0  # of an int8


@dataclass(frozen=True)
class Told:
    """A unit as it is encoded: the words of its name, and those before and behind it."""

    kind: Kind
    name: str
    before: str = ""
    behind: str = ""

    @property
    def words(self) -> list[str]:
        """All its words."""
        return [*self.before.split(), *self._own, *self.behind.split()]

    @property
    def place(self) -> tuple[int, int]:
        """Where among its words its name is, first to last (exclusive)."""
        first = len(self.before.split())
        return first, first + len(self._own)

    @property
    def _own(self) -> list[str]:
        return self.name.split() or ["?"]


class BiEncoder:
    """The learnt model; safe for several threads."""

    def units(self, told: Sequence[Told]) -> Array:
        """Return the units' vectors, of unit length, (len(told), dimensions)."""
        towers = _towers()
        found = np.zeros((len(told), towers["kind"].shape[1]), dtype=np.float32)
        rows = [tokens(each.words) for each in told]
        order = sorted(range(len(told)), key=lambda n: len(rows[n][0]))
        for batch in (order[first : first + _BATCH] for first in range(0, len(order), _BATCH)):
            hidden, _ = hidden_states(_session(), [rows[n][0] for n in batch])
            for states, n in zip(hidden, batch, strict=True):
                ids, at = rows[n]
                first, last = told[n].place
                name = states[at[first][0] : max(at[last - 1][1], at[first][0] + 1)].mean(axis=0)
                whole = states[1 : max(len(ids) - 1, 2)].mean(axis=0)
                both = np.concatenate([name, whole])
                found[n] = both @ towers["U.weight"].T + towers["U.bias"] + towers["kind"][KINDS.index(told[n].kind)]
        return _unit_length(found)

    def log_odds(self, words: Sequence[str], stretches: Sequence[Sequence[int]], units: Array) -> Array:
        """Return how much likelier each stretch means each unit than nothing, (len(stretches), len(units)), in natural
        logarithms. `words`: the question's, with names replaced by their types; `stretches`: indices of words."""
        towers = _towers()
        states, at = _read(tuple(words))
        taken = [[n for index in stretch for n in range(*at[index])] for stretch in stretches]
        means = np.stack([states[each or [0]].mean(axis=0) for each in taken])
        spans = _unit_length(means @ towers["Q.weight"].T + towers["Q.bias"])
        nothing = means @ towers["null.weight"].T + towers["null.bias"]
        odds: Array = np.exp(towers["scale"]) * (spans @ units.T) - nothing
        return odds


@lru_cache(maxsize=1)
def biencoder() -> BiEncoder:
    """Return the process's one."""
    return BiEncoder()


def tokens(words: Sequence[str]) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the token ids of words, and for each word its first and last (exclusive) token; punctuation has none."""
    ids, at = [_CLS], []
    for word in words:
        pieces = _pieces(word) if any(map(str.isalnum, word)) else ()
        at.append((min(len(ids), _LONGEST - 1), min(len(ids) + len(pieces), _LONGEST)))
        ids += pieces
    return [*ids[:_LONGEST], _SEP], at


def base() -> dict[str, Array]:
    """Return the weights of the embedded model as they are before any change, by what they are for."""
    from onnx import numpy_helper  # it costs time: only for whoever learns

    model = _model()
    stored, quantised = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}, _quantised(model)
    embeddings = "inner.embeddings."
    found = {
        "word": _whole(stored, (f"{embeddings}word_embeddings.weight_q", f"{embeddings}word_embeddings.weight_scale")),
        "position": _whole(
            stored, (f"{embeddings}position_embeddings.weight_q", f"{embeddings}position_embeddings.weight_scale")
        ),
        "sort": stored[f"{embeddings}token_type_embeddings.weight"],
    }
    norms = [f"layer.{number}.{norm}" for number in range(LAYERS) for norm in _NORMS]
    for name, of in [("embeddings.LayerNorm", "inner."), *((norm, "inner.encoder.") for norm in norms)]:
        found[f"{name}.g"], found[f"{name}.b"] = stored[f"{of}{name}.weight"], stored[f"{of}{name}.bias"]
    for name, names in quantised.items():
        found[f"{name}.w"], found[f"{name}.b"] = _whole(stored, names), stored[f"inner.encoder.{name}.bias"]
    return {name: np.array(each, dtype=np.float32) for name, each in found.items()}


def write(learnt: Mapping[str, Array], learnt_from: str, file: Path = FILE) -> None:
    """Write what was learnt, matrices as int8 with a scale for each row, and what it was learnt from."""
    kept: dict[str, Any] = {"learnt_from": np.array(learnt_from)}
    for name, each in learnt.items():
        if each.ndim > 1:
            step = np.maximum(np.abs(each).max(axis=1, keepdims=True) / _STEPS, 1e-9)
            kept[name], kept[f"{name}|step"] = np.round(each / step).astype(np.int8), step.astype(np.float16)
        else:
            kept[name] = each.astype(np.float32)
    np.savez_compressed(file, **kept)


def learnt_from(file: Path = FILE) -> str:
    """Return what the shipped weights were learnt from."""
    with np.load(file) as kept:
        return str(kept["learnt_from"])


def learnt(file: Path = FILE) -> Iterator[tuple[str, Array]]:
    """Yield what was learnt, by name."""
    with np.load(file) as kept:
        for name in kept.files:
            if name != "learnt_from" and not name.endswith("|step"):
                step = kept[f"{name}|step"].astype(np.float32) if f"{name}|step" in kept.files else np.float32(1.0)
                yield name, kept[name].astype(np.float32) * step


@lru_cache(maxsize=1)
def _towers() -> dict[str, Array]:
    """Return what was learnt, without the changes to the transformer."""
    return {name: each for name, each in learnt() if not name.startswith("layers.")}


def _unit_length(vectors: Array) -> Array:
    found: Array = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return found


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[int, ...]:
    return tuple(tokenizer().encode(word, add_special_tokens=False).ids) or (_STRANGE,)


@lru_cache(maxsize=64)
def _read(words: tuple[str, ...]) -> tuple[Array, list[tuple[int, int]]]:
    """Return the hidden states of a question, and the tokens of each word."""
    ids, at = tokens(words)
    return hidden_states(_session(), [ids])[0][0], at


@lru_cache(maxsize=1)
def _session() -> Any:
    """Return a session of the embedded model with the changes added to its linear layers."""
    from onnx import numpy_helper  # it costs time: only for whoever encodes

    model, changes = _model(), dict(learnt())
    quantised = _quantised(model)
    stored = {each.name: each for each in model.graph.initializer}
    for number in range(LAYERS):
        for short, name in LINEAR.items():
            weights, scale = (stored[each] for each in quantised[f"layer.{number}.{name}"])
            whole = numpy_helper.to_array(weights).astype(np.float32) * numpy_helper.to_array(scale)
            whole = whole + changes[f"layers.{number}.{short}.A"] @ changes[f"layers.{number}.{short}.B"]
            step = np.maximum(np.abs(whole).max(axis=0, keepdims=True) / _STEPS, 1e-9).astype(np.float32)
            weights.CopyFrom(numpy_helper.from_array(np.round(whole / step).astype(np.int8), weights.name))
            scale.CopyFrom(numpy_helper.from_array(step, scale.name))
    return session(model.SerializeToString())


def _model() -> Any:
    import onnx

    return onnx.load(str(model_file()))


def _whole(stored: Mapping[str, Array], names: tuple[str, str]) -> Array:
    weights, scale = (stored[each] for each in names)
    return weights.astype(np.float32) * scale


def _quantised(model: Any) -> dict[str, tuple[str, str]]:
    """Return the names of the weights and the scales of each linear layer, which only its bias is called by."""
    nodes = model.graph.node
    made_by = {output: node for node in nodes for output in node.output}
    found = {}
    for node in nodes:
        bias = next((each for each in node.input if each.endswith(".bias")), "") if node.op_type == "Add" else ""
        if bias:
            product = made_by[next(each for each in node.input if each != bias)]
            scaled = made_by[product.input[1]].input
            cast = next(each for each in scaled if each in made_by and made_by[each].op_type == "Cast")
            scale = next(each for each in scaled if each != cast)
            found[bias.removeprefix("inner.encoder.").removesuffix(".bias")] = (made_by[cast].input[0], scale)
    return found
