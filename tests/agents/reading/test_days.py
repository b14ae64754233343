"""Days and months spelt out, and units of amounts."""

import pytest

from agents.language.measures import converted, measures
from agents.reading.days import days, last_of, said, yearly


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("14 June 2025", "2025-06-14"),
        ("the 3rd of May 1924", "1924-05-03"),
        ("June 14th, 2025", "2025-06-14"),
        ("Sept 2 1999", "1999-09-02"),
        ("March 2025", "2025-03"),
        ("2025-06-14", "2025-06-14"),
        ("2025-06", "2025-06"),
        ("31 June 2025", ""),
        ("2025-13-01", ""),
        ("2025", ""),
        ("March", ""),
        ("March 25", ""),
        ("the 14", ""),
    ],
)
def test_a_day_begins_so(text: str, begins: str) -> None:
    assert days(text) == begins


@pytest.mark.parametrize(
    ("begins", "last"),
    [("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2025-06", "2025-06-30"), ("2025-06-14", "2025-06-14")],
)
def test_it_ends_with(begins: str, last: str) -> None:
    assert last_of(begins) == last


@pytest.mark.parametrize(
    ("text", "holds"),
    [("June", "-06-"), ("Sept", "-09-"), ("14 June", "-06-14"), ("May 3rd", "-05-03"), ("32 May", ""), ("2025", "")],
)
def test_a_day_of_any_year_holds_so(text: str, holds: str) -> None:
    assert yearly(text) == holds
    assert yearly(holds) == holds


def test_a_month_is_said_in_words() -> None:
    assert (said("2025-06"), said("2025-06-04")) == ("June 2025", "4 June 2025")
    assert (said("-06-"), said("-06-04")) == ("June", "4 June")


@pytest.mark.parametrize(
    ("number", "unit", "into", "is_"),
    [
        (2, "hours", "minutes", 120),
        (1.5, "km", "m", 1500),
        (90, "minutes", "hours", 1.5),
        (2, "feet", "inches", 24),
        (3, "kg", "minutes", None),
        (3, "hours", "", 3),
        (3, "stones", "kg", 3),
    ],
)
def test_an_amount_is_converted(number: float, unit: str, into: str, is_: float | None) -> None:
    assert converted(number, unit, into) == is_


@pytest.mark.parametrize(
    ("unit", "dimension", "is_"),
    [("hours", "duration", True), ("kg", "weight", True), ("hours", "weight", False), ("", "duration", False)],
)
def test_a_unit_tells_what_it_measures(unit: str, dimension: str, is_: bool) -> None:
    assert measures(unit, dimension) is is_
