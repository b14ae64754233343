"""What the first words of a follow-up say."""

import pytest

from agents.language.leads import (
    asks_for_more,
    asks_why,
    correction,
    elliptic,
    fragment,
    narrowing,
    only_how_many,
    unled,
    widening,
)


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


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Texas?", "Texas"),
        ("in Texas", "Texas"),
        ("Deadline?", "Deadline"),
        ("who leads it", ""),
        ("Texas is big", ""),
        ("list the states", ""),
        ("", ""),
    ],
)
def test_a_text_without_a_verb_is_a_fragment(text, rest):
    assert fragment(text) == rest


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("only those in Texas", "only", "in Texas"),
        ("just the forwards", "only", "the forwards"),
        ("without the lakes", "without", "the lakes"),
        ("but not the ones in Naples", "excluding", "in Naples"),
        ("excluding smokers, please", "excluding", "smokers"),
    ],
)
def test_what_narrows_is_found(text, word, rest):
    found = narrowing(text)
    assert (found.word, found.text) == (word, rest)


@pytest.mark.parametrize(
    ("text", "rest"), [("or Ohio", "Ohio"), ("also those in Ohio", "in Ohio"), ("and Ohio too", "Ohio")]
)
def test_what_widens_is_found(text, rest):
    assert widening(text).text == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, I meant the disease", "the disease"),
        ("not that one, the city", "the city"),
        ("sorry, Texas", "Texas"),
        ("I meant Texas", "Texas"),
        ("Texas instead", "Texas"),
        ("the disease, not the gene", "the disease"),
        ("I meant the one in Leeds", "in Leeds"),
    ],
)
def test_what_was_meant_is_found(text, rest):
    assert correction(text).text == rest


@pytest.mark.parametrize("text", ["Which genes are not in Texas?", "and Ohio?", "north of Ohio", "normal genes"])
def test_what_corrects_nothing_is_left(text):
    assert correction(text) is None


@pytest.mark.parametrize(
    "text", ["why?", "how do you know?", "Are you sure about that?", "what's the evidence", "prove it"]
)
def test_a_question_for_evidence_is_told(text):
    assert asks_why(text)


@pytest.mark.parametrize(
    "text", ["why is the sky blue?", "how do you know Ann?", "Are you sure that Ohio borders Iowa?"]
)
def test_a_question_with_a_subject_of_its_own_is_none(text):
    assert not asks_why(text)


def test_a_wish_for_more_is_told():
    assert asks_for_more("tell me more")
    assert not asks_for_more("tell me more about Ohio")
