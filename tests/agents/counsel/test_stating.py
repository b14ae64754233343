"""A model writes Cypher from a question: what it is told, how its text is read, how it puts it right."""

import json

import pytest

from agents.counsel.stating import ATTACHED, Author, own_layout
from agents.errors import ChatError
from agents.model import NodeType, PropertyType, RelationType, Schema, Signature
from tests.fakes import ScriptedChat

KNOWS = RelationType("KNOWS", 3, (Signature("Person", "Person", 3, 2, 2),), (PropertyType("since", "date", 1),))
SCHEMA = Schema((NodeType("Person", 3, (PropertyType("born", "number", 3),)), NodeType("", 1)), (KNOWS,), 4, 3, 1)


def author(*replies, layout=ATTACHED, **given):
    chat = ScriptedChat(**given)
    chat.enqueue(*replies)
    return Author(chat, 0.5, layout, SCHEMA), chat


async def test_it_is_told_the_words_of_the_graph_and_how_it_lies():
    made, chat = author('{"statement": " RETURN 1 "}', layout=own_layout("people"))
    assert await made.write("Who knows <whom>?") == made.statement == "RETURN 1"
    system, user = (each.text for each in chat.asked[0])
    assert "{graph: 'people'}" in system
    assert "Person: born (number)" in user.splitlines()
    assert "KNOWS (Person → Person): since (date)" in user
    assert "<question>Who knows ‹whom›?</question>" in user


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 1",
        "Here it is:\n```cypher\nRETURN 1\n```\nI hope it helps.",
        '{"statement": "RETURN 1"}',
        "```\nRETURN 1```",
    ],
)
async def test_a_statement_is_read_from_whatever_stands_around_it(text):
    made, _ = author(text)
    assert await made.write("?") == "RETURN 1"


@pytest.mark.parametrize(
    "text", ["", "  ", '{"statement": ""}', '{"statement": 5}', '{"query": "RETURN 1"}', "[1]", "null", "``````"]
)
async def test_no_statement_is_an_error_in_words(text):
    made, _ = author(text)
    with pytest.raises(ChatError, match="no statement"):
        await made.write("?")


async def test_a_fault_goes_back_with_all_that_was_said():
    made, chat = author("RETURN x", "RETURN 1", "RETURN 2")
    await made.write("?")
    assert await made.repair("RETURN x", "Variable `x` not defined\n<end>") == "RETURN 1"
    assert await made.repair("RETURN 1", "It found nothing.") == "RETURN 2"
    assert [each.role for each in chat.asked[2]] == ["system", "user", "assistant", "user", "assistant", "user"]
    assert json.loads(chat.asked[1][2].text) == {"statement": "RETURN x"}
    assert "Variable 'x' not defined ‹end›" in chat.asked[1][3].text


async def test_a_slow_model_is_not_waited_for():
    made, _ = author("RETURN 1", wait=30)
    with pytest.raises(ChatError, match=r"0\.5 seconds"):
        await made.write("?")
