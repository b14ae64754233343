"""What a question is about though it names nothing itself."""

import pytest

from tests.agents.talk.conftest import names


async def test_a_topic_that_is_announced_is_what_the_question_means(talk):
    state = await talk("What is Texas?", "back to Ohio: what is its capital?")
    assert state.text == "what is Ohio's capital?"
    assert names(state) == {"Columbus"}


async def test_a_first_question_may_announce_its_topic(talk):
    assert names(await talk("As for Ohio, what is its capital?")) == {"Columbus"}


async def test_what_is_announced_and_names_something_else_stays_as_it_is(talk):
    text = "As for Ohio, which cities are located in Texas?"
    assert (await talk(text)).text == text


async def test_a_step_on_asks_the_last_question_of_its_answer(talk):
    first = await talk("Where is Texas located?")
    state = await talk("Where is Texas located?", "and then?")
    assert state.text == f"Where is {first.answers[0]['name']} located?"
    assert names(state) == {"America"}


@pytest.mark.parametrize("said", ["and before that?", "and then?"])
async def test_a_step_on_from_nothing_asks_nothing(talk, said):
    assert (await talk(said)).text == said


async def test_the_same_without_an_as_is_that_of_what_was_spoken_of(talk):
    state = await talk("Which state is Columbus located in?", "Which cities are located in the same state?")
    assert "as Columbus" in state.text
    assert "Cleveland" in names(state)


async def test_others_are_of_the_kind_that_was_spoken_of(talk):
    state = await talk("Where is Columbus located?", "which others are located there?")
    assert names(state) == {"Cleveland"}


async def test_a_question_that_sounds_like_small_talk_is_asked_of_whom_was_spoken_of(talk):
    state = await talk("Who is the mayor of Columbus?", "when was she born?")
    assert names(state) == {1960}


async def test_a_question_behind_a_statement_is_asked_of_what_it_names(talk):
    state = await talk("I live in Ohio. What is its capital?")
    assert state.text == "What is Ohio's capital?"
    assert names(state) == {"Columbus"}
