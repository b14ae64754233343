"""The bi-encoder of `agents.language.biencoder` for torch, so that it can be learnt: MiniLM with low-rank changes."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch.nn import functional

from agents.language.biencoder import KINDS, LAYERS, LINEAR, Array, Told, base, tokens

HEADS = 12
EPSILON = 1e-12
NAME = 0.7  # the share of a unit's name in its vector at first; the rest is all its words
FIRST_SCALE, FIRST_NOTHING = 2.3, 4.0
Tensor = Any
Stretched = tuple[int, Sequence[int]]  # a row of a batch, and some of its tokens


class Towers:
    """Both towers over one transformer (Devlin et al., 2019), whose own weights stay as they are.

    `learnt`: what can be changed, by the names that `biencoder.npz` has for it.
    """

    def __init__(self, rank: int, dimensions: int) -> None:
        self._base = {name: torch.from_numpy(each) for name, each in base().items()}
        width = self._base["word"].shape[1]
        turned = torch.linalg.qr(torch.randn(width, width))[0][:dimensions]  # at first they see what the base sees
        first = {
            "Q.weight": turned,
            "Q.bias": torch.zeros(dimensions),
            "U.weight": torch.cat([NAME * turned, (1.0 - NAME) * turned], 1),
            "U.bias": torch.zeros(dimensions),
            "null.weight": torch.zeros(1, width),
            "null.bias": torch.full((1,), FIRST_NOTHING),
            "kind": torch.zeros(len(KINDS), dimensions),
            "scale": torch.tensor(FIRST_SCALE),
            **dict(self._changes(rank)),
        }
        self.learnt = {name: each.contiguous().requires_grad_() for name, each in first.items()}

    def _changes(self, rank: int) -> Iterator[tuple[str, Tensor]]:
        """Yield the low-rank changes of all linear layers, which change nothing at first."""
        for number in range(LAYERS):
            for short, name in LINEAR.items():
                inputs, outputs = self._base[f"layer.{number}.{name}.w"].shape
                yield f"layers.{number}.{short}.A", torch.randn(inputs, rank) / inputs**0.5
                yield f"layers.{number}.{short}.B", torch.zeros(rank, outputs)

    def arrays(self) -> dict[str, Array]:
        """Return what was learnt."""
        return {name: each.detach().numpy() for name, each in self.learnt.items()}

    def units(self, told: Sequence[Told]) -> Tensor:
        """Return the vectors of units, of unit length."""
        read = [tokens(each.words) for each in told]
        names, wholes = [], []
        for number, ((ids, at), each) in enumerate(zip(read, told, strict=True)):
            first, last = each.place
            names.append((number, range(at[first][0], at[last - 1][1])))
            wholes.append((number, range(1, len(ids) - 1)))
        hidden = self._hidden([ids for ids, _ in read])
        both = torch.cat([_means(hidden, names), _means(hidden, wholes)], 1)
        kinds = self.learnt["kind"][torch.tensor([KINDS.index(each.kind) for each in told])]
        return functional.normalize(self._tower("U", both) + kinds, dim=1)

    def odds(self, rows: Sequence[Sequence[int]], stretches: Sequence[Stretched]) -> tuple[Tensor, Tensor]:
        """Return of stretches of questions their vectors, as long as their products with units' are log-odds, and how
        much each speaks of nothing."""
        means = _means(self._hidden(rows), stretches)
        scale = torch.exp(self.learnt["scale"])
        return scale * functional.normalize(self._tower("Q", means), dim=1), self._tower("null", means)[:, 0]

    def _tower(self, name: str, means: Tensor) -> Tensor:
        return functional.linear(means, self.learnt[f"{name}.weight"], self.learnt[f"{name}.bias"])

    def _hidden(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Return the last hidden states of rows of tokens."""
        ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
        mask = torch.zeros_like(ids, dtype=torch.bool)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = torch.tensor(row)
            mask[number, : len(row)] = True
        states = self._base["word"][ids] + self._base["position"][: ids.shape[1]] + self._base["sort"][0]
        states = self._normed(states, "embeddings.LayerNorm")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for number in range(LAYERS):
                states = self._layer(number, states, mask)
        return states.float()

    def _layer(self, number: int, states: Tensor, mask: Tensor) -> Tensor:
        count, length, width = states.shape
        q, k, v = (
            self._linear(number, each, states).view(count, length, HEADS, -1).transpose(1, 2) for each in "qkv"
        )  # fmt: skip
        heeded = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        heeded = self._linear(number, "o", heeded.transpose(1, 2).reshape(count, length, width))
        states = self._normed(states + heeded, f"layer.{number}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(number, "i", states))
        return self._normed(states + self._linear(number, "f", inner), f"layer.{number}.output.LayerNorm")

    def _linear(self, number: int, short: str, states: Tensor) -> Tensor:
        own = f"layer.{number}.{LINEAR[short]}"
        low, high = (self.learnt[f"layers.{number}.{short}.{each}"] for each in "AB")
        return states @ self._base[f"{own}.w"] + self._base[f"{own}.b"] + states @ low @ high

    def _normed(self, states: Tensor, name: str) -> Tensor:
        gain, bias = self._base[f"{name}.g"], self._base[f"{name}.b"]
        return functional.layer_norm(states, gain.shape, gain, bias, EPSILON)


def _means(hidden: Tensor, stretches: Sequence[Stretched]) -> Tensor:
    """Return the mean state of each stretch's tokens."""
    taken = torch.zeros(len(stretches), hidden.shape[1])
    for number, (_, places) in enumerate(stretches):
        taken[number, list(places)] = 1.0
    states = hidden[torch.tensor([row for row, _ in stretches])]
    return (states * taken[:, :, None]).sum(1) / taken.sum(1, keepdim=True).clamp(min=1.0)
