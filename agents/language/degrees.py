"""Degrees that stand alone ("and the cheapest?", "the older one", "more than Ohio?"), and those within a question.

Only English in general stands here. What is compared by them is not known here: see `agents.talk.degrees`.
"""

import re
from dataclasses import dataclass

from agents.language.english import degree
from agents.language.words import words

_MOST = frozenset("most least fewest more less fewer".split())
_ORDINAL = r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|\d+(?:st|nd|rd|th))"
_WORDS = (
    rf"(?:{_ORDINAL}\s+)?(?:(?:most|least|fewest|more|less|fewer)\b(?:\s+(?!than\b|of\b|one\b|ones\b)[\w-]+)?|[\w-]+)"
)
_AMONG = (
    r"\s+(?:of|among|from|between|out of)\s+(?:all\s+)?(?:them|these|those|both|it|all|the (?:two|three|four|five|lot)"
    r"|(?:of )?(?:them|these|those)(?: all)?)"
)
_ALONE = re.compile(
    r"^\W*(?:(?:and|but|so|or|then|ok|now)\W+)*(?:(?:what|how) about\s+)?"
    r"(?P<which>(?:which|who|what)(?P<of>\s+ones?|\s+of (?:them|these|those|both|the (?:two|three|four)))?"
    r"\s+(?:is|was|has|had|are|were|have|got|did|does|do)\s+)?"
    rf"(?P<the>(?:the|a)\s+)?(?P<degree>{_WORDS})(?P<one>\s+ones?)?(?P<among>{_AMONG})?\W*$",
    re.I,
)
_THAN = re.compile(
    r"^\W*(?:(?:and|but|so|or|then|ok|now|is|are|was|were|does|has|do)\W+)*(?:(?:it|that|this|thats|that's|it's|its|he|she|they)"
    r"\s+)?(?:(?:is|are|was|were|has|have|a|an)\s+)?(?:also |even |still |much |far |a lot )?"
    r"(?P<degree>(?:more|less|fewer)(?:\s+(?!than\b)[\w-]+)?|[\w-]+er|worse)\s+than\s+(?P<rest>[^?!.]+?)(?:\s+(?:is|was|does|has|did))?\W*$",
    re.I,
)
_COMPARED = re.compile(
    r"^\W*(?:(?:and|but|so|then|ok)\W+)*(?:(?:is|are|was|were)\s+)?(?P<what>[^?!,;]+?)\s+(?:is|are|was|were|has|have)?\s*"
    r"(?:the\s+)?(?P<degree>more\s+[\w-]+|less\s+[\w-]+|[\w-]+er)(?:\s+ones?)?\W*$",
    re.I,
)


@dataclass(frozen=True)
class Degree:
    """Words that compare, without what they compare. `among`: the text says of which; `asked`: it says who or which."""

    words: str
    among: bool = False
    asked: bool = False

    @property
    def comparative(self) -> bool:
        """Whether it tells two apart: "older", "more expensive"."""
        return self.words.split()[0] in ("more", "less", "fewer") or degree(self.words.split()[-1]) == "comparative"

    @property
    def bare(self) -> bool:
        """Whether it does not say of what there is most or least."""
        return len(self.words.split()) == 1 and self.words in _MOST

    @property
    def counts(self) -> bool:
        """Whether it is a number of something, or a word that says how: "most papers", "most expensive"."""
        return len(self.words.split()) > 1 and any(each in _MOST for each in self.words.split())

    @property
    def has(self) -> bool:
        """Whether things have it, and not are it: "the most papers"."""
        return self.counts and words(f"the {self.words}")[-1].pos in ("NOUN", "PROPN")


def alone(text: str) -> Degree | None:
    """Return the degree that a text asks for and nothing else: "and the cheapest?", "which one is older"."""
    found = _ALONE.match(text)
    if found is None or not _compares(found["degree"]):
        return None
    return Degree(found["degree"].lower(), bool(found["one"] or found["among"] or found["of"]), bool(found["which"]))


def than(text: str) -> tuple[str, str] | None:
    """Return the degree and the other of a comparison without its first: "more than Ohio?" gives "more", "Ohio"."""
    found = _THAN.match(text)
    return (found["degree"].lower(), found["rest"].strip()) if found and _compares(found["degree"]) else None


def half(text: str) -> tuple[str, str] | None:
    """Return what is compared, and how, where it is not said with what: "so Ohio is bigger?" """
    found = _COMPARED.match(text)
    return (found["what"].strip(), found["degree"].lower()) if found and _compares(found["degree"]) else None


def within(text: str) -> tuple[int, int] | None:
    """Return where a superlative stands in a question, from its first word to its last; the last where several do."""
    tokens = words(text)
    for at in range(len(tokens) - 1, -1, -1):
        lower = tokens[at].lower
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if lower in ("most", "least", "fewest"):
            goes_on = after is not None and after.pos in ("ADJ", "ADV", "NOUN", "PROPN") and after.lower != "of"
            return tokens[at].start, after.end if goes_on and after else tokens[at].end
        if degree(lower) == "superlative" or tokens[at].tag == "JJS":
            first = at - 1 if at and re.fullmatch(_ORDINAL, tokens[at - 1].lower) else at
            return tokens[first].start, tokens[at].end
    return None


def _compares(said: str) -> bool:
    last = said.lower().split()[-1]
    first = said.lower().split()[-2] if len(said.split()) > 1 else ""
    if last in _MOST or first in _MOST:
        return True
    return bool(degree(last)) or (last.endswith(("er", "est")) and words(f"the {last} one")[1].tag in ("JJS", "JJR"))
