"""Any chat model by LangChain, driven over a real connection: what it gives, and every way in which it fails."""

import asyncio
import logging

import pytest

from agents.errors import ChatError
from agents.llms.chat import Message, Reply
from agents.llms.langchain import LangChainChat
from tests.chat_server import FAILURES, ChatServer

HELLO = (Message("system", "Be brief."), Message("user", "Say hello."))
SCHEMA = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"], "additionalProperties": False}
KEY = "sk-secret-value"


async def test_it_gives_the_whole_reply_with_its_tokens(chat, server):
    assert await chat.reply(HELLO) == Reply("Hello there.", 21, 4, True)
    assert server.asked[0]["messages"] == [{"role": each.role, "content": each.text} for each in HELLO]


async def test_it_streams_pieces_that_join_up_to_the_whole(chat, server):
    server.text = "One two three four."
    *pieces, whole = [each async for each in chat.stream(HELLO)]
    assert len(pieces) > 2
    assert "".join(pieces) == whole.text == "One two three four."
    assert (whole.tokens_in, whole.tokens_out) == (21, 4)


async def test_it_asks_for_no_more_than_the_limit(chat, server):
    await chat.reply(HELLO, limit=17, temperature=0.5)
    asked = server.asked[0]
    assert 17 in (asked.get("max_tokens"), asked.get("max_completion_tokens"))
    assert asked["temperature"] == 0.5


async def test_it_holds_a_server_to_a_schema(chat, server):
    server.text = '{"n": 3}'
    assert (await chat.reply(HELLO, schema=SCHEMA)).text == '{"n": 3}'
    assert server.asked[0]["response_format"]["json_schema"]["schema"]["properties"] == SCHEMA["properties"]


async def test_a_server_that_knows_no_schemas_is_asked_without_from_then_on(chat, server):
    server.knows_schemas = False
    for _ in range(2):
        assert (await chat.reply(HELLO, schema=SCHEMA)).text == "Hello there."
    assert ["response_format" in each for each in server.asked] == [True, False, False]


async def test_the_key_goes_to_the_server_alone(chat, server, caplog):
    caplog.set_level(logging.DEBUG)
    server.mode = "locked"
    with pytest.raises(ChatError) as refused:
        await chat.reply(HELLO)
    assert server.keys == [f"Bearer {KEY}"]
    assert "key" in str(refused.value)
    assert KEY not in f"{refused.value!r} {chat!r} {refused.value.__cause__} {vars(refused.value)}"
    assert KEY not in "".join(each.getMessage() for each in caplog.records if each.name.startswith("agents"))


@pytest.mark.parametrize("mode", FAILURES)
async def test_each_failure_of_a_reply_is_a_chat_error(chat, server, mode):
    server.mode = mode
    with pytest.raises(ChatError):
        await chat.reply(HELLO, seconds=1)


@pytest.mark.parametrize("mode", FAILURES)
async def test_each_failure_of_a_stream_is_a_chat_error(chat, server, mode):
    server.mode, server.text = mode, "One two three four five six."
    with pytest.raises(ChatError):
        [each async for each in chat.stream(HELLO, seconds=1)]


async def test_a_server_that_is_not_there_is_a_chat_error():
    with pytest.raises(ChatError, match="reached"):
        await LangChainChat("openai:m", "http://127.0.0.1:9/v1").reply(HELLO, seconds=5)


async def test_a_task_that_is_cancelled_is_cancelled(chat, server):
    server.mode = "hang"
    task = asyncio.create_task(chat.reply(HELLO))
    await asyncio.sleep(0.3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_a_model_outlives_the_loop_it_was_first_asked_in(chat, server):
    for _ in range(3):
        assert asyncio.run(chat.reply(HELLO)).text == "Hello there."


async def test_a_stream_that_is_left_off_is_closed(chat, server):
    server.mode, server.text = "stall", "One two three four five six."
    pieces = chat.stream(HELLO)
    assert await anext(pieces)
    await pieces.aclose()
    server.mode = ""
    assert (await chat.reply(HELLO)).text


async def test_a_provider_that_is_not_installed_is_named_with_what_to_install():
    with pytest.raises(ChatError, match="pip install langchain-mistralai"):
        await LangChainChat("mistralai:m").reply(HELLO)


@pytest.mark.parametrize("name", ["nobody:m", "m", ":", "openai"])
async def test_a_name_that_is_no_model_is_a_chat_error(name):
    with pytest.raises(ChatError, match="PROVIDER:MODEL"):
        await LangChainChat(name).reply(HELLO)


@pytest.fixture
def server():
    with ChatServer().running() as running:
        yield running


@pytest.fixture
def chat(server):
    return LangChainChat("openai:m", server.address, KEY)
