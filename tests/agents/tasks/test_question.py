"""A question that a query answers, by the form of its reading."""

from dataclasses import replace

from agents.model import Edge, Node
from agents.query import Describe, Match, Order, Pattern, Return, Var
from agents.reading.meaning import Both, Joined, Kind, Measure, Most, Things
from agents.reading.reader import Reading
from tests.agents.conftest import GRAPH
from tests.agents.readings import bordering, compared, located, read_as, valued

IN_TEXAS = Both((Kind("City"), Joined(Things(("s:tx",), "Texas"), "located_in", False)))


async def test_a_set_is_listed_with_its_size(ask, reader):
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert state.answer == "2 cities: Austin and Dallas."
    assert [each["id"] for each in state.answers] == ["c:au", "c:da"]


async def test_of_more_than_the_store_gives_all_are_counted(ask, reader, store, monkeypatch):
    whole = store.match
    monkeypatch.setattr(store, "match", lambda graph, query, limit=1, **how: whole(graph, query, limit=1, **how))
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert state.answer == "2 cities: Austin and 1 more."
    assert len(state.answers) == 1


async def test_a_reading_that_could_not_be_looked_up_is_told(ask, reader):
    reader.enqueue(located("s:tx"), unlooked=("the towns of Texas",))
    state = await ask("question", "which cities are in Texas?")
    assert state.claims[0].text == "2 cities: Austin and Dallas."
    assert state.claims[-1].text.endswith("what you may have meant as well: the towns of Texas.")
    assert state.claims[-1].kind == "none"


async def test_nodes_of_one_name_are_told_apart(ask, reader, store):
    store.load(GRAPH, [Node("c:a2", "City", "austin"), Edge("c:a2", "located_in", "s:tx")])
    reader.enqueue(located("s:tx"))
    state = await ask("question", "which cities are in Texas?")
    assert "Austin (c:au)" in state.claims[0].text
    assert "austin (c:a2)" in state.claims[0].text


async def test_an_answer_says_what_its_names_are(ask, reader):
    reader.enqueue(replace(located("s:tx"), meaning=IN_TEXAS))
    state = await ask("question", "which cities are in Texas?")
    assert state.answer == "2 cities are located in Texas: Austin and Dallas."


async def test_one_answer_that_one_edge_gives_is_that_edge(ask, reader, store):
    store.load(GRAPH, [Node("c:co", "City", "Columbus"), Edge("c:co", "located_in", "s:oh")])
    reader.enqueue(located("s:oh"))
    state = await ask("question", "which cities are in Ohio?")
    assert [each.text for each in state.claims] == ["Columbus is located in Ohio."]
    assert [each["name"] for each in state.answers] == ["Columbus"]


async def test_edges_that_an_answer_goes_over_are_worded_one_by_one(ask, reader):
    far = Pattern(source="x", target="z", relations=("located_in",), max_hops=2)
    query = Match(
        variables=(Var(name="x", ids=("c:au",)), Var(name="z", ids=("a:us",))),
        patterns=(far,),
        returns=(Return(variable="z"),),
    )
    reader.enqueue(Reading(query, 0, "set", "where Austin is"))
    state = await ask("question", "where is Austin?")
    assert [each.text for each in state.claims] == [
        "South.",
        "Austin is located in Texas.",
        "Texas is located in South.",
    ]


async def test_what_follows_along_a_chain_is_an_inference_that_shows_it(ask, reader):
    far = Pattern(source="x", target="z", relations=("located_in",), max_hops=9)
    variables = (Var(name="x", ids=("c:au",)), Var(name="z", ids=("a:us",)))
    query = Match(variables=variables, patterns=(far,), returns=(Return(variable="x"),))
    reader.enqueue(Reading(query, 0, "verdict", "whether Austin is located in South"))
    state = await ask("question", "is Austin in the South?")
    assert state.verdict == "yes"
    assert {each.kind for each in state.claims} == {"inference"}
    assert state.claims[1].text == (
        "It follows, because 'located in' carries over: Austin is located in Texas; Texas is located in South."
    )


async def test_a_ranking_says_what_it_ranks_by(ask, reader):
    columns = (Return(variable="x"), Return(variable="x", key="population"))
    order = (Order(variable="x", key="population", descending=True),)
    query = Match(variables=(Var(name="x", types=("State",)),), returns=columns, order=order, limit=1)
    meaning = Most(Kind("State"), Measure("population"))
    reader.enqueue(Reading(query, 0, "set", "the largest state", meaning))
    state = await ask("question", "which state is the largest?")
    assert state.answer == "The state with the largest population is Texas (29,145,505 people)."


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
    assert state.answer == "The graph does not say that s:tx borders s:oh."


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
    other = replace(located("s:tx", form="count", count=True), words="how many cities there are")
    reader.enqueue(located("s:tx"), other, other, status="unsure")
    state = await ask("question", "cities Texas")
    assert state.claims[0].text == "I am not sure of the question; I read it as: City located in s:tx."
    assert state.claims[-1].text == "Or did you mean: how many cities there are?"
    plan = ear.of("plan.made")[0]
    assert [each.number for each in plan.readings] == [1]
    assert plan.status == "unsure"


async def test_a_question_that_nothing_fits_offers_the_best_reading_and_answers_none(ask, reader, ear):
    reader.enqueue(located("s:tx"), status="none", missing=("a relation for 'treats'",))
    state = await ask("question", "who treats Texas?")
    assert (state.answers, state.not_in_graph, state.plan) == ((), True, ())
    assert state.claims[-1].text == "Did you mean: City located in s:tx?"
    plan = ear.of("plan.made")[0]
    assert (plan.status, plan.steps, [each.number for each in plan.readings]) == ("none", (), [0])


async def test_a_reading_that_was_offered_for_want_of_any_is_run_when_it_is_picked(ask, reader):
    reader.enqueue(located("s:tx"), status="none")
    state = await ask("question", "who treats Texas?", reading=0)
    assert [each["name"] for each in state.answers] == ["Austin", "Dallas"]


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
    reader.enqueue(read_as("c:au", "located_in", True))
    state = await ask("question", "which cities are in Texas?")
    assert state.suggestions == ("What is Austin located in?",)


async def test_it_suggests_nothing_that_would_be_read_otherwise(ask, reader):
    reader.enqueue(located("s:tx"))
    reader.enqueue(read_as("c:au", "borders", True))
    assert (await ask("question", "which cities are in Texas?")).suggestions == ()
