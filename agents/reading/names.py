"""Names of relations, types and properties as the words that people would say."""

import re

from agents.language.english import SHORT, STORING, UNITS

_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_BREAK = re.compile(r"[\s_\-/:.#]+")
_NOISE = frozenset({"has", "have", "is", "the", "a", "an"})

_SYMBOLS = frozenset(unit for unit in UNITS if len(unit) <= 3) - {"day", "ton"}  # a "start year" is no "start"


def spoken(name: str) -> str:
    """Return a schema name as lower-case words: "bornIn", "BORN_IN" and "person.born-in" all give "born in"."""
    last = re.split(r"[.#/]", name.strip(" ./#"))[-1] or name
    return " ".join(part for part in _BREAK.split(_CAMEL.sub(" ", last)) if part).lower()


def bare(text: str) -> str:
    """Return spoken words without the ones that say nothing ("has phenotype" gives "phenotype")."""
    kept = [word for word in text.split() if word not in _NOISE]
    return " ".join(kept) or text


def plain(text: str) -> str:
    """Return spoken words as people say them ("tbl find" gives "find", "wt g" gives "weight")."""
    words = [word for word in re.sub(r"[()\[\]]", " ", text).split() if word not in STORING]
    while len(words) > 1 and words[-1] in _SYMBOLS:
        words.pop()
    return " ".join(SHORT.get(word, word) for word in words) or text
