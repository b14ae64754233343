"""The smallest real model, served as llama.cpp serves one, and asked through LangChain."""

import asyncio
import json
import subprocess
import sys

import pytest

from agents.llms.chat import Message
from agents.llms.langchain import LangChainChat

pytestmark = pytest.mark.server
COLOURS = (Message("user", "Name three colours."),)
SCHEMA = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"], "additionalProperties": False}
SERVE = """
import sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.verbosity = sys.argv[1], 1024, 1, -1
params.cpuparams.n_threads, params.warmup, params.ui = 1, False, False
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


async def test_it_replies_with_the_tokens_that_it_counted(chat):
    said = await chat.reply(COLOURS, limit=8, seconds=60)
    assert said.text
    assert said.tokens_in > 5
    assert said.tokens_out == 8
    assert not said.finished


async def test_it_streams(chat):
    *pieces, whole = [each async for each in chat.stream(COLOURS, limit=8, seconds=60)]
    assert len(pieces) > 3
    assert "".join(pieces) == whole.text
    assert whole.tokens_out == 8


async def test_it_is_held_to_a_schema(chat):
    said = await chat.reply(COLOURS, limit=40, schema=SCHEMA, seconds=60)
    assert isinstance(json.loads(said.text)["n"], int)


async def test_several_at_once_are_all_answered(chat):
    said = await asyncio.gather(*(chat.reply(COLOURS, limit=4, seconds=60) for _ in range(3)))
    assert all(each.text for each in said)


@pytest.fixture(scope="module")
def chat(smollm2):
    command = [sys.executable, "-c", SERVE, str(smollm2)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield LangChainChat("openai:small", f"{server.stdout.readline().strip()}/v1")
    server.kill()
    server.communicate()
