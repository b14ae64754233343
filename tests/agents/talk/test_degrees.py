"""Degrees without what they compare, and what is left of several things."""

from tests.agents.talk.conftest import names


async def test_another_degree_stands_in_place_of_the_last(talk):
    state = await talk("Which city has the highest population?", "and the lowest?")
    assert "lowest population" in state.text
    assert names(state) == {"Maine"}


async def test_a_degree_is_of_those_that_were_found(talk):
    state = await talk("Which cities are located in Ohio?", "ok and the larger one?")
    assert names(state) == {"Columbus"}


async def test_which_ones_are_those_that_were_counted(talk):
    state = await talk("How many cities are located in Ohio?", "which ones?")
    assert names(state) == {"Columbus", "Cleveland"}


async def test_which_ones_not_are_all_others_of_their_kind(talk):
    state = await talk("Which cities are located in Ohio?", "and which ones not?")
    assert "Maine" in names(state)
    assert not {"Columbus", "Cleveland"} & names(state)


async def test_praise_before_a_follow_up_says_nothing(talk):
    state = await talk("What is the capital of Ohio?", "cool, thanks! and who is its mayor pls")
    assert names(state) == {"Ann"}


async def test_a_property_of_all_is_asked_of_what_was_spoken_of(talk):
    state = await talk("What is the capital of Ohio?", "what population?")
    assert names(state) == {900_000}


async def test_what_follows_a_message_of_two_requests_speaks_of_either(talk):
    state = await talk("What is the capital of Ohio? And who is the mayor of Maine?", "when was he born?")
    assert names(state) == {1950}
