"""Sentences out of a text that is still being written: which piece belongs to which, and which are whole."""

import re
from dataclasses import dataclass, field

from agents.language.requests import sentences

_MARKS = re.compile(r"^\s*(?:[-*•#>]+|\d{1,2}[.)])\s+")
_STRESS = re.compile(r"\*\*|__|`")
_END = re.compile(r"[.?!;\n]")
_CITED = re.compile(r"\s*[\[(]\d+(?:, ?\d+)*[\])]")


@dataclass
class Sentences:
    """Takes pieces of a text. A line ends a sentence, too."""

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
        found, at = [], self._begin
        for line in self.text[self._begin :].splitlines(keepends=True):
            found += [(at + start, at + end) for start, end in sentences(line.rstrip("\n")) if line.strip()]
            at += len(line)
        return found or [(self._begin, len(self.text))]


def cleaned(sentence: str) -> str:
    """Return a sentence without the marks of a list, of stress or of citations: what it rests on is not its to say."""
    plain = _STRESS.sub("", _MARKS.sub("", sentence))
    return " ".join(_CITED.sub("", plain).split())
