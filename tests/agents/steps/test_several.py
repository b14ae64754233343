"""Several requests in one message."""

import pytest

from agents.kit import Kit
from agents.pipeline import answer_json, run
from agents.query import Describe
from agents.reading.reader import Reading
from tests.agents.conftest import GRAPH
from tests.agents.readings import located
from tests.fakes import ScriptedIntents

TWO = "Which cities are in Texas? And show me Ohio."


class ByWords(ScriptedIntents):
    """Takes what shows for exploring, what greets for small talk, and the rest for questions."""

    def classify(self, text):
        self.name = "explore" if "show" in text else "smalltalk" if text.lower().startswith("hi") else "question"
        return super().classify(text)


@pytest.fixture
def talk(store, reader, ear):
    async def asked(text, **more):
        return await run(Kit(store, reader, ByWords()), GRAPH, text, ear, **more)

    return asked


async def test_each_is_done_in_order_with_its_own_kind(talk, reader, ear):
    reader.enqueue(located("s:tx"))
    state = await talk(TWO)
    assert [each.intent for each in state.parts] == ["question", "explore"]
    assert [each.question for each in ear.of("intent.understood")] == ["Which cities are in Texas?", "show me Ohio."]
    assert ear.kinds.count("run.started") == ear.kinds.count("answer.done") == 1


async def test_the_answer_is_one_whose_pieces_join_up_to_it(talk, reader, ear):
    reader.enqueue(located("s:tx"))
    state = await talk(TWO)
    pieces = ear.of("answer.delta")
    assert "".join(each.text for each in pieces) == state.answer == ear.heard[-1].text
    assert [each.claim for each in pieces] == sorted(each.claim for each in pieces)
    assert {each.claim for each in pieces} == set(range(len(state.claims)))
    assert state.answer == " ".join(each.text for each in state.claims)


async def test_its_claims_and_answers_stand_in_order(talk, reader):
    reader.enqueue(located("s:tx"))
    said = answer_json(await talk(TWO))
    assert [each["name"] for each in said["answers"]][:2] == ["Austin", "Dallas"]
    assert said["intents"] == ["question", "explore"]
    assert said["question"] == TWO


async def test_a_greeting_swallows_no_question(talk, reader):
    reader.enqueue(located("s:tx"), status="none")  # how the greeting reads
    reader.enqueue(located("s:tx"))
    state = await talk("Hi! Which cities are in Texas?")
    assert state.intent == "question"
    assert state.answer.startswith("Hello. ")
    assert "You can ask" not in state.answer
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


async def test_what_the_first_found_the_second_may_speak_of(talk, reader):
    reader.enqueue(Reading(Describe(ids=("s:tx",)), 0.0, "describe", "everything about Texas"))
    state = await talk("What is Texas? Show me its neighbours.")
    assert state.parts[1].turns[-1].question == "What is Texas?"
    assert "Texas" in state.parts[1].text


@pytest.mark.parametrize(
    "text",
    [
        "Is Texas next to Ohio? Explain why.",
        "I am new here. Which cities are in Texas?",
        "Which cities are in Texas and in Ohio?",
        "Which cities are in Texas? Thank you for looking at it so closely today",
    ],
)
async def test_what_is_one_request_is_never_parted(talk, reader, text):
    reader.enqueue(located("s:tx"))
    assert (await talk(text)).parts == ()


async def test_a_kind_that_a_person_picks_is_for_the_whole(talk):
    assert (await talk(TWO, intent="explore")).parts == ()


async def test_very_many_are_taken_for_one(talk, reader):
    assert (await talk("What is Texas? " * 50)).parts == ()
