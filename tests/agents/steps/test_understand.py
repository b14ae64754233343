"""What a request is taken for, before anything is looked up."""

from dataclasses import replace

from agents.kit import Kit
from agents.pipeline import run
from agents.reading.meaning import Joined, Kind, Things
from tests.agents.conftest import GRAPH
from tests.agents.readings import located
from tests.fakes import ScriptedIntents


async def test_it_hides_the_names_of_nodes_from_the_classifier(store, reader, ear):
    intents = ScriptedIntents("relation")
    await run(Kit(store, reader, intents), GRAPH, "is  Texas related to Oklahoma?", ear)
    assert intents.asked == ["is Thing related to Other?"]


async def test_naming_a_node_speaks_against_smalltalk(store, reader, ear):
    class Unsure(ScriptedIntents):
        def classify(self, text):
            return tuple(reversed(super().classify(text)))

    state = await run(Kit(store, reader, Unsure("question", 0.4)), GRAPH, "Texas then", ear)
    assert state.intent == "question"


async def test_the_kind_of_request_that_a_person_picks_is_taken(ask):
    state = await ask("smalltalk", "Texas", intent="explore")
    assert (state.intent, state.guesses[0].confidence) == ("explore", 1.0)


async def test_a_kind_of_request_that_does_not_exist_is_named(ask, ear):
    await ask("question", "Texas", intent="exlore")
    assert ear.heard[-1].reason == "There is no kind of request called 'exlore'; did you mean 'explore'?"


async def test_what_neither_a_node_nor_the_schema_is_called_is_no_question_for_the_graph(ask, reader):
    state = await ask("question", "how do I cook rice for six people?")
    assert (state.intent, state.not_in_graph) == ("smalltalk", True)
    assert state.answer.startswith("Not in the graph: nothing in States and rivers is called what this is about.")


async def test_a_name_that_is_not_in_the_graph_is_still_a_question(ask, reader):
    state = await ask("question", "who is the mayor of Fooville?")
    assert (state.intent, state.not_in_graph) == ("question", True)
    assert "Fooville" in state.answer


async def test_what_reads_well_as_a_question_is_no_smalltalk(ask, reader):
    reader.enqueue(replace(located("s:tx"), meaning=Joined(Things(("s:tx",), "Texas"), "located_in", False)))
    state = await ask("smalltalk", "which ones lie down south?")
    assert state.intent == "question"
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


async def test_smalltalk_that_only_names_a_type_stays_smalltalk(ask, reader):
    reader.enqueue(replace(located("s:tx"), meaning=Kind("City")))
    assert (await ask("smalltalk", "where is my town now?")).intent == "smalltalk"
