"""Days and months that a text spells out: "14 June 2025", "June 14th, 2025", "March 2025", "2025-06-14", "in March"."""

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from agents.language.words import Word
from agents.reading.spans import Span, stretches, text_of

MONTHS = {each.lower(): n for names in (month_name, month_abbr) for n, each in enumerate(names) if each} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_LONGEST = 7  # words of a day: "the 3rd of May , 1924"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:the )?{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} (?:the )?{_DAY},? {_YEAR}",
        rf"{_MONTH},? (?:of )?{_YEAR}",
        rf"{_YEAR}-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?",
    )
]
_YEARLY = [
    re.compile(form, re.IGNORECASE) for form in (rf"(?:the )?{_DAY} (?:of )?{_MONTH}", rf"{_MONTH} (?:the )?{_DAY}")
]
_ANY_YEAR = [*_YEARLY, re.compile(_MONTH, re.IGNORECASE)]
_HELD = re.compile(r"-\d\d-(\d\d)?")
_DAYS = 31
_WITHIN = frozenset("in during of from for on every each between".split())


@lru_cache(maxsize=20_000)
def days(text: str) -> str:
    """Return how the dates of a day or a month begin ("2025-06-14", "2025-06"), or "" for any other text."""
    said = " ".join(text.split())
    match = next((found for form in _FORMS if (found := form.fullmatch(said))), None)
    if match is None:
        return ""
    month, day = match["month"].lower(), int(match.groupdict().get("day") or 0)
    number = int(month) if month.isdigit() else MONTHS[month]
    try:
        first = date(int(match["year"]), number, day or 1)
    except ValueError:
        return ""
    return first.isoformat()[: 10 if day else 7]


@lru_cache(maxsize=20_000)
def yearly(text: str) -> str:
    """Return what dates of a day or a month of any year hold ("-06-14", "-06-"), or "" for any other text."""
    said = " ".join(text.split())
    match = next((found for form in _ANY_YEAR if (found := form.fullmatch(said))), None)
    if match is None:
        return said if _HELD.fullmatch(said) else ""
    month, day = MONTHS[match["month"].lower()], int(match.groupdict().get("day") or 0)
    return f"-{month:02}-{day:02}" if 0 < day <= _DAYS else f"-{month:02}-" if not day else ""


def last_of(begins: str) -> str:
    """Return the last day of a year, a month or a day, by how its date begins: "2025-06" gives "2025-06-30"."""
    year, *rest = (int(each) for each in begins.split("-"))
    if len(rest) > 1:
        return begins
    month = rest[0] if rest else 12
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]}"


def said(begins: str) -> str:
    """Return a day or a month, by how its date begins, in words: "2025-06" is June 2025, "-06-" is June."""
    year, month, *day = begins.split("-")
    if not year:
        return " ".join([*(str(int(each)) for each in day if each), month_name[int(month)]])
    return " ".join([*(str(int(each)) for each in day), month_name[int(month)], year])


def dated(text: str, words: Sequence[Word]) -> list[Span]:
    """Return the stretches of a text that spell out a day or a month, longer ones first."""
    found: list[Span] = []
    if not any((word.lower[:4].isdigit() and len(word.lower) >= 4) or word.lower in MONTHS for word in words):
        return found
    short = [each for each in stretches(words) if each.last - each.first <= _LONGEST]
    for span in sorted(short, key=lambda each: each.first - each.last):
        said = text_of(text, words, span)
        told = days(said) or (yearly(said) and _of_a_year(words, span))
        if told and not any(span.overlaps(each) for each in found):
            found.append(span)
    return found


def _of_a_year(words: Sequence[Word], span: Span) -> bool:
    """Whether a month is meant by its name, and not a verb: "in May", "14 March"."""
    return span.last - span.first > 1 or (span.first > 0 and words[span.first - 1].lower in _WITHIN)
