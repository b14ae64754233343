"""Names of relations, types and properties as the words that people would say."""

import re
from functools import lru_cache

from agents.language.abbreviations import KEEPING, STORING, ways_to_write_out, written_out
from agents.language.english import LIGHT, SOFT, UNITS
from agents.language.words import lemma

_CAMEL = re.compile(r"(?<=[a-zà-ÿ0-9])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_BREAK = re.compile(r"[\s_\-/:.#]+")
_NOISE = frozenset({"has", "have", "is", "the", "a", "an"})

_TIMES = frozenset("date year day month time".split())
_SHORTEST_HEAD = 3
_SYMBOLS = frozenset(unit for unit in UNITS if len(unit) <= 3) - {"day", "ton"}  # a "start year" is no "start"


def spoken(name: str) -> str:
    """Return a schema name as lower-case words: "bornIn", "BORN_IN" and "person.born-in" all give "born in"."""
    last = re.split(r"[.#/]", name.strip(" ./#"))[-1] or name
    return " ".join(part for part in _BREAK.split(_CAMEL.sub(" ", last)) if part).lower()


def bare(text: str) -> str:
    """Return spoken words without the ones that say nothing ("has phenotype" gives "phenotype")."""
    kept = [word for word in text.split() if word not in _NOISE]
    return " ".join(kept) or text


@lru_cache(maxsize=20_000)
def single(text: str) -> str:
    """Return spoken words with the last of them in the singular ("tool makers" gives "tool maker")."""
    *before, last = text.split() or [""]
    return " ".join([*before, lemma(last)])


def kept(text: str) -> str:
    """Return a type's spoken words without those that say that things are kept ("lamps data" gives "lamps")."""
    return " ".join(word for word in text.split() if word not in KEEPING) or text


def noun(name: str) -> str:
    """Return the noun that a type is called by, in the singular: the "customer" of `tbl_retail_customers`; or ""."""
    return single(kept(plain(spoken(name)))).rpartition(" ")[2]


def head(name: str) -> str:
    """Return the noun that a type's name ends with, in the singular (harbour ports are ports); "" if it says little."""
    words = kept(spoken(name)).split()
    last = single(words[-1]) if len(words) > 1 else ""
    return "" if last in LIGHT or last in SOFT or len(last) < _SHORTEST_HEAD else last


def without(text: str, owner: str) -> str:
    """Return a property's spoken words without its owner's: the "mast name" of masts is their name.

    "" where nothing is left, or where the owner's words do not stand first.
    """
    words, own = text.split(), single(owner).split()
    for first in range(len(own)):
        head = own[first:]
        if len(words) > len(head) and [*words[: len(head) - 1], lemma(words[len(head) - 1])] == head:
            return " ".join(words[len(head) :])
    return ""


def own_time(name: str, owner: str) -> bool:
    """Whether a property's name says only that it is its owner's time: "date", or the "order date" of orders."""
    words = spoken(name)
    return not set((without(words, spoken(owner)) or words).split()) - _TIMES


def counted(text: str) -> str:
    """Return what a property counts, as its spoken words say ("page count", "number of pages" give "page"), or ""."""
    words = text.split()
    if words[:2] in (["number", "of"], ["count", "of"]):
        return single(" ".join(words[2:]))
    if words[-1:] == ["count"]:
        return " ".join(words[:-1])
    several = words[:1] == ["number"] and words[-1] != lemma(words[-1])  # and no "number plate"
    return single(" ".join(words[1:])) if several else ""


def identifies(text: str) -> bool:
    """Whether a property's spoken words say that it tells things apart: an id is no amount, and nothing is summed."""
    return text.split()[-1:] in (["id"], ["ids"], ["code"], ["key"], ["zip"], ["phone"], ["uuid"])


def plain(text: str) -> str:
    """Return spoken words as people say them ("tbl find" gives "find", "wt g" gives "weight")."""
    return written_out(_bared(text)) or text


def plainly(text: str) -> tuple[str, ...]:
    """Return the ways in which people may say spoken words: those of `plain`, and with what else they are short for."""
    return tuple(ways_to_write_out(_bared(text) or text.split()))


def _bared(text: str) -> list[str]:
    """Return spoken words without what only says what is stored, and without the symbol of a unit."""
    words = [word for word in re.sub(r"[()\[\]]", " ", text).split() if word not in STORING]
    while len(words) > 1 and words[-1] in _SYMBOLS:
        words.pop()
    return words
