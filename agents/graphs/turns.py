"""Threads that take turns quickly: one that talks to a server needs its turn after each word of it.

Python lets a busy thread go on for 5 ms while others wait. A batch takes some twenty words to and fro, and each of
them waited so long for the thread that reads the next batch, while the server had nothing to do.
"""

import sys

from agents.graphs.held import Held

_TURN = 0.0005  # seconds

taking_turns = Held(sys.getswitchinterval, sys.setswitchinterval, lambda _: _TURN).changed
"""Let all threads of this process take short turns while a block lasts; several may ask for it at once."""
