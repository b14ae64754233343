"""Which relation a question about two things names, and from which of them it leads."""

import re
from dataclasses import replace

from agents.kit import Kit
from agents.language.phrasing import readable, shape
from agents.reading.reader import RelationGuess
from agents.state import State
from agents.tasks.ends import Ends

_SURE = 0.5  # below this score a phrase names no relation
_LONG = 14  # words around the things, above which they tell more than what is asked
_GENERAL = re.compile(
    r"\b(relat\w+|connect\w*|link\w*|associat\w+|between|any|some|how|what|which|kind|sort|of)\b", re.I
)
_FUNCTION_WORDS = frozenset(
    (
        *("is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had", "can", "could", "will"),
        *("would", "there", "a", "an", "the", "to", "and", "or", "in", "it", "by", "with", "for", "from", "on", "at"),
        *("as", "other", "each", "one", "another", "me", "tell", "say", "please", "you", "i", "know", "way", "if"),
    )
)


def named_relation(state: State, kit: Kit, ends: Ends) -> RelationGuess | None:
    """Return the relation that the words around the two things name, or None where they only ask for any.

    `backwards` says that it leads from the second thing to the first.
    """
    for phrase in _phrases(state, ends):
        guesses = kit.reader.relations(state.graph, phrase) if _content(phrase) else ()
        best = next(iter(guesses), None)
        if best is not None and best.score >= _SURE:
            return replace(best, backwards=_backwards(best, state.text, ends))
    return None


def _phrases(state: State, ends: Ends) -> tuple[str, ...]:
    """Return what may name the relation: the words around the things; of a long text those between them first."""
    around = _around(state)
    between = _bare(state.text[ends[0].end : ends[1].start])
    return (between, around) if len(around.split()) > _LONG else (around,)


def says_something(state: State) -> bool:
    """Tell whether the words around the things say more than that they are related somehow."""
    around = _around(state)
    return bool(_content(around)) or bool(re.search(r"\b(kind|sort|type) of\b", around, re.I))


def _around(state: State) -> str:
    """Return the question without its mentions."""
    phrase = state.text
    for mention in sorted(state.mentions, key=lambda each: -each.start):
        phrase = f"{phrase[: mention.start]} {phrase[mention.end :]}"
    return _bare(phrase)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", " ", text).split())


def _content(phrase: str) -> list[str]:
    """Return the words of a phrase that may name a relation."""
    bare = re.sub(_GENERAL, " ", phrase.lower())
    return [each for each in bare.split() if each not in _FUNCTION_WORDS]


def _backwards(guess: RelationGuess, text: str, ends: Ends) -> bool:
    """Tell whether the relation leads from the second thing: "A is the N of B" says that B's N is A.

    The types that a relation joins are no help here: they would make "is Texas the capital of Austin" true.
    """
    between = text[ends[0].end : ends[1].start].lower().split()
    return guess.backwards or (between[-1:] == ["of"] and shape(readable(guess.relation)) == "noun")
