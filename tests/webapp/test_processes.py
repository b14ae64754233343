"""Who is alive: told by locks, so that neither kill -9 nor a number that comes again deceives."""

import os
import signal
import subprocess
import sys

import pytest

from webapp import processes
from webapp.environment import BASE

HOLD = """
import django; django.setup()
from webapp import processes
print(processes.own_name("worker"), flush=True)
input()
"""


@pytest.fixture
def other(data):
    """Another process that says its name and waits."""
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "webapp.settings", "LOREGRAPH_DATA": str(data)}
    started = subprocess.Popen(
        [sys.executable, "-c", HOLD], cwd=BASE, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    started.own_name = started.stdout.readline().strip()
    yield started
    started.kill()
    started.communicate()


def test_a_process_is_alive_in_its_own_eyes(data):
    assert processes.alive(processes.own_name("server"))


def test_a_process_keeps_its_name(data):
    assert processes.own_name("server") == processes.own_name("server")


def test_another_process_is_alive_until_it_is_killed(other):
    assert processes.alive(other.own_name)
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert not processes.alive(other.own_name)


def test_the_living_are_listed_and_the_dead_cleared_away(other, data):
    (data / "processes" / "worker-dead").touch()
    assert processes.living("worker") == [other.own_name]
    assert not (data / "processes" / "worker-dead").exists()


@pytest.mark.parametrize("name", ["", "server-nobody", "../secret_key", "/etc/passwd"])
def test_what_is_no_process_is_not_alive(data, name):
    assert not processes.alive(name)
