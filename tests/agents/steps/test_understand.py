"""What a request is taken for, before anything is looked up."""

from agents.kit import Kit
from agents.pipeline import run
from tests.agents.conftest import GRAPH
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
