"""The server and a worker as two processes that live and end together."""

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
    """Run server and worker until stopped (then return 0) or until one ends (then return its exit code or 1)."""
    asked = _Asked()
    server = [sys.executable, "-m", "daphne", "-v", "0", "-b", host, "-p", str(port), "webapp.asgi:application"]
    worker = [sys.executable, "manage.py", "db_worker", "--verbosity", "0"]
    running = [_start(server), _start(worker)]
    try:
        while not asked.to_stop and all(each.poll() is None for each in running):
            time.sleep(PAUSE)
        return 0 if asked.to_stop else next(each.poll() or 1 for each in running if each.poll() is not None)
    finally:
        _end(running)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process that does not hear the terminal's Ctrl-C: it is ended once, and in order."""
    return subprocess.Popen(command, cwd=BASE, start_new_session=True)  # noqa: S603 (a command of our own)


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
