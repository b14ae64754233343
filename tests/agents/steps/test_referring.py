"""Follow-ups become questions of their own, on a small graph and with the real reader."""

import pytest

from agents.declaration import declaration
from agents.graphs.sqlite import SqliteStore
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.model import Edge, Node
from agents.pipeline import run
from agents.reading.read import GraphReader
from agents.state import Turn
from tests.agents.conftest import DECLARED, EDGES, GRAPH, NODES
from tests.fakes import Ear, ScriptedIntents

MORE = (
    Node("c:co", "City", "Columbus", props={"population": 900_000}),
    Node("c:cl", "City", "Cleveland", props={"population": 370_000}),
    Node("p:an", "Person", "Ann"),
    Node("p:bo", "Person", "Bob"),
    Edge("c:co", "located_in", "s:oh"),
    Edge("c:cl", "located_in", "s:oh"),
    Edge("s:oh", "capital", "c:co"),
    Edge("c:co", "mayor", "p:an"),
    Edge("c:au", "mayor", "p:bo"),
)


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    store = SqliteStore(tmp_path_factory.mktemp("talk") / "graphs.db")
    store.create(GRAPH)
    store.load(GRAPH, [*NODES, *EDGES, *MORE])
    store.declare(GRAPH, declaration(DECLARED))
    return Kit(store, GraphReader(store, embedder()), ScriptedIntents())


@pytest.fixture
def talk(kit):
    async def said(*questions):
        turns = ()
        for question in questions:
            state = await run(kit, GRAPH, question, Ear(), turns=turns)
            ids = [each["id"] for each in state.answers if "id" in each]
            nodes = tuple(kit.store.nodes(GRAPH, ids))
            turns = (*turns, Turn(question, state.answer, nodes, len(nodes)))
        return state

    return said


def names(state):
    return {each.get("name", each.get("value")) for each in state.answers}


async def test_it_means_the_one_thing_that_answered(talk):
    state = await talk("What is the capital of Ohio?", "Who is its mayor?")
    assert state.text == "Who is Columbus's mayor?"
    assert names(state) == {"Ann"}


async def test_it_means_what_was_described(talk):
    state = await talk("What is Texas?", "Which cities are located in it?")
    assert state.text == "Which cities are located in Texas?"
    assert names(state) == {"Austin", "Dallas"}


async def test_it_goes_on_meaning_the_same_thing(talk):
    state = await talk("What is Texas?", "What is its capital?", "What is its population?")
    assert state.text == "What is Texas's population?"
    assert names(state) == {29145505}


async def test_those_are_all_that_answered(talk):
    state = await talk("Which cities are located in Ohio?", "Which of those have a population over 500000?")
    assert state.text == "Which of those 2 cities have a population over 500000?"
    assert names(state) == {"Columbus"}


async def test_those_are_what_was_counted(talk):
    state = await talk("How many cities are located in Ohio?", "Which of them have a population over 500000?")
    assert names(state) == {"Columbus"}


async def test_those_are_looked_up_again_where_a_turn_has_only_the_first(kit):
    first = Turn("Which cities are located in Ohio?", "", (Node("c:cl", "City", "Cleveland"),), total=2)
    state = await run(kit, GRAPH, "Which of those have a population over 500000?", Ear(), turns=(first,))
    assert names(state) == {"Columbus"}


async def test_how_many_counts_what_answered(talk):
    assert names(await talk("Which cities are located in Ohio?", "how many are there?")) == {2}


async def test_another_name_takes_the_place_of_one_of_its_type(talk):
    state = await talk("Which cities are located in Ohio?", "and in Texas?")
    assert state.text == "Which cities are located in Texas?"
    assert names(state) == {"Austin", "Dallas"}


async def test_a_follow_up_follows_a_follow_up(talk):
    state = await talk("What is the capital of Ohio?", "what about Texas?", "Who is its mayor?")
    assert names(state) == {"Bob"}


async def test_a_noun_alone_is_asked_of_what_was_spoken_of(talk):
    state = await talk("What is Texas?", "and the capital?")
    assert state.text == "the capital of Texas?"
    assert names(state) == {"Austin"}


async def test_a_pronoun_of_the_same_sentence_is_left_alone(talk):
    state = await talk("What is Ohio?", "What is the capital of Texas and its mayor?")
    assert "Texas and its mayor" in state.text


async def test_without_an_earlier_turn_nothing_is_put_in_place(talk):
    assert (await talk("Which cities are located in it?")).text == "Which cities are located in it?"
