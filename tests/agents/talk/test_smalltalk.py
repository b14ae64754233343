"""Greetings and thanks in the middle of a talk are no follow-ups."""

from dataclasses import replace

import pytest

from agents.language.intents import IntentClassifier
from agents.pipeline import run
from tests.agents.conftest import GRAPH
from tests.agents.talk.conftest import names, turn
from tests.fakes import Ear, ScriptedIntents


@pytest.fixture(scope="module")
def learnt(kit):
    return replace(kit, intents=IntentClassifier())


async def after(kit, first, then):
    before = (turn(await run(kit, GRAPH, first, Ear()), kit),)
    return await run(kit, GRAPH, then, Ear(), turns=before)


@pytest.mark.parametrize("text", ["hi", "hello there!", "thanks, that is great", "goodbye"])
async def test_smalltalk_is_not_bent_into_a_question(learnt, text):
    state = await after(learnt, "Which cities are located in Ohio?", text)
    assert (state.text, state.intent, state.answers) == (text, "smalltalk", ())


async def test_a_pronoun_still_points_back(learnt):
    state = await after(learnt, "What is the capital of Ohio?", "Who is its mayor?")
    assert names(state) == {"Ann"}


async def test_the_words_of_a_question_that_names_something_are_weighed_once(kit):
    asked = replace(kit, intents=ScriptedIntents())
    await after(asked, "Which cities are located in Ohio?", "What is the capital of Utah?")
    assert len(asked.intents.asked) == 2
