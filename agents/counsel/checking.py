"""Hold a sentence of a language model against what the answer's claims say, and mark what of it they lack.

Strict rather than kind: what is marked may still be true, but the evidence does not say it. A sentence is looked at for
names (of the graph, capitalised, quoted, or with digits), numbers (also spelt), words for relations, and for joining
things, turning a relation round, or denying, where no claim does.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.counsel.grounds import Ground, Grounds, negative, numbers, vocabulary
from agents.counsel.neutral import NEGATIVE, NEUTRAL, NUMBERS, STRONG
from agents.events import Doubt, Worded
from agents.language.english import LIGHT, SOFT
from agents.language.thesaurus import kinship
from agents.language.words import Word, words
from agents.model import Mention

_FIRM = 0.9
_AKIN = 0.8  # of two words, to stand for each other
_TELLING = ("VERB", "NOUN", "ADJ", "ADV", "PROPN", "X")
_TURNED = re.compile(r"\b(by|of|from|in)\b|['’]s\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+://\S+|\bwww\.\S+|\S+@\S+\.\S+|\[[^\]]*\]\([^)]*\)|<[^>]*>")
_SHOWN = 60  # characters of a doubt


@dataclass(frozen=True)
class _Name:
    start: int
    end: int
    things: frozenset[str]


def checked(text: str, grounds: Grounds, mentions: Sequence[Mention] = ()) -> Worded:
    """Return a sentence with the claims that it rests on and its doubts.

    `mentions` are what the graph's own names are in it: one that no claim speaks of is a doubt.
    """
    names = _named(text, grounds)
    ties = _ties(text, names, grounds)
    doubts = [
        *_addresses(text),
        *_strangers(text, names, grounds, mentions),
        *_numbers(text, names, grounds, ties),
        *_words(text, names, grounds, ties),
        *_joins(text, names, grounds),
        *_turned(text, names, grounds),
        *_denials(text, ties),
        *_verdicts(text, grounds),
    ]
    if not ties and not doubts and _says_something(text, names):
        doubts = [Doubt("relation", _cut(text))]
    return Worded(text, _closest(text, names, ties), tuple(dict.fromkeys(doubts)))


# --- what it speaks of, and rests on ------------------------------------------------------------


def _named(text: str, grounds: Grounds) -> list[_Name]:
    """Return the things of the claims that a sentence names, each stretch once, longest names first."""
    folded, taken, found = _folded(text), [False] * len(text), []
    for name, things in grounds.names.items():
        start = folded.find(name)
        while start >= 0:
            end = start + len(name)
            if _whole(folded, start, end) and not any(taken[start:end]):
                taken[start:end] = [True] * len(name)
                found.append(_Name(start, end, things))
            start = folded.find(name, start + 1)
    return sorted(found, key=lambda each: each.start)


def _folded(text: str) -> str:
    """Return the text in small letters, sign by sign, so that places stay the same."""
    return "".join(low if len(low := sign.casefold()) == 1 else sign for sign in text)


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _ties(text: str, names: Sequence[_Name], grounds: Grounds) -> tuple[Ground, ...]:
    """Return the claims that a sentence rests on: those that share most of its things, else its numbers and words."""
    things = frozenset().union(*(each.things for each in names))
    said = {number for number, _ in numbers(text)}
    spoken = _content(text, names)
    shared = {
        each.number: (len(each.things & things), len(each.numbers & said), len(each.words & spoken))
        for each in grounds.claims
    }
    fit = [each for each in grounds.claims if _fits(shared[each.number], len(names), len(spoken))]
    return tuple(fit)


def _closest(text: str, names: Sequence[_Name], ties: Sequence[Ground]) -> tuple[int, ...]:
    """Return the numbers of those claims that share about as many words and numbers with a sentence as any."""
    said = _content(text, names) | {number for number, _ in numbers(text)}
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


def _content(text: str, names: Sequence[_Name]) -> frozenset[str]:
    return frozenset(each.lemma for each in _rest(text, names) if _telling(each))


def _rest(text: str, names: Sequence[_Name]) -> list[Word]:
    """Return the words of a sentence outside the names of the claims' things."""
    inside = [(each.start, each.end) for each in names]
    return [each for each in words(text) if not any(start <= each.start < end for start, end in inside)]


def _telling(word: Word) -> bool:
    known = word.lower in NEUTRAL or word.lemma in NEUTRAL or word.lower in LIGHT or word.lower in SOFT
    return word.pos in _TELLING and not known and any(sign.isalpha() for sign in word.text)


def _says_something(text: str, names: Sequence[_Name]) -> bool:
    return bool(names or _content(text, names) or numbers(text))


# --- doubts -------------------------------------------------------------------------------------


def _addresses(text: str) -> Iterable[Doubt]:
    return (Doubt("name", _cut(each.rstrip(".,;!?"))) for each in _ADDRESS.findall(text))


def _strangers(text: str, names: Sequence[_Name], grounds: Grounds, mentions: Sequence[Mention]) -> Iterable[Doubt]:
    """Yield names that no claim speaks of: the graph's own, and whatever looks like a name."""
    things = frozenset().union(*(each.things for each in grounds.claims))
    for mention in mentions:
        inside = any(each.start < mention.end and mention.start < each.end for each in names)
        firm = not mention.candidates or mention.score >= _FIRM
        own = any(each.node.id in things for each in mention.candidates)
        if firm and not own and not inside and not _worded_so(mention.text, grounds):
            yield Doubt("name", _cut(mention.text))
    for at, word in enumerate(_rest(text, names)):
        if _looks_like_a_name(word, at == 0 or word.index == 0) and not _known(word, grounds):
            yield Doubt("name", _cut(word.text))


