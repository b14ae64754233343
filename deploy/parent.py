"""Processes that end with the one that started them, also where that one is killed outright."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # of Linux alone


def ending_with_this() -> Callable[[], None] | None:
    """Return what a child runs first (Popen's `preexec_fn`), so that the kernel ends it with its parent's thread."""
    if not sys.platform.startswith("linux"):
        return None
    parent, libc = os.getpid(), ctypes.CDLL(None)

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it was killed before the kernel was asked
            os._exit(1)

    return ask
