"""Learns the bi-encoder (`agents/language/biencoder.npz`) from the marked questions, and shows what that is worth.

    python -m bench.biencoder [--passes N] [--apart SHARE] [--write]

Needs the extra `train`. A share of the schemas is kept apart: what is printed is how often a stretch of their
questions is taken for the part that it asks for, of all the parts of its schema, by the cosine of the words to the
part's name (what the base gives) and by what was learnt; and how well stretches that ask for something are told from
those that ask for nothing. `--write` ships what was learnt from the others (of all of them with `--apart 0`).

The loss is the cross-entropy of a stretch over its schema's parts and nothing. Some parts are hidden from a question
now and then, and then what asks for them asks for nothing; some of another schema's are thrown in; some questions
are asked as of a graph without types.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random
from typing import TypeVar

import numpy as np
import torch
from torch.nn import functional
from tqdm import tqdm

from agents.language.biencoder import tokens, write
from agents.language.embeddings import embedder
from bench.examples import Example, examples, nothing
from bench.figures import Figure, table
from bench.marked import Marked, MarkedSchema, Part, digest, schemas
from bench.towers import Stretched, Tensor, Towers

RANK, DIMENSIONS = 12, 256
RATE, WARMING, LAST_RATE, DECAY = 1e-3, 0.06, 0.02, 0.01  # AdamW
SCHEMAS, QUESTIONS = 5, 30  # a step: so many schemas, and so many questions of each
HIDDEN, UNTYPED = 0.06, 0.08  # shares of parts that are hidden, and of schemas that are asked without types
STRANGE = (0, 0, 4, 10)  # parts of another schema that are thrown in
OF_NOTHING = 3  # stretches of a question that ask for nothing
WEIGHTS = {"whole": 1.0, "word": 0.3, "both": 0.5, "nothing": 0.6}
SEED = 0
CHANCE = Random(SEED)  # noqa: S311 - nothing secret is drawn
IMPOSSIBLE = -1e4  # the logarithm of a chance of none
T = TypeVar("T")


@dataclass
class Group:
    """Questions of one schema, and the parts that they may ask for."""

    parts: list[Part]
    questions: list[tuple[tuple[str, ...], list[Example]]]


@dataclass
class Scored:
    """How examples are taken: the mean loss, and of each the likeliest part, and by how much it beats nothing."""

    loss: Tensor
    found: Sequence[Example]
    guesses: list[str]
    odds: list[float]


def main() -> None:
    """Learn, print what it is worth, and write it where asked to."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--passes", type=float, default=4.0)
    options.add_argument("--apart", type=float, default=0.04)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    torch.manual_seed(SEED)
    every = schemas()
    CHANCE.shuffle(every)
    apart = every[: int(len(every) * chosen.apart)]
    towers = Towers(RANK, DIMENSIONS)
    learn(towers, every[len(apart) :], chosen.passes)
    if apart:
        print(table([*figures(towers, apart), *by_cosine(apart)]))
    if chosen.write:
        write(towers.arrays(), digest())


def learn(towers: Towers, known: Sequence[MarkedSchema], passes: float) -> None:
    """Change the towers so that stretches are near what they ask for."""
    steps = max(1, int(passes * sum(len(each.questions) for each in known) / (SCHEMAS * QUESTIONS)))
    changed = list(towers.learnt.values())
    optimizer = torch.optim.AdamW(changed, lr=RATE, weight_decay=DECAY)
    warming = WARMING * steps
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (warming + 1)) * max(LAST_RATE, 1.0 - step / steps)
    )
    sizes = [len(each.questions) for each in known]
    for _ in (progress := tqdm(range(steps), unit="step")):
        groups = [drawn(each, known) for each in CHANCE.choices(known, sizes, k=SCHEMAS)]
        loss = sum(each.loss for each in scored(towers, groups)) / SCHEMAS
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(changed, 1.0)
        optimizer.step()
        rates.step()
        progress.set_postfix(loss=f"{loss.item():.3f}")


