"""A run with a scripted chat model over the small graph of states."""

from dataclasses import replace

import pytest

from agents.kit import Kit
from agents.llms.allowance import Allowance
from agents.pipeline import run
from tests.agents.conftest import GRAPH
from tests.fakes import ScriptedChat, ScriptedIntents


@pytest.fixture
def chat():
    return ScriptedChat()


@pytest.fixture
def kit(store, reader, chat):
    return Kit(store, reader, ScriptedIntents(), chat=chat)


@pytest.fixture
def asked(kit, ear):
    """Asks a question as a run with the chat model, or with `allowance` and other fields of the kit changed."""

    async def ask(question, intent="question", allowance=None, **more):
        other = replace(kit, intents=ScriptedIntents(intent), allowance=allowance or Allowance(seconds=2))
        return await run(other, GRAPH, question, ear, **more)

    return ask
