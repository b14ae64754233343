"""How sure a reading is: the chance that the best reading of a question is the right one.

`certainty.json` says how much each of its signs (`signs.py`) counts, and from which chance on a reading is answered
or shown. It was learnt from questions over many graphs and holds for graphs that nobody has seen; `make certainty`
writes it anew (`bench/certain.py`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path

from agents.reading.reader import Reading
from agents.reading.signs import Signs

FILE = Path(__file__).with_name("certainty.json")


@dataclass(frozen=True)
class Weights:
    """How much each sign counts, in the logarithm of the odds; answered from `clear` on, not shown below `unsure`."""

    bias: float
    signs: Mapping[str, float] = field(default_factory=dict)
    clear: float = 0.5
    unsure: float = 0.1

    def chance(self, signs: Signs) -> float:
        """Return the chance that a reading with these signs is right."""
        odds = self.bias + sum(weight * signs.get(name, 0.0) for name, weight in self.signs.items())
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


def certainty(best: Reading, signs: Signs) -> float:
    """Return the chance that a reading is right; what is but a name asks for all about it, and is taken at its word."""
    return exp(min(0.0, best.score)) if best.form == "describe" else learnt().chance(signs)


@lru_cache(maxsize=1)
def learnt() -> Weights:
    """Return the weights that are shipped."""
    kept = json.loads(FILE.read_text("utf-8"))
    return Weights(kept["bias"], kept["signs"], kept["clear"], kept["unsure"])
