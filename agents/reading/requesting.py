"""Requests as people word them: "add up all the fees for me please", "show me everything with fewer than 10 packs".

What is said of the moment of asking, or of whom it is for, asks nothing of a graph; adding up asks for a sum; and
"everything with ..." is whatever has that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise

from agents.language.words import Word
from agents.language.words import words as words_of
from agents.model import Mention
from agents.reading.question import in_a_name

_IDLE = tuple(
    tuple(each.split())
    for each in (
        "at the present moment",
        "at the moment",
        "at this moment",
        "at this point",
        "at present",
        "as of today",
        "as of now",
        "right now",
        "these days",
        "nowadays",
        "in the system",
        "in our records",
        "in the records",
        "on our books",
        "on the books",
        "on record",
        "on file",
        "as a rule",
        "up to now",
        "until now",
        "thus far",
        "so far",
        "so to speak",
        "so to say",
        "as it were",
        "by the way",
        "by any chance",
        "to be honest",
        "out of interest",
        "off the top of your head",
        "at all",
        "yet",
        "for me",
        "for us",
        "please",
    )
)
_WIDEST = max(map(len, _IDLE))
_POLITE = frozenset("please can could would will you just kindly now and so i we want need like to let us 's".split())
# What people call the organisation or the place that all of a graph is about: "the oldest member of the club".
_WHOLE = frozenset(
    """
    club school company firm force network reserve campus business organisation organization league port harbour harbor
    shop farm library museum park hospital clinic fleet zoo agency society association university college database graph
    system catalogue catalog collection
    """.split()
)
_WITHIN = frozenset("in on at of across throughout".split())
_OURS = frozenset("the our this your whole entire".split())
_ADDING = frozenset("add sum total tot count".split())
_UP = frozenset(["up", "together"])
_COMING_TO = (("add", "up", "to"), ("come", "up", "to"), ("come", "to"), ("amount", "to"), ("total",))
_ASKING = frozenset(["WP", "WDT", "WRB", "WP$"])
_TELLING = 2  # words that carry meaning, of a question that stands alone
_ALL_OF = {"everything": "anything", "everyone": "anyone", "everybody": "anybody"}
_DESCRIBING = frozenset(["JJ", "VBN", "VBG"])
_NARROWING = frozenset("with without that which who whose in from under over above below between".split())


def adds_up(text: str) -> bool:
    """Tell whether a text asks for a sum by adding up: "total up the fees"."""
    return _adding(words_of(text)) is not None


def requested(words: Sequence[Word], mentions: Sequence[Mention], said: frozenset[str]) -> tuple[Word, ...]:
    """Return a question's words without what asks nothing, "add up" as the sum of, "everything with" as anything with.

    `said`: the words of the graph's schema, which always ask something.
    """
    asked = _longest_ago(_second_thought(_told(tuple(words), mentions), mentions))
    left = _without_idle(_without_the_whole(asked, mentions, said), mentions, said)
    return _anything(_summed(_one_of(left), mentions), mentions)


def _one_of(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put "which of the two papers" as "which paper", and "which of the two" as which."""
    lowers = [word.lower for word in words[:4]]
    if lowers[:3] not in (["which", "of", "the"], ["which", "of", "these"]) or lowers[3:] not in (["two"], ["three"]):
        return words
    noun = words[4:5] if words[4:5] and words[4].tag == "NNS" else ()
    return (
        words[0],
        *(replace(word, text=word.lemma, lower=word.lemma, tag="NN") for word in noun),
        *words[4 + len(noun) :],
    )


