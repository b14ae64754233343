"""The smallest real model, in process, asked in every place: it helps or it does not, and the answer is the graph's."""

from dataclasses import replace

import pytest

from agents.kit import Kit
from agents.llms.allowance import Allowance
from agents.llms.local import LocalChat
from agents.pipeline import run
from tests.agents.conftest import GRAPH
from tests.agents.counsel.test_hostile import PLACES
from tests.agents.readings import located, read_as
from tests.fakes import Ear, ScriptedIntents

pytestmark = [pytest.mark.server, pytest.mark.slow]


@pytest.mark.parametrize("place", PLACES)
async def test_it_is_asked_and_the_answer_is_whole(store, reader, smollm2, place):
    question, intent = PLACES[place]
    if place == "choose":
        reader.enqueue(located("s:tx"), read_as("s:tx", "capital", True), status="unsure")
    alone = Kit(store, reader, ScriptedIntents(intent))
    without = await run(alone, GRAPH, question, Ear())
    ear, kit = Ear(), replace(alone, chat=LocalChat(smollm2), allowance=Allowance(seconds=60))
    helped = await run(kit, GRAPH, question, ear)
    assert helped.model_calls > 0
    assert ear.kinds[-1] == "answer.done"
    assert ear.of("model.asked") or ear.of("model.failed")
    if not helped.counsel:
        assert (helped.answer, helped.claims, helped.answers) == (without.answer, without.claims, without.answers)
    for sentence in helped.wording:
        assert all(at < len(helped.claims) for at in sentence.claims)
