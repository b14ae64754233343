"""How well a stretch of words fits each unit of the schema.

For a span of words and a unit: cosine of the embedded texts, plus what the thesaurus says of their words, plus
(for a relation) the cosine to what the relation leads to. The scores of a span compete in a softmax with a null
reading, so that a span which fits nothing well gives every unit a low log-probability, and a span that fits two
units equally well gives neither much.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from agents.language.abbreviations import abbreviates
from agents.language.embeddings import Embedder, Vectors
from agents.language.english import FEMALE, LIGHT, MALE, QUESTION_WORDS, SOFT, akin, of_other_gender
from agents.language.foreign import alike, is_foreign, many_tongued
from agents.language.frames import APART, NONE, SAME, UNKNOWN, Frames, frames, listed, told
from agents.language.phrasing import shape
from agents.language.stems import stem
from agents.language.thesaurus import kinship, known
from agents.language.words import lemma
from agents.reading.lexicon import Lexicon, Surface, Unit, UnitKind
from agents.reading.names import head, single

TEMPERATURE = 0.15
NULL = 0.45  # the score of meaning nothing
KIN = 0.35  # ... for words that the thesaurus holds to be the same
KIN_FROM, KIN_STEEP, KIN_LEAST = 0.1, 3.0, 0.3  # ... as far as the cosine lets them: it lists far senses too
SHARED = 0.9  # how near words are that speak of one idea, and how near at most that speak of several: `frames.py`
IDEA = 0.55  # the least cosine of what speaks of one idea
OF_THE_IDEA = -1.6  # the least score of what speaks of it: who "reports to" X may be asked for its manager
NEAR = 0.5  # ... where it is as like as that
EXACTLY = 1.2  # the score of what is called just so
ELSEWHERE = 1.0  # ... where something else is: a district is no region where regions are recorded of something
CLASHING = 0.1  # ... and what it takes from a cosine that they do not
LITERALLY = 0.8  # a cosine at which words are the same, whatever ideas they speak of
SECOND = 0.3  # the share of the second model, which has read more than English
TAILS = 0.2  # ... for words that are like what a relation leads to
CONTEXT = 0.2  # ... for a relation whose sentence is like the whole question
STEMMED = 0.8  # the likeness of words of one stem
SHORTENED = 0.75  # the cosine of a name that abbreviates the words
UNEXPLAINED = 2.5  # a word of a span that the unit does not say
TWICE = 1.3  # a span joined by "of" and longer than the unit, as most units are said in as many words
APIECE = 2.8  # ... each of whose words says the unit: "children of offspring" are two units, "date of death" is one
COMPOUND = 0.2  # ... of a property that the last word names: "population density" is a density
MODIFIER = 0.8  # ... where the word is not the last: a compound is what its last word is
T = TypeVar("T")
KEPT = 12
_WORST = -4.5
SHARING = 4  # times as many are kept where several units are called alike
_NEAR = 48  # surfaces whose words are looked at, best cosines first
_SAID_AT = 0.75  # the cosine at which a word counts as said, and how far below it is not said at all
_SAID_OVER = 0.4
_ASKED = tuple(f"{asked} " for asked in QUESTION_WORDS.values())
_VOUCHED = 0.25  # how far the thesaurus, which lists words of far senses too, may raise a cosine

GENDERED = MALE | FEMALE

_Best = dict[tuple[Unit, bool], tuple[float, str, int]]
_Meaning = tuple[str, str]  # a kind of unit, and what it is called


@dataclass(frozen=True)
class Span:
    """A stretch as asked, its content lemmas, and the stretch with the prepositions that follow it."""

    text: str
    words: tuple[str, ...]
    followed: str = ""
    verb: bool = False  # what somebody or something does: no type is called so
    does: bool = False  # ... or such a verb with what belongs to it: "came out"


@dataclass(frozen=True)
class Fit:
    """A unit that a span may mean, with its log-probability (0 is best)."""

    unit: Unit
    backwards: bool
    score: float
    surface: str
    likeness: float  # before the competition: about 1 for the same words, .4 for nothing in common
    ideas: int = UNKNOWN  # whether the words and the unit speak of one idea: `agents.language.frames`


def fits(lexicon: Lexicon, spans: Sequence[Span], context: str = "") -> list[list[Fit]]:
    """Return, for each span, the units it may mean, best first.

    `context` is the whole question with names replaced by their types: a relation fits better where the
    sentence that it makes ("film directed by person") is near it.
    """
    if not spans or not lexicon.surfaces:
        return [[] for _ in spans]
    vectors, lemmas = _embedded(lexicon.embedder, spans, context)
    cosines = np.maximum(vectors @ lexicon.vectors.T, lemmas @ lexicon.vectors.T)
    second = many_tongued([span.text for span in spans]) @ lexicon.second.T
    cosines = (1.0 - SECOND) * cosines + SECOND * second if lexicon.parts.second_model else cosines
    _of_another_language(lexicon, spans, cosines)
    near = _context(lexicon, context)
    return [
        _softmax(_scores(lexicon, span, cosines[n], vectors[n], near), span, lexicon) for n, span in enumerate(spans)
    ]


def _embedded(embedder: Embedder, spans: Sequence[Span], context: str) -> tuple[Vectors, Vectors]:
    """Embed spans as asked and as lemmas; and, as one run of the model costs less than many, what comes after them."""
    texts = [span.text for span in spans]
    lemmas = [" ".join(span.words) for span in spans]
    single = sorted({word for span in spans if len(span.words) > 1 for word in span.words})
    vectors = embedder.embed([*texts, *lemmas, *single, *filter(None, [context])])
    return vectors[: len(spans)], vectors[len(spans) : 2 * len(spans)]


def _of_another_language(lexicon: Lexicon, spans: Sequence[Span], cosines: NDArray[np.float32]) -> None:
    """Raise the cosines of surfaces in another language to what a model of many languages says."""
    if lexicon.foreign:
        said = [lexicon.surfaces[number].text for number in lexicon.foreign]
        likeness = alike([span.text for span in spans], said)
        cosines[:, lexicon.foreign] = np.maximum(cosines[:, lexicon.foreign], likeness)


def _context(lexicon: Lexicon, context: str) -> dict[str, float]:
    """Return by how much each relation's sentence is nearer to the question than the usual one."""
    if not context or not lexicon.sentences or not lexicon.parts.context:
        return {}
    vector = lexicon.embedder.embed([context])[0]
    found = {name: float(vector @ sentence) for name, sentence in lexicon.sentences.items()}
    usual = sum(found.values()) / len(found)
    return {name: cosine - usual for name, cosine in found.items()}