def _told(words: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Return the words without "tell me" before what is asked: "tell me | who has influenza"."""
    lowers = [word.lower for word in words[:2]]
    asks = len(words) > len(lowers) and words[2].tag in _ASKING and not in_a_name(words[:3], mentions)
    return words[2:] if asks and lowers in (["tell", "me"], ["show", "me"], ["tell", "us"], ["show", "us"]) else words


def _second_thought(words: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Return what is meant by "..., I mean, ...": what follows, where that asks something alone; else the rest."""
    for place in range(1, len(words) - 1):
        said = words[place : place + 2]
        if [word.lower for word in said] != ["i", "mean"] or in_a_name(said, mentions):
            continue
        before, behind = words[:place], tuple(dropwhile(lambda word: word.pos == "PUNCT", words[place + 2 :]))
        if behind and before[-1].pos != "PUNCT":  # "what do I mean to X?"
            continue
        if behind and behind[0].tag in _ASKING and sum(not word.light for word in behind) >= _TELLING:
            return behind
        last = max((n for n, word in enumerate(before) if word.pos == "PUNCT"), default=0)
        return before[:last] or before  # "whose ship was it, which company's I mean"
    return words


def _without_the_whole(words: tuple[Word, ...], mentions: Sequence[Mention], said: frozenset[str]) -> tuple[Word, ...]:
    """Leave out that all of it is meant: "who is the youngest | in the club", where no clubs are told apart."""
    for place, word in enumerate(words):
        first = place
        while first and words[first - 1].lower in _OURS:
            first -= 1
        within = first and words[first - 1].lower in _WITHIN and first < place
        alone = word.lower in _WHOLE and not {word.lower, word.lemma} & said
        ends = all(
            each.pos == "PUNCT" or each.tag in ("IN", "RB", "CC", "VBZ", "VBP", "VBD")
            for each in words[place + 1 : place + 2]
        )
        if within and alone and ends and not in_a_name(words[first : place + 1], mentions):
            left = words[: first - 1] + words[place + 1 :]
            return left if any(not each.light for each in left) else words
    return words


def _longest_ago(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put "the longest (time) ago" as the earliest."""
    lowers = [word.lower for word in words]
    for place in range(1, len(words)):
        behind = lowers[place + 1 : place + 3]
        if lowers[place - 1 : place + 1] == ["the", "longest"] and "ago" in behind and behind[0] in ("time", "ago"):
            earliest = replace(words[place], text="earliest", lower="earliest", lemma="early")
            return (*words[:place], earliest, *words[place + 2 + behind.index("ago") :])
    return words


def _without_idle(words: tuple[Word, ...], mentions: Sequence[Mention], said: frozenset[str]) -> tuple[Word, ...]:
    dropped = {
        number
        for place in range(len(words))
        for number in _idle(words, place)
        if not in_a_name(words[place : place + 1], mentions)
    }
    own = {number for number in dropped if not words[number].light and words[number].lower in said}
    left = tuple(word for number, word in enumerate(words) if own or number not in dropped)
    return left if any(not word.light for word in left) else words


def _idle(words: Sequence[Word], place: int) -> Iterator[int]:
    """Yield the numbers of the words of a turn that begins at a word and asks nothing."""
    lowers = tuple(word.lower for word in words[place : place + _WIDEST])
    width = next((len(turn) for turn in _IDLE if lowers[: len(turn)] == turn), 0)
    yield from range(place, place + width)


def _summed(words: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "add up the fees", "add the fees up" and "what do the fees come to" as "the sum of the fees"."""
    if rest := _coming_to(words):
        return (*_sum_of(words[0]), *rest)
    found = _adding(words)
    if found is None or in_a_name([words[each] for each in found], mentions):
        return words
    first, up = found
    return (*_sum_of(words[first]), *words[first + 1 : up], *words[up + 1 :])


def _coming_to(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words for what is asked to be added up by "what do | all the fees | come to"; none where it is not."""
    said = [word for word in words if word.pos != "PUNCT"]
    lemmas = tuple(word.lemma for word in said)
    turn = next((each for each in _COMING_TO if lemmas[-len(each) :] == each), ())
    asks = lemmas[:1] == ("what",) or lemmas[:2] == ("how", "much") or lemmas[:2] == ("how", "many")
    does = next((at for at, word in enumerate(said) if word.lower in ("do", "does", "did")), 0)
    many = said[2:does] if lemmas[:2] == ("how", "many") else []  # "how many minutes do the calls come to"
    rest = said[does + 1 : len(said) - len(turn)]
    of = [replace(said[0], text="of", lower="of", lemma="of", pos="ADP", tag="IN")] if many else []
    return (*many, *of, *rest) if turn and asks and does and rest else ()


def _sum_of(word: Word) -> tuple[Word, ...]:
    """Return "what sum of", standing where a word does."""
    what, sum, of = (replace(word, text=text, lower=text, lemma=text) for text in ("what", "sum", "of"))
    return replace(what, pos="PRON", tag="WP"), replace(sum, pos="NOUN", tag="NN"), replace(of, pos="ADP", tag="IN")


def _adding(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return where "add" and "up" stand, None where a text asks for no sum by them."""
    first = _first(words)
    up = next((place for place in range(first + 1, len(words)) if words[place].lower in _UP), 0)
    if not up or words[first].lower not in _ADDING:
        return None
    ends = words[up + 1].pos == "PUNCT" if up + 1 < len(words) else True
    return (first, up) if up == first + 1 or ends or _said(words[up + 1 :]) else None  # but "add an end up north"


def _first(words: Sequence[Word]) -> int:
    """Return where a request begins behind "please" and "can you"."""
    return next((place for place, word in enumerate(words) if word.lower not in _POLITE), len(words))


def _said(words: Sequence[Word]) -> bool:
    """Whether nothing but turns that ask nothing is left: "add the fees up | for me please"."""
    idle = {number for place in range(len(words)) for number in _idle(words, place)}
    return all(number in idle or word.pos == "PUNCT" for number, word in enumerate(words))


def _anything(words: tuple[Word, ...], mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Put "(show me) everything with" as "anything with"; whether everything is so stays a question of all."""
    first = _first(words)
    asked = first == len(words) or words[first].tag.startswith("W") or words[first].pos == "AUX"
    verdict = bool(words) and words[0].pos == "AUX" and not (first > 1 and words[1].pos == "PRON")
    for place, (word, behind) in enumerate(pairwise(() if asked or verdict else words)):
        narrows = behind.lower in _NARROWING or behind.tag in _DESCRIBING
        if word.lower in _ALL_OF and narrows and not in_a_name([word], mentions):
            whatever = replace(word, text=_ALL_OF[word.lower], lower=_ALL_OF[word.lower], lemma=_ALL_OF[word.lower])
            return (*words[:place], whatever, *words[place + 1 :])
    return words
