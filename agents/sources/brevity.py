"""Brevity: of a long passage only the sentences that carry the answer, in the passage's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.language.embeddings import Embedder
from agents.model import Passage, Place

SHORT = 120  # characters under which a passage stays as it is
FEWEST, MOST = 10, 30  # words
_WINDOW = 3  # sentences in a row
_LOOKED_AT = 60  # sentences of one passage
_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n|;\s+")
_ENDS = frozenset(".!?\"'”’)]")
_PARTED = re.compile(r"\n\s*\n")  # a heading is no part of the sentence below it
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|cf|[Nn]o|Inc|Ltd|Co|Jr|Sr|al|Fig|approx|ca)\.$"
)

Sentence = tuple[int, str]  # where it starts, and what it says


def shortened(embed: Embedder, question: str, passage: Passage) -> Passage:
    """Return the passage cut to the sentences in a row, of 10 to 30 words, that are nearest the question.

    A place in a document moves along, so that it still shows just these words.
    """
    if len(passage.text) < SHORT:
        return passage
    parts = _paragraphs(sentences(passage.text)[:_LOOKED_AT], passage.text)
    windows = [window for part in parts for window in _windows(part, passage.text)]
    if len(windows) < 2:
        return passage
    vectors = embed.embed([question, *(passage.text[start:end] for start, end in windows)])
    start, end = windows[int((vectors[1:] @ vectors[0]).argmax())]
    text = passage.text[start:end]
    scores = {**passage.scores, "brevity": round(len(text) / len(passage.text), 4)}
    return replace(passage, text=text, place=_moved(passage, start, end), scores=scores)


def sentences(text: str) -> list[Sentence]:
    """Return each sentence with where it starts."""
    found, start = [], 0
    for gap in [*_END.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if gap and _ABBREVIATED.search(text[start:end]):
            continue
        said = text[start:end]
        if said.strip():
            found.append((start + len(said) - len(said.lstrip()), said.strip()))
        start = gap.end() if gap else end
    return found


def _paragraphs(said: Sequence[Sentence], text: str) -> list[list[Sentence]]:
    """Return the sentences parted at blank lines."""
    found: list[list[Sentence]] = []
    for start, sentence in said:
        before = found[-1][-1] if found else None
        if before is None or _PARTED.search(text, before[0] + len(before[1]), start):
            found.append([])
        found[-1].append((start, sentence))
    return found


def _windows(said: Sequence[Sentence], text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of one to three sentences of a paragraph that are of a fit length.

    One sentence may be longer, and all that a paragraph says may be shorter; what does not end like a sentence is a
    heading.
    """
    for first in range(len(said)):
        for last in range(first, min(first + _WINDOW, len(said))):
            start, end = said[first][0], said[last][0] + len(said[last][1])
            words = len(text[start:end].split())
            whole = last - first + 1 == len(said) and words < FEWEST and text[end - 1] in _ENDS
            if FEWEST <= words <= MOST or (first == last and words > MOST) or whole:
                yield start, end


def _moved(passage: Passage, start: int, end: int) -> Place | None:
    place = passage.place
    if place is None or place.end - place.start != len(passage.text):
        return place
    return replace(place, start=place.start + start, end=place.start + end)
