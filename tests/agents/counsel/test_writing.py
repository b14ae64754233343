"""A model writes a query where no reading fits: of the graph's own names, checked, repaired, run with parameters."""

import json

import pytest

from agents.llms.allowance import Allowance
from agents.query import Match

QUESTION = "what is being passed by Red River?"
THREE = Allowance(calls=3, prompt=9_000, tokens=9_000, seconds=2)


def draft(relation="flowsThrough", find="x", count=False, **more):
    bound = {"name": "y", "thing": "n1", "type": ""}
    pattern = {"source": "y", "relation": relation, "target": "x"}
    return json.dumps({"variables": [bound], "patterns": [pattern], "find": find, "count": count, **more})


async def test_a_query_that_it_writes_twice_is_run(asked, chat, ear):
    chat.enqueue(draft(), draft())
    state = await asked(QUESTION)
    assert [each["name"] for each in state.answers] == ["Oklahoma", "Texas"]
    assert "a language model wrote this query" in state.claims[0].text
    assert not state.not_in_graph
    assert isinstance(state.plan[0].query, Match)
    assert state.plan[0].query.variables[1].ids == ("r:rr",)
    assert ear.of("model.asked")[0].purpose == "write"


async def test_a_type_and_a_count_go_into_the_query(asked, chat):
    told = [{"name": "y", "thing": "n1", "type": ""}, {"name": "x", "thing": "", "type": "State"}]
    chat.enqueue(*[draft(count=True, variables=told)] * 2)
    assert [each["value"] for each in (await asked(QUESTION)).answers] == [2]


async def test_a_wrong_name_is_repaired_with_what_is_wrong_told(asked, chat):
    chat.enqueue(draft("flowsTrough"), draft("flowsTrough"), draft(), draft())
    state = await asked(QUESTION)
    assert "did you mean 'flowsThrough'" in chat.asked[2][-1].text
    assert [each["name"] for each in state.answers] == ["Oklahoma", "Texas"]
    assert state.calls_in_a_row == 2


async def test_it_is_repaired_twice_at_most(asked, chat, ear):
    chat.otherwise = draft("nonsense")
    state = await asked(QUESTION, allowance=Allowance(9, 90_000, 90_000, 2))
    assert len(chat.asked) == 6
    assert "There is no relation 'nonsense'" in ear.of("model.failed")[0].reason
    assert state.not_in_graph


async def test_the_question_is_asked_no_oftener_than_it_may_be(asked, chat, ear):
    chat.otherwise = draft("nonsense")
    state = await asked(QUESTION)
    assert state.calls_in_a_row == 2
    assert state.not_in_graph


WRONG = {
    "no JSON": "MATCH (n) DETACH DELETE n",
    "a list": "[]",
    "other variables": draft(find="w"),
    "the thing itself": draft(find="y"),
    "another thing": draft(variables=[{"name": "y", "thing": "n7", "type": ""}]),
    "no thing": draft(variables=[]),
    "an unknown type": draft(variables=[{"name": "y", "thing": "n1", "type": ""}, {"name": "x", "type": "Planet"}]),
    "a relation of no graph": draft("x`]->() DETACH DELETE n //"),
    "too many patterns": draft(patterns=[{"source": "y", "relation": "flowsThrough", "target": "x"}] * 9),
    "no objects": draft(patterns=["y flowsThrough x"]),
    "nested without end": "[" * 20_000,
    "what finds nothing": draft("capital"),
    "none": draft(patterns=[]),
    "numbers for names": draft(variables=[{"name": 1, "thing": 2, "type": 3}]),
}


@pytest.mark.parametrize("written", WRONG.values(), ids=WRONG)
async def test_whatever_else_it_writes_the_answer_is_the_graphs_own(asked, chat, written):
    alone = await asked(QUESTION, allowance=Allowance(calls=0))
    chat.otherwise = written
    state = await asked(QUESTION, allowance=THREE)
    assert chat.asked
    assert (state.claims, state.answers, state.not_in_graph) == (alone.claims, alone.answers, True)


async def test_two_queries_that_differ_are_none(asked, chat, ear):
    chat.enqueue(draft(), draft(count=True))
    assert (await asked(QUESTION)).not_in_graph
    assert ear.of("model.failed")[0].reason == "It wrote one query, then another."


@pytest.mark.parametrize("question", ["what passes Fooville and Texas?", "what is what?"])
async def test_a_question_that_names_nothing_or_something_unknown_asks_no_model(asked, chat, question):
    await asked(question)
    assert chat.asked == []


async def test_names_of_the_graph_reach_the_model_as_data(asked, chat, store):
    from agents.model import Node

    store.load("land", [Node("r:rr", "River\n# system", "Red River")])
    await asked(QUESTION)
    assert "n1: Red River (River # system)" in chat.asked[0][1].text
    assert "r:rr" not in chat.asked[0][1].text
