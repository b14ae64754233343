"""What a call may cost is set aside before, and what it cost is paid however it ends."""

import pytest

from agents.errors import BudgetSpent, ChatError
from agents.llms.chat import Message
from agents.llms.metered import MeteredChat
from tests.fakes import ScriptedChat

ASKED = (Message("user", "one two three"),)


class Purse:
    def __init__(self, left):
        self.left = left

    async def reserve(self, tokens):
        if tokens > self.left:
            raise BudgetSpent("Today's tokens are spent.")
        self.left -= tokens

        async def pay(used):
            self.left += tokens - used

        return pay


async def test_a_reply_costs_what_it_read_and_wrote(inner, purse, chat):
    inner.enqueue("four words it wrote")
    await chat.reply(ASKED, limit=10)
    assert purse.left == 100 - 3 - 4


async def test_a_reply_that_fails_costs_its_prompt(inner, purse, chat):
    inner.enqueue(ChatError("dead"))
    with pytest.raises(ChatError):
        await chat.reply(ASKED, limit=10)
    assert purse.left == 97


async def test_a_stream_that_breaks_off_costs_what_was_written(inner, purse, chat):
    inner.enqueue(["one ", "two ", ChatError("dead")])
    with pytest.raises(ChatError):
        [each async for each in chat.stream(ASKED, limit=10)]
    assert purse.left == 95


async def test_a_stream_costs_what_the_model_counts(inner, purse, chat):
    inner.enqueue(["one ", "two ", "three"])
    assert [each async for each in chat.stream(ASKED, limit=10)][-1].text == "one two three"
    assert purse.left == 94


async def test_an_empty_purse_asks_nobody(inner, purse, chat):
    purse.left = 5
    with pytest.raises(BudgetSpent, match="spent"):
        await chat.reply(ASKED, limit=10)
    with pytest.raises(BudgetSpent, match="spent"):
        [each async for each in chat.stream(ASKED, limit=10)]
    assert inner.asked == []
    assert purse.left == 5


@pytest.fixture
def inner():
    return ScriptedChat()


@pytest.fixture
def purse():
    return Purse(100)


@pytest.fixture
def chat(inner, purse):
    return MeteredChat(inner, purse)
