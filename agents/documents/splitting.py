"""A document split into sentences, and these into passages that overlap by a sentence.

A passage is about as long as the embedding model reads (128 word pieces), ends where a sentence ends, and never
reaches over a paragraph's end while it is long enough, or over a page's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agents.documents.text import Text

LONGEST = 480  # characters of a passage: what the embedding model reads of it
ENOUGH = 200  # ... from which a paragraph's end ends it
_SENTENCE = 600  # characters of a sentence; a longer one (a table, a list) is cut at a blank
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*|\n{2,}|\Z")
_SHORT = re.compile(
    r"(?:^|[\s(\[“\"'])(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|No|Nos|Fig|Figs|Eq|Art|Sec|Vol|Ch|pp?|cf|vs?|etc|al|approx|"
    r"ca|e\.g|i\.e|z\.B|d\.h|u\.a|bzw|Inc|Ltd|Co|Corp|Gen|Gov|Sen|Rep|Hon|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_SENTENCE_GOES_ON = re.compile(r"\s*[a-zà-ÿ,;)]")


@dataclass(frozen=True)
class Span:
    """Characters start to end of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Piece:
    """A passage to be: where it stands, on which page (0: there are none), and its sentences."""

    start: int
    end: int
    page: int
    sentences: tuple[Span, ...]


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, left to right, without the blanks around them."""
    begin = 0
    for found in _END.finditer(text):
        if found.end() <= begin or not _ends(text, begin, found):
            continue
        yield from _cut(text, begin, found.end())
        begin = found.end()


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:
    """Tell whether a sentence ends here: not behind an initial or a title, nor where the next word is small."""
    said = found.group()
    if not said or said[0] in "\n。！？":
        return True
    before = text[max(begin, found.start() - 12) : found.start() + 1]
    return not ((said == "." and _SHORT.search(before)) or _SENTENCE_GOES_ON.match(text, found.end()))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, in pieces where it is too long to be one."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _SENTENCE:
        blank = max(text.rfind(" ", start, start + _SENTENCE), text.rfind("\n", start, start + _SENTENCE))
        at = blank if blank > start else start + _SENTENCE
        yield Span(start, at)
        start = at + 1 if blank > start else at
    if end > start:
        yield Span(start, end)


def pieces(document: Text) -> Iterator[Piece]:
    """Yield the passages of a document."""
    text, held = document.text, list[Span]()
    fresh = 0  # sentences of `held` that no passage has yet
    for each in sentences(text):
        if held and _full(document, held, each):
            if fresh:
                yield _piece(document, held)
            held = held[-1:] if _overlaps(document, held[-1], each) else []
            fresh = 0
        held.append(each)
        fresh += 1
    if fresh:
        yield _piece(document, held)


def _full(document: Text, held: list[Span], after: Span) -> bool:
    """Tell whether the next sentence begins another passage."""
    start, end = held[0].start, held[-1].end
    if document.page(start) != document.page(after.start) or after.end - start > LONGEST:
        return True
    return end - start >= ENOUGH and "\n\n" in document.text[end : after.start]


def _overlaps(document: Text, last: Span, after: Span) -> bool:
    """Tell whether a passage's last sentence begins the next one too: where they follow each other closely."""
    apart = "\n\n" in document.text[last.end : after.start]
    same = document.page(last.start) == document.page(after.start)
    return not apart and same and after.end - last.start <= LONGEST


def _piece(document: Text, held: list[Span]) -> Piece:
    return Piece(held[0].start, held[-1].end, document.page(held[0].start), tuple(held))
