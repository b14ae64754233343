"""Names as words to compare: lower case, without endings of number, without the lightest words."""

import re

from agents.language.english import LIGHT


def tokens(name: str) -> frozenset[str]:
    """Return the words of a name."""
    found = re.findall(r"[^\W_]+", name.casefold())
    return frozenset(_singular(each) for each in found if each not in LIGHT) or frozenset(found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
