"""A model chooses among readings when none is clearly best, and only where it says the same twice."""

import json

import pytest

from agents.errors import ChatError
from tests.agents.readings import located, read_as

QUESTION = "what about cities of Texas?"
CITIES, CAPITAL, RIVERS = located("s:tx"), read_as("s:tx", "capital", True), located("s:tx", "River")


async def test_what_it_chooses_both_times_is_run(asked, chat, reader, ear):
    chat.enqueue(choice(2), choice(2))  # the second of three is the second of three turned round
    reader.enqueue(CITIES, CAPITAL, RIVERS, status="unsure")
    state = await asked(QUESTION)
    assert [each["name"] for each in state.answers] == ["Austin"]
    assert state.plan[0].words == CAPITAL.words
    assert "a language model chose" in state.claims[0].text
    assert ear.of("model.asked")[0].outcome == f"chose: {CAPITAL.words}"


async def test_the_readings_are_turned_round_the_second_time(asked, chat, reader):
    chat.enqueue(choice(1), choice(3))
    reader.enqueue(CITIES, CAPITAL, RIVERS, status="unsure")
    state = await asked(QUESTION)
    first, second = (each[1].text for each in chat.asked)
    assert first.index(CITIES.words) < first.index(RIVERS.words)
    assert second.index(CITIES.words) > second.index(RIVERS.words)
    assert (state.counsel, state.plan[0].words) == ("", CITIES.words)  # it chose the best, which is run anyway
    assert (state.model_calls, state.calls_in_a_row) == (2, 1)


@pytest.mark.parametrize(
    "replies",
    [
        *((each,) * 2 for each in ("{}", "[]", "the second", "[" * 5000)),
        *((f'{{"choice": {each}}}',) * 2 for each in ("true", "9", "-1", '"2"', "null", "2.0")),
        (1, 1),
        (ChatError("dead"), 2),
    ],
)
async def test_any_other_word_of_it_changes_nothing(asked, chat, reader, ear, replies):
    chat.enqueue(*(choice(each) if isinstance(each, int) else each for each in replies))
    reader.enqueue(CITIES, CAPITAL, RIVERS, status="unsure")
    state = await asked(QUESTION)
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]
    assert state.counsel == ""
    assert ear.of("model.failed")


async def test_none_of_them_leaves_the_best(asked, chat, reader, ear):
    chat.enqueue(choice(0), choice(0))
    reader.enqueue(CITIES, CAPITAL, status="unsure")
    state = await asked(QUESTION)
    assert (state.chosen, state.counsel) == (None, "")
    assert not ear.of("model.failed")


async def test_a_clear_reading_needs_no_model(asked, chat, reader):
    reader.enqueue(CITIES, CAPITAL)
    await asked(QUESTION)
    assert chat.asked == []


async def test_what_the_person_picked_is_run_whatever_a_model_would_say(asked, chat, reader):
    reader.enqueue(CITIES, CAPITAL, status="unsure")
    state = await asked(QUESTION, reading=1)
    assert state.plan[0].words == CAPITAL.words
    assert chat.asked == []


async def test_a_model_that_can_be_held_to_a_form_is(asked, chat, reader):
    chat.enqueue(choice(1), choice(2))
    reader.enqueue(CITIES, CAPITAL, status="unsure")
    await asked(QUESTION)
    assert chat.schemas[0]["properties"]["choice"]["enum"] == [0, 1, 2]


def choice(number):
    return json.dumps({"choice": number})
