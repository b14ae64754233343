"""Entity linking: which stretches of a question are called like nodes of the graph.

Every stretch of up to ten words is looked up at once (as written, without a plural or possessive ending, and
without a leading article); the longest win, but a stretch keeps its place inside a longer one only where the
longer is not exact. Fuzzy search is asked only for what looks like a name and matched nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agents.graphs.store import GraphStore
from agents.language.english import ADJECTIVES, positive
from agents.language.thesaurus import common
from agents.language.words import Word
from agents.model import Candidate, Mention
from agents.reading.akin import AkinNames
from agents.reading.names import spoken

_LONGEST = 10
_EACH = 12  # candidates kept for a mention
_FUZZY = 0.86
_PART = 0.85  # the text is a part of the name: "Conti" for "Dr. Lucia Conti"
_REORDERED = 0.95  # the same words in another order: "Supreme Court of Ohio" for "Ohio Supreme Court"
_TYPED = 0.97
_UNSURE = 0.75  # ... and is no name by its look
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{1,120})[\"“”«»]|(?<!\w)['‘]([^'‘’]{2,120})['’](?!\w)")
_CONNECTING = frozenset("of the and for in a de la von van".split())
_ID = re.compile(r"^[A-Za-z][\w.]*:[\w.\-|]+$")


@dataclass(frozen=True)
class Span:
    """Words first to last (exclusive) of a question."""

    first: int
    last: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


def link_words(
    store: GraphStore,
    graph: str,
    text: str,
    words: Sequence[Word],
    picks: Mapping[str, str],
    schema_words: frozenset[str],
    akin: AkinNames,
) -> tuple[Mention, ...]:
    """Return the mentions in a text, left to right; see the module's docstring."""
    spans = list(_spans(words))
    forms = {span: _forms(text, words, span) for span in spans}
    exact = store.find_exact(graph, sorted({form for each in forms.values() for form in each}), limit=_EACH)
    found: dict[Span, tuple[Candidate, ...]] = {}
    for span in spans:
        hits = next((exact[form] for form in forms[span] if exact.get(form)), ())
        if hits and _may_be_a_name(words, span, hits, text):
            found[span] = hits
    for span in [each for each in found if each.last - each.first > 1]:
        found[span] += _of_the_type(words, span, found)
    quoted = list(_quoted(text, words))
    for span in _capitalised(words, found):
        if near := tuple(each for each in _near(store, graph, _text(text, words, span)) if each.score >= _REORDERED):
            found[span] = near
    chosen = _longest(found, quoted)
    for span in sorted(spans, key=lambda each: each.first - each.last):
        free = not any(span.overlaps(other) for other in chosen) and _may_be_akin(words, span)
        if free and (hits := akin.find(_text(text, words, span))):
            chosen[span] = hits
    for span in _unmatched(text, words, chosen, quoted, schema_words):
        chosen[span] = _near(store, graph, _text(text, words, span))
    for span in _unknown(words, chosen, schema_words):
        if near := _near(store, graph, _text(text, words, span), _UNSURE):
            chosen[span] = near
    mentions = [_mention(text, words, span, hits, picks, store, graph) for span, hits in chosen.items()]
    return tuple(sorted(mentions, key=lambda each: each.start))


def _spans(words: Sequence[Word]) -> Iterable[Span]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            if words[last - 1].pos != "PUNCT" or last - first > 1:
                yield Span(first, last)


def _text(text: str, words: Sequence[Word], span: Span) -> str:
    return text[words[span.first].start : words[span.last - 1].end]


def _forms(text: str, words: Sequence[Word], span: Span) -> tuple[str, ...]:
    """Return the ways a stretch may be written as a name, the stretch itself first."""
    whole = _text(text, words, span).strip()
    last = words[span.last - 1]
    forms = [whole]
    if last.pos == "NOUN" and last.lemma != last.lower:
        forms.append(text[words[span.first].start : last.start] + last.lemma)
    if last.lower.endswith("s") and len(last.lower) > 3:
        forms.append(whole[:-1])
    return tuple(dict.fromkeys(form for form in forms if form))


def _may_be_a_name(words: Sequence[Word], span: Span, hits: Sequence[Candidate], text: str) -> bool:
    """Refuse stretches of nothing but light words ("in", "the"), unless written as a name in mixed case is."""
    inside = words[span.first : span.last]
    if any(not word.light for word in inside):
        return True
    whole = _text(text, words, span)
    written = any(hit.matched == whole for hit in hits)
    return written and whole != whole.lower() and span.first > 0


def _of_the_type(
    words: Sequence[Word], span: Span, found: Mapping[Span, tuple[Candidate, ...]]
) -> tuple[Candidate, ...]:
    """Return what a name without its last or first word is called, where that word is its type: "ohio river"."""
    shorter = [
        (Span(span.first, span.last - 1), words[span.last - 1]),
        (Span(span.first + 1, span.last), words[span.first]),
    ]
    known = {each.node.id for each in found[span]}
    return tuple(
        replace(each, score=_TYPED)
        for inner, word in shorter
        for each in found.get(inner, ())
        if spoken(each.node.type) in (word.lower, word.lemma) and each.node.id not in known
    )