def drawn(schema: MarkedSchema, known: Sequence[MarkedSchema]) -> Group:
    """Return some questions of a schema, with its parts as they are shown for once."""
    parts, bare = schema.parts(), CHANCE.random() < UNTYPED
    if bare:
        parts = [
            replace(each, told=replace(each.told, before="", behind=""))
            for each in parts if each.told.kind in ("relation", "type")
        ]  # fmt: skip
    hidden = {label for label in schema.labels() if CHANCE.random() < HIDDEN}
    strange = _some(CHANCE.choice(known).parts(), CHANCE.choice(STRANGE)) if not bare else []
    shown = [each for each in parts if each.label not in hidden] or parts
    asked = CHANCE.sample(schema.questions, min(QUESTIONS, len(schema.questions)))
    questions = [(_words(each, bare), [*examples(each, CHANCE), *_some(nothing(each), OF_NOTHING)]) for each in asked]
    return Group([*shown, *(replace(each, label=f"~{each.label}") for each in strange)], questions)


def _words(question: Marked, bare: bool) -> tuple[str, ...]:
    return tuple("it" if bare and n in question.named else word for n, word in enumerate(question.words))


def _some(found: Sequence[T], most: int) -> list[T]:
    return CHANCE.sample(found, min(most, len(found)))


def scored(towers: Towers, groups: Sequence[Group]) -> Iterator[Scored]:
    """Yield how the questions of each group are taken."""
    vectors = towers.units([part.told for group in groups for part in group.parts])
    rows: list[list[int]] = []
    stretches: list[Stretched] = []
    for group in groups:
        for words, found in group.questions:
            ids, at = tokens(words)
            stretches += [(len(rows), [n for word in each.words for n in range(*at[word])]) for each in found]
            rows.append(ids)
    spans, nothing = towers.odds(rows, stretches)
    first = place = 0
    for group in groups:
        found = [each for _, some in group.questions for each in some]
        last, end = first + len(found), place + len(group.parts)
        yield _scored(spans[first:last] @ vectors[place:end].T - nothing[first:last, None], group.parts, found)
        first, place = last, end


def _scored(odds: Tensor, parts: Sequence[Part], found: Sequence[Example]) -> Scored:
    right = torch.tensor([[part.label == each.label for part in parts] for each in found])
    right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
    chances = functional.log_softmax(functional.pad(odds, (0, 1)), 1)
    losses = -chances.masked_fill(~right, IMPOSSIBLE).logsumexp(1)
    counts = torch.tensor([WEIGHTS[each.sort] for each in found])
    best = odds.max(1)
    guesses = [parts[number].label for number in best.indices.tolist()]
    return Scored((losses * counts).sum() / counts.sum(), found, guesses, best.values.tolist())


def figures(towers: Towers, apart: Sequence[MarkedSchema]) -> Iterator[Figure]:
    """Yield how the towers take the questions of schemas that they have not learnt from."""
    told: list[tuple[Example, str, float]] = []
    for schema in apart:
        questions = [(each.words, [*examples(each, CHANCE), *nothing(each)]) for each in schema.questions]
        with torch.no_grad():
            each = next(scored(towers, [Group(schema.parts(), questions)]))
        told += zip(each.found, each.guesses, each.odds, strict=True)
    wholes = [(each.label == guess, odds) for each, guess, odds in told if each.sort == "whole"]
    empty = [odds for each, _, odds in told if each.sort == "nothing"]
    yield Figure("right part, learnt", float(np.mean([right for right, _ in wholes])), "", f"{len(wholes)} stretches")
    yield Figure("asking told from nothing (AUC)", _auc([odds for _, odds in wholes], empty), "")


def by_cosine(apart: Sequence[MarkedSchema]) -> Iterator[Figure]:
    """Yield how often the nearest name is the right part."""
    right = []
    for schema in apart:
        parts = schema.parts()
        names = embedder().embed([each.told.name for each in parts])
        asked = [
            (each.label, " ".join(question.words[each.first : each.last]))
            for question in schema.questions for each in question.stretches if not each.value
        ]  # fmt: skip
        nearest = (embedder().embed([words for _, words in asked]) @ names.T).argmax(axis=1)
        right += [parts[number].label == label for number, (label, _) in zip(nearest, asked, strict=True)]
    yield Figure("right part, by cosine", float(np.mean(right)), "")


def _auc(high: Sequence[float], low: Sequence[float]) -> float:
    """Return how often one of `high` is above one of `low`."""
    order = sorted([(each, 1) for each in high] + [(each, 0) for each in low])
    ranks = sum(rank for rank, (_, is_high) in zip(count(1), order, strict=False) if is_high)
    return (ranks - len(high) * (len(high) + 1) / 2) / (len(high) * len(low))


if __name__ == "__main__":
    main()
