"""Suggestions after an answer: read ahead where a graph is made ready, else one at a time."""

from agents.kit import Kit
from agents.model import Edge, Node
from agents.pipeline import run
from agents.tasks.suggest import rehearse
from tests.agents.conftest import GRAPH
from tests.agents.readings import located, read_as
from tests.fakes import ScriptedIntents


async def test_what_was_rehearsed_is_not_read_again(store, reader, ear):
    kit = Kit(store, reader, ScriptedIntents())
    reader.enqueue(read_as("c:au", "located_in", True))
    rehearse(kit, GRAPH)
    rehearsed = len(reader.asked)
    assert [form[2:] for form, well in kit.read_well.items() if well] == [("City", ("located_in", "out"))]
    reader.enqueue(located("s:tx"))
    state = await run(kit, GRAPH, "which cities are in Texas?", ear)
    assert state.suggestions == ("What is Austin located in?",)
    assert len(reader.asked) == rehearsed + 1


async def test_a_name_that_is_too_long_for_a_question_is_in_none(store, reader, ear):
    store.load(GRAPH, [Node("c:lo", "City", "Long " * 20), Edge("c:lo", "located_in", "s:oh")])
    reader.enqueue(located("s:oh"))
    assert not any(
        "Long" in each for each in (await run(Kit(store, reader, ScriptedIntents()), GRAPH, "?", ear)).suggestions
    )
