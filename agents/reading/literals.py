"""Values that a text spells out ("XL", 'Port Said'): what a property of some nodes says, and no node's name."""

from collections.abc import Container, Iterable, Sequence

from agents.language.words import Word
from agents.reading import spans
from agents.reading.days import dated
from agents.reading.operator_words import is_number
from agents.reading.spans import Span, free

_CODE = 2  # words of a code, as of "[1988] AC 3": it may begin with a mark or a number


def literals(
    text: str, words: Sequence[Word], values: Container[str], taken: Iterable[Span] = (), *, timed: bool = False
) -> tuple[Span, ...]:
    """Return the stretches that are written like a name and are a value, quoted and longer ones first.

    `values`: what properties say, in folded case; `taken`: stretches that are spoken for; `timed`: days and months are
    values as well. So is a number in quotation marks.
    """
    quoted = frozenset(spans.quoted(text, words))
    found = [each for each in dated(text, words) if free(each, taken)] if timed else []
    stretches = [*quoted, *(each for each in spans.stretches(words) if each not in quoted)]
    for span in sorted(stretches, key=lambda each: (each not in quoted, each.first - each.last, each.first)):
        written = spans.text_of(text, words, span).casefold().strip()
        known = written in values or (span in quoted and is_number(written))
        if known and (span in quoted or _like_a_name(words, span)) and free(span, [*taken, *found]):
            found.append(span)
    return tuple(found)


def _like_a_name(words: Sequence[Word], span: Span) -> bool:
    """Whether words are capitalised, or are several of which not all are light."""
    inside = words[span.first : span.last]
    capital = inside[0].text[:1].isupper() and (span.first > 0 or len(inside) > 1)
    capital = capital or (len(inside) > _CODE and any(word.text[:1].isupper() for word in inside))
    return capital and not all(word.light and not word.text.isupper() for word in inside)
