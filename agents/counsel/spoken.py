"""What a sentence of a language model speaks of, and which claims of an answer it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from agents.counsel.grounds import Ground, Grounds, numbers
from agents.counsel.neutral import NEUTRAL
from agents.language.english import LIGHT, SOFT
from agents.language.words import Word, words

_TELLING = ("VERB", "NOUN", "ADJ", "ADV", "PROPN", "X")


@dataclass(frozen=True)
class Name:
    """A stretch of a sentence that names things of the claims: characters start to end, and the ids."""

    start: int
    end: int
    things: frozenset[str]


def named(text: str, grounds: Grounds) -> list[Name]:
    """Return the things of the claims that a sentence names, each stretch once, longest names first."""
    folded, taken, found = _folded(text), [False] * len(text), []
    for name, things in grounds.names.items():
        start = folded.find(name)
        while start >= 0:
            end = start + len(name)
            if _whole(folded, start, end) and not any(taken[start:end]):
                taken[start:end] = [True] * len(name)
                found.append(Name(start, end, things))
            start = folded.find(name, start + 1)
    return sorted(found, key=lambda each: each.start)


def _folded(text: str) -> str:
    """Return the text in small letters, sign by sign, so that places stay the same."""
    return "".join(low if len(low := sign.casefold()) == 1 else sign for sign in text)


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def ties_of(text: str, names: Sequence[Name], grounds: Grounds) -> tuple[Ground, ...]:
    """Return the claims that a sentence rests on: those that share most of its things, else its numbers and words."""
    things = frozenset().union(*(each.things for each in names))
    said = {number for number, _ in numbers(text)}
    spoken = content(text, names)
    shared = {
        each.number: (len(each.things & things), len(each.numbers & said), len(each.words & spoken))
        for each in grounds.claims
    }
    fit = [each for each in grounds.claims if _fits(shared[each.number], len(names), len(spoken))]
    return tuple(fit)


def closest(text: str, names: Sequence[Name], ties: Sequence[Ground]) -> tuple[int, ...]:
    """Return the numbers of those claims that share about as many words and numbers with a sentence as any."""
    said = content(text, names) | {number for number, _ in numbers(text)}
    shared = {each.number: len((each.words | each.numbers) & said) for each in ties}
    most = max(shared.values(), default=0)
    return tuple(number for number, count in shared.items() if 2 * count >= most)


def _fits(shared: tuple[int, int, int], names: int, spoken: int) -> bool:
    things, amounts, alike = shared
    if names > 1:
        return things > 1
    if names == 1:
        return things > 0
    return alike > 0 and (amounts > 0 or 2 * alike >= spoken)


def content(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Return the words of a sentence that carry content, as lemmas, outside the names of the claims' things."""
    return frozenset(each.lemma for each in rest(text, names) if telling(each))


def rest(text: str, names: Sequence[Name]) -> list[Word]:
    """Return the words of a sentence outside the names of the claims' things."""
    inside = [(each.start, each.end) for each in names]
    return [each for each in words(text) if not any(start <= each.start < end for start, end in inside)]


def telling(word: Word) -> bool:
    """Tell whether a word says something of its own about the graph's things."""
    known = word.lower in NEUTRAL or word.lemma in NEUTRAL or word.lower in LIGHT or word.lower in SOFT
    return word.pos in _TELLING and not known and any(sign.isalpha() for sign in word.text)


def says_something(text: str, names: Sequence[Name]) -> bool:
    """Tell whether a sentence speaks of anything: a thing, a number, or with a word of content."""
    return bool(names or content(text, names) or numbers(text))
