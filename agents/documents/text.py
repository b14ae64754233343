"""A document as it is kept: one text, and where its pages begin; passages and citations count its characters."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from agents.graphs.folding import storable

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufeff]")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-zà-ÿ])")
_BROKEN_LINE = re.compile(r"(?<=[^\s.!?:;\n])\n(?=[^\s\n])")
_BLANKS = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r" ?\n(?: ?\n)+ ?")
PAGE_BREAK = "\n\n"


@dataclass(frozen=True)
class Text:
    """A document's text. `pages` are the places where its pages begin; empty where it has none."""

    text: str
    pages: tuple[int, ...] = ()

    def page(self, place: int) -> int:
        """Return the number of the page on which a character stands, from 1; 0: there are no pages."""
        return bisect_right(self.pages, place) if self.pages else 0


def tidy(text: str) -> str:
    """Return a text without control characters, with single blanks, and with one empty line between paragraphs."""
    plain = _CONTROL.sub(" ", storable(text).replace("\r\n", "\n").replace("\r", "\n"))
    return _GAPS.sub("\n\n", _BLANKS.sub(" ", plain)).strip()


def flowing(text: str) -> str:
    """Return a printed page's text with the lines joined that its width broke, and the words."""
    return _BROKEN_LINE.sub(" ", _BROKEN_WORD.sub("", tidy(text)))


def of_pages(pages: list[str]) -> Text:
    """Return the text of pages, one after the other."""
    begins, at = [], 0
    for each in pages:
        begins.append(at)
        at += len(each) + len(PAGE_BREAK)
    return Text(PAGE_BREAK.join(pages), tuple(begins))
