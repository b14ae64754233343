"""Where a message may be parted into requests."""

import pytest

from agents.language.requests import asks, clauses, greets, questions, sentences, unjoined


def parted(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Who wrote Nana? And show me its neighbours.", ["Who wrote Nana?", "And show me its neighbours."]),
        ("Hi! What is tin?", ["Hi!", "What is tin?"]),
        ("what is tin; what is lead", ["what is tin;", "what is lead"]),
        ("What is tin?!", ["What is tin?!"]),
    ],
)
def test_a_sentence_ends_where_its_mark_stands(text, parts):
    assert parted(text) == parts


@pytest.mark.parametrize("text", ["What is 3 F.2d 45?", "Who is Dr. No?", "works of J. S. Bach", "node.js", "", "..."])
def test_a_dot_that_belongs_to_a_word_ends_none(text):
    assert len(parted(text)) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "What is tin and how is it related to lead?",
        "who wrote Nana and who directed Alien?",
        "show me tin and then hide the metals",
        "show me tin and tell me which metals are near it",
        "find a path from tin to lead and group the neighbours of zinc",
    ],
)
def test_a_whole_clause_may_follow_an_and(text):
    assert len(clauses(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "which rivers flow through Ohio and border Texas?",
        "people who wrote Nana and who live in Ghent",
        "list films which Varda directed and which Depp starred in",
        "what is the capital of Ohio and its population",
        "who wrote Nana and when",
        "what do salt and pepper share",
        "compare tin and lead and zinc",
    ],
)
def test_what_is_one_question_is_not_parted(text):
    assert clauses(text) == []


def test_it_knows_what_asks_and_what_greets():
    assert asks("and show me its neighbours.")
    assert asks("could you list the metals")
    assert not asks("I'm new to knitting.")
    assert greets("Hi!")
    assert greets("Thanks a lot.")
    assert not greets("Hi, what is tin?")


def test_a_joining_word_before_a_request_is_left_off():
    assert unjoined("And then show me its neighbours.") == "show me its neighbours."


def test_a_question_is_told_from_what_tells_what_to_do():
    assert questions("which metals melt below 100 degrees")
    assert questions("and does tin melt")
    assert questions("could you hide the metals?")
    assert not questions("hide the metals")
    assert not questions("remember that tin is a metal.")
