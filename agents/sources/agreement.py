"""How far one sentence says what another claims, with no trained judge: word by word, and what cannot be both.

Each content word of the claim looks for its like in the evidence: the same word, a kin, a near vector. What is denied
on one side alone, and a number where the evidence has others, speaks against it. On pairs of claims and evidence that
were made so that neither alone tells anything this orders better than shared words do, and is no judge all the same:
"a French series" and "an American series" are much alike. So it supports, but says no more than it sees.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from agents.extraction.parsing import LONGEST, model
from agents.extraction.values import alike, numbers
from agents.language.embeddings import Embedder
from agents.language.english import LIGHT
from agents.language.thesaurus import kinship

_NEAR = 0.65  # the cosine of two words under which they have nothing in common
_KIN = 0.8  # the share of a word that the thesaurus holds to be near
_DENIED = 0.5  # what a denial on one side alone takes away
_NUMBER = 0.1  # what a number of the claim takes away that the evidence, which has others, lacks
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
    against: tuple[str, ...] = ()  # "denied": on one side alone; "number": others stand there


@dataclass(frozen=True)
class _Word:
    text: str
    lemma: str
    pos: str


def agreement(claim: str, evidence: str, embed: Embedder) -> Agreement:
    """Return how far `evidence` says what `claim` does."""
    words, others = _words(claim), _words(evidence)
    if not words or not others:
        return Agreement(0.0, 0.0)
    near = embed.embed([each.lemma for each in words]) @ embed.embed([each.lemma for each in others]).T
    covered = sum(
        max(_like(one, other, float(cosine)) for other, cosine in zip(others, row, strict=True))
        for one, row in zip(words, near, strict=True)
    ) / len(words)
    against = _against(claim, evidence)
    lost = _DENIED * ("denied" in against) + _NUMBER * ("number" in against)
    return Agreement(max(0.0, covered - lost), covered, against)


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
        _Word(each.lower_, each.lemma_.lower(), each.pos_)
        for each in _parsed(text)
        if each.pos_ in _TELLING and each.lower_ not in LIGHT and any(letter.isalnum() for letter in each.text)
    )


@lru_cache(maxsize=2_000)
def _parsed(text: str) -> Any:
    return model()(text[:LONGEST])
