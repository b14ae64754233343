"""Where a message may be parted into requests: between sentences, and before "and" with a whole clause after it.

Only the form of English is looked at. Whether a part asks something of its own is for `agents.steps.several` to say.
"""

from collections.abc import Sequence
from itertools import takewhile

from agents.language.words import Word, words

MOST = 4  # requests of one message
_ENDS = frozenset(".?!;")
_JOINS = frozenset("and then also plus".split())
_FILLERS = _JOINS | frozenset("please now so ok okay next finally afterwards could can would you , : - –".split())
_ASKING = frozenset("who what where when how why whose whom".split())
_RELATIVE = frozenset("who which that whose whom where".split())
_TELLING = frozenset(
    """
    show list tell give find name display explain describe define compare count expand collapse hide draw group
    cluster suggest propose predict remember rename delete remove merge add open explore""".split()
)
_GREETINGS = frozenset("hi hello hey thanks thank good".split())
NAMES = frozenset(["name", "names", "title", "titles"])
_NOUNS = 3  # words of what is asked for
_SHORT = 4  # words of an interjection
Span = tuple[int, int]


def sentences(text: str) -> list[Span]:
    """Return the characters of each sentence; a dot that belongs to a word ("Dr.", "F.2d") ends none."""
    found, start, tokens = [], 0, words(text)
    for word, after in zip(tokens, (*tokens[1:], None), strict=False):
        gap = after is None or after.start > word.end or text[word.end : after.start] == "\n"
        if word.text[-1] in _ENDS and len(set(word.text)) == 1 and gap and (after is None or after.text not in _ENDS):
            found.append((start, word.end))
            start = after.start if after else len(text)
    return [*found, (start, len(text))] if text[start:].strip() else found


def clauses(text: str) -> list[int]:
    """Return where an "and" stands that a whole clause follows: one that asks, or tells what to do."""
    tokens = words(text)
    return [
        each.start
        for number, each in enumerate(tokens)
        if number and each.lower in _JOINS and tokens[number - 1].lower not in _JOINS and _whole(tokens, number)
    ]


def asks(text: str) -> bool:
    """Tell whether a text is a question or tells what to do, by its form."""
    tokens = _unfilled(words(text))
    return bool(tokens) and (questions(text) or tokens[0].lower in _TELLING)


def questions(text: str) -> bool:
    """Tell whether a text is a question, by its form."""
    tokens = _unfilled(words(text))
    return bool(tokens) and (text.rstrip().endswith("?") or tokens[0].tag.startswith("W") or tokens[0].pos == "AUX")


def only_names(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """Tell whether a sentence asks for no more than the names of what another does: "the lamp's name"."""
    content = [word for word in second if not word.light and word.lower not in NAMES]
    asked = [word for word in first if not word.light][:_NOUNS]
    nouns = {word.lemma for word in takewhile(lambda word: word.pos in ("NOUN", "PROPN", "ADJ"), asked)}
    return any(word.lower in NAMES for word in second) and {word.lemma for word in content} <= nouns


def greets(text: str) -> bool:
    """Tell whether a text is an interjection and little else: "Hi!", "Thanks a lot.", "Hello there"."""
    tokens = [each for each in words(text) if each.pos != "PUNCT"]
    if asks(text) or not 0 < len(tokens) <= _SHORT:
        return False
    return tokens[0].pos == "INTJ" or tokens[0].lower in _GREETINGS


def unjoined(text: str) -> str:
    """Return the text without an "and" or "then" before it."""
    tokens = words(text)
    start = next((each.start for each in tokens if each.lower not in _JOINS and each.text != ","), 0)
    return text[start:].strip(" ,")


def _unfilled(tokens: Sequence[Word]) -> Sequence[Word]:
    start = next((number for number, each in enumerate(tokens) if each.lower not in _FILLERS), len(tokens))
    return tokens[start:]


def _whole(tokens: Sequence[Word], at: int) -> bool:
    """Tell whether what follows a joining word is a clause that no word before it can share."""
    after = _unfilled(tokens[at:])
    if len(after) < 3:
        return False
    first, second = after[0], after[1]
    relative = any(each.lower in _RELATIVE for each in tokens[1:at])
    if first.lower in _TELLING and (first.pos == "VERB" or second.pos in ("DET", "PRON")):
        return not relative or second.lower in ("me", "us")
    if first.lower in _ASKING:
        return not relative and second.pos in ("AUX", "VERB", "ADJ", "ADV", "NOUN")
    return first.lower == "which" and second.pos == "NOUN" and not relative
