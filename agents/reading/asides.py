"""What a question says besides what it asks for: in which order, what to show with each thing, that no two be alike.

A set has no order and nothing twice, so "the different harbours and their depths, sorted by age" asks for the
harbours. What is said besides is taken out of the words before they are read, and put back into the answer: it is
sorted so, and shows the depths.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agents.language.requests import NAMES, only_names
from agents.language.words import Word
from agents.model import Mention
from agents.reading.lexicon import Lexicon
from agents.reading.question import inside
from agents.reading.units import Span, content, fits

_FALLING = frozenset("descending decreasing reverse".split())
_RISING = frozenset(
    """
    ascending increasing alphabetical alphabetic alphabetically lexicographic lexicographical lexicographically
    chronological chronologically numerical""".split()
)
_ORDERING = frozenset("ordered sorted order sort arranged arrange ranked rank".split())
_LEADING = frozenset(["and", ",", "that", "which", "are", "is", "then"])
_BETWEEN = 5  # words from "in" to "order"
_DIFFERENT = frozenset("different distinct unique various respective corresponding".split())
_COLUMNS_END = frozenset(["of", "for"])
_JOINING = frozenset([",", "and"])
_SMALL = frozenset("the a an its their his her all every each also".split())
_LONGEST = 10  # words of what is shown besides
_FITS = -1.5  # the score that a property needs to be what is shown or sorted by


@dataclass(frozen=True)
class Asides:
    """What is said besides. `by`: what to sort by (None: nothing said, "": the name); `shown`: what to show."""

    by: str | None = None
    descending: bool = False
    shown: tuple[str, ...] = ()
    different: bool = False


def set_aside(words: Sequence[Word], mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[tuple[Word, ...], Asides]:
    """Return the words that say what is asked for, and what was said besides."""
    words = _once(words)
    named = [any(inside(word, each) for each in mentions) for word in words]
    left, aside = _unordered(tuple(words), named, lexicon)
    left, shown = _unlisted(left, lexicon)
    plain = tuple(word for at, word in enumerate(left) if not _is_different(left, at, lexicon))
    return plain, replace(aside, shown=shown, different=len(plain) < len(left))


def _once(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without a last sentence that only asks for the names of what the first is about."""
    end = next((at for at, word in enumerate(words[:-1]) if at and word.lower in ("?", ".")), None)
    return words if end is None or not only_names(words[:end], words[end:]) else words[:end]


# --- the order ------------------------------------------------------------------------------------


def _unordered(words: tuple[Word, ...], named: list[bool], lexicon: Lexicon) -> tuple[tuple[Word, ...], Asides]:
    lowers = [word.lower for word in words]
    opening = bool(lowers) and lowers[0] in ("sort", "order", "arrange", "rank") and "by" in lowers
    start = lowers.index("by") if opening else next((at for at in range(1, len(words)) if _orders(words, at)), None)
    if start is None or any(named[start:]) or (not _directed(lowers[start:]) and lexicon.said & _ORDERING):
        return words, Asides()
    by = _sorted_by(words[start:])
    kept = start
    while kept > 1 and lowers[kept - 1] in _LEADING:
        kept -= 1
    return words[opening:kept], Asides(by, bool(_FALLING & set(lowers[start:])))


def _orders(words: Sequence[Word], at: int) -> bool:
    """Whether a clause that says the order begins at a word: "sorted by age", "in ascending order of age"."""
    lowers = [word.lower for word in words]
    rest = lowers[at + 1 : at + 1 + _BETWEEN]
    if lowers[at] == "in":
        return "order" in rest and _directed(rest[: rest.index("order")])
    return lowers[at] in _ORDERING and ("by" in rest or _directed(rest)) and lowers[at - 1] != "the"


def _directed(lowers: Sequence[str]) -> bool:
    return bool((_FALLING | _RISING) & set(lowers))


def _sorted_by(clause: Sequence[Word]) -> str:
    """Return the words that say what is sorted by; "" where it is the name."""
    lowers = [word.lower for word in clause]
    said = [word for word in clause if not word.light and word.pos not in ("VERB", "AUX", "ADV")]
    skipped = _FALLING | _RISING | _ORDERING | {"alphabet", "results", "result", *NAMES}
    return (
        " ".join(word.lower for word in said if word.lower not in skipped) if "by" in lowers or "of" in lowers else ""
    )


# --- what is shown besides ------------------------------------------------------------------------


def _unlisted(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Take "and their depths" out of "the names and their depths of all harbours"."""
    for at, word in enumerate(words):
        if word.lower in NAMES and (end := _end_of_list(words, at + 1)):
            listed = _parted(words[at + 1 : end])
            if listed and all(property_of(lexicon, each) for each in listed):
                return (*words[: at + 1], *words[end:]), tuple(listed)
    return words, ()


def _end_of_list(words: Sequence[Word], first: int) -> int:
    """Return where a list that goes on at a word ends, 0 where none does."""
    if first >= len(words) or words[first].lower not in _JOINING:
        return 0
    for at in range(first + 1, min(first + _LONGEST, len(words))):
        word = words[at]
        if word.lower in _COLUMNS_END:
            return at
        if word.lower not in _JOINING and word.lower not in _SMALL and word.pos not in ("NOUN", "ADJ", "PROPN", "NUM"):
            return 0
    return 0


def _parted(words: Sequence[Word]) -> list[str]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word.lower in _JOINING:
            parts.append([])
        elif word.lower not in _SMALL:
            parts[-1].append(word.lower)
    return [" ".join(part) for part in parts if part]


def property_of(lexicon: Lexicon, said: str, types: frozenset[str] = frozenset()) -> str:
    """Return the key of the property that words mean, of some types if any are given; "" where they mean none."""
    ranked = fits(lexicon, [Span(said, content(said))])[0]
    meant = [each for each in ranked if each.unit.kind == "property" and each.score > _FITS]
    return next((each.unit.name for each in meant if not types or each.unit.owner in types), "")


# --- no two alike ---------------------------------------------------------------------------------


def _is_different(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word only says that nothing be told twice: "the different harbours"."""
    following = words[at + 1] if at + 1 < len(words) else None
    noun = following is not None and following.pos in ("NOUN", "PROPN", "ADJ", "VERB", "X")
    return words[at].lower in _DIFFERENT and noun and words[at].lower not in lexicon.said
