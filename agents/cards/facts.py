"""What a card is taught: facts in sentences, parted into those it learns and those it never sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from agents.graphs.folding import fold

LONGEST = 600  # characters of one fact; longer ones are no single fact


@dataclass(frozen=True)
class Fact:
    """One sentence. `group` names facts that say the same from another side: they are never parted by a split.

    `asks` are parts of the text that a question can ask for, best first; empty: they are found by reading it.
    `items` are the names in a list, which is then the first of these: who asks for the rest may tell some of them.
    """

    text: str
    group: str = ""
    asks: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The text without regard to case, spaces and marks: two facts of one key are one."""
        return plain(self.text)


@dataclass(frozen=True)
class Corpus:
    """Facts to learn, and facts kept out to tell what the card became worse or better at."""

    learnt: tuple[Fact, ...]
    held_out: tuple[Fact, ...] = ()


def plain(text: str) -> str:
    """Return a text's letters and digits alone, folded: what it says without how it is written."""
    return " ".join("".join(each if each.isalnum() else " " for each in fold(text)).split())


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts that are neither empty nor too long, each once, in order."""
    kept: dict[str, Fact] = {}
    for each in facts:
        if each.key and len(each.text) <= LONGEST:
            kept.setdefault(each.key, each)
    return tuple(kept.values())


def parted(facts: Sequence[Fact], share: float, seed: int = 0) -> Corpus:
    """Keep about a share of the groups of facts out; whatever is in the same group stays together."""
    facts = distinct(facts)
    groups = sorted({each.group or each.key for each in facts})
    Random(seed).shuffle(groups)  # noqa: S311 (no secret hangs on it)
    out = set(groups[: min(round(share * len(groups)), max(0, len(groups) - 1))])
    learnt = tuple(each for each in facts if (each.group or each.key) not in out)
    return Corpus(learnt, tuple(each for each in facts if (each.group or each.key) in out))
