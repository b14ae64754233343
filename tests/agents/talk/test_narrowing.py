"""What was found is narrowed, rid of something, or widened."""

from tests.agents.talk.conftest import names


async def test_only_those_in_a_place_are_kept(talk):
    state = await talk("Which rivers are there?", "only those that flow through Ohio")
    assert state.text == "those 2 rivers that flow through Ohio"
    assert names(state) == {"Olentangy"}


async def test_without_leaves_some_out(talk):
    state = await talk("Which cities have a population over 1000?", "without the ones in Ohio")
    assert names(state) == {"Maine"}


async def test_what_is_narrowed_is_narrowed_again(talk):
    state = await talk("Which cities are there?", "only those in Ohio", "only those with a population over 500000")
    assert names(state) == {"Columbus"}


async def test_or_asks_for_one_thing_more(talk):
    state = await talk("Which cities are located in Ohio?", "or Utah")
    assert names(state) == {"Columbus", "Cleveland", "Maine"}


async def test_also_those_asks_for_one_thing_more(talk):
    state = await talk("Which cities are located in Ohio?", "also those in Utah")
    assert names(state) == {"Columbus", "Cleveland", "Maine"}


async def test_the_ones_that_do_something_are_of_what_was_found(talk):
    state = await talk("Which rivers are there?", "the ones that flow through Ohio")
    assert names(state) == {"Olentangy"}


async def test_what_was_done_to_things_narrows_them(talk):
    state = await talk("Which people are there?", "born before 1970")
    assert state.text == "those 3 people that were born before 1970"
    assert {each["id"] for each in state.answers} == {"p:an", "p:b2"}


async def test_or_asks_for_one_number_more(talk):
    state = await talk("Which people were born in 1960?", "or in 1950")
    assert state.text == "Which people were born in 1960 or in 1950?"
    assert {each["id"] for each in state.answers} == {"p:an", "p:b2"}


async def test_what_was_not_done_to_things_leaves_some_out(talk):
    state = await talk("Which cities are there?", "not the ones located in Ohio")
    assert names(state) == {"Austin", "Dallas", "Maine"}
