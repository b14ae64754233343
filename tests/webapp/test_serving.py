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
migrate()
sys.exit(serving.serve("127.0.0.1", int(sys.argv[1])))
"""


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            told = json.load(urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5))
        except OSError:
            told = {}
        if told.get("worker", {}).get("ok"):
            return told
        time.sleep(0.2)
    raise AssertionError("The site did not come up.")


@pytest.mark.slow
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_with_a_worker_and_stops_cleanly(tmp_path, port, wish):
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "webapp.settings", "LOREGRAPH_DATA": str(tmp_path)}
    started = subprocess.Popen([sys.executable, "-c", SERVE, str(port)], cwd=BASE, env=environ)
    try:
        assert wait_for(port)["ok"]
        started.send_signal(wish)
        assert started.wait(20) == 0
        assert serving.is_free("127.0.0.1", port)
    finally:
        started.kill()


def test_a_port_in_use_is_noticed(port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert not serving.is_free("127.0.0.1", port)
    assert serving.is_free("127.0.0.1", port)
