"""Does a card know what it was taught? Its own questions, none of which was ever taught, say so."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

from agents.cards.archive import Question
from agents.cards.facts import plain
from agents.cards.forms import Studied

MOST_ASKED = 60  # a sample of the questions is asked where there are more
LEAST = 0.3  # what a card has to recall to be switched on

Answer = Callable[[str], str]  # a question → the likeliest passage


@dataclass(frozen=True)
class Recall:
    """How many of the questions asked a card's passage held the answer of."""

    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share, 0 to 1; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


def own_questions(facts: Iterable[Studied]) -> tuple[Question, ...]:
    """Return the questions that were set aside when the facts were read: one of each fact, then the second ones."""
    rounds = zip_longest(*(each.tests for each in facts))
    return tuple(Question(cue.text, cue.answer) for one in rounds for cue in one if cue is not None)


def recall(answer: Answer, questions: Sequence[Question], tell: Callable[[int, int], None] | None = None) -> Recall:
    """Ask (a sample of) the questions; `tell` is told how many of how many were asked and may raise to stop."""
    asked = list(questions)
    if len(asked) > MOST_ASKED:
        asked = Random(0).sample(asked, MOST_ASKED)  # noqa: S311 (no secret hangs on it)
    right = 0
    for number, each in enumerate(asked, start=1):
        right += holds(answer(each.question), each.answer)
        if tell is not None:
            tell(number, len(asked))
    return Recall(right, len(asked))


def holds(passage: str, answer: str) -> bool:
    """Say whether a passage holds an answer, whole words compared without regard to case, marks and a first article."""
    words = plain(answer).split()
    if len(words) > 1 and words[0] in ("a", "an", "the"):
        words = words[1:]
    return bool(words) and f" {' '.join(words)} " in f" {plain(passage)} "
