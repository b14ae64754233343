"""How well a stretch of words fits each unit of the schema.

For a span of words and a unit: cosine of the embedded texts, plus what the thesaurus says of their words, plus
(for a relation) the cosine to what the relation leads to. The scores of a span compete in a softmax with a null
reading, so that a span which fits nothing well gives every unit a low log-probability, and a span that fits two
units equally well gives neither much.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.language.embeddings import Embedder
from agents.language.english import LIGHT, abbreviates
from agents.language.thesaurus import kinship
from agents.language.words import lemma
from agents.reading.lexicon import Lexicon, Unit

TEMPERATURE = 0.15
NULL = 0.45
KIN = 0.35
TAILS = 0.2
CONTEXT = 0.2
SHORTENED = 0.75  # the cosine of a name that abbreviates the words
UNEXPLAINED = 2.5  # a word of a span that the unit does not say
TWICE = 0.7  # a span joined by "of" and longer than the unit: "children of offspring" are two units
COMPOUND = 0.2  # ... of a property that the last word names: "population density" is a density
MODIFIER = 0.8  # ... where the word is not the last: a compound is what its last word is
KEPT = 6
_WORST = -4.5
_NEAR = 24  # units whose thesaurus words are looked at, best cosines first


@dataclass(frozen=True)
class Fit:
    """A unit that a span may mean, with its log-probability (0 is best)."""

    unit: Unit
    backwards: bool
    score: float
    surface: str
    likeness: float  # before the competition: about 1 for the same words, .4 for nothing in common


def fits(
    lexicon: Lexicon, embedder: Embedder, spans: Sequence[tuple[str, tuple[str, ...]]], context: str = ""
) -> list[list[Fit]]:
    """Return, for each span (its text as asked, its content lemmas), the units it may mean, best first.

    `context` is the whole question with names replaced by their types: a relation fits better where the
    sentence that it makes ("film directed by person") is near it.
    """
    if not spans or not lexicon.surfaces:
        return [[] for _ in spans]
    vectors = embedder.embed([text for text, _ in spans])
    lemmas = embedder.embed([" ".join(each) for _, each in spans])
    cosines = np.maximum(vectors @ lexicon.vectors.T, lemmas @ lexicon.vectors.T)
    near = _context(lexicon, embedder, context)
    return [
        _rank(lexicon, embedder, cosines[n], vectors[n], spans[n][1], " of " in spans[n][0], near)
        for n in range(len(spans))
    ]


def _context(lexicon: Lexicon, embedder: Embedder, context: str) -> dict[str, float]:
    if not context or not lexicon.sentences:
        return {}
    vector = embedder.embed([context])[0]
    found = {name: float(vector @ sentence[0]) for name, sentence in lexicon.sentences.items()}
    usual = sum(found.values()) / len(found)
    return {name: cosine - usual for name, cosine in found.items()}


def _rank(
    lexicon: Lexicon,
    embedder: Embedder,
    cosines: NDArray[np.float32],
    vector: NDArray[np.float32],
    words: tuple[str, ...],
    joined: bool,
    context: dict[str, float],
) -> list[Fit]:
    best: dict[tuple[Unit, bool], tuple[float, str]] = {}
    shortened = [
        n for n, surface in enumerate(lexicon.surfaces) if len(surface.text) < 24 and _shortened(words, surface.text)
    ]
    for number in [*np.argsort(-cosines)[: _NEAR * 2], *shortened]:
        surface = lexicon.surfaces[int(number)]
        score = float(cosines[number])
        if _shortened(words, surface.text):
            score = max(score, SHORTENED)
        score += KIN * _kin(words, surface.text)
        if surface.unit.kind == "relation" and not surface.backwards:
            centroid = lexicon.tails.get(surface.unit.name)
            score += TAILS * max(0.0, float(vector @ centroid[0])) if centroid is not None else 0.0
        if surface.unit.kind == "relation":
            score += CONTEXT * context.get(surface.unit.name, 0.0)
        key = (surface.unit, surface.backwards)
        if key not in best or score > best[key][0]:
            best[key] = (score, surface.text)
    return _softmax(best, words, joined, embedder)


def _softmax(
    best: dict[tuple[Unit, bool], tuple[float, str]], words: tuple[str, ...], joined: bool, embedder: Embedder
) -> list[Fit]:
    # One name on several owners (every type has a "population") is one meaning: it must not compete with itself.
    meanings: dict[tuple[str, str], float] = {}
    for (unit, _), (score, _) in best.items():
        key = (unit.kind, unit.spoken)
        meanings[key] = max(meanings.get(key, -9.0), score)
    total = sum(np.exp(score / TEMPERATURE) for score in meanings.values()) + np.exp(NULL / TEMPERATURE)
    found = []
    for (unit, backwards), (score, text) in best.items():
        fit = score / TEMPERATURE - float(np.log(total))
        if len(words) > 1:
            compound = unit.kind == "property" and words[-1] in content(text)
            fit -= UNEXPLAINED * unexplained(words, text, embedder, COMPOUND if compound else MODIFIER)
            fit -= TWICE * max(0, len(words) - len(content(text))) if joined else 0.0
        if fit > _WORST:
            found.append(Fit(unit, backwards, fit, text, score))
    return sorted(found, key=lambda each: -each.score)[: KEPT * 2]


def _shortened(words: tuple[str, ...], surface: str) -> bool:
    """Whether each word of a surface is one of the words or abbreviates one, and at least one does."""
    others = surface.split()
    kept = [other for other in others if other not in words and other not in LIGHT]
    return bool(kept) and all(any(abbreviates(other, word) for word in words) for other in kept)


def unexplained(words: tuple[str, ...], surface: str, embedder: Embedder, modifier: float = MODIFIER) -> float:
    """Return how many of the words have no counterpart in a surface's words, in parts; modifiers count less."""
    others = content(surface)
    if not others:
        return float(len(words))
    cosines = embedder.embed(words) @ embedder.embed(others).T
    missing = 0.0
    for row, word in zip(cosines, words, strict=True):
        near = max(float(row.max()), max(kinship(word, other) for other in others))
        near = 1.0 if any(abbreviates(other, word) for other in others) else near
        missing += min(1.0, max(0.0, (0.75 - near) / 0.4)) * (1.0 if word == words[-1] else modifier)
    return missing


def content(surface: str) -> tuple[str, ...]:
    """Return the content lemmas of a surface text."""
    kept = tuple(lemma(word) for word in surface.split() if word not in LIGHT)
    return kept or tuple(surface.split())


def _kin(words: tuple[str, ...], surface: str) -> float:
    """Return the mean, over a surface's words, of the nearest word's kinship."""
    others = content(surface)
    if not words or not others:
        return 0.0
    forward = sum(max(kinship(word, other) for word in words) for other in others) / len(others)
    backward = sum(max(kinship(word, other) for other in others) for word in words) / len(words)
    return max((forward + backward) / 2, kinship(" ".join(words), " ".join(others)))
