"""What the bi-encoder learns from: stretches of marked questions with what they ask for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.marked import Marked

WIDEST = 3  # words of a stretch that asks for nothing
LONG = 3  # letters of a word that may stand for its stretch


@dataclass(frozen=True)
class Example:
    """A stretch of a question: its words, the part that they ask for ("" for none), and how much it counts."""

    words: tuple[int, ...]
    label: str
    sort: str


def examples(question: Marked, chance: Random) -> Iterator[Example]:
    """Yield what asks for a part: stretches, a long word of each, and all stretches that ask for the same together."""
    together: dict[str, list[int]] = defaultdict(list)
    for each in question.stretches:
        if not each.value:
            words = tuple(range(each.first, each.last))
            yield Example(words, each.label, "whole")
            long = [n for n in words if len(question.words[n]) > LONG]
            if len(words) > 1 and long:
                yield Example((chance.choice(long),), each.label, "word")
            together[each.label] += words
    for label, several in together.items():
        if sum(each.label == label and not each.value for each in question.stretches) > 1:
            yield Example(tuple(several), label, "both")


def nothing(question: Marked) -> list[Example]:
    """Return the stretches that ask for nothing."""
    taken = question.named.union(*(range(each.first, each.last) for each in question.stretches))
    ends = [
        (first, first + width) for width in range(1, WIDEST + 1) for first in range(len(question.words) - width + 1)
    ]
    return [Example(tuple(range(*each)), "", "nothing") for each in ends if taken.isdisjoint(range(*each))]
