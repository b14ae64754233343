"""Threads that take turns quickly: one that talks to a server needs its turn after each word of it.

Python lets a busy thread go on for 5 ms while others wait. A batch takes some twenty words to and fro, and each of
them waited so long for the thread that reads the next batch, while the server had nothing to do.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_TURN = 0.0005  # seconds
_lock = Lock()
_before: list[float] = []  # the turn that each of those who are at it found


@contextmanager
def taking_turns() -> Iterator[None]:
    """Let all threads of this process take short turns while the block lasts; several may ask for it at once."""
    with _lock:
        _before.append(_before[0] if _before else sys.getswitchinterval())
        sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        with _lock:
            usual = _before.pop()
            if not _before:
                sys.setswitchinterval(usual)
