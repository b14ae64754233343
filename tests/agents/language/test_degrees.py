"""Degrees that leave out what they compare."""

import pytest

from agents.language.degrees import alone, half, than, within


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("and the cheapest?", "cheapest"),
        ("ok and the cheaper one?", "cheaper"),
        ("which is the youngest of them", "youngest"),
        ("the second largest", "second largest"),
        ("and the most expensive", "most expensive"),
        ("who has the fewest papers", "fewest papers"),
    ],
)
def test_a_degree_that_stands_alone_is_found(text, said):
    found = alone(text)
    assert found is not None
    assert found.words == said


@pytest.mark.parametrize(
    "text", ["and the river?", "older than Ohio", "the other one", "which states are larger than it", ""]
)
def test_what_compares_nothing_or_says_with_what_does_not_stand_alone(text):
    assert alone(text) is None


def test_a_comparison_without_its_first_is_parted():
    assert than("more than New York?") == ("more", "New York")
    assert than("is it older than Ohio") == ("older", "Ohio")
    assert than("which is older than Ohio") is None


def test_a_comparison_without_its_other_is_parted():
    assert half("so Ohio is bigger?") == ("Ohio", "bigger")


def test_a_superlative_is_found_in_a_question():
    text = "which state has the most rivers?"
    assert text[slice(*within(text))] == "most rivers"
    assert within("which states border Ohio?") is None
