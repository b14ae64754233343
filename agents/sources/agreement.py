"""How far one sentence says what another claims, with no trained judge: word by word, and what cannot be both.

Each content word of the claim looks for its like in the evidence: the same word, a kin, a near vector. Words of the
claim's subject weigh less, for both sides speak of it: what is said of it has to be founded. What is denied on one
side alone, a number where the evidence has others, and a word that is missing where the evidence has another in its
place ("a French series", "an American series") speak against it. On pairs of claims and evidence that were made so
that neither alone tells anything this orders better than shared words do (ROC-AUC .78 against .71), and is no judge
all the same. So it supports, but says no more than it sees.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.extraction.parsing import LONGEST, model
from agents.extraction.values import alike, numbers
from agents.language.embeddings import Embedder
from agents.language.english import LIGHT
from agents.language.thesaurus import kinship

_NEAR = 0.65  # the cosine of two words under which they have nothing in common
_KIN = 0.8  # the share of a word that the thesaurus holds to be near
_DENIED = 0.5  # what a denial on one side alone takes away
_NUMBER = 0.1  # what a number of the claim takes away that the evidence, which has others, lacks
_REPLACED = 0.15  # what a word takes away in whose place the evidence has another
_SUBJECT = 0.4  # what a word of the subject weighs
_FOUND = 0.5  # the likeness from which on a word counts as found
_SUBJECTS = ("nsubj", "nsubjpass")
_TELLING = frozenset("PROPN NUM NOUN VERB ADJ ADV".split())
_DENYING = frozenset(
    """not n't never no none neither nor without nobody nothing cannot fail refuse decline lack deny unable incapable
    stop avoid prevent exclude""".split()
)


@dataclass(frozen=True)
class Agreement:
    """How far a claim is founded in a sentence: `score` 0 to 1, the share of its words found there, what is against."""

    score: float
    covered: float
    against: tuple[str, ...] = ()  # "denied": on one side alone; "number", "replaced": others stand there


@dataclass(frozen=True)
class _Word:
    text: str
    lemma: str
    pos: str
    place: str  # what it is in its sentence, as the parser calls it
    weight: float = 1.0


def agreement(claim: str, evidence: str, embed: Embedder) -> Agreement:
    """Return how far `evidence` says what `claim` does."""
    words, others = _words(claim), _words(evidence)
    if not words or not others:
        return Agreement(0.0, 0.0)
    near = embed.embed([each.lemma for each in words]) @ embed.embed([each.lemma for each in others]).T
    found = np.array(
        [
            [_like(one, other, float(cosine)) for other, cosine in zip(others, row, strict=True)]
            for one, row in zip(words, near, strict=True)
        ]
    )
    best = found.max(axis=1)
    weights = np.array([each.weight for each in words])
    against = (*_against(claim, evidence), *(("replaced",) if _replaced(words, others, found) else ()))
    lost = _DENIED * ("denied" in against) + _NUMBER * ("number" in against) + _REPLACED * ("replaced" in against)
    return Agreement(max(0.0, float(best @ weights / weights.sum()) - lost), float(best.mean()), against)


def _replaced(words: Sequence[_Word], others: Sequence[_Word], found: NDArray[np.float64]) -> bool:
    """Tell whether a word of the claim is missing where the evidence has one of its own in the same place."""
    own = {(each.pos, each.place) for each, best in zip(others, found.max(axis=0), strict=True) if best < _FOUND}
    missing = {(each.pos, each.place) for each, best in zip(words, found.max(axis=1), strict=True) if best < _FOUND}
    return bool(own & missing)


def _like(one: _Word, other: _Word, cosine: float) -> float:
    """Return how far one word says the other, 0 to 1; a number only says itself, and a name has no kin."""
    if one.lemma == other.lemma or one.text == other.text:
        return 1.0
    if one.pos == "NUM":
        return 0.0
    kin = 0.0 if one.pos == "PROPN" else _KIN * kinship(one.lemma, other.lemma)
    return max(kin, (cosine - _NEAR) / (1.0 - _NEAR), 0.0)


def _against(claim: str, evidence: str) -> tuple[str, ...]:
    told, had = numbers(claim), numbers(evidence)
    other = told and had and not all(any(alike(one, each) for each in had) for one in told)
    return (*(("denied",) if _denies(claim) != _denies(evidence) else ()), *(("number",) if other else ()))


def _denies(text: str) -> bool:
    return any(each.lower_ in _DENYING or each.lemma_.lower() in _DENYING for each in _parsed(text))


@lru_cache(maxsize=4_000)
def _words(text: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(each.lower_, each.lemma_.lower(), each.pos_, each.dep_, _SUBJECT if _in_subject(each) else 1.0)
        for each in _parsed(text)
        if each.pos_ in _TELLING and each.lower_ not in LIGHT and any(letter.isalnum() for letter in each.text)
    )


def _in_subject(token: Any) -> bool:
    return any(each.dep_ in _SUBJECTS for each in (token, *token.ancestors))


@lru_cache(maxsize=2_000)
def _parsed(text: str) -> Any:
    return model()(text[:LONGEST])
