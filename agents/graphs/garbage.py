"""Less looking for garbage where much is made: bulk work makes hardly any, and Python looks for it in all that lives.

A load holds some ten thousand new things at once. Python takes each rise for a reason to look through everything,
which came to a third of the time that a load took.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_YOUNG = 100_000  # new things that live before Python looks among them, at most some 50 MB of garbage; usually 700
_lock = Lock()
_before: list[tuple[int, int, int]] = []  # the threshold that each of those who are at it found


@contextmanager
def seldom_looked_for() -> Iterator[None]:
    """Let Python look for garbage seldom while the block lasts, in all threads; several may ask for it at once."""
    with _lock:
        _before.append(_before[0] if _before else gc.get_threshold())
        gc.set_threshold(_YOUNG, *_before[0][1:])
    try:
        yield
    finally:
        with _lock:
            usual = _before.pop()
            if not _before:
                gc.set_threshold(*usual)
