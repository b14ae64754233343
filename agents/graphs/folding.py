"""Texts as they are compared: `fold` without regard to case, `fold_name` without regard to accents too."""

import re
from unicodedata import combining, normalize

_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return the text as conditions compare it: NFKC, case-folded, without NULs and lone surrogates."""
    if text.isascii():
        return text.lower().replace("\0", "")
    return normalize("NFKC", normalize("NFKC", storable(text)).casefold()).replace("\0", "")


def fold_name(text: str) -> str:
    """Return the text as names are looked up: folded, without accents, spaces made single."""
    if not text.isascii():
        text = "".join(each for each in normalize("NFKD", storable(text)) if not combining(each))
    return _SPACE.sub(" ", fold(text)).strip()


def storable(text: str) -> str:
    """Return the text without lone surrogates, which UTF-8 cannot hold."""
    return text.encode("utf-8", "ignore").decode()


def is_storable(text: str) -> bool:
    """Say whether UTF-8 can hold the text."""
    return text.isascii() or storable(text) == text


def real(number: float) -> float:
    """Return an integer as a float, infinite where it is beyond all floats."""
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")
