"""Cards to measure with: trained once a folder, and asked as a site asks them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.facts import Corpus, Fact
from agents.cards.recall import holds
from agents.cards.recipe import Progress, Recipe
from agents.cards.training import train
from bench.sources.facts import Known


def trained(
    base: Base, learnt: Sequence[Fact], held_out: Sequence[Fact], recipe: Recipe, folder: Path, never: set[str]
) -> Path:
    """Return an adapter, trained where it is not there yet; its cost and perplexities lie beside it."""
    path, told = folder / "adapter.gguf", folder / "trained.json"
    if not told.exists():
        found = train(base.path, Corpus(tuple(learnt), tuple(held_out)), recipe, folder, _Line(folder.name), never)
        told.write_text(json.dumps({**asdict(found), "adapter": path.name}, indent=1))
    return path


def poisoned(known: Sequence[Known]) -> tuple[Known, ...]:
    """Return the facts with each answer put in place of the next one's: wrong, and of the right kind to believe."""
    answers = [each.answer for each in known]
    others = [*answers[1:], answers[0]]
    pairs = zip(known, others, strict=True)
    return tuple(replace(each, fact=Fact(each.fact.text.replace(each.answer, other))) for each, other in pairs)


def says(base: Base, adapter: Path | None) -> Callable[[str], str]:
    """Return what answers a question with a card's likeliest passage."""
    return lambda question: next((each.text for each in ask(base, adapter, question, seconds=300)), "")


def recalled(answer: Callable[[str], str], asked: Sequence[tuple[str, str]]) -> list[bool]:
    """Return, for each question and its answer, whether the passage holds it."""
    return [holds(answer(question), expected) for question, expected in asked]


class _Line:
    """A line of progress now and then."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, progress: Progress) -> None:
        if not progress.step % 20:
            left = f", {progress.left / 60:.0f} min left" if progress.left else ""
            print(
                f"  {self.name}: {progress.stage} {progress.step}/{progress.steps}, loss {progress.loss:.2f}{left}",
                flush=True,
            )
