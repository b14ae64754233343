"""Stretches of a question that may be names: as words, as written, in quotation marks, by their look."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agents.language.english import ADJECTIVES, UNITS, degree, positive
from agents.language.thesaurus import common
from agents.language.words import Word
from agents.reading.operator_words import decade, ordinal

LONGEST = 10  # words of a name
CONNECTING = frozenset("of the and for in a de la von van".split())
_SHORTEST_PART = 4  # letters of a word that may be a part of a name
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{1,120})[\"“”«»]|(?<!\w)['‘]([^'‘’]{2,120})['’](?!\w)")
_ID = re.compile(r"^[A-Za-z][\w.]*:[\w.\-|]+$")


@dataclass(frozen=True)
class Span:
    """Words first to last (exclusive) of a question."""

    first: int
    last: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


def free(span: Span, taken: Iterable[Span]) -> bool:
    """Whether a span shares no word with any that is taken."""
    return not any(span.overlaps(other) for other in taken)


def text_of(text: str, words: Sequence[Word], span: Span) -> str:
    """Return a span as written."""
    return text[words[span.first].start : words[span.last - 1].end]


def stretches(words: Sequence[Word]) -> Iterable[Span]:
    """Yield every stretch of up to ten words."""
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
            if words[last - 1].pos != "PUNCT" or last - first > 1:
                yield Span(first, last)


def forms(text: str, words: Sequence[Word], span: Span) -> tuple[str, ...]:
    """Return the ways a stretch may be written as a name, the stretch itself first."""
    whole = text_of(text, words, span).strip()
    last = words[span.last - 1]
    found = [whole]
    if last.pos == "NOUN" and last.lemma != last.lower:
        found.append(text[words[span.first].start : last.start] + last.lemma)
    if last.lower.endswith("s") and len(last.lower) > 3:
        found.append(whole[:-1])
    return tuple(dict.fromkeys(form for form in found if form))


def quoted(text: str, words: Sequence[Word]) -> list[Span]:
    """Return what stands in quotation marks."""
    found = []
    for match in _QUOTED.finditer(text):
        start, end = match.span(1 if match.group(1) is not None else 2)
        inside = [place for place, word in enumerate(words) if word.start >= start and word.end <= end]
        if inside:
            found.append(Span(inside[0], inside[-1] + 1))
    return found


def capitalised(words: Sequence[Word]) -> list[Span]:
    """Return the longest runs of several capitalised words, joined by "of" and the like.

    In a text typed without capitals, any noun may be a part of a name.
    """
    lower = not any(word.text[:1].isupper() for word in words[1:])
    runs: list[Span] = []
    run: Span | None = None
    for place, word in enumerate(words):
        looks = word.pos in ("NOUN", "PROPN", "ADJ", "X") and not word.light if lower else word.text[:1].isupper()
        if looks and (place > 0 or not word.light):
            run = Span(run.first if run else place, place + 1)
        elif run and word.lower not in CONNECTING:
            runs.append(run)
            run = None
    return [each for each in [*runs, *([run] if run else [])] if each.last - each.first > 1]


def may_be_akin(words: Sequence[Word], span: Span) -> bool:
    """Whether words may be another form of a name; "us" is one after "the", or in capitals."""
    inside = words[span.first : span.last]
    if all(word.light for word in inside):
        alone = inside[0]
        return len(inside) == 1 and alone.lower == "us" and (alone.text == "US" or words[span.first - 1].lower == "the")
    return not inside[0].light and not inside[-1].light


def name_like(words: Sequence[Word], taken: Iterable[Span], schema_words: frozenset[str]) -> list[Span]:
    """Return the runs of words that look like a name and are not taken: an id, capitalised, or with digits."""
    taken = list(taken)
    found: list[Span] = []
    run: list[int] = []
    for place, word in enumerate(words):
        looks = free(Span(place, place + 1), taken) and _looks_like_a_name(word, place, schema_words)
        if looks:
            run.append(place)
        if run and (not looks or place == len(words) - 1):
            found.append(Span(run[0], run[-1] + 1))
            run = []
    return found


def _looks_like_a_name(word: Word, place: int, schema_words: frozenset[str]) -> bool:
    if word.light or word.lower in schema_words or word.lemma in schema_words:
        return False
    if word.pos == "NUM" and not word.text[:1].isalpha():  # but "H-33"
        return False
    if word.lower in UNITS or ordinal(word.lower) or decade(word.lower):
        return False
    if not any(letter.isalpha() for letter in word.text):
        return False
    capital = word.text[:1].isupper() and place > 0
    return capital or bool(_ID.match(word.text)) or any(letter.isdigit() for letter in word.text[1:])


_DESCRIBING = frozenset(["NOUN", "PROPN", "ADJ", "VERB"])


def unexplained(words: Sequence[Word], taken: Mapping[Span, object], schema_words: frozenset[str]) -> list[Span]:
    """Return single content words that neither a name nor the schema explains: they may be a part of a name."""
    return [
        Span(place, place + 1)
        for place, word in enumerate(words)
        if free(Span(place, place + 1), taken) and _uncommon(word) and not {word.lower, word.lemma} & schema_words
    ]


def telling(words: Sequence[Word], taken: Iterable[Span], schema_words: frozenset[str]) -> list[Span]:
    """Return single words that name or describe something, and are neither taken nor the schema's."""
    taken = [*taken]
    return [
        Span(place, place + 1)
        for place, word in enumerate(words)
        if word.pos in _DESCRIBING and not word.light and free(Span(place, place + 1), taken)
        and not _known(word, schema_words)
    ]  # fmt: skip


def definite(words: Sequence[Word], taken: Iterable[Span], schema_words: frozenset[str]) -> list[Span]:
    """Return what stands behind "the": a noun and one or two words before it, which are none of the schema's."""
    taken, found = [*taken], []
    for place, word in enumerate(words[:-2]):
        last = next((n for n in (place + 3, place + 2) if n < len(words) and words[n].pos in ("NOUN", "PROPN")), 0)
        inner = words[place + 1 : last]
        if word.lower != "the" or not last or not free(Span(place + 1, last + 1), taken):
            continue
        if all(each.pos in _DESCRIBING and not each.light for each in inner) and not _known(inner[0], schema_words):
            found.append(Span(place + 1, last + 1))
    return found


def _known(word: Word, schema_words: frozenset[str]) -> bool:
    return bool({word.lower, word.lemma} & schema_words) or degree(word.lower) != ""


def _uncommon(word: Word) -> bool:
    """Whether a word is a noun or adjective that no dictionary has."""
    return (
        word.pos in ("NOUN", "PROPN", "X", "ADJ")
        and not word.light
        and len(word.lower) >= _SHORTEST_PART
        and not common(word.lower)
        and not common(word.lemma)
        and positive(word.lower) not in ADJECTIVES
    )
