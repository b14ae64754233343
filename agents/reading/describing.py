"""Questions about a thing as a whole: "what is X", "tell me about X", "compare X and Y"."""

from collections.abc import Sequence

from agents.language.english import COMPARING
from agents.language.words import Word
from agents.model import Candidate, Mention
from agents.query import Describe
from agents.reading.question import inside, purposive, soft
from agents.reading.reader import Reading

_DEFINING = frozenset("define describe explain definition meaning mean meant about information info".split())
_ASKING = frozenset("what who tell what's whats".split())
_NAMESAKES = 5  # nodes of one name that are described
_AS_GOOD = 0.05


def described(words: Sequence[Word], said: frozenset[str], mentions: Sequence[Mention]) -> Reading | None:
    """Return a description where a question is about one thing, or compares several, and asks nothing else."""
    others = [word for word in words if not any(inside(word, each) for each in mentions)]
    rest = [word.lower for word in others if not word.light or soft(word, said) or purposive(others, word)]
    several = len(mentions) > 1
    comparing = COMPARING - said  # "compared with" may be a relation
    if not mentions or not comparing.union(_DEFINING).issuperset(rest) or (several and not comparing & set(rest)):
        return None
    bare = all(word.pos in ("PUNCT", "DET") for word in others)
    if not rest and not bare and words[0].lower not in _ASKING:
        return None
    chosen = [each for mention in mentions for each in _best(mention, 1 if several else _NAMESAKES)]
    names = " and ".join(mention.text for mention in mentions)
    return Reading(Describe(ids=tuple(each.node.id for each in chosen)), 0.0, "describe", f"everything about {names}")


def _best(mention: Mention, most: int) -> tuple[Candidate, ...]:
    return tuple(each for each in mention.candidates if each.score >= mention.score - _AS_GOOD)[:most]
