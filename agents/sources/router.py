"""The router: which sources a question is asked of, by what each says that it knows.

A source's scope is a sentence and questions of its kind. How near a question is to these, and how near to questions
about anything (`background.txt`), tells by a logistic curve whether the source covers it. The curve was fitted over
sources on other subjects than any it is measured on (`python -m bench.routing`), so a new source needs no training.
What people thought of earlier answers moves it (`Learnt`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from agents.language.embeddings import Embedder
from agents.language.english import LIGHT
from agents.sources.source import Scope, Source

# Nearest example, mean of the three nearest, description, middle of all, share of words known; and the background.
WEIGHTS = (7.58, 5.68, 4.58, 8.15, 3.65, -4.87)
BIAS = -7.57
COVERED = 0.4  # the chance from which on a source covers a question: .95 of the background is covered by none then
LEAST = 0.15  # the share of all that cover it, below which a source is not asked
SELF_GATED = "document"  # a search finds nothing where nothing is: it costs little, and its scope is what it finds
_STEM = 5  # letters by which words are the same
_EXAMPLES = 400  # of a scope that are looked at
_ALIKE, _REGRET = 0.7, 80.0  # what likeness above this to a question that a source got wrong takes off
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Learnt:
    """Questions that a source was right about, and wrong about, as people said."""

    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True)
class Routed:
    """A source to ask: the chance that it covers the question, and its share among those that do."""

    source: Source
    chance: float
    weight: float


class Router(Protocol):
    """Says which of a graph's sources a question is for."""

    def route(self, graph: str, question: str, sources: Sequence[Source]) -> tuple[Routed, ...]:
        """Return the sources to ask, likeliest first; none where none covers the question."""


class ScopeRouter:
    """Routes by the sources' scopes, and by what was learnt of them in a graph."""

    def __init__(self, embed: Embedder, learnt: Callable[[str], Mapping[str, Learnt]] = lambda _: {}) -> None:
        self._embed, self._learnt = embed, learnt

    def route(self, graph: str, question: str, sources: Sequence[Source]) -> tuple[Routed, ...]:
        """Return the sources to ask, likeliest first; documents are always among them."""
        searched = tuple(Routed(each, 1.0, 1.0) for each in sources if each.kind == SELF_GATED)
        others = [each for each in sources if each.kind != SELF_GATED]
        if not others:
            return searched
        learnt = self._learnt(graph)
        logits = [self._logit(question, each.scope, learnt.get(each.name, Learnt())) for each in others]
        return (*searched, *_shared(others, logits))

    def _logit(self, question: str, scope: Scope, learnt: Learnt) -> float:
        told = Scope(scope.description, (*scope.examples, *learnt.right))
        found = features(self._embed, question, told)
        regret = max(0.0, _nearest(self._embed, question, learnt.wrong) - _ALIKE)
        return float(found @ np.array(WEIGHTS)) + BIAS - _REGRET * regret


def _shared(sources: Sequence[Source], logits: Sequence[float]) -> tuple[Routed, ...]:
    """Return the sources that cover the question with their shares: softmax, the small dropped, and made one again."""
    chances = [1 / (1 + np.exp(-each)) for each in logits]
    inside = sorted((at for at in range(len(sources)) if chances[at] >= COVERED), key=lambda at: -logits[at])
    powers = np.exp(np.array([logits[at] - logits[inside[0]] for at in inside])) if inside else np.zeros(0)
    shares = powers / powers.sum() if inside else powers
    kept = [
        (at, share)
        for place, (at, share) in enumerate(zip(inside, shares, strict=True))
        if share >= LEAST or place == 0
    ]
    total = sum(share for _, share in kept)
    return tuple(
        Routed(sources[at], round(float(chances[at]), 4), round(float(share / total), 4)) for at, share in kept
    )


# --- what is seen of a question and a scope -----------------------------------------------------


def features(embed: Embedder, question: str, scope: Scope) -> Array:
    """Return the numbers that `WEIGHTS` are for.

    Texts are compared by their content words alone: in a short question "how do I ..." outweighs what it is about.
    """
    texts = [bare(each) for each in _texts(scope)]
    if not texts:
        return np.array([0, 0, 0, 0, 0, _near_background(embed, question)], dtype=np.float32)
    vectors, asked = embed.embed(texts), embed.embed([bare(question)])[0]
    cosines, middle = np.sort(vectors @ asked)[::-1], vectors.mean(axis=0)
    middle = middle / max(float(np.linalg.norm(middle)), 1e-9)
    known = {word[:_STEM] for text in texts for word in content(text)}
    said = [word[:_STEM] for word in content(question)]
    share = sum(each in known for each in said) / max(1, len(said))
    near = [float(cosines[0]), float(cosines[:3].mean()), float(vectors[0] @ asked), float(middle @ asked)]
    return np.array([*near, share, _near_background(embed, question)], dtype=np.float32)


def _texts(scope: Scope) -> list[str]:
    """Return the description and examples; of very many an even choice, so that a large corpus costs no more."""
    examples = list(dict.fromkeys(each for each in scope.examples if each.strip()))
    step = max(1, -(-len(examples) // _EXAMPLES))
    return [each for each in (scope.description, *examples[::step]) if each.strip()]


def content(text: str) -> list[str]:
    """Return the words of a text that carry content."""
    return [each for each in re.findall(r"\w+", text.lower()) if each not in LIGHT]


def bare(text: str) -> str:
    """Return a text without the words that carry no content, where any are left."""
    return " ".join(content(text)) or text


def _near_background(embed: Embedder, question: str) -> float:
    """Return the mean likeness to the three nearest questions about anything, other than the question itself."""
    others = [bare(each) for each in background() if each != question]
    return float(np.sort(embed.embed(others) @ embed.embed([bare(question)])[0])[-3:].mean())


def _nearest(embed: Embedder, question: str, others: Sequence[str]) -> float:
    return float((embed.embed(others[-_EXAMPLES:]) @ embed.embed([question])[0]).max()) if others else 0.0


@cache
def background() -> tuple[str, ...]:
    """Return questions about anything."""
    text = (Path(__file__).parent / "background.txt").read_text(encoding="utf-8")
    return tuple(each for each in text.splitlines() if each)
