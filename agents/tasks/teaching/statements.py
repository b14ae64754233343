"""A statement taken apart: what it speaks of, what it says, and of what; by the names in it and its verb."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.language.words import Word, words
from agents.model import Mention
from agents.tasks.teaching.wishes import Slot

_ARTICLES = ("the", "a", "an", "this", "that")
_DO = r"do|does|did|is|are|was|were|has|have|had|can|could|will|would|should"
_NOT = re.compile(rf"\b(?:{_DO})?\s*(?:\bnot\b|n['’]t\b|\bnever\b|\bno longer\b)\s*", re.I)
_BE = r"(?:is|are|was|were|=|equals|amounts to|should be|has to be|must be)"
_SLOTS = (
    re.compile(rf"(?P<thing>.+?)['’]s?\s+(?P<key>[^'’]+?)\s+{_BE}\s+(?P<value>.+)", re.I),
    re.compile(rf"the\s+(?P<key>.+?)\s+(?:of|for)\s+(?P<thing>.+?)\s+{_BE}\s+(?P<value>.+)", re.I),
    re.compile(r"(?P<thing>.+?)\s+has\s+(?:a|an|the)\s+(?P<key>.+?)\s+of\s+(?P<value>.+)", re.I),
)
_MOST_WORDS = 60


@dataclass(frozen=True)
class Statement:
    """What a statement says: `subject`, `predicate` and one or several `objects`, all as written.

    `splits` are other ways to part predicate and object, where no name in it told where the object begins.
    """

    subject: str
    predicate: str
    objects: tuple[str, ...]
    denied: bool = False
    article: bool = False  # "a" or "an" stands before the object
    rest: str = ""  # what stands behind the last object and was not taken in
    splits: tuple[tuple[str, str], ...] = ()


def slot(text: str, denied: bool, mend: bool) -> Slot | None:
    """Return a statement of the form "X's K is V" or "the K of X is V"."""
    if denied or _NOT.search(text):
        return None
    found = next((match for pattern in _SLOTS if (match := pattern.fullmatch(text))), None)
    return Slot(found["thing"], found["key"], found["value"], mend) if found else None


def statement(text: str, mentions: Sequence[Mention], denied: bool = False) -> Statement | None:
    """Take a statement apart; None where it has no verb to part it by."""
    tokens = words(text)[:_MOST_WORDS]
    named = _named(text, mentions)
    start, end = _subject(text, tokens, named)
    if end <= start:
        return None
    subject, said = text[start:end].strip(), text[end:]
    later = [each for each in named if each[0] >= end]
    predicate, objects, rest, splits = _object(text, tokens, end, later)
    negated = bool(_NOT.search(predicate or said))
    predicate = _positive(predicate)
    if not predicate or not objects:
        return None
    positive = tuple((_positive(how), what) for how, what in splits)
    article = bool(re.search(rf"\b(?:an?|some)\s+{re.escape(objects[0])}", said, re.I))
    return Statement(subject, predicate, objects, denied or negated, article, rest, positive)


def _named(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return where the names stand in the text, quotes and all, left to right; the longest of those that overlap."""
    spans = [(found.start(), found.end()) for found in re.finditer(r"[\"“]([^\"”]{1,200})[\"”]", text)]
    firm = [each for each in mentions if not each.candidates or each.score >= 0.85]
    for each in sorted(firm, key=lambda each: -len(each.text)):
        for found in re.finditer(rf"(?<!\w){re.escape(each.text)}(?!\w)", text, re.I):
            if not any(start < found.end() and found.start() < end for start, end in spans):
                spans.append((found.start(), found.end()))
    return sorted(spans)


def _subject(text: str, tokens: Sequence[Word], named: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return where the subject stands: a name at the beginning, else what stands before the first verb."""
    first = next((each for each in tokens if each.lower not in _ARTICLES or each.pos == "PROPN"), None)
    begin = first.start if first else 0
    for start, end in named:
        if start <= begin < end and not text[start:end].lower().startswith(_verbs(tokens, start)):
            return start, end
    verb = next(
        (each for each in tokens if each.index > 0 and each.pos in ("VERB", "AUX") and each.start > begin), None
    )
    return (begin, verb.start) if verb else (0, 0)


def _verbs(tokens: Sequence[Word], start: int) -> tuple[str, ...]:
    """Return the verb that a stretch begins with, if it does: it is no name then."""
    return tuple(f"{each.lower} " for each in tokens if each.start == start and each.pos == "AUX") or ("\0",)


def _object(
    text: str, tokens: Sequence[Word], end: int, later: Sequence[tuple[int, int]]
) -> tuple[str, tuple[str, ...], str, tuple[tuple[str, str], ...]]:
    """Return predicate, objects, what is left behind them, and other splits."""
    if later:
        kept = [later[0]]
        for start, stop in later[1:]:
            if re.fullmatch(r"\s*(?:,|and|&|,\s*and|or)\s*(?:the|a|an)?\s*", text[kept[-1][1] : start], re.I):
                kept.append((start, stop))
        predicate = text[end : kept[0][0]]
        rest = text[kept[-1][1] :].strip(" .,;!?")
        if _follows_on(tokens, kept[-1][1]):  # "soybean paste", of which only "soybean" is known
            return _bare(predicate), (text[kept[0][0] :].strip(" .,;!?"),), "", ()
        return _bare(predicate), tuple(text[start:stop] for start, stop in kept), rest, ()
    return _split(text, tokens, end)


def _follows_on(tokens: Sequence[Word], end: int) -> bool:
    """Tell whether a noun stands right behind a name, so that the name is only the beginning of a longer one."""
    after = next((each for each in tokens if each.start >= end), None)
    return after is not None and after.pos in ("NOUN", "PROPN", "NUM") and after.start <= end + 1


def _split(
    text: str, tokens: Sequence[Word], end: int
) -> tuple[str, tuple[str, ...], str, tuple[tuple[str, str], ...]]:
    """Part predicate and object where no name tells: after the verbs and the prepositions that follow them."""
    after = [each for each in tokens if each.start >= end]
    count = 0
    for each in after:
        if each.pos in ("VERB", "AUX", "PART", "ADV") or (count and each.pos == "ADP"):
            count += 1
        else:
            break
    count = max(count, 1)
    found = [_parts(text, after, at, end) for at in range(1, min(len(after), count + 3))]
    best = _parts(text, after, count, end)
    if not best[1]:
        return "", (), "", ()
    return best[0], (best[1],), "", tuple(each for each in found if each[1] and each != best)


def _parts(text: str, after: Sequence[Word], count: int, end: int) -> tuple[str, str]:
    start = after[count].start if count < len(after) else len(text)
    what = text[start:].strip(" .,;!?")
    return _bare(text[end:start]), re.sub(r"^(?:the|a|an)\s+(?=\S)", "", what, flags=re.I)


def _positive(predicate: str) -> str:
    """Return a predicate without its negation: "does not treat" → "treat"."""
    return _bare(_NOT.sub(" ", predicate))


def _bare(text: str) -> str:
    """Return words without the article that belongs to what follows."""
    return re.sub(r"\s+(?:the|a|an)$", "", " ".join(text.strip(" ,;:").split()), flags=re.I)
