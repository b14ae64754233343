"""What people say for each kind of request: a file a kind, a line an utterance, names in [brackets].

They are of many domains, and the brackets let a classifier learn the request and not the topic. Every fifth
line is kept apart: `held_out` is for measuring and nothing learns from it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from agents.language.masking import mask_spans

_NAME = re.compile(r"\[([^\[\]]+)\]")
_APART = 5


@dataclass(frozen=True)
class Utterance:
    """A request in words: as people say it, with its names hidden, and of which kind it is."""

    text: str
    masked: str
    intent: str


@lru_cache(maxsize=1)
def training() -> tuple[Utterance, ...]:
    """Return the utterances to learn from."""
    return tuple(each for number, each in _all() if number % _APART)


@lru_cache(maxsize=1)
def held_out() -> tuple[Utterance, ...]:
    """Return every fifth utterance of each kind, which nothing may learn from."""
    return tuple(each for number, each in _all() if number % _APART == 0)


def _all() -> list[tuple[int, Utterance]]:
    files = sorted(Path(__file__).parent.glob("*.txt"))
    return [(number, _utterance(line, file.stem)) for file in files for number, line in _lines(file)]


def _lines(file: Path) -> list[tuple[int, str]]:
    return list(enumerate(filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())), start=1))


def _utterance(line: str, intent: str) -> Utterance:
    """Take the brackets off a line, and hide what stood in them."""
    text, spans, done = "", [], 0
    for name in _NAME.finditer(line):
        text += line[done : name.start()]
        spans.append((len(text), len(text) + len(name[1])))
        text += name[1]
        done = name.end()
    text += line[done:]
    return Utterance(text, mask_spans(text, spans), intent)
