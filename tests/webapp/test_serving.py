"""Server and worker live and end together."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from webapp.environment import BASE
from webapp.graphs import serving

SERVE = """
import sys, django; django.setup()
from webapp.accounts.database import migrate
from webapp.graphs import serving
start = serving._start
def told(arguments):
    started = start(arguments)
    print(started.pid, *arguments, flush=True)
    return started
serving._start = told
migrate()
sys.exit(serving.serve("127.0.0.1", int(sys.argv[1])))
"""


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, seconds=30, worker=True):
    """Wait until the site is up and tells that a worker lives, or that none does."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            told = json.load(urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5))
        except OSError:
            told = {}
        if told.get("worker", {}).get("ok") is worker:
            return told
        time.sleep(0.2)
    raise AssertionError("The site did not come up.")


@pytest.fixture
def served(tmp_path, port):
    """A process that serves on the port and prints the number of each process that it starts."""
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "webapp.settings", "LOREGRAPH_DATA": str(tmp_path)}
    command = [sys.executable, "-c", SERVE, str(port)]
    started = subprocess.Popen(command, cwd=BASE, env=environ, stdout=subprocess.PIPE, text=True)
    yield started
    started.terminate()
    started.communicate(timeout=20)


@pytest.mark.slow
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_with_a_worker_and_stops_cleanly(served, port, wish):
    assert wait_for(port)["ok"]
    served.send_signal(wish)
    assert served.wait(20) == 0
    assert serving.is_free("127.0.0.1", port)


@pytest.mark.slow
def test_a_worker_that_is_killed_is_replaced(served, port):
    wait_for(port)
    _, worker = served.stdout.readline(), served.stdout.readline()
    assert "db_worker" in worker
    os.kill(int(worker.split()[0]), signal.SIGKILL)
    wait_for(port, worker=False)
    assert "db_worker" in served.stdout.readline()
    wait_for(port)


def test_a_port_in_use_is_noticed(port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert not serving.is_free("127.0.0.1", port)
    assert serving.is_free("127.0.0.1", port)
