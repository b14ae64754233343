"""A question that a query answers, by the form of its reading."""

from agents.model import Edge, Node
from agents.query import Describe
from agents.reading.reader import Reading
from tests.agents.conftest import GRAPH
from tests.agents.readings import bordering, compared, located, valued


async def test_a_set_is_listed_with_its_size(ask, reader):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert state.answer.startswith("2 cities: Austin and Dallas. ")
    assert [each["id"] for each in state.answers] == ["c:au", "c:da"]


async def test_nodes_of_one_name_are_told_apart(ask, reader, store):
    store.load(GRAPH, [Node("c:a2", "City", "austin"), Edge("c:a2", "located_in", "s:tx")])
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert "Austin (c:au)" in state.claims[0].text
    assert "austin (c:a2)" in state.claims[0].text


async def test_few_edges_are_worded_one_by_one(ask, reader):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert [each.text for each in state.claims[1:]] == ["Austin is located in Texas.", "Dallas is located in Texas."]


async def test_a_count_says_what_it_counts(ask, reader):
    reader.enqueue(located("s:tx", form="count", count=True))
    state = await ask("question", "how many cities are in Texas?")
    assert state.answers == ({"value": 2},)
    assert state.answer.startswith("2 cities")


async def test_a_count_of_nothing_is_zero(ask, reader):
    reader.enqueue(located("s:oh", form="count", count=True))
    state = await ask("question", "how many cities are in Ohio?")
    assert state.answers == ({"value": 0},)
    assert not state.not_in_graph


async def test_a_value_has_its_unit(ask, reader):
    reader.enqueue(valued("s:tx", "population"))
    state = await ask("question", "what is the population of Texas?")
    assert state.answers == ({"value": 29145505},)
    assert "29,145,505 people" in state.answer


async def test_a_value_that_nobody_recorded_is_not_in_the_graph(ask, reader):
    reader.enqueue(valued("s:oh", "population"))
    state = await ask("question", "what is the population of Ohio?")
    assert state.not_in_graph
    assert state.answers == ()


async def test_an_edge_that_says_so_is_a_yes(ask, reader):
    reader.enqueue(bordering("s:tx", "s:ok"))
    state = await ask("question", "does Texas border Oklahoma?")
    assert state.verdict == "yes"
    assert state.answer == "Yes. Texas borders Oklahoma."


async def test_no_edge_is_a_no_that_does_not_claim_to_know_all(ask, reader):
    reader.enqueue(bordering("s:tx", "s:oh"))
    state = await ask("question", "does Texas border Ohio?")
    assert state.verdict == "no"
    assert state.answer.startswith("No edge of this graph says so")


async def test_comparing_numbers_says_which_is_highest_as_an_inference(ask, reader):
    reader.enqueue(compared(("s:tx", "s:ok"), "population"))
    state = await ask("question", "compare Texas and Oklahoma")
    assert [each["value"] for each in state.answers] == [3959353, 29145505] or [
        each["value"] for each in state.answers
    ] == [29145505, 3959353]
    assert (state.claims[-1].text, state.claims[-1].kind) == ("The highest population: Texas.", "inference")


async def test_describing_a_node_gives_definition_aliases_and_relations(ask, reader):
    reader.enqueue(Reading(Describe(ids=("s:tx",)), 0, "describe", "all about Texas"))
    state = await ask("question", "what is Texas?")
    texts = [each.text for each in state.claims]
    assert texts[:3] == [
        "Texas (state): A state in the south.",
        "Also called Lone Star State.",
        "Recorded of it: population 29,145,505 people.",
    ]
    assert "2 cities are located in Texas: Austin and Dallas." in texts
    assert "The capital of Texas is Austin." in texts


async def test_an_unsure_reading_is_said_and_others_are_offered(ask, reader, ear):
    reader.enqueue(located("s:tx"), located("s:tx", form="count", count=True), status="unsure")
    state = await ask("question", "cities Texas")
    assert state.claims[0].text == "I am not sure of the question; I read it as: City located in s:tx."
    assert state.claims[-1].text.startswith("Or did you mean: ")
    assert [each.number for each in ear.of("plan.made")[0].readings] == [1]


async def test_the_reading_that_a_person_picks_is_run(ask, reader):
    reader.enqueue(located("s:tx"), located("s:tx", form="count", count=True), status="unsure")
    state = await ask("question", "cities Texas", reading=1)
    assert state.answers == ({"value": 2},)
    assert "not sure" not in state.answer


async def test_a_reading_that_does_not_exist_is_refused(ask, reader, ear):
    reader.enqueue(located("s:tx"))
    await ask("question", "cities Texas", reading=7)
    assert ear.heard[-1].reason == "There is no reading number 7; this question has 1."


async def test_an_unknown_name_is_said_with_the_nearest_ones(ask, reader):
    reader.names = ("Texaz",)
    state = await ask("question", "what is Texaz?")
    assert state.not_in_graph
    assert state.answers == ()
    assert "nothing is called 'Texaz'. The nearest name is Texas (State)" in state.answer


async def test_what_the_schema_lacks_is_said_with_what_the_graph_does_hold(ask, reader):
    reader.enqueue(status="none", missing=("a relation for 'treats'",))
    state = await ask("question", "who treats Texas?")
    assert state.not_in_graph
    assert "I searched for a relation for 'treats' and found none" in state.answer
    assert "The graph does hold Texas (State)." in state.answer


async def test_rows_that_stay_empty_are_not_in_the_graph(ask, reader):
    reader.enqueue(located("s:oh"))
    state = await ask("question", "which cities are in Ohio?")
    assert state.not_in_graph
    assert state.answer.startswith("Not in the graph: I looked for City located in s:oh")


async def test_it_suggests_questions_about_what_answered(ask, reader):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert 1 <= len(state.suggestions) <= 3
    assert all("Austin" in each or "Dallas" in each or "Texas" in each for each in state.suggestions)
