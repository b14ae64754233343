"""A real model from a GGUF file in this process, the smallest there is."""

import asyncio
import json
from time import perf_counter

import pytest

from agents.errors import ChatError
from agents.llms.chat import Message, Reply
from agents.llms.local import LocalChat

COLOURS = (Message("user", "Name three colours."),)
SCHEMA = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"], "additionalProperties": False}
pytestmark = pytest.mark.server


async def test_it_replies_alike_twice(chat):
    first, second = [await chat.reply(COLOURS, limit=12) for _ in range(2)]
    assert first == second
    assert first.text
    assert first.tokens_in > 0
    assert first.tokens_out == 12
    assert not first.finished


async def test_it_streams_pieces_that_join_up_to_the_whole(chat):
    *pieces, whole = [each async for each in chat.stream(COLOURS, limit=12)]
    assert len(pieces) > 3
    assert "".join(pieces) == whole.text == (await chat.reply(COLOURS, limit=12)).text


async def test_a_schema_holds_it(chat):
    said = await chat.reply((Message("user", "How many days has a week?"),), limit=40, schema=SCHEMA)
    assert isinstance(json.loads(said.text)["n"], int)


async def test_time_that_runs_out_is_a_chat_error(chat):
    await chat.reply(COLOURS, limit=1)
    with pytest.raises(ChatError):
        await chat.reply(COLOURS, limit=2000, seconds=0.5)


async def test_a_task_that_is_cancelled_leaves_the_model_free(chat):
    await chat.reply(COLOURS, limit=1)
    task = asyncio.create_task(chat.reply(COLOURS, limit=2000))
    await asyncio.sleep(0.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    begun = perf_counter()
    assert isinstance(await chat.reply(COLOURS, limit=1), Reply)
    assert perf_counter() - begun < 5


async def test_a_prompt_that_is_too_long_is_a_chat_error(chat):
    with pytest.raises(ChatError):
        await chat.reply((Message("user", "word " * 6000),), limit=4)


async def test_two_questions_at_once_are_both_answered(chat):
    said = await asyncio.gather(*(chat.reply(COLOURS, limit=6) for _ in range(2)))
    assert said[0] == said[1]


@pytest.mark.parametrize("content", [None, b"GGUF" + b"x" * 500])
async def test_a_file_that_is_none_is_a_chat_error(tmp_path, content):
    path = tmp_path / "no.gguf"
    if content:
        path.write_bytes(content)
    with pytest.raises(ChatError):
        await LocalChat(path).reply(COLOURS)


@pytest.fixture(scope="module")
def chat(smollm2):
    return LocalChat(smollm2)
