"""A document as its page shows it: a part of the text in paragraphs, with what a citation speaks of marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from agents.documents.text import Text

PART = 20_000  # characters of a page
_SLACK = 2_000  # by how many a part may be longer, to end with a paragraph
_PARAGRAPHS = re.compile(r"\n{2,}")


@dataclass(frozen=True)
class Bit:
    """Text of a paragraph, marked where a citation speaks of it; the `first` marked one is what is scrolled to."""

    text: str
    marked: bool = False
    first: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `page` is the number of the page that begins with it, or 0."""

    bits: tuple[Bit, ...]
    page: int = 0


@dataclass(frozen=True)
class Part:
    """A part of a document, `number` of `count` (from 1)."""

    number: int
    count: int
    paragraphs: tuple[Paragraph, ...]


def address(slug: str, document: object, start: int, end: int) -> str:
    """Return where a passage is shown with the characters start to end marked; it stays the same."""
    return f"{reverse('documents:one', args=[slug, document])}?{urlencode({'from': start, 'to': end})}#cited"


def part(document: Text, number: int, marked: tuple[int, int] | None = None) -> Part:
    """Return a part of a document: the one that holds what is marked, else the one of that number."""
    spans = list(_spans(document.text))
    if marked is not None:
        number = 1 + next((at for at, (_, end) in enumerate(spans) if marked[0] < end), len(spans) - 1)
    number = min(max(number, 1), len(spans))
    start, end = spans[number - 1]
    return Part(number, len(spans), tuple(_paragraphs(document, start, end, marked or (0, 0))))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a text begin and end: with a paragraph, or else with a word."""
    start = 0
    while len(text) - start > PART + _SLACK:
        found = max(text.rfind(each, start + PART - _SLACK, start + PART) for each in ("\n\n",))
        found = found if found > 0 else text.rfind(" ", start + PART - _SLACK, start + PART)
        end = found if found > 0 else start + PART
        yield start, end
        start = end
    yield start, len(text)


def _paragraphs(document: Text, start: int, end: int, marked: tuple[int, int]) -> Iterator[Paragraph]:
    at, page, fresh = start, document.page(start) - 1, True
    for gap in [*_PARAGRAPHS.finditer(document.text, start, end), None]:
        stop = gap.start() if gap else end
        bits = tuple(_bits(document.text, at, stop, marked, fresh))
        fresh = fresh and not any(each.marked for each in bits)
        here = document.page(at)
        if any(each.text.strip() for each in bits):
            yield Paragraph(bits, here if here > page else 0)
            page = max(page, here)
        at = gap.end() if gap else end


def _bits(text: str, start: int, end: int, marked: tuple[int, int], fresh: bool) -> Iterator[Bit]:
    """Yield a paragraph before, in and behind what is marked."""
    low, high = max(start, marked[0]), min(end, marked[1])
    if low >= high:
        yield Bit(text[start:end])
        return
    for bit in (Bit(text[start:low]), Bit(text[low:high], True, fresh), Bit(text[high:end])):
        if bit.text:
            yield bit
