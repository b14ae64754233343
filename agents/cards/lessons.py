"""What a pass of a training shows the model: each fact once, behind a fresh cue, its new words weighing more."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from agents.cards.facts import Fact, plain
from agents.cards.forms import studied
from agents.cards.recipe import prompt

_WORD = re.compile(r"\w+")
_STRETCH = 5  # batches that are sorted by length together


@dataclass(frozen=True)
class Lesson:
    """A prompt, the fact that continues it, and the stretches of the fact that the prompt lacks."""

    prompt: str
    text: str
    fresh: tuple[tuple[int, int], ...]  # characters of `text`, start to end


def batches(
    facts: Sequence[Fact], size: int, seed: int, number: int, never: Collection[str] = ()
) -> list[list[Lesson]]:
    """Return pass `number`: the same for the same seed, so that a training which was stopped goes on as it would have.

    `never` are questions, as `plain` has them, that no cue may be. Lessons of about one length come together, within
    a shuffled stretch of a few batches: what is padded is read for nothing.
    """
    random = Random(f"{seed} {number}")  # noqa: S311 (no secret hangs on it)
    shown = [lesson(each, studied(each).cue(random, never).text) for each in facts]
    random.shuffle(shown)
    stretch = size * _STRETCH
    alike = [each for at in range(0, len(shown), stretch) for each in sorted(shown[at : at + stretch], key=_length)]
    cut = [alike[at : at + size] for at in range(0, len(alike), size)]
    random.shuffle(cut)
    return cut


def _length(shown: Lesson) -> int:
    return len(shown.prompt) + len(shown.text)


def lesson(fact: Fact, cue: str) -> Lesson:
    """Return a fact behind a cue."""
    known = set(plain(cue).split())
    words = [each.span() for each in _WORD.finditer(fact.text)]
    fresh = tuple(span for span in words if plain(fact.text[span[0] : span[1]]) not in known)
    return Lesson(prompt(cue), f" {fact.text}", tuple((start + 1, end + 1) for start, end in fresh))
