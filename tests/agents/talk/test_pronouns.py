"""Words that point back are bound to what was spoken of, on a small graph and with the real reader."""

from agents.model import Node
from agents.pipeline import run
from agents.state import Turn
from tests.agents.conftest import GRAPH
from tests.agents.talk.conftest import names
from tests.fakes import Ear


async def test_it_means_the_one_thing_that_answered(talk):
    state = await talk("What is the capital of Ohio?", "Who is its mayor?")
    assert state.text == "Who is Columbus's mayor?"
    assert names(state) == {"Ann"}


async def test_it_means_what_was_described(talk):
    state = await talk("What is Texas?", "Which cities are located in it?")
    assert state.text == "Which cities are located in Texas?"
    assert names(state) == {"Austin", "Dallas"}


async def test_it_goes_on_meaning_the_same_thing(talk):
    state = await talk("What is Texas?", "What is its capital?", "What is its population?")
    assert state.text == "What is Texas's population?"
    assert names(state) == {29145505}


async def test_those_are_all_that_answered(talk):
    state = await talk("Which cities are located in Ohio?", "Which of those have a population over 500000?")
    assert state.text == "Which of those 2 cities have a population over 500000?"
    assert names(state) == {"Columbus"}


async def test_those_are_what_was_counted(talk):
    state = await talk("How many cities are located in Ohio?", "Which of them have a population over 500000?")
    assert names(state) == {"Columbus"}


async def test_those_are_looked_up_again_where_a_turn_has_only_the_first(kit):
    first = Turn("Which cities are located in Ohio?", "", (Node("c:cl", "City", "Cleveland"),), total=2)
    state = await run(kit, GRAPH, "Which of those have a population over 500000?", Ear(), turns=(first,))
    assert names(state) == {"Columbus"}


async def test_how_many_counts_what_answered(talk):
    assert names(await talk("Which cities are located in Ohio?", "how many are there?")) == {2}


async def test_a_pronoun_of_the_same_sentence_is_left_alone(talk):
    state = await talk("What is Ohio?", "What is the capital of Texas and its mayor?")
    assert "Texas and its mayor" in state.text


async def test_without_an_earlier_turn_nothing_is_put_in_place(talk):
    assert (await talk("Which cities are located in it?")).text == "Which cities are located in it?"


async def test_she_is_a_person_of_an_earlier_turn(talk):
    state = await talk("Who is the mayor of Columbus?", "Which rivers flow through Ohio?", "When was she born?")
    assert state.text == "When was Ann born?"


async def test_a_noun_says_which_thing_is_meant(talk):
    state = await talk(
        "Which state is Columbus located in?", "Who is the mayor of Austin?", "What is the capital of that state?"
    )
    assert "Ohio" in state.text


async def test_there_is_a_place_that_was_spoken_of(talk):
    state = await talk("What is the capital of Ohio?", "Who is mayor there?")
    assert state.text == "Who is mayor in Columbus?"
    assert names(state) == {"Ann"}


async def test_the_second_one_is_the_second_that_was_named(talk):
    state = await talk("Compare Ohio and Texas", "What is the capital of the second one?")
    assert names(state) == {"Austin"}


async def test_the_other_one_is_what_was_not_spoken_of_last(talk):
    state = await talk(
        "Which cities are located in Ohio?", "Which of those is larger?", "What is the population of the other one?"
    )
    assert names(state) == {370_000}


async def test_those_of_two_turns_are_compared(talk):
    state = await talk("Who is the mayor of Columbus?", "and of Austin?", "Which of the two was born earlier?")
    assert names(state) == {"Ann"}


async def test_a_comparison_of_nothing_named_is_of_what_was_found(talk):
    state = await talk("Which cities are located in Ohio?", "Which is larger?")
    assert state.text == "Which of those 2 cities is larger?"
    assert names(state) == {"Columbus"}


async def test_what_else_leaves_out_what_was_spoken_of(talk):
    state = await talk("Is Columbus located in Ohio?", "What other cities are located there?")
    assert names(state) == {"Cleveland"}


async def test_more_is_told_of_what_was_spoken_of_last(talk):
    assert (await talk("What is the capital of Ohio?", "tell me more")).text == "Tell me about Columbus"


async def test_whoever_answered_who_is_a_person(talk):
    state = await talk("Who is the mayor of Columbus?", "When was he born?")
    assert names(state) == {1960}


async def test_what_belongs_to_several_is_asked_of_them_all(talk):
    state = await talk("Which cities are located in Ohio?", "and their populations?")
    assert state.text == "those 2 cities' populations?"
    assert names(state) == {900_000, 370_000}


async def test_where_the_other_does_something_is_asked_of_the_other(talk):
    state = await talk("Which cities are located in Ohio?", "Which of those is larger?", "where does the other lie?")
    assert state.text == "where does Cleveland lie?"


async def test_how_many_asks_the_last_question_for_a_number(talk):
    state = await talk("Which cities are located in Ohio?", "and in Utah?", "how many are there?")
    assert state.text == "how many cities are located in Utah?"
    assert names(state) == {1}


async def test_a_verb_speaks_of_several_where_it_means_several(talk):
    state = await talk("Which state has the most cities?", "how many does it have?")
    assert state.text == "how many cities do those 2 states have?"
