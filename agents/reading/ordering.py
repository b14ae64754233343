"""Words put where they are read: "for each port, how many boats" with the port at its end, "2 stars or more" as "2 or
more stars", "how much is X" as "what price is X"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agents.language.english import UNITS
from agents.language.words import Word
from agents.model import Mention
from agents.reading.operator_words import APIECE, MULTIPLIERS, OR, is_number
from agents.reading.operators import ENDS
from agents.reading.question import in_a_name, inside
from agents.reading.stretching import stretched

_LONGEST = 8  # words of the opening
_MEANT = frozenset("supposed allowed permitted meant able entitled authorised authorized".split())
_LASTING = frozenset("deal work run go around here be".split())
_PRICE = (("what", "PRON"), ("price", "NOUN"))
_THERE = frozenset(["there", "it", "them"])  # what points back to the opening, once that has moved


def ordered(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Return a question's words as they are read."""
    for turn in (stretched, came_out, money, meant, longest, numerals, compounds, run_out):
        words = turn(words, mentions)
    words = bound_first(opening_last(words))
    for known in (end_last, priced, contained):
        words = known(words, mentions)
    return tuple(words)


def came_out(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "came out in 2024" as "appeared in 2024"."""
    for place, (word, behind) in enumerate(pairwise(words)):
        dated = any(is_number(each.lower) for each in words[place + 2 : place + 4])
        if dated and word.lemma == "come" and behind.lower == "out" and not in_a_name((word, behind), mentions):
            appeared = replace(_said(word, "appeared", "VERB"), lemma="appear", end=behind.end)
            return (*words[:place], appeared, *words[place + 2 :])
    return tuple(words)


def numerals(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put numbers that are said with no number in digits: "half a million" as 500000, "half an hour" as 0.5 hour."""
    said: list[Word] = []
    place = 0
    while place < len(words):
        if in_a_name(words[place : place + 3], mentions):
            said.append(words[place])
            place += 1
            continue
        half = words[place].lower == "half" and words[place + 1 : place + 2] and words[place + 1].lower in ("a", "an")
        first = place + bool(half)
        many = words[first + 1].lower if words[first].lower in ("a", "an") and first + 1 < len(words) else ""
        if (times := MULTIPLIERS.get(many)) and len(many) > 1:
            number = f"{times / 2 if half else times:.0f}"
            said.append(replace(_said(words[place], number, "NUM"), tag="CD", end=words[first + 1].end))
            place = first + 2
        elif half and place + 2 < len(words) and words[place + 2].lower in UNITS:
            said.append(replace(_said(words[place], "0.5", "NUM"), tag="CD", end=words[place + 1].end))
            place += 2
        else:
            said.append(words[place])
            place += 1
    return tuple(said)


def money(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "how much money" as "how much": an amount is asked for either way."""
    if [word.lower for word in words[:3]] == ["how", "much", "money"] and not in_a_name(words[2:3], mentions):
        return (*words[:2], *words[3:])
    return tuple(words)


def meant(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "is supposed to make" as "does make", and "is allowed to": what is recorded is what is meant to be."""
    for place in range(1, len(words) - 2):
        meant_, to, verb = words[place : place + 3]
        turn = meant_.lower in _MEANT and to.lower == "to" and verb.pos in ("VERB", "AUX")
        if turn and not in_a_name((meant_,), mentions):
            return (*words[:place], *words[place + 2 :])
    return tuple(words)


def longest(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "has been with us the longest" as "is earliest": what has lasted longest was there first."""
    lowers = [word.lower for word in words]
    if "longest" not in lowers or "been" not in lowers[: lowers.index("longest")]:
        return tuple(words)
    end = lowers.index("longest")
    start = next((n for n, word in enumerate(lowers[:end]) if word in ("has", "have")), end)
    said = words[start:end]
    if start == end or in_a_name(said, mentions) or any(not word.light and word.lemma not in _LASTING for word in said):
        return tuple(words)
    is_, earliest = replace(words[start], text="is", lower="is", lemma="be", tag="VBZ"), words[end]
    first = replace(_said(earliest, "earliest", "ADJ"), lemma="early", tag="JJS")
    return (*words[:start], is_, first, *words[end + 1 :])


def compounds(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "three-bedroom flats" as "flats with three bedroom"."""
    for place in range(len(words) - 3):
        number, hyphen, noun, behind = words[place : place + 4]
        numbered = is_number(number.lower) or number.lower == "one"
        numbered = numbered and not in_a_name((number, hyphen, noun, behind), mentions)
        if numbered and hyphen.text == "-" and noun.pos in ("NOUN", "PROPN") and behind.pos == "NOUN":
            having = replace(hyphen, text="with", lower="with", lemma="with", pos="ADP", tag="IN")
            return (*words[:place], behind, having, number, noun, *words[place + 4 :])
    return tuple(words)


def run_out(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "are out of stock" as "are no stock"."""
    for place in range(1, len(words) - 2):
        before, out, of, what = words[place - 1 : place + 3]
        if (
            before.lemma == "be"
            and not in_a_name((out, of, what), mentions)
            and (out.lower, of.lower) == ("out", "of")
            and what.pos == "NOUN"
        ):
            return (*words[:place], replace(_said(out, "no", "DET"), end=of.end), *words[place + 2 :])
    return tuple(words)


def opening_last(words: Sequence[Word]) -> tuple[Word, ...]:
    """Put "for each port," to the end: "how many boats are there | for each port"."""
    lowers = [word.lower for word in words]
    if len(words) < 4 or lowers[0] not in ("for", "in", "at", "on") or lowers[1] not in APIECE:
        return tuple(words)
    comma = next((n for n in range(2, min(_LONGEST, len(words))) if lowers[n] == ","), None)
    if comma is None:
        return tuple(words)
    end = len(words) - (words[-1].pos == "PUNCT")
    rest = list(words[comma + 1 : end])
    if rest and rest[-1].lower in _THERE and any(word.pos == "VERB" for word in rest):
        rest.pop()
    return (*rest, *words[:comma], *words[end:])


def bound_first(words: Sequence[Word]) -> tuple[Word, ...]:
    """Put "or more" right behind its number: "2 or more | stars"."""
    for place, word in enumerate(words):
        for width in (1, 2) if is_number(word.lower) else ():
            behind = place + 1 + width
            counted, bound = words[place + 1 : behind], words[behind : behind + 2]
            said = len(bound) == 2 and bound[0].lower == "or" and bound[1].lower in OR
            said = said and not any(each.lower == "than" for each in words[behind + 2 : behind + 3])
            if said and all(each.pos in ("NOUN", "PROPN") for each in counted):
                return (*words[: place + 1], *bound, *counted, *words[behind + 2 :])
    return tuple(words)


def end_last(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "last" behind what somebody did: "when was X seen | last", for the last time that X was."""
    for place, word in enumerate(words):
        done = words[place + 1 : place + 2]
        asked = word.lower in ENDS and words[0].lower == "when" and done and done[0].pos in ("VERB", "NOUN")
        if asked and place and any(inside(words[place - 1], each) for each in mentions):
            end = len(words) - (words[-1].pos == "PUNCT")
            return (*words[:place], *words[place + 1 : end], word, *words[end:])
    return tuple(words)


def contained(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Read "what is in X", of a thing and nothing of it, as "what does X contain"."""
    lowers = [word.lower for word in words if word.pos != "PUNCT"]
    rest = [word for word in words[3:] if word.pos != "PUNCT" and not word.light]
    if (
        lowers[:1] != ["what"]
        or lowers[1:2] not in (["is"], ["was"])
        or lowers[2:3] not in (["in"], ["on"], ["inside"])
    ):
        return tuple(words)
    unnamed = [word for word in rest if not any(inside(word, each) for each in mentions)]
    if len(unnamed) == len(rest) or (unnamed and unnamed != rest[-1:]):  # "on the X menu" names what X is
        return tuple(words)
    end = len(words) - (words[-1].pos == "PUNCT")
    does, contain = (
        replace(_said(words[1], "does", "AUX"), tag="VBZ"),
        replace(_said(words[2], "contain", "VERB"), tag="VB"),
    )
    return (words[0], does, *words[3:end], contain, *words[end:])


def priced(words: Sequence[Word], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Read "how much is X", of a thing and nothing of it, as "what price is X"."""
    lowers = tuple(word.lower for word in words[:3])
    if lowers[:2] != ("how", "much") or lowers[2:] not in (("is",), ("are",), ("was",), ("were",)):
        return tuple(words)
    rest = [word for word in words[3:] if not word.light]
    if not rest or not all(any(inside(word, each) for each in mentions) for word in rest):
        return tuple(words)
    what, price = (_said(word, *each) for word, each in zip(words[:2], _PRICE, strict=True))
    return (what, price, *words[2:])


def _said(word: Word, text: str, pos: str) -> Word:
    return replace(word, text=text, lower=text, lemma=text, pos=pos)
