"""Sentences out of a text that is still being written: which piece belongs to which, and which are whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.language.requests import sentences

_MARKS = re.compile(r"^\s*(?:[-*•#>]+|\d{1,2}[.)])\s+")
_STRESS = re.compile(r"\*\*|__|`")
_END = re.compile(r"[.?!;\n]")
_DOT = re.compile(r"[.?!;]\s")
_CITED = re.compile(r"\s*[\[(]\d+(?:, ?\d+)*[\])]")


@dataclass
class Sentences:
    """Takes pieces of a text. A line ends a sentence, too; a dot within one of the `names` (lower case) ends none."""

    names: Sequence[str] = ()
    text: str = ""
    done: int = 0  # sentences that are whole
    _shown: int = 0
    _begin: int = 0  # where the sentence after those begins
    _whole: list[str] = field(default_factory=list)

    def take(self, piece: str) -> list[tuple[int, str]]:
        """Take a piece; return what is new of each sentence, by its number."""
        self.text += piece
        new = [(self.done + at, part) for at, part in enumerate(self._parted(self._shown)) if part]
        self._shown = len(self.text)
        return new

    def finished(self, last: bool = False) -> list[str]:
        """Return the sentences that became whole since the last look; the `last` look takes what is left, too."""
        spans = self._spans()
        whole = spans if last else spans[:-1]
        if whole:
            self._begin = len(self.text) if last else spans[-1][0]
            self.done += len(whole)
        return [self.text[start:end] for start, end in whole]

    def _parted(self, begin: int) -> list[str]:
        """Return what of each unfinished sentence stands from `begin` on; the first is the one begun."""
        spans = self._spans()
        ends = [*(start for start, _ in spans[1:]), len(self.text)]
        starts = [self._begin, *(start for start, _ in spans[1:])]
        return [self.text[max(start, begin) : end] for start, end in zip(starts, ends, strict=True)]

    def _spans(self) -> list[tuple[int, int]]:
        if not _END.search(self.text, self._begin):
            return [(self._begin, len(self.text))]
        found: list[tuple[int, int]] = []
        begun = at = self._begin
        for line in self.text[self._begin :].splitlines(keepends=True):
            for start, end in sentences(line.rstrip("\n")) if line.strip() else ():
                if found and at + start > begun and self._inside_a_name(at + start):
                    found[-1] = (found[-1][0], at + end)
                else:
                    found.append((at + start, at + end))
            begun = at = at + len(line)
        return found or [(self._begin, len(self.text))]

    def _inside_a_name(self, place: int) -> bool:
        """Tell whether a name goes on at a place, as far as the text was written ("F. Supp. 2" of "F. Supp. 2d")."""
        before, low = self.text[:place].rstrip().casefold(), self.text[place : place + 1].islower()
        for name in self.names:
            if low and before.endswith(name):  # "Jud. Ct. now": its dot is its own
                return True
            for dot in _DOT.finditer(name):
                said = self.text[max(0, place - dot.end()) : place - dot.end() + len(name)].casefold()
                if len(said) > dot.end() and name.startswith(said):
                    return True
        return False


def cleaned(sentence: str) -> str:
    """Return a sentence without the marks of a list, of stress or of citations: what it rests on is not its to say."""
    plain = _STRESS.sub("", _MARKS.sub("", sentence))
    return " ".join(_CITED.sub("", plain).split())
