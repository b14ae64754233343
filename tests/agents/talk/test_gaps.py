"""A question word alone asks the last question in its way; what it lacks is taken from there."""

from tests.agents.talk.conftest import names


async def test_who_alone_asks_who_it_is_that_there_is(talk):
    state = await talk("Does Columbus have a mayor?", "who?")
    assert state.text == "who is the mayor of Columbus?"
    assert names(state) == {"Ann"}


async def test_another_question_word_takes_the_place_of_the_last(talk):
    state = await talk("Where is Austin located?", "in which state?")
    assert state.text == "in which state is Austin located?"
    assert names(state) == {"Texas"}


async def test_when_something_was_done_is_asked_of_what_was_spoken_of(talk):
    state = await talk("Who is the mayor of Columbus?", "when born?")
    assert state.text == "when was Ann born?"
    assert names(state) == {1960}


async def test_how_many_it_has_is_asked_of_what_was_compared(talk):
    state = await talk("Does Texas have more cities than Utah?", "how many does Texas have?")
    assert state.text == "how many cities does Texas have?"
    assert names(state) == {2}


async def test_by_whom_asks_who_did_it(talk):
    state = await talk("Is Oklahoma bordered?", "by which state?")
    assert state.text == "which state bordered Oklahoma?"
