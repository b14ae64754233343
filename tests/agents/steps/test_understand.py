"""What a request is taken for, before anything is looked up."""

from dataclasses import replace

import pytest

from agents.events import IntentGuess
from agents.kit import Kit
from agents.pipeline import run
from agents.query import Describe, Match, Return, Var
from agents.reading.meaning import Joined, Kind, Things, Total
from agents.reading.reader import Reading
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


class Ideas(ScriptedIntents):
    """Takes everything for a wish for ideas, and hardly for a question."""

    def classify(self, text):
        return (IntentGuess("idea", 0.9), IntentGuess("question", 0.1))


async def test_what_the_graph_clearly_answers_is_a_question(store, reader, ear):
    query = Match(variables=(Var(name="x", types=("State",)),), returns=(Return(variable="x"),))
    reader.enqueue(Reading(query, -0.2, "set", "state"))
    state = await run(Kit(store, reader, Ideas()), GRAPH, "which projects are states", ear)
    assert state.intent == "question"
    assert reader.asked.count("which projects are states") == 1


class Only(ScriptedIntents):
    """Takes everything for one kind of request, and hardly for a question."""

    def __init__(self, intent):
        super().__init__(intent)
        self._intent = intent

    def classify(self, text):
        return (IntentGuess(self._intent, 0.999), IntentGuess("question", 0.001))


@pytest.mark.parametrize(
    ("text", "taken_for", "form", "intent"),
    [
        ("what can I use instead of Texas?", "teach", "set", "question"),
        ("use Oklahoma instead of Texas", "teach", "set", "teach"),
        ("how serious is it to join Texas?", "idea", "value", "question"),
        ("how might we join Texas?", "idea", "set", "idea"),
    ],
)
async def test_what_has_the_form_of_a_question_asks_for_a_fact(store, reader, ear, text, taken_for, form, intent):
    query = Match(variables=(Var(name="x", types=("State",)),), returns=(Return(variable="x"),))
    reader.enqueue(Reading(query, -4.0, form, "states"))
    assert (await run(Kit(store, reader, Only(taken_for)), GRAPH, text, ear)).intent == intent


class Small(ScriptedIntents):
    """Takes everything for small talk."""

    def classify(self, text):
        return (IntentGuess("smalltalk", 0.99), IntentGuess("question", 0.01))


@pytest.mark.parametrize(("text", "intent"), [("total up the areas", "question"), ("cheer up the areas", "smalltalk")])
async def test_adding_up_what_the_graph_has_is_a_question(store, reader, ear, text, intent):
    query = Match(variables=(Var(name="x"),), returns=(Return(variable="x", key="area", aggregate="sum"),))
    total = Reading(query, -0.5, "value", "the total area of states", Total(Kind("State"), "sum", "area"))
    reader.enqueue(total)
    state = await run(Kit(store, reader, Small()), GRAPH, text, ear)
    assert state.intent == intent


async def test_what_the_graph_cannot_answer_stays_what_it_sounds_like(store, reader, ear):
    state = await run(Kit(store, reader, Ideas()), GRAPH, "a project with states, please", ear)
    assert state.intent == "idea"


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


class Chatty(ScriptedIntents):
    def classify(self, text):
        return (IntentGuess("smalltalk", 0.7), IntentGuess("question", 0.3))


async def test_what_reads_well_as_a_question_is_no_smalltalk(store, reader, ear):
    meaning = Joined(Things(("s:tx",), "Texas"), "located_in", False)
    reader.enqueue(replace(located("s:tx"), meaning=meaning))
    state = await run(Kit(store, reader, Chatty()), GRAPH, "which ones lie down south?", ear)
    assert state.intent == "question"
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


async def test_smalltalk_that_only_names_a_type_stays_smalltalk(store, reader, ear):
    reader.enqueue(replace(located("s:tx"), meaning=Kind("City")))
    assert (await run(Kit(store, reader, Chatty()), GRAPH, "where is my town now?", ear)).intent == "smalltalk"


async def test_what_names_a_type_is_a_question_even_where_nothing_fits(ask):
    state = await ask("question", "which cities were ever flooded?")
    assert (state.intent, state.not_in_graph) == ("question", True)


async def test_a_part_of_a_name_alone_asks_about_its_node(store, reader, ear):
    reader.enqueue(Reading(Describe(ids=("s:tx",)), 0.0, "describe", "everything about Texas"))
    state = await run(Kit(store, reader, Chatty()), GRAPH, "texan", ear)
    assert state.intent == "question"


async def test_a_person_is_asked_where_it_is_not_sure_of_the_kind(store, reader, ear):
    await run(Kit(store, reader, ScriptedIntents("explore", 0.35)), GRAPH, "cities and around", ear)
    assert ear.of("intent.understood")[0].unsure


async def test_a_person_is_not_asked_what_is_sure_or_was_picked(store, reader, ear):
    await run(Kit(store, reader, ScriptedIntents("explore", 0.95)), GRAPH, "show cities", ear)
    await run(Kit(store, reader, ScriptedIntents("explore", 0.55)), GRAPH, "show cities", ear, intent="explore")
    assert not any(each.unsure for each in ear.of("intent.understood"))


class Surely(ScriptedIntents):
    """Is sure that everything is small talk."""

    def classify(self, text):
        return (IntentGuess("smalltalk", 0.999), IntentGuess("question", 0.001))


async def test_what_is_surely_read_of_something_named_is_a_question_whatever_its_words_look_like(store, reader, ear):
    reader.enqueue(located("s:tx"))
    reader.scripted[-1] = replace(reader.scripted[-1], chance=0.95)
    state = await run(Kit(store, reader, Surely()), GRAPH, "what about Texas", ear)
    assert state.intent == "question"


class ByWord(ScriptedIntents):
    """Takes what speaks of towns for a wish for groups."""

    def classify(self, text):
        kinds = ("clusters", "question") if "town" in text else ("question", "clusters")
        return tuple(IntentGuess(kind, chance) for kind, chance in zip(kinds, (0.9, 0.1), strict=True))


async def test_a_type_that_is_called_like_a_request_is_none(store, reader, ear):
    reader.enqueue(replace(located("s:tx"), meaning=Kind("City")))
    intents = ByWord()
    state = await run(Kit(store, reader, intents), GRAPH, "which towns are there?", ear)
    assert state.intent == "question"
