"""Learns how much each sign of a reading counts (`agents/reading/certainty.json`), and shows what that is worth.

    python -m bench.certain [FOLDER ...] [--most N] [--write]

The questions are those of `bench.refusing`, over all of its graphs: what can be answered, and what cannot. A logistic
regression tells where the best reading is right; no sign may count the wrong way round. What is printed is of graphs
that were left out of the learning, each in its turn: how well right readings are told from wrong ones, and what share
of the answerable is refused where so much of the unanswerable is. Answerable and unanswerable questions weigh the
same, so a chance is that of a question of which nothing else is known. `--write` learns from all of them and ships it.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.reading.certainty import FILE, Weights
from bench.figures import Figure, table
from bench.refusing import Told, told_of

FOR = frozenset(["score", "margin", "like", "like_bare", "worst"])  # what speaks for a reading, if for anything
EITHER = frozenset(["words", "units", "left_verb", "left_light"])  # what may speak for it or against it
PENALTY = 3.0
REFUSED = 0.9  # of what cannot be answered: where the floor is set
CLEAR = 0.6  # the chance from which on nothing is said of doubt
STEPS = (0.8, 0.85, 0.9, 0.95)
Array = NDArray[Any]


@dataclass(frozen=True)
class Lesson:
    """Questions as rows of signs, of shape (questions, signs); which were read rightly; which can be answered.

    `named`: which have a name that nothing is called by, and are refused for that alone.
    """

    names: tuple[str, ...]
    signs: Array
    right: Array
    answerable: Array
    named: Array
    graphs: Array

    def where(self, kept: Array) -> "Lesson":
        """Return some of the questions."""
        arrays = (each[kept] for each in (self.signs, self.right, self.answerable, self.named, self.graphs))
        return Lesson(self.names, *arrays)

    @property
    def counts(self) -> Array:
        """How much each question counts: answerable ones as much as the others, together."""
        share = self.answerable.mean()
        counts: Array = np.where(self.answerable, 0.5 / share, 0.5 / (1.0 - share))
        return counts


def main() -> None:
    """Learn, print what it is worth, and write it where asked to."""
    options = _options()
    lesson = lesson_of(told_of(options.folders, options.most))
    chances = left_out(lesson)
    floor = float(np.quantile(chances[~lesson.answerable], REFUSED))
    weights = learnt(lesson, floor)
    print(table([*figures(lesson, chances), *reliability(lesson, chances)]))
    print(table([Figure(name, weight, "") for name, weight in weights.signs.items()]))
    if options.write:
        write(weights, lesson)


def lesson_of(told: Sequence[Told]) -> Lesson:
    """Return what there is to learn from: not what is answered rightly by another way than the one taken away."""
    used = [each for each in told if each.asked.readings.signs and not (each.what and each.right)]
    names = tuple(used[0].asked.readings.signs)
    return Lesson(
        names,
        np.array([[each.asked.readings.signs[name] for name in names] for each in used]),
        np.array([each.right for each in used]),
        np.array([not each.what for each in used]),
        np.array([_named(each) for each in used]),
        np.array([each.graph for each in used]),
    )


def _named(told: Told) -> bool:
    return any(each.startswith("a node called") for each in told.asked.readings.missing)


def left_out(lesson: Lesson) -> Array:
    """Return the chance of each question's reading by what was learnt without its graph."""
    chances = np.zeros(len(lesson.right))
    for graph in dict.fromkeys(lesson.graphs.tolist()):
        own = lesson.graphs == graph
        chances[own] = _chances(learnt(lesson.where(~own)), lesson.signs[own])
    return np.where(lesson.named, 0.0, chances)


def learnt(lesson: Lesson, floor: float = 0.0) -> Weights:
    """Return the weights under which what is right is likeliest, none of them the wrong way round."""
    from scipy.optimize import minimize

    lesson = lesson.where(~lesson.named)
    middle, spread = lesson.signs.mean(axis=0), lesson.signs.std(axis=0) + 1e-9
    rows, counts = (lesson.signs - middle) / spread, lesson.counts

    def loss(given: Array) -> tuple[float, Array]:
        odds = rows @ given[1:] + given[0]
        wrong = counts * (1.0 / (1.0 + np.exp(-odds)) - lesson.right)
        cost = (counts * np.logaddexp(0.0, np.where(lesson.right, -odds, odds))).sum()
        slope = np.concatenate([[wrong.sum()], rows.T @ wrong + PENALTY * given[1:]])
        return float(cost + PENALTY / 2 * (given[1:] ** 2).sum()), slope

    bounds = [(None, None), *(_bounds(name) for name in lesson.names)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B").x
    each = found[1:] / spread
    signs = {name: round(float(weight), 3) for name, weight in zip(lesson.names, each, strict=True)}
    return Weights(round(float(found[0] - each @ middle), 3), signs, CLEAR, round(floor, 3))


def _bounds(name: str) -> tuple[float | None, float | None]:
    return (None, None) if name in EITHER else (0.0, None) if name in FOR else (None, 0.0)


def figures(lesson: Lesson, chances: Array) -> list[Figure]:
    """Return how well right readings are told from wrong ones, and what is refused of what."""
    from sklearn.metrics import roc_auc_score

    open, score = ~lesson.named, lesson.signs[:, lesson.names.index("score")]
    found = [
        Figure("AUC, graphs left out", roc_auc_score(lesson.right[open], chances[open]), "", f"{open.sum()} questions"),
        Figure("AUC of the score alone", roc_auc_score(lesson.right[open], score[open]), ""),
    ]
    for step in STEPS:
        floor = np.quantile(chances[~lesson.answerable], step)
        refused = float((chances[lesson.answerable] <= floor).mean())
        rightly = float((chances[lesson.right] <= floor).mean())
        note = f"of the answerable are refused ({rightly:.3f} of those read rightly) below {floor:.3f}"
        found.append(Figure(f"where {step:.2f} of others are refused", refused, "", note))
    return found


def reliability(lesson: Lesson, chances: Array) -> list[Figure]:
    """Return, by tenths of the chance that readings were given, how many of them are right."""
    chances, lesson = chances[~lesson.named], lesson.where(~lesson.named)
    tenths, counts = np.minimum(9, (chances * 10).astype(int)), lesson.counts
    found = []
    for tenth in range(10):
        own = tenths == tenth
        if own.any():
            right, meant = (float(np.average(each[own], weights=counts[own])) for each in (lesson.right, chances))
            found.append(Figure(f"a chance of {meant:.2f}", right, "", f"right of {own.sum()}"))
    return found


def write(weights: Weights, lesson: Lesson, file: Path = FILE) -> None:
    """Write what was learnt, and from how much."""
    told: dict[str, Any] = {
        "learnt from": f"{len(lesson.right)} questions over {len(set(lesson.graphs.tolist()))} graphs",
        "clear": weights.clear,
        "unsure": weights.unsure,
        "bias": weights.bias,
        "signs": dict(weights.signs),
    }
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _chances(weights: Weights, signs: Array) -> Array:
    return np.array([weights.chance(dict(zip(weights.signs, row, strict=True))) for row in signs.tolist()])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.certain", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders with a graph and its questions")
    parser.add_argument("--most", type=int, default=1_000, help="how many questions of a folder are asked")
    parser.add_argument("--write", action="store_true", help="ship what is learnt from all of them")
    return parser.parse_args()


if __name__ == "__main__":
    main()
