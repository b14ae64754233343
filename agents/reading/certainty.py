"""How sure a reading is: its score, and whether what it says is like what was asked.

The score adds up what single words fit; a relation that is not there is often replaced by one that is a little like
it. Said in full ("the mother of Corvin") such a reading is no longer like the question ("where was Corvin born"):
so the likeness of the two sentences is evidence of its own, which costs a millisecond. What the schema shortens or
says in another language is said in the question's own words there: that no model knows "mgr" tells nothing.
"""

import re

from agents.language.english import abbreviates
from agents.language.foreign import is_foreign, many_tongued
from agents.reading.evidence import Because
from agents.reading.question import Asked
from agents.reading.reader import Reading

CLEAR = -2.5  # a best reading above this is answered
UNSURE = -3.5  # and one below this is not shown
LIKENESS = 5.0  # what a likeness of 1 is worth
USUAL = 0.73  # the likeness that neither adds nor takes, for a question of a few words
EACH = 0.2  # a longer question has more to go wrong a little
STRANGE = 0.6  # the likeness that what is in another language needs to be taken at the question's word
_MOST = 8


def certainty(question: Asked, best: Reading) -> float:
    """Return how sure a reading is, on the scale of scores."""
    if best.form == "describe":
        return best.score
    asked = " ".join(word.lower for word in question.words)
    one, other = many_tongued([asked, _in_full(question, best)])
    return best.score + LIKENESS * (float(one @ other) - USUAL) + EACH * min(_MOST, len(question.positions))


def _in_full(question: Asked, best: Reading) -> str:
    """Return what a reading says, in the question's words where no model can know the schema's."""
    said = best.words.lower()
    for each in best.because:
        asked = question.text(each.first, each.last)
        if each.kind == "unit" and each.likeness > STRANGE and _strange(each, asked):
            said = re.sub(rf"\b{re.escape(each.said)}(e?s)?\b", asked.replace("\\", ""), said)
    return said


def _strange(because: Because, asked: str) -> bool:
    """Whether a unit's words are of another language, or short for those that were asked."""
    return is_foreign(because.said) or any(
        abbreviates(short, long) for short in because.said.split() for long in asked.split()
    )
