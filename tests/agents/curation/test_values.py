"""Values as people write them."""

import pytest

from agents.curation.values import guess, read
from agents.model import PropertyType


@pytest.mark.parametrize(
    ("given", "value"),
    [("12", 12), ("-3.5", -3.5), ("yes", True), ("007", "007"), ("abc", "abc"), ("1e400", "1e400"), ("5 km", "5 km")],
)
def test_a_value_of_no_known_kind_is_guessed(given, value):
    assert guess(given) == value


def test_values_are_read_as_their_kind():
    assert read("1\n2.5", PropertyType("x", "number", many=True)) == (1, 2.5)
    assert read("", PropertyType("x", "text")) is None
    assert read("no", PropertyType("x", "flag")) is False
    assert read("99999999999999999999", PropertyType("x", "number")) == 1e20


@pytest.mark.parametrize(
    ("kind", "wrong"), [("number", "nan"), ("number", "x"), ("flag", "maybe"), ("date", "31.5.2024")]
)
def test_what_is_none_of_its_kind_is_said(kind, wrong):
    with pytest.raises(ValueError, match=r"\.$"):
        read(wrong, PropertyType("x", kind))