def _worded_so(text: str, grounds: Grounds) -> bool:
    said = [each for each in words(text) if not each.light]
    return all(_known(each, grounds) or each.lemma in NEUTRAL for each in said)


def _looks_like_a_name(word: Word, first: bool) -> bool:
    signs = word.text
    if not any(sign.isalpha() for sign in signs) or word.lower in NUMBERS:
        return False
    if any(sign.isdigit() for sign in signs) or (len(signs) > 1 and signs.isupper()):
        return True
    large = signs[0].isupper() and word.lower not in LIGHT and word.lemma not in NEUTRAL and word.lower not in STRONG
    return large and (not first or word.pos == "PROPN")


def _known(word: Word, grounds: Grounds) -> bool:
    return word.lower in grounds.words or word.lemma in grounds.words


def _numbers(text: str, names: Sequence[_Name], grounds: Grounds, ties: Sequence[Ground]) -> Iterable[Doubt]:
    """Yield numbers that the claims it rests on do not say; one that stands in a thing's name is the name's."""
    masked = text
    for each in names:
        masked = masked[: each.start] + " " * (each.end - each.start) + masked[each.end :]
    held = frozenset().union(*(each.numbers for each in ties)) if ties else grounds.numbers
    for number, said in numbers(masked):
        if number not in held and said.lower() != "one":
            yield Doubt("number", said)


def _words(text: str, names: Sequence[_Name], grounds: Grounds, ties: Sequence[Ground]) -> Iterable[Doubt]:
    """Yield words that say how things are related, or how much or surely, where its claims have none like them."""
    held = frozenset().union(*(each.words for each in ties)) if ties else grounds.words
    for word in _rest(text, names):
        if word.lower in NEGATIVE or word.lower in NUMBERS:
            continue
        if word.lower in STRONG:
            if word.lower not in held:
                yield Doubt("relation", word.text)
        elif _telling(word) and not _meant(word, held) and not _looks_like_a_name(word, word.index == 0):
            yield Doubt("relation", word.text)


def _meant(word: Word, held: frozenset[str]) -> bool:
    if word.lower in held or word.lemma in held:
        return True
    return any(kinship(word.lemma, each) >= _AKIN for each in held if len(each) > 2 and each not in LIGHT)


def _joins(text: str, names: Sequence[_Name], grounds: Grounds) -> Iterable[Doubt]:
    """Yield a sentence that brings things together of which no claims, one by one, lead from one to the other."""
    left = [each.things for each in names]
    reached = set(left.pop(0)) if left else set()
    while left:
        near = [each for each in left if each & reached or _together(reached, each, grounds)]
        if not near:
            yield Doubt("relation", _cut(text))
            return
        for each in near:
            reached |= each
            left.remove(each)


def _together(reached: set[str], things: frozenset[str], grounds: Grounds) -> bool:
    return any(each.things & reached and each.things & things for each in grounds.claims)


def _turned(text: str, names: Sequence[_Name], grounds: Grounds) -> Iterable[Doubt]:
    """Yield what stands between two things where a claim says the same words of them the other way round."""
    for one, other in itertools.pairwise(names):
        gap = text[one.end : other.start]
        for claim in grounds.claims:
            joined = [each for each in claim.edges if _ends(each.head, each.tail, one, other)]
            if not joined or any(each.relation in grounds.symmetric for each in joined):
                continue
            if any(_backwards(gap, each, one, other, grounds) for each in (claim.text, *claim.facts)):
                yield Doubt("relation", _cut(text[one.start : other.end]))


def _ends(head: str, tail: str, one: _Name, other: _Name) -> bool:
    return (head in one.things and tail in other.things) or (tail in one.things and head in other.things)


def _backwards(gap: str, claim: str, one: _Name, other: _Name, grounds: Grounds) -> bool:
    said = _named(claim, grounds)
    pairs = [(a, b) for a, b in itertools.pairwise(said) if a.things == other.things and b.things == one.things]
    for first, second in pairs:
        between = claim[first.end : second.start]
        verbs = {each for each in vocabulary(gap) - LIGHT if each in vocabulary(between)}
        if verbs and bool(_TURNED.search(gap)) == bool(_TURNED.search(between)):
            return True
    return False


def _denials(text: str, ties: Sequence[Ground]) -> Iterable[Doubt]:
    """Yield a denial of what its claims say, and a statement of what they deny."""
    if not ties:
        return
    denies = negative(text)
    if denies and not any(each.negative for each in ties):
        yield Doubt("relation", _cut(next(each.text for each in words(text) if each.lower in NEGATIVE)))
    elif not denies and all(each.negative for each in ties):
        yield Doubt("relation", _cut(text))


def _verdicts(text: str, grounds: Grounds) -> Iterable[Doubt]:
    """Yield a "yes" or "no" that is not the answer's."""
    said = re.match(r"\W*(yes|no)\b(?=\W*(?:[,.;:!–—-]|$))", text, re.IGNORECASE)
    if said and said[1].lower() != grounds.verdict:
        yield Doubt("relation", said[1])


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]}…"
