"""A talk as it is written down: what is asked one after the other, each with its kind and its answer."""

from __future__ import annotations

from dataclasses import dataclass

from tests.data.small.kit import Answer

FIRST = "first"


@dataclass(frozen=True)
class Does:
    """What a turn asks for where that is no set of answers: one of these kinds of request."""

    kinds: tuple[str, ...]


def does(*kinds: str) -> Does:
    """Return what is right where a turn is taken for one of these kinds of request."""
    return Does(kinds)


@dataclass(frozen=True)
class Said:
    """A question of a talk, how it follows up on what came before, and its answer."""

    question: str
    kind: str
    answer: Answer | Does


Dialogue = tuple[Said, ...]


def talk(kind: str, *turns: tuple[str, Answer | Does] | tuple[str, Answer | Does, str]) -> Dialogue:
    """Return a talk: its first question stands alone, the others are of the talk's kind unless they name another."""
    first, *others = turns
    return (
        Said(first[0], FIRST, first[1]),
        *(Said(each[0], each[2] if len(each) > 2 else kind, each[1]) for each in others),
    )
