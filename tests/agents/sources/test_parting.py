"""Sentences that part in one place, and questions that one thing answers."""

import pytest

from agents.sources.one_answer import asks_one
from agents.sources.parting import parting


@pytest.mark.parametrize(
    ("one", "other", "own", "there"),
    [
        ("Bo built the tower in 1922.", "Ann built the tower in 1922.", "Bo", "Ann"),
        ("Bo built the tower in 1922.", "The tower was built by Ann in 1922.", "Bo", "Ann"),
        ("The tower was built by Bo.", "Ann built the tower near Oban.", "Bo", "Ann"),
        ("Ann built the tower in 1922.", "In 1931 Ann built the tower.", "1922", "1931"),
        ('Ann sang "All of It" in Oban.', 'Ann sang "Can You?" in Oban.', "All of It", "Can You?"),
        ("The House of Salt sold the ferry.", "The Bank of Oban sold the ferry.", "House of Salt", "Bank of Oban"),
    ],
)
def test_it_says_where_two_sentences_part(one, other, own, there):
    found = parting(one, other)
    assert (found.own, found.other) == (own, there)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann built the tower.", "Ann built the tower in 1922."),
        ("Ann built the tower.", "Bo sold a ferry."),
        ("Dr. Ann Lee built the tower.", "Lee built the tower."),
        ("The RNLI built the tower.", "The Royal National Lifeboat Institution built the tower."),
        ("Kerr's Miel was sold here.", "Kerrs Miel was sold here."),
        ("Ann built the tower.", "Bo never built the tower."),
        ("The tower has 12 floors.", "The tower has twelve floors."),
        ("Ann built it for Bo in Oban.", "Cy built it for Dee in Oban."),
        ("", "Ann built the tower."),
    ],
)
def test_what_says_the_same_or_something_different_does_not_part(one, other):
    assert parting(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "single"),
    [
        ("The tower has 12 floors.", "The tower has 40 floors and a clock.", True),
        ("The tower has 12 floors.", "The tower has 40 floors with the annexe.", False),
        ("Oban is the capital of Velm.", "Mull is the capital of Velm.", True),
        ("The capital of Velm is Oban.", "Mull is the capital of Velm.", True),
        ("Oban is a town in Velm.", "Mull is a town in Velm.", False),
        ("Ann built the first tower in Oban.", "Bo built the first tower in Oban.", True),
        ("Oban is the largest town.", "Mull is the largest town in the west.", False),
        ("Ann won the cup in 1990.", "Ann won the cup in 1994.", False),
        ("Aspirin treats fever in adults.", "Ibuprofen treats fever in adults.", False),
        ("A shop in Oban is the oldest maker of sails.", "Kerr is the oldest maker of sails.", False),
    ],
)
def test_there_is_room_for_one_only_where_the_sentence_says_so(one, other, single):
    found = parting(one, other)
    assert (found is not None and found.single) == single


@pytest.mark.parametrize(
    "question",
    [
        "Who built the tower?",
        "Which station served nobody by 1949?",
        "What is the capital of Velm?",
        "How many floors has the tower?",
        "In what year did Ann die?",
        "Where was Ann born?",
        "Against whom did Ann lose?",
        "Name the tower that Ann built.",
    ],
)
def test_a_question_asks_for_one(question):
    assert asks_one(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which ships sank?",
        "What causes fever?",
        "What is a symptom of flu?",
        "Who are the members?",
        "What are the side effects?",
        "Tell me about towers.",
        "Name towers of Velm.",
        "",
    ],
)
def test_a_question_leaves_room_for_several(question):
    assert not asks_one(question)
