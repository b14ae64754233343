"""A day's tokens: set aside, paid, and never spent twice, whoever asks at once."""

import os
import subprocess
import sys
from datetime import date
from threading import Thread

import pytest
from asgiref.sync import async_to_sync

from agents.errors import ChatError
from webapp.environment import BASE
from webapp.spending import purse
from webapp.spending.models import Day

pytestmark = pytest.mark.django_db(transaction=True)
TAKE = """
import asyncio, django; django.setup()
from agents.errors import ChatError
from webapp.spending.purse import DayPurse
async def main():
    got = 0
    for _ in range(20):
        try:
            await DayPurse(1000).reserve(30)
            got += 1
        except ChatError:
            pass
    return got
print(asyncio.run(main()))
"""


def test_what_was_set_aside_and_not_used_goes_back():
    take(purse.DayPurse(100), 60, used=25)
    assert (purse.spent().tokens, purse.spent().calls) == (25, 1)


def test_a_call_that_the_day_does_not_hold_is_refused():
    take(purse.DayPurse(100), 60, used=60)
    with pytest.raises(ChatError, match="100 tokens"):
        take(purse.DayPurse(100), 41, used=0)
    take(purse.DayPurse(100), 40, used=40)
    assert purse.spent().tokens == 100


def test_what_calls_under_way_may_cost_counts():
    async_to_sync(purse.DayPurse(100).reserve)(80)
    with pytest.raises(ChatError):
        take(purse.DayPurse(100), 30, used=0)


def test_a_new_day_has_a_full_purse_and_the_old_one_is_paid(monkeypatch):
    pay = async_to_sync(purse.DayPurse(100).reserve)(90)
    yesterday = purse.today()
    monkeypatch.setattr(purse, "today", lambda: date(2999, 1, 1))
    async_to_sync(pay)(70)
    take(purse.DayPurse(100), 90, used=90)
    assert [each.tokens for each in Day.objects.order_by("day")] == [70, 90]
    assert Day.objects.get(day=yesterday).tokens == 70


def test_threads_at_once_never_take_more_than_there_is():
    got: list[int] = []

    def work():
        for _ in range(5):
            try:
                take(purse.DayPurse(100), 30, used=30)
                got.append(30)
            except ChatError:
                pass

    threads = [Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(got) == purse.spent().tokens == 90


@pytest.mark.slow
def test_processes_at_once_never_take_more_than_there_is(tmp_path):
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "webapp.settings", "LOREGRAPH_DATA": str(tmp_path)}
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=BASE, env=environ, check=True)
    command = [sys.executable, "-c", TAKE]
    started = [subprocess.Popen(command, cwd=BASE, env=environ, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    got = [int(each.communicate()[0]) for each in started]
    assert sum(got) == 1000 // 30


def take(from_, tokens, used):
    async def both():
        pay = await from_.reserve(tokens)
        await pay(used)

    async_to_sync(both)()
