"""How sure a reading is: its score, and whether what it says is like what was asked.

The score adds up what single words fit; a relation that is not there is often replaced by one that is a little like
it. Said in full ("the mother of Corvin") such a reading is no longer like the question ("where was Corvin born"):
so the likeness of the two sentences is evidence of its own, which costs a millisecond.
"""

from agents.language.foreign import many_tongued
from agents.reading.question import Asked
from agents.reading.reader import Reading

CLEAR = -2.5  # a best reading above this is answered
UNSURE = -3.5  # and one below this is not shown
LIKENESS = 5.0  # what a likeness of 1 is worth
USUAL = 0.73  # the likeness that neither adds nor takes, for a question of a few words
EACH = 0.2  # a longer question has more to go wrong a little
_MOST = 8


def certainty(question: Asked, best: Reading) -> float:
    """Return how sure a reading is, on the scale of scores."""
    if best.form == "describe":
        return best.score
    said = " ".join(word.lower for word in question.words)
    one, other = many_tongued([said, best.words.lower()])
    return best.score + LIKENESS * (float(one @ other) - USUAL) + EACH * min(_MOST, len(question.positions))
