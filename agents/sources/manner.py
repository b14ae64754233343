"""How a run asks its sources: when, how many passages, and which selectors choose among them."""

from dataclasses import dataclass
from typing import Literal, get_args

Mode = Literal["auto", "explicit", "bottom-up", "off"]
MODES: tuple[str, ...] = get_args(Mode)
SELECTORS = ("relevance", "brevity", "factuality")


@dataclass(frozen=True)
class Manner:
    """The numbers go by their names in the paper (Knowledge Card, 2023) where it has one for them.

    `mode`: "bottom-up" asks every source whose scope the question is in; "auto" asks only for what is lacking, and
    the kind of source by what is needed; "explicit" asks the source that is named; "off" asks none.
    """

    mode: Mode = "auto"
    selectors: frozenset[str] = frozenset(SELECTORS)
    each: int = 3  # n1: passages asked of one source
    relevant: int = 20  # n2: passages that relevance lets through
    kept: int = 5  # n3: passages that reach the answer
    rounds: int = 3  # of asking for more, top-down
    seconds: float = 20.0  # that one source may take
    seed: int = 0