def _capitalised(words: Sequence[Word], found: Mapping[Span, object]) -> list[Span]:
    """Return the longest runs of capitalised words, joined by "of" and the like, that are no names as they stand."""
    runs: list[Span] = []
    first = None
    last = 0
    lower = not any(word.text[:1].isupper() for word in words[1:])  # typed without capitals: any noun may be a name
    for place, word in enumerate(words):
        named = word.pos in ("NOUN", "PROPN", "ADJ", "X") and not word.light if lower else word.text[:1].isupper()
        if named and (place > 0 or not word.light):
            first = place if first is None else first
            last = place + 1
        elif first is not None and word.lower not in _CONNECTING:
            runs.append(Span(first, last))
            first = None
    if first is not None:
        runs.append(Span(first, last))
    return [run for run in runs if run.last - run.first > 1 and run not in found]


def _may_be_akin(words: Sequence[Word], span: Span) -> bool:
    """Whether words may be another form of a name; "us" is one after "the", or in capitals."""
    inside = words[span.first : span.last]
    if all(word.light for word in inside):
        alone = inside[0]
        return len(inside) == 1 and alone.lower == "us" and (alone.text == "US" or words[span.first - 1].lower == "the")
    return not inside[0].light and not inside[-1].light


def _longest(found: dict[Span, tuple[Candidate, ...]], quoted: Sequence[Span]) -> dict[Span, tuple[Candidate, ...]]:
    chosen: dict[Span, tuple[Candidate, ...]] = {}
    order = sorted(found, key=lambda span: (span not in quoted, span.first - span.last, span.first))
    for span in order:
        if not any(span.overlaps(other) for other in chosen):
            chosen[span] = found[span]
    return chosen


def _quoted(text: str, words: Sequence[Word]) -> Iterable[Span]:
    for match in _QUOTED.finditer(text):
        group = 1 if match.group(1) is not None else 2
        start, end = match.span(group)
        inside = [word.index for word in words if word.start >= start and word.end <= end]
        if inside:
            positions = {word.index: place for place, word in enumerate(words)}
            yield Span(positions[inside[0]], positions[inside[-1]] + 1)


def _unmatched(
    text: str,
    words: Sequence[Word],
    chosen: Mapping[Span, object],
    quoted: Sequence[Span],
    schema_words: frozenset[str],
) -> list[Span]:
    """Return the stretches that look like names and matched nothing: quoted, an id, capitalised, or odd words."""
    free = [span for span in quoted if not any(span.overlaps(other) for other in chosen)]
    taken = [*chosen, *free]
    run: list[int] = []
    for place, word in enumerate(words):
        inside = any(span.first <= place < span.last for span in taken)
        name_like = not inside and _name_like(word, place, schema_words)
        if name_like:
            run.append(place)
        if run and (not name_like or place == len(words) - 1):
            free.append(Span(run[0], run[-1] + 1))
            run = []
    return free


def _name_like(word: Word, place: int, schema_words: frozenset[str]) -> bool:
    if word.light or word.pos == "NUM" or word.lower in schema_words or word.lemma in schema_words:
        return False
    if not any(letter.isalpha() for letter in word.text):
        return False
    capital = word.text[:1].isupper() and place > 0
    return capital or bool(_ID.match(word.text)) or any(letter.isdigit() for letter in word.text[1:])


def _unknown(words: Sequence[Word], chosen: Mapping[Span, object], schema_words: frozenset[str]) -> list[Span]:
    """Return single content words that neither a name nor the schema explains: they may be a part of a name."""
    return [
        Span(place, place + 1)
        for place, word in enumerate(words)
        if not any(span.first <= place < span.last for span in chosen)
        and word.pos in ("NOUN", "PROPN", "X", "ADJ")
        and not word.light
        and len(word.lower) > 3
        and not common(word.lower)
        and not common(word.lemma)
        and not {word.lower, word.lemma} & schema_words
        and positive(word.lower) not in ADJECTIVES
    ]


def _near(store: GraphStore, graph: str, text: str, most: float = 1.0) -> tuple[Candidate, ...]:
    """Return nodes that are nearly called so, or whose name has every word of the text, rated at most `most`."""
    found = []
    for each in store.find(graph, text, limit=_EACH):
        name = each.matched or each.node.name
        code = name.isupper() and not text.isupper()  # a code one letter off is another code
        score = each.score if each.how == "exact" or (each.how == "fuzzy" and not code) else 0.0
        if _tokens(text) in (_tokens(name), _tokens(each.node.name)):
            score = _REORDERED
        if _part_of(text, name):
            score = max(score, _PART)
        if score >= _FUZZY or (score >= _PART and each.how != "fuzzy"):
            found.append(replace(each, score=min(score, most)))
    return tuple(sorted(found, key=lambda each: -each.score))


def _tokens(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _CONNECTING


def _part_of(text: str, name: str) -> bool:
    return _tokens(text) <= _tokens(name) and len(_tokens(name)) <= 8


def _mention(
    text: str,
    words: Sequence[Word],
    span: Span,
    hits: tuple[Candidate, ...],
    picks: Mapping[str, str],
    store: GraphStore,
    graph: str,
) -> Mention:
    whole = _text(text, words, span)
    picked = picks.get(whole.lower())
    if picked is not None:
        first = [each for each in hits if each.node.id == picked]
        first = first or [Candidate(node, 1.0, "exact", whole) for node in store.nodes(graph, [picked])]
        hits = tuple(first + [each for each in hits if each.node.id != picked])
    return Mention(whole, words[span.first].start, words[span.last - 1].end, hits)