def _scores(
    lexicon: Lexicon,
    span: Span,
    cosines: NDArray[np.float32],
    vector: NDArray[np.float32],
    context: Mapping[str, float],
) -> _Best:
    """Return the score of each unit (either way) that may be meant, and the surface that got it."""
    best: _Best = {}
    words, ideas = span.words, _ideas(span) if lexicon.parts.ideas else NONE
    shortened = {n for n in lexicon.short if _shortened(words, lexicon.surfaces[n].text)}
    ideal = {n for idea in ideas.own for n in lexicon.by_idea.get(idea, ())}
    order = map(int, np.argsort(-cosines, kind="stable")[: _NEAR * SHARING])
    nearest = _first(order, lambda number: lexicon.surfaces[number].text, _NEAR)
    gendered = not GENDERED.isdisjoint(words)
    for number in dict.fromkeys([*nearest, *sorted(shortened | ideal)]):
        surface = lexicon.surfaces[number]
        if gendered and of_other_gender(words, content(surface.text)):
            continue
        score = float(cosines[number])
        if number in shortened:
            score = max(score, SHORTENED)
        one, covered = told(ideas, lexicon.frames[number]), lexicon.frames[number].covered(ideas)
        score = max(score, IDEA) if covered == 1.0 else score
        score = max(score, STEMMED) if not span.verb and _of_one_stem(words, content(surface.text)) else score
        if span.verb and surface.unit.kind == "relation" and _of_its_verb(words, surface.text):
            score, one = max(score, STEMMED), max(one, UNKNOWN)
        kin = _kin(words, surface.text) if lexicon.parts.thesaurus else 0.0
        score += _vouched(score, words, surface.text, one, kin, covered)
        score += _as_relation(lexicon, surface, vector, context)
        key = (surface.unit, surface.backwards)
        if key not in best or score > best[key][0]:
            best[key] = (score, surface.text, one)
    return best


