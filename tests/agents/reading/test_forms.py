"""What form an answer takes."""

import pytest

from agents.language.words import words
from agents.query import Describe
from agents.reading.manner import Manner, manner
from agents.reading.reader import Form
from tests.agents.reading.worlds import World


@pytest.mark.parametrize(
    ("question", "form", "cells"),
    [
        ("Which cities are in Alder?", "set", {"Springfield", "Oakton"}),
        ("How many cities are in Alder?", "count", {2}),
        ("What is the population of Cedar?", "value", {120}),
        ("How long is Long River?", "value", {800}),
        ("Does Alder border Birch?", "verdict", {"Alder"}),
        ("Does Alder border Cedar?", "verdict", set()),
        ("Compare the population of Alder and Birch", "compare", {"Alder", "Birch"}),
        ("Tell me about Oakton", "describe", {"Oakton"}),
        ("Oakton", "describe", {"Oakton"}),
        ("What is Oakton?", "describe", {"Oakton"}),
        ("Compare Alder and Birch", "describe", {"Alder", "Birch"}),
    ],
)
def test_an_answer_takes_the_form_that_is_asked_for(land: World, question: str, form: Form, cells: set[object]) -> None:
    best = land.best(question)
    assert best.form == form
    assert land.cells(best) == cells


def test_a_comparison_has_a_value_beside_each_thing(land: World) -> None:
    query = land.best("Compare the population of Alder and Birch").query
    rows = land.store.match("world", query).rows
    assert {(row.cells[0].name, row.cells[1]) for row in rows} == {("Alder", 500), ("Birch", 900)}


def test_all_of_one_name_are_described(land: World) -> None:
    query = land.best("What is Springfield?").query
    assert isinstance(query, Describe)
    assert query.ids == ("c:Springfield", "c:Springfield2")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Manner()),
        ("Is there any river?", Manner(verdict=True, any=True)),
        ("Can you list the rivers?", Manner()),
        ("How many rivers are there?", Manner(count=True, word="how")),
        ("How tall is it?", Manner(value=True, word="how")),
        ("Who made both?", Manner(both=True, word="who")),
        ("Compare the two", Manner(compare=True)),
    ],
)
def test_the_first_words_say_what_is_asked_for(text: str, expected: Manner) -> None:
    assert manner(words(text)) == expected
