"""Ellipsis: the last question is asked again with another name, noun or number in place."""

from tests.agents.talk.conftest import names


async def test_another_name_takes_the_place_of_one_of_its_type(talk):
    state = await talk("Which cities are located in Ohio?", "and in Texas?")
    assert state.text == "Which cities are located in Texas?"
    assert names(state) == {"Austin", "Dallas"}


async def test_a_follow_up_follows_a_follow_up(talk):
    state = await talk("What is the capital of Ohio?", "what about Texas?", "Who is its mayor?")
    assert names(state) == {"Bob"}


async def test_a_noun_alone_is_asked_of_what_was_spoken_of(talk):
    state = await talk("What is Texas?", "and the capital?")
    assert state.text == "the capital of Texas?"
    assert names(state) == {"Austin"}


async def test_a_name_alone_is_enough(talk):
    state = await talk("Which cities are located in Ohio?", "Texas?")
    assert names(state) == {"Austin", "Dallas"}


async def test_a_name_of_another_kind_alone_asks_about_itself(talk):
    assert (await talk("Which cities are located in Ohio?", "Red River")).text == "Red River"


async def test_a_name_takes_the_place_of_one_that_was_not_found(talk):
    state = await talk("Which cities are located in Fooville?", "and in Texas?")
    assert state.text == "Which cities are located in Texas?"


async def test_the_right_one_of_two_names_is_replaced(talk):
    state = await talk("Is Columbus located in Ohio?", "and Austin?")
    assert state.text == "Is Austin located in Ohio?"


async def test_another_number_takes_the_place_of_a_number(talk):
    state = await talk("Which cities have a population over 500000?", "and over 100000?")
    assert names(state) == {"Columbus", "Cleveland"}


async def test_a_question_about_those_is_asked_of_the_same_again(talk):
    state = await talk(
        "Which states border Texas or Oklahoma?",
        "Which of those does the Red River flow through?",
        "and the Olentangy?",
    )
    assert "those 2 states" in state.text


async def test_a_whole_question_is_no_ellipsis(talk):
    state = await talk("Which cities are located in Ohio?", "And who is the mayor of Austin?")
    assert state.text == "who is the mayor of Austin?"


async def test_a_new_question_is_left_as_it_is(talk):
    text = "How many rivers are there?"
    assert (await talk("What is the capital of Ohio?", text)).text == text


async def test_what_is_asked_about_already_takes_nobodys_place(talk):
    state = await talk("Compare Ohio and Texas", "and Texas?")
    assert state.text == "Tell me about Texas"


async def test_what_is_put_in_place_has_one_article(talk):
    state = await talk("What is the population of Texas?", "and the size, I mean the capital?")
    assert state.text == "What is the capital of Texas?"


async def test_what_was_done_takes_the_place_of_what_was_done(talk):
    state = await talk("Which cities are located in Ohio?", "and governed?")
    assert state.text == "Which cities are governed in Ohio?"


async def test_a_count_between_is_asked_of_nothing_else(talk):
    state = await talk("Which cities are located in Ohio?", "how many?", "and in Texas?")
    assert state.text == "Which cities are located in Texas?"