def _of_one_stem(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether a word is made of the other: "funding" of what is "funded by"."""
    single = len(words) == len(others) == 1 and len(words[0]) > len(others[0])
    return single and bool(root := stem(words[0])) and root == stem(others[0])


def _of_its_verb(words: tuple[str, ...], surface: str) -> bool:
    """Whether a verb is the one that a relation's name begins with: "(who is) going", of "goes on trip"."""
    own = content(surface)
    more = len(own) > 1 and own[1] not in ("place", "part")  # "takes place in" is no taking
    return more and words == own[:1] and shape(surface) == "verb"


def _ideas(span: Span) -> Frames:
    """Return the ideas of a span, without the words that "where" and "when" put before it."""
    text = next((span.text.removeprefix(asked) for asked in _ASKED if span.text.startswith(asked)), span.text)
    lemmas = " ".join(span.words)
    behind = span.followed.removeprefix(text).split()
    whole = frames(span.followed, f"{lemmas} {' '.join(behind)}") if behind else NONE
    return whole if whole.parts else frames(text, lemmas)


def _vouched(cosine: float, words: tuple[str, ...], surface: str, ideas: int, akin: float, covered: float) -> float:
    """Return what the thesaurus and the ideas that words speak of add to a cosine."""
    if ideas == APART and cosine < LITERALLY and not _akin(words, surface):
        return -CLASHING
    kin = min(akin, max(KIN_LEAST, KIN_STEEP * (cosine - KIN_FROM)))
    return KIN * max(kin, SHARED * covered if ideas == SAME else 0.0)


def _as_relation(
    lexicon: Lexicon, surface: Surface, vector: NDArray[np.float32], context: Mapping[str, float]
) -> float:
    """Return what speaks for a relation besides its name."""
    if surface.unit.kind != "relation":
        return 0.0
    tails = None if surface.backwards else lexicon.tails.get(surface.unit.name)
    alike = TAILS * max(0.0, float(vector @ tails)) if tails is not None else 0.0
    return alike + CONTEXT * context.get(surface.unit.name, 0.0)


def _softmax(best: _Best, span: Span, lexicon: Lexicon) -> list[Fit]:
    touched, embedder = lexicon.touched, lexicon.embedder
    words = span.words
    total = _totals(best, span.verb, touched)
    exact = {text for (unit, _), (score, text, _) in best.items() if score > EXACTLY and unit.kind == "property"}
    found = []
    for (unit, backwards), (score, text, ideas) in best.items():
        fit = score / TEMPERATURE - total(unit)
        fit -= ELSEWHERE if exact and text not in exact and unit.kind in ("relation", "property") else 0.0
        told_so = (
            ideas == SAME and score >= NEAR and (unit.kind == "relation" or (span.does and unit.kind == "property"))
        )
        fit = max(fit, OF_THE_IDEA) if told_so else fit
        if fit > _WORST and len(words) > 1 and not _one_idea(span, ideas):
            fit += _unsaid(unit, text, words, " of " in span.text, embedder)
        if fit > _WORST:
            found.append(Fit(unit, backwards, fit, text, score, ideas))
    return _first(sorted(found, key=lambda each: -each.score)[: KEPT * SHARING], lambda each: each.surface, KEPT)


def _first(ordered: Iterable[T], text: Callable[[T], str], most: int) -> list[T]:
    """Return what has one of the first so many texts: ten relations may each have a "weight", and none is left out."""
    listed = list(ordered)
    texts = set(list(dict.fromkeys(map(text, listed)))[:most])
    return [each for each in listed if text(each) in texts]


def _totals(best: _Best, verb: bool, touched: Mapping[Unit, frozenset[str]]) -> Callable[[Unit], float]:
    """Return what a unit competes with, as a logarithm: what else may be said of the things that it is said of.

    So the language of a book takes nothing from that of its editions. Nor does what edges say take anything from the
    others, nor types from what a verb may say.
    """
    worth = {meaning: float(np.exp(score / TEMPERATURE)) for meaning, score in _meanings(best).items()}
    said_of: dict[str, set[_Meaning]] = defaultdict(set)
    for unit, _ in best:
        for type in touched[unit] if unit.kind != "type" else ():
            said_of[type].add((unit.kind, unit.spoken))
    nothing = float(np.exp(NULL / TEMPERATURE))
    types = sum(each for (kind, _), each in worth.items() if kind == "type")
    plain = sum(each for (kind, _), each in worth.items() if kind in ("relation", "property"))
    of_types = nothing + plain + types - (0.0 if verb else _also_types(worth))

    @cache
    def rivals(kind: UnitKind, of: frozenset[str]) -> float:
        found: set[_Meaning] = set().union(*(said_of[type] for type in of))
        return sum(worth[each] for each in found if each[0] != "label" or kind == "label")

    def total(unit: Unit) -> float:
        among = nothing + rivals(unit.kind, touched[unit]) + (0.0 if verb else types)
        return float(np.log(of_types if unit.kind == "type" else among))

    return total


def _also_types(worth: Mapping[_Meaning, float]) -> float:
    """Return what relations compete with that are called like a type: the keeper of a lighthouse is one."""
    types = {form for kind, text in worth if kind == "type" for form in (single(text), head(text))}
    return sum(each for (kind, text), each in worth.items() if kind == "relation" and single(text) in types)


def _one_idea(span: Span, ideas: int) -> bool:
    """Whether the words are one word ("other half"), or one turn for the unit's idea ("work from home")."""
    return known(" ".join(span.words)) or (ideas == SAME and listed(span.text))


def _meanings(best: _Best) -> dict[_Meaning, float]:
    """Return the score of each meaning once: every type's "population" is one, and must not compete with itself."""
    meanings: dict[_Meaning, float] = {}
    for (unit, _), (score, *_) in best.items():
        key = (unit.kind, unit.spoken)
        meanings[key] = max(meanings.get(key, score), score)
    return meanings


def _unsaid(unit: Unit, text: str, words: tuple[str, ...], joined: bool, embedder: Embedder) -> float:
    """Return what it costs that a unit does not say all words of a span of several."""
    own = content(text)
    head = words[-1] in own and (words[-1] not in SOFT or len(own) == 1)  # a phone number is no "number of desks"
    compound = unit.kind in ("property", "label") and head
    missing = unexplained(words, text, embedder, COMPOUND if compound else MODIFIER)
    more = len(words) - len(content(text)) if joined else 0
    return -UNEXPLAINED * missing - (TWICE if missing else APIECE) * max(0, more)


def _shortened(words: tuple[str, ...], surface: str) -> bool:
    """Whether each word of a surface is one of the words or abbreviates one, and at least one does."""
    kept = [other for other in _forms(surface) if other not in words and other not in LIGHT]
    return bool(kept) and all(any(abbreviates(other, word) for word in words) for other in kept)


def unexplained(words: tuple[str, ...], surface: str, embedder: Embedder, modifier: float = MODIFIER) -> float:
    """Return how many of the words have no counterpart in a surface's words, in parts; modifiers count less."""
    others = content(surface)
    if not others:
        return float(len(words))
    cosines = embedder.embed(words) @ embedder.embed(others).T
    if is_foreign(surface):
        cosines = np.maximum(cosines, alike(words, others))
    missing = 0.0
    for row, word in zip(cosines, words, strict=True):
        near = max(
            _near(word, other, cosine) for cosine, other in zip((float(each) for each in row), others, strict=True)
        )
        near = 1.0 if any(abbreviates(other, word) for other in others) else near
        missing += min(1.0, max(0.0, (_SAID_AT - near) / _SAID_OVER)) * (1.0 if word == words[-1] else modifier)
    return missing


def _near(word: str, other: str, cosine: float) -> float:
    """Return how near two words are: by one idea that both speak of, else as the thesaurus may raise their cosine."""
    ideas = told(frames(word), frames(other))
    if ideas == SAME:
        return max(cosine, SHARED)
    if ideas == APART and not akin(word, other):
        return cosine
    return max(cosine, min(kinship(word, other), cosine + _VOUCHED))


@lru_cache(maxsize=20_000)
def content(surface: str) -> tuple[str, ...]:
    """Return the content lemmas of a surface text."""
    kept = tuple(lemma(word) for word in surface.split() if word not in LIGHT)
    return kept or tuple(surface.split())


@lru_cache(maxsize=50_000)
def _kin(words: tuple[str, ...], surface: str) -> float:
    """Return how near the words are to a surface's, as the thesaurus has it, 0 to 1; it has some plurals too."""
    others = list(zip(content(surface), _forms(surface), strict=True))
    if not words or not others:
        return 0.0
    near = [[max(kinship(word, form) for form in other) for other in others] for word in words]
    forward = sum(float(max(column)) for column in zip(*near, strict=True)) / len(others)
    backward = sum(max(row) for row in near) / len(words)
    return max((forward + backward) / 2, kinship(" ".join(words), " ".join(content(surface))))


@lru_cache(maxsize=50_000)
def _akin(words: tuple[str, ...], surface: str) -> bool:
    return any(akin(word, other) for word in words for other in content(surface))


@lru_cache(maxsize=20_000)
def _forms(surface: str) -> tuple[str, ...]:
    """Return the content words of a surface as they stand there."""
    kept = tuple(word for word in surface.split() if word not in LIGHT)
    return kept or tuple(surface.split())
