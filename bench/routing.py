"""How well questions find their source: fits the router's curve on some subjects and measures it on others.

    python -m bench.routing [FOLDER] [--each]

FOLDER holds `calibration.yaml` and `measured.yaml`; without one those of the tests are taken. The weights that
`agents/sources/router.py` should have are printed beside those it has.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from agents.language.embeddings import embedder
from agents.model import Passage
from agents.sources.router import BIAS, WEIGHTS, ScopeRouter, background, features
from agents.sources.source import Scope, Source
from bench.figures import Figure, table

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "scopes"
_REGULARISATION = 50.0


class Shelf:
    """A source that has a scope and nothing to say."""

    kind = "card"

    def __init__(self, name: str, scope: Scope) -> None:
        self.name, self._scope = name, scope

    @property
    def scope(self) -> Scope:
        """What it can be asked about."""
        return self._scope

    async def passages(self, question: str, count: int, *, seed: int = 0) -> tuple[Passage, ...]:
        """Return nothing."""
        return ()


@dataclass(frozen=True)
class Asked:
    """A question, the source that it is for ("" for none), and those it went to."""

    question: str
    right: str
    went: tuple[str, ...]


def main() -> None:
    """Fit, measure, and print both."""
    options = _options()
    weights, bias = fitted(options.folder / "calibration.yaml")
    print("fitted:", [round(float(each), 2) for each in weights], round(bias, 2))
    print("in use:", [*WEIGHTS], BIAS)
    told = measured(options.folder / "measured.yaml")
    print(table(figures(told)))
    for each in told if options.each else ():
        if (each.right not in each.went) if each.right else each.went:
            print(f"{each.right or 'none'}: {each.question} -> {', '.join(each.went) or 'none'}")


def measured(file: Path) -> list[Asked]:
    """Return where each question of a file goes."""
    data, router = _read(file), ScopeRouter(embedder())
    shelves: list[Source] = [Shelf(name, scope) for name, scope in _scopes(data).items()]
    return [Asked(text, right, _went(router, text, shelves)) for text, right in _questions(data)]


def figures(told: Sequence[Asked]) -> list[Figure]:
    """Return how many questions went to their source, and how many of nobody's went to none."""
    inside, outside = [each for each in told if each.right], [each for each in told if not each.right]
    right = sum(each.right in each.went for each in inside) / len(inside)
    none = sum(not each.went for each in outside) / len(outside)
    beside = sum(len(set(each.went) - {each.right}) for each in inside) / len(inside)
    return [
        Figure("the right source asked", right, "", f"of {len(inside)} questions"),
        Figure("none asked", none, "", f"of {len(outside)} questions out of all scopes"),
        Figure("others asked beside", beside, "a question", ""),
    ]


def fitted(file: Path) -> tuple[Any, float]:
    """Return the weights and the bias of a logistic curve over a file's sources."""
    from sklearn.linear_model import LogisticRegression

    data, embed = _read(file), embedder()
    asked = [*_questions(data), *((each, "") for each in background())]
    rows, right = [], []
    for text, source in asked:
        for name, scope in _scopes(data).items():
            rows.append(features(embed, text, scope))
            right.append(name == source)
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000).fit(np.array(rows), right)
    return model.coef_[0], float(model.intercept_[0])


def _went(router: ScopeRouter, text: str, shelves: Sequence[Source]) -> tuple[str, ...]:
    return tuple(each.source.name for each in router.route("", text, shelves))


def _scopes(data: dict[str, Any]) -> dict[str, Scope]:
    return {name: Scope(each["description"], tuple(each["corpus"])) for name, each in data["sources"].items()}


def _questions(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, each in data["sources"].items():
        yield from ((text, name) for text in each["asked"])
    yield from ((text, "") for text in data.get("outside", ()))


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure which sources questions go to.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--each", action="store_true", help="print the questions that went astray")
    return parser.parse_args()


if __name__ == "__main__":
    main()
