"""The server and a worker as two processes that live and end together."""

import logging
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from types import FrameType
from typing import Any

from webapp.environment import BASE

GRACE = 10.0  # seconds that a process has to end by itself
PAUSE = 0.3
REST = 2.0  # seconds before a worker that ended is replaced, so that a broken one does not spin
WORKER = ["manage.py", "db_worker", "--verbosity", "0"]
logger = logging.getLogger(__name__)


def is_free(host: str, port: int) -> bool:
    """Say whether nothing serves on a port yet."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def serve(host: str, port: int) -> int:
    """Run server and worker until stopped (then return 0) or until the server ends (then return 1 or more).

    A worker that ends is replaced: the site answers without one, and loads wait for the next.
    """
    asked = _Asked()
    server = _start(["-m", "daphne", "-v", "0", "-b", host, "-p", str(port), "webapp.asgi:application"])
    worker = _start(WORKER)
    try:
        while not asked.to_stop and server.poll() is None:
            time.sleep(PAUSE)
            if worker.poll() is not None and not asked.to_stop:
                logger.warning("The worker ended with %s; another takes its place", worker.returncode)
                time.sleep(REST)
                worker = _start(WORKER)
        return 0 if asked.to_stop else max(1, server.poll() or 1)
    finally:
        _end([server, worker])


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
    """Start a Python process that does not hear the terminal's Ctrl-C: it is ended once, and in order."""
    return subprocess.Popen([sys.executable, *arguments], cwd=BASE, start_new_session=True)  # noqa: S603 (a command of our own)


def _end(running: list[subprocess.Popen[bytes]]) -> None:
    for each in running:
        if each.poll() is None:
            each.terminate()
    deadline = time.monotonic() + GRACE
    for each in running:
        try:
            each.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            each.kill()


class _Asked:
    """Hears Ctrl-C and a supervisor's wish to stop."""

    def __init__(self) -> None:
        self.to_stop = False
        for wish in (signal.SIGINT, signal.SIGTERM):
            signal.signal(wish, self._hear)

    def _hear(self, number: int, frame: FrameType | None, *_: Any) -> None:
        self.to_stop = True
