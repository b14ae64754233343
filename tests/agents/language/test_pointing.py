"""What in a question points back to an earlier one."""

import pytest

from agents.language.pointing import OTHER, pointer


@pytest.mark.parametrize(
    ("text", "word", "many", "possessive"),
    [
        ("Which genes are associated with it?", "it", False, False),
        ("and its phenotypes?", "its", False, True),
        ("how many of those are federal?", "those", True, False),
        ("where do they sit?", "they", True, False),
        ("Where was she born?", "she", False, False),
        ("what is THEIR population", "THEIR", True, True),
        ("Which films did that studio produce?", "that studio", False, False),
        ("who directed those two films?", "those two films", True, False),
        ("how many people live there?", "there", False, False),
        ("which one is older?", " one", True, False),
        ("who of the two earns more?", "the two", True, False),
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
        "how many rivers are there?",
        "which of the films that won are old?",
        "which film is the oldest?",
        "which are older than Rome?",
    ],
)
def test_words_that_only_look_so_do_not(text):
    assert pointer(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("who leads the first one?", 0),
        ("and the second of them?", 1),
        ("what about the last one", -1),
        ("who made the other one?", OTHER),
        ("the latter?", -1),
        ("who directed the other film?", OTHER),
    ],
)
def test_a_place_among_several_is_told(text, place):
    assert pointer(text).place == place


def test_a_comparison_without_anything_to_compare_points_to_what_was_found():
    found = pointer("and which is older?")
    assert (found.start, found.end, found.many, found.certain) == (9, 9, True, False)


def test_she_is_a_person_and_it_is_none():
    assert [pointer(f"where was {each} made?").person for each in ("she", "it", "this")] == [True, False, None]


def test_that_before_a_preposition_at_the_end_points_back():
    found = pointer("which region is that in?")
    assert found is not None
    assert (found.start, found.many) == (16, False)


def test_that_which_joins_a_clause_points_to_nothing():
    assert pointer("is there a film that won a prize?") is None
