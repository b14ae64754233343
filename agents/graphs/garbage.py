"""Less looking for garbage where much is made: bulk work makes hardly any, and Python looks for it in all that lives.

A load holds some ten thousand new things at once. Python takes each rise for a reason to look through everything,
which came to a third of the time that a load took.
"""

import gc

from agents.graphs.held import Held

_YOUNG = 100_000  # new things that live before Python looks among them, at most some 50 MB of garbage; usually 700

seldom_looked_for = Held(
    gc.get_threshold, lambda usual: gc.set_threshold(*usual), lambda usual: (_YOUNG, *usual[1:])
).changed
"""Let Python look for garbage seldom while a block lasts, in all threads; several may ask for it at once."""
