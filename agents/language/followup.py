"""What in a question points back to an earlier one: pronouns, "those courts", "and Ohio?", "what about its genes?".

Only English in general stands here. Which things are meant is not known here: see `agents.steps.referring`.
"""

import re
from dataclasses import dataclass

_ONE = r"it|its|he|him|his|she|her|hers|this|that one|this one|the same one"
_MANY = r"they|them|their|theirs|these|those|all of them|the former ones|the same ones"
_POINTING = re.compile(rf"\b(?:(?P<one>{_ONE})|(?P<many>{_MANY}))\b", re.I)
_NOT_BACK = re.compile(
    r"(it (is|was) (true|possible|likely|known|said)|is it (true|possible|likely|known|said)|what time is it"
    r"|(those|these|they|he|she) (who|that|which|whose|with)|this (graph|database|site|page|data|chat|answer)"
    r"|it'?s (ok|okay|fine))\b",
    re.I,
)
_POSSESSIVE = {"its", "their", "his", "her", "theirs", "hers"}
_LEAD = re.compile(
    r"^\W*((ok|okay|so|well)\W+)?((and|but)\s+)?(what|how) about\s+"
    r"|^\W*((ok|okay|so|well)\W+)?(and|but|or|also|then)\s+"
    r"|^\W*(the )?same (question )?(for|with|about|of)\s+",
    re.I,
)
_BEFORE = re.compile(r"^(for|in|of|with|to|from|by|on|at)\s+", re.I)
_HOW_MANY = re.compile(r"^\W*((and|so|but)\s+)?how many( (are there|is that|in all|in total|of them))?\W*$", re.I)
_WHOLE = re.compile(
    r"\b(who|what|which|where|when|how|is|are|was|were|do|does|did|has|have|had|can|could|list|show|name|give|find"
    r"|tell|count|compare)\b",
    re.I,
)


@dataclass(frozen=True)
class Pointer:
    """A stretch of a text (characters start to end) that stands for things said before, one or many."""

    start: int
    end: int
    many: bool
    possessive: bool = False


def pointer(text: str) -> Pointer | None:
    """Return the first pronoun that points back, or None: "is it true that ..." and "those who ..." do not."""
    never = [each.span() for each in _NOT_BACK.finditer(text)]
    for found in _POINTING.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in never):
            word = found[0].lower()
            return Pointer(*found.span(), many=bool(found["many"]), possessive=_owns(word, text[found.end() :]))
    return None


def _owns(word: str, after: str) -> bool:
    """Tell whether a pronoun is followed by what belongs to it: "her" is, before a word."""
    return word in _POSSESSIVE and bool(re.match(r"\s+\w", after))


def elliptic(text: str) -> str:
    """Return what a text asks for in place of something said before: "and in Ohio?" gives "Ohio"; "" for none.

    A text that is a whole question after its first word ("and who treats it?") is none.
    """
    lead = _LEAD.match(text)
    rest = text[lead.end() :].strip(" ?.!") if lead else ""
    return "" if _WHOLE.match(rest) else _BEFORE.sub("", rest)


def unled(text: str) -> str:
    """Return the text without an "and" or "what about" before it."""
    lead = _LEAD.match(text)
    return text[lead.end() :].strip() if lead else text


def only_how_many(text: str) -> bool:
    """Tell whether a text asks for the number of what was found before and nothing else."""
    return bool(_HOW_MANY.match(text))
