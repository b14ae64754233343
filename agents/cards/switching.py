"""Switch a card on: only where it fits the base that stands here and has shown, here, that it knows something."""

from collections.abc import Callable

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.recall import LEAST, Recall, recall
from agents.cards.shelf import Card, Shelf
from agents.errors import CardError

Told = Callable[[int, int], None]


def try_card(shelf: Shelf, base: Base | None, card: Card, tell: Told | None = None) -> Recall:
    """Ask a card its own questions and note what it recalled. Takes a second or two a question."""
    standing = fitting(base, card)

    def answer(question: str) -> str:
        return next((each.text for each in ask(standing, card.adapter, question)), "")

    found = recall(answer, card.questions, tell)
    shelf.tested(card, round(found.share, 4), found.asked)
    return found


def switch_on(shelf: Shelf, base: Base | None, card: Card, tell: Told | None = None) -> Card:
    """Switch a card on, testing it first where it was not; raise CardError where it does not know enough."""
    if card.manifest.remote is None:
        fitting(base, card)
        share = card.recall if card.recall is not None else try_card(shelf, base, card, tell).share
        if share < LEAST:
            told = f"The card '{card.name}' recalls {share:.0%} of its own questions"
            raise CardError(f"{told}; to be switched on it takes {LEAST:.0%}.")
    return shelf.switch(card, True)


def fitting(base: Base | None, card: Card) -> Base:
    """Return the base that a card stands on here; raise CardError where there is none or it is another."""
    standing = required(base)
    standing.check(card.manifest)
    return standing


def required(base: Base | None) -> Base:
    """Return the base; raise CardError where none is set."""
    if base is None:
        raise CardError("No base model for cards is set: LOREGRAPH_CARD_BASE names its GGUF file.")
    return base
