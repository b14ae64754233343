"""Dates as the sources give them: years, days, or a stand-in for "nobody knows"."""

from collections.abc import Mapping, Sequence
from typing import Any

from agents.model import Value

_UNKNOWN = "1750"  # reporters-db's own stand-in for an unknown start


def span(start: str | None, end: str | None) -> dict[str, Value]:
    """Return "start", "end" (ISO dates) and "start_year", "end_year" (numbers), as far as they are known."""
    start, end = (start or "")[:10], (end or "")[:10]
    start = "" if start.startswith(_UNKNOWN) else start
    props: dict[str, Value] = {}
    for key, date in (("start", start), ("end", end)):
        if date[:4].isdigit():
            props |= {key: date, f"{key}_year": int(date[:4])}
    return props


def whole_span(dates: Sequence[Mapping[str, Any]]) -> dict[str, Value]:
    """Return the span from the first start to the last end of several times; no end where one has none."""
    starts = [str(each["start"]) for each in dates if each.get("start")]
    ends = [each.get("end") for each in dates]
    return span(min(starts, default=None), max(map(str, ends)) if ends and all(ends) else None)
