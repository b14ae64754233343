"""Readable names for diseases, whose sources write MARFAN SYNDROME; MFS and "Deafness, autosomal dominant 5"."""

import re
from collections import Counter
from collections.abc import Iterable

_ROMAN = re.compile(r"[IVX]+[A-Z]?")
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"(.+) \(([A-Z][A-Z0-9/-]{1,11})\)")
_NUMBERED = re.compile(r"(?P<body>.*?)(?:,? (?P<number>(?:type )?\d+[A-Za-z]*))?")
_STAY_BEHIND = {
    "with",
    "without",
    "due",
    "type",
    "of",
    "and",
    "or",
    "in",
    "to",
    "from",
    "by",
    "caused",
    "susceptibility",
}


def readable(names: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the name to show (the most used, rather one in mixed case) and every other way to say it."""
    counts = Counter(part for name in names for part in _parts(name))
    ranked = sorted(counts, key=lambda name: (name.isupper(), _is_short(name), -counts[name]))
    best = _cased(ranked[0])
    ways = {way.lower(): way for name in reversed(ranked) for way in reversed(_ways(_cased(name)))}
    return best, tuple(way for key, way in reversed(ways.items()) if key != best.lower())


def _parts(name: str) -> list[str]:
    return [part for each in name.split(";") if (part := " ".join(each.split()))]


def _is_short(name: str) -> bool:
    return " " not in name and name.isupper() and len(name) < 8


def _ways(name: str) -> list[str]:
    """Return a name, what its short form in brackets stands for and that form, and the name in spoken order."""
    short = _SHORT.fullmatch(name)
    return [way for way in (name, *(short.groups() if short else ()), _spoken(name)) if way]


def _spoken(name: str) -> str:
    """Turn "Atrial fibrillation, familial, 6" into "familial Atrial fibrillation 6"; "" where nothing can be turned."""
    found = _NUMBERED.fullmatch(name)
    first, *rest = found["body"].split(", ") if found else [""]
    if not found or len(rest) not in (1, 2) or not all(_is_adjective(part) for part in rest):
        return ""
    return " ".join([*reversed(rest), first, found["number"] or ""]).strip()


def _is_adjective(part: str) -> bool:
    return part[:1].islower() and part.split()[0] not in _STAY_BEHIND


def _cased(name: str) -> str:
    """Write a name of capitals as a sentence; what looks like a symbol (B6, II, one letter) stays."""
    if not name.isupper() or _is_short(name):
        return name
    lower = _WORD.sub(lambda found: found[0] if _is_symbol(found[0]) else found[0].lower(), name)
    return lower[:1].upper() + lower[1:]


def _is_symbol(word: str) -> bool:
    is_letter = len(word) == 1 and word != "A"
    return is_letter or any(each.isdigit() for each in word) or bool(_ROMAN.fullmatch(word))
