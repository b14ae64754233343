"""How true a card of a graph is, as `bench.sources` counts it: by the names at its relations' other ends."""

import pytest

from agents.cards.facts import Fact
from bench.sources.graphs import Chosen, asked, claims, middles, subject

TAILS = {"Velm fever": ("Tall stature", "Cough, dry", "Fever"), "Velm": ("Fever",)}
FACTS = (
    Fact(
        "Velm fever presents with Tall stature; Cough, dry and Fever.",
        asks=("Tall stature; Cough, dry and Fever", "Velm fever"),
        items=("Tall stature", "Cough, dry", "Fever"),
    ),
    Fact("Velm presents with Fever.", asks=("Fever", "Velm")),
)
CHOSEN = Chosen(FACTS, (), TAILS)


@pytest.mark.parametrize(
    ("passage", "right", "wrong"),
    [
        ("Velm fever presents with Tall stature; Cough, dry and Fever.", 3, 0),
        ("Velm fever presents with Tall stature and a red nose.", 1, 1),
        ("Velm fever presents with cough, dry, short stature, and hiccups.", 1, 2),
        ("Velm fever shows a red nose.", 0, 1),
        ("Dunmere fever presents with a red nose.", 0, 1),
        ("Velm presents with Fever and Tall stature.", 1, 1),
        ("", 0, 0),
    ],
)
def test_what_is_said_is_counted_by_what_the_graph_has(passage, right, wrong):
    assert claims(passage, TAILS, middles(FACTS, CHOSEN)) == (right, wrong)


def test_what_is_said_of_another_thing_than_was_asked_for_is_not_so():
    assert claims("Velm presents with Fever.", TAILS, middles(FACTS, CHOSEN), "Velm fever") == (0, 1)
    assert claims("Velm presents with Fever.", TAILS, middles(FACTS, CHOSEN), "Velm") == (1, 0)


def test_a_passage_is_about_the_longest_name_that_it_begins_with():
    assert subject("Velm fever presents with Fever.", TAILS) == "Velm fever"
    assert subject("Velm presents with Fever.", TAILS) == "Velm"
    assert subject("Dunmere presents with Fever.", TAILS) == ""


def test_a_question_names_the_thing_alone():
    found = asked(FACTS, CHOSEN)
    assert [(each.thing, each.question) for each in found] == [
        ("Velm fever", "What does Velm fever present with?"),
        ("Velm", "What does Velm present with?"),
    ]
    assert found[0].names == ("Tall stature", "Cough, dry", "Fever")
