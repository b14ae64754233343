"""What in a question points back to an earlier one."""

import pytest

from agents.language.followup import elliptic, only_how_many, pointer, unled


@pytest.mark.parametrize(
    ("text", "word", "many", "possessive"),
    [
        ("Which genes are associated with it?", "it", False, False),
        ("and its phenotypes?", "its", False, True),
        ("how many of those are federal?", "those", True, False),
        ("where do they sit?", "they", True, False),
        ("Where was she born?", "she", False, False),
        ("what is THEIR population", "THEIR", True, True),
    ],
)
def test_a_pronoun_points_back(text, word, many, possessive):
    found = pointer(text)
    assert (text[found.start : found.end], found.many, found.possessive) == (word, many, possessive)


@pytest.mark.parametrize(
    "text",
    [
        "is it true that Ohio borders Iowa?",
        "which are those that border Ohio?",
        "what is this graph about?",
        "which italian city is big?",
        "what time is it?",
    ],
)
def test_words_that_only_look_so_do_not(text):
    assert pointer(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("and Ohio?", "Ohio"),
        ("what about New York?", "New York"),
        ("ok, and in Texas?", "Texas"),
        ("How about the genes?", "the genes"),
        ("same for Maine", "Maine"),
        ("and who treats it?", ""),
        ("Ohio?", ""),
        ("android phones", ""),
    ],
)
def test_what_stands_for_something_said_before_is_found(text, rest):
    assert elliptic(text) == rest


def test_a_lead_is_taken_off():
    assert unled("And who treats it?") == "who treats it?"
    assert unled("who treats it?") == "who treats it?"


@pytest.mark.parametrize(
    ("text", "only"),
    [("how many?", True), ("And how many are there?", True), ("how many courts are there?", False)],
)
def test_a_bare_how_many_is_told_from_a_question(text, only):
    assert only_how_many(text) == only
