"""A server for development ends with whoever started it, however that one ends."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from time import monotonic, sleep

import pytest

from deploy.neo4j.server import free_port
from deploy.parent import ending_with_this

SLEEPER = """
import subprocess, sys, time
from deploy.parent import ending_with_this
child = subprocess.Popen(["sleep", "300"], preexec_fn=ending_with_this(), start_new_session=True)
print(child.pid, flush=True)
time.sleep(300)
"""


def gone(pid):
    """Say whether a process has ended; one that nobody waits for any more has."""
    with suppress(OSError), open(f"/proc/{pid}/stat", encoding="ascii") as file:
        return file.read().rpartition(")")[2].split()[0] == "Z"
    return True


def until(true, seconds):
    end = monotonic() + seconds
    while not true() and monotonic() < end:
        sleep(0.05)
    return true()


@pytest.mark.skipif(ending_with_this() is None, reason="Linux alone ends a child with its parent")
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_ends_with_a_parent_that_is_killed(sign):
    parent = subprocess.Popen([sys.executable, "-c", SLEEPER], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    assert not gone(child)
    parent.send_signal(sign)
    parent.wait(10)
    parent.stdout.close()
    assert until(lambda: gone(child), 10)


@pytest.mark.server
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_no_server_is_left_behind(neo4j, tmp_path, sign):  # the session's own says whether one can be had
    port = free_port()
    starting = [sys.executable, "-m", "deploy.neo4j", "--home", str(tmp_path), "--port", str(port)]
    parent = subprocess.Popen(starting, stdout=subprocess.PIPE, text=True, env={**os.environ, "PATH": "/usr/bin:/bin"})
    assert any("It is up" in line for line in parent.stdout)
    socket.create_connection(("127.0.0.1", port), 5).close()
    parent.send_signal(sign)
    parent.wait(90)
    parent.stdout.close()
    assert until(lambda: refused(port), 90)


def refused(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return True
    return False
