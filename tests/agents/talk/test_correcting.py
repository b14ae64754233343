"""Corrections mend the last question."""

from tests.agents.talk.conftest import names


async def test_another_name_was_meant(talk):
    state = await talk("What is the capital of Ohio?", "no, I meant Texas")
    assert state.text == "What is the capital of Texas?"
    assert names(state) == {"Austin"}


async def test_the_thing_of_another_type_was_meant(talk):
    state = await talk("What is Maine?", "not that one, the city")
    assert state.mentions[0].node.id == "c:ma"


async def test_the_one_of_whom_more_holds_was_meant(talk):
    state = await talk("When was Bob born?", "I meant the one who is mayor of Austin")
    assert names(state) == {1980}


async def test_the_older_of_two_was_meant(talk):
    assert names(await talk("When was Bob born?", "no, the older one")) == {1950}


async def test_a_whole_question_was_meant(talk):
    state = await talk("What is the capital of Ohio?", "sorry, I meant which rivers flow through Ohio")
    assert names(state) == {"Olentangy"}


async def test_the_talk_goes_on_about_what_was_meant(talk):
    state = await talk("What is the capital of Ohio?", "I meant Texas", "Who is its mayor?")
    assert names(state) == {"Bob"}


async def test_no_without_anything_to_correct_is_left_as_it_is(talk):
    assert (await talk("No, I meant Texas")).text == "No, I meant Texas"


async def test_the_ones_elsewhere_were_meant(talk):
    state = await talk(
        "Which cities are located in Ohio?", "which of those are larger?", "no, the ones located in Utah"
    )
    assert state.text == "Which cities are located in Utah?"
