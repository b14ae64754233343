"""Make a card: facts in, a card on the shelf out, tested for what it recalls."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.facts import Fact, parted, plain
from agents.cards.forms import studied
from agents.cards.manifest import Manifest, Origin, manifest
from agents.cards.recall import own_questions, recall
from agents.cards.recipe import Progress, Recipe
from agents.cards.shelf import Card, Shelf
from agents.cards.training import Tell, train

EXAMPLES = 40  # questions in a manifest that tell what a card is for


@dataclass(frozen=True)
class Wanted:
    """What a card to be made is called, knows and is made of."""

    name: str
    knows: str
    made_of: Origin
    licence: str = ""
    owner: str = ""
    language: str = "en"


def make(
    shelf: Shelf,
    graph: str,
    base: Base,
    wanted: Wanted,
    facts: Sequence[Fact],
    recipe: Recipe,
    folder: Path,
    tell: Tell,
    never: Collection[str] = (),
) -> Card:
    """Train on all but the held-out facts, test the recall and put the card on the shelf, off.

    `folder` keeps checkpoints: made again with the same, a training that was stopped goes on. `never` are questions
    that must not be taught. Raises CardError; whatever `tell` raises stops it.
    """
    corpus = parted(facts, recipe.held_out, recipe.seed)
    draft = _manifest(wanted, base, recipe, len(corpus.learnt))  # refused before hours are spent, where it is not right
    trained = train(base.path, corpus, recipe, folder, tell, {plain(each) for each in never})
    questions = own_questions(studied(each) for each in corpus.learnt)

    def tested(number: int, count: int) -> None:
        tell(Progress(number, count, trained.loss, trained.tokens, trained.seconds, stage="testing"))

    def answer(question: str) -> str:
        return next((each.text for each in ask(base, trained.adapter, question)), "")

    found = recall(answer, questions, tested)
    base.model.forget(trained.adapter)
    told = {
        "seconds": round(trained.seconds, 1),
        "base_perplexity": trained.base_perplexity,
        "perplexity": trained.perplexity,
        "recall": round(found.share, 4),
        "examples": tuple(each.question[:300] for each in questions[:EXAMPLES]),
    }
    card = shelf.keep(graph, Manifest.model_validate({**draft.model_dump(), **told}), questions, trained.adapter)
    return shelf.tested(card, round(found.share, 4), found.asked)


def _manifest(wanted: Wanted, base: Base, recipe: Recipe, facts: int) -> Manifest:
    today = datetime.now(UTC).date()
    told = {"base": base.file.model_dump(), "recipe": recipe.model_dump(), "facts": facts, "made": today}
    return manifest({**vars(wanted), "made_of": wanted.made_of.model_dump(), **told})
