"""The database's connection stays open while a socket is, and no longer."""

import pytest
from django.db import connection

from webapp.crossing import cross, hold, let_go

pytestmark = pytest.mark.django_db(transaction=True)


async def test_it_stays_open_while_somebody_holds_it():
    hold("rita")
    first = await cross(_connection)()
    assert await cross(_connection)() is first
    await let_go("rita")


async def test_it_is_closed_when_the_last_one_lets_go():
    hold("rita")
    hold("carl")
    await cross(_connection)()
    await let_go("rita")
    assert await cross(_is_open)()
    await let_go("carl")
    assert not await cross(_is_open)()


async def test_nobody_who_holds_it_is_as_before():
    assert await cross(_connection)()
    assert not await cross(_is_open)()


async def test_one_that_broke_is_opened_anew():
    hold("rita")
    broken = await cross(_connection)()
    await cross(_break)()
    assert await cross(_connection)() is not broken
    await let_go("rita")


def _connection():
    connection.ensure_connection()
    return connection.connection


def _is_open():
    return connection.connection is not None


def _break():
    """Let the connection be one that failed and does not answer, once it is asked."""
    connection.errors_occurred = True
    connection.is_usable = _answer


def _answer():
    vars(connection).pop("is_usable", None)
    return False
