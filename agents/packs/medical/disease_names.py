"""Readable names for diseases, whose sources write MARFAN SYNDROME; MFS and "Deafness, autosomal dominant 5"."""

import re
from collections import Counter
from collections.abc import Iterable

_ROMAN = re.compile(r"[IVX]+[A-Z]?")
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"(.+) \(([A-Z][A-Z0-9/-]{1,11})\)")
_TURNED = re.compile(r"([^,]+), ([a-z][^,\d]*?)( (?:type )?\d+[A-Za-z]*)?")
_NOT_BEFORE = (
    "with",
    "without",
    "due",
    "type",
    "of",
    "and",
    "or",
    "in",
    "susceptibility",
    "from",
    "caused",
    "familial,",
)


def readable(names: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the name to show (the most used, rather one in mixed case) and every other way to say it."""
    counts = Counter(part for name in names for part in _parts(name))
    ranked = sorted(counts, key=lambda name: (name.isupper(), _is_short(name), -counts[name]))
    best = _cased(ranked[0])
    spoken = [way for name in ranked for way in _ways(_cased(name))]
    seen = {best.lower()}
    aliases = tuple(each for each in spoken if each.lower() not in seen and not seen.add(each.lower()))  # type: ignore[func-returns-value]
    return best, aliases


def _parts(name: str) -> list[str]:
    return [part for each in name.split(";") if (part := " ".join(each.split()))]


def _is_short(name: str) -> bool:
    return " " not in name and name.isupper() and len(name) < 8


def _ways(name: str) -> list[str]:
    """Return a name, its short form in brackets, and "autosomal dominant deafness 5" for "Deafness, autosomal ..."."""
    ways = [name]
    if short := _SHORT.fullmatch(name):
        ways += [short[1], short[2]]
    turned = _TURNED.fullmatch(name)
    if turned and not turned[2].startswith(_NOT_BEFORE):
        ways.append(f"{turned[2]} {turned[1]}{turned[3] or ''}")
    return ways


def _cased(name: str) -> str:
    """Write a name of capitals as a sentence; what looks like a symbol (B6, II, one letter) stays."""
    if not name.isupper() or _is_short(name):
        return name
    lower = _WORD.sub(lambda found: found[0] if _is_symbol(found[0]) else found[0].lower(), name)
    return lower[:1].upper() + lower[1:]


def _is_symbol(word: str) -> bool:
    return (len(word) == 1 and word != "A") or any(each.isdigit() for each in word) or bool(_ROMAN.fullmatch(word))
