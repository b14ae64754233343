"""What the names of tables, columns and relations are short for: "cust_no", "ingr_of", "evt_dt".

Usual ones stand in `abbreviations.txt`, several words for one where it may be any of them; other words may be
shortened so that those who read them know what they are (`abbreviates`).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path

# The words of columns that only say what is stored, and those that only say that records are kept.
STORING = frozenset("tbl id ids fk pk cd nm ref fl flg".split())
KEEPING = frozenset("data list table info information record records details reference ref lookup tbl".split())
_FILE = Path(__file__).parent / "abbreviations.txt"
_MOST = 6  # ways to write out one name
_SHORTEST, _LONGEST = 2, 5  # letters


def written_out(words: Sequence[str]) -> str:
    """Return a name's words with those that are short written out, as they are likeliest meant."""
    return next(ways_to_write_out(words))


def ways_to_write_out(words: Sequence[str]) -> Iterator[str]:
    """Yield the ways in which a name's words may be written out, the likeliest first, a few at most."""
    meant = [_meant(word, words[place + 1 : place + 2]) for place, word in enumerate(words)]
    return islice((" ".join(each) for each in product(*meant)), _MOST)


@lru_cache(maxsize=20_000)
def abbreviates(short: str, long: str) -> bool:
    """Whether a word may be written so for short: "mgr" for manager, "nat" for nationality, "evt" for event."""
    if not _SHORTEST <= len(short) <= _LONGEST or len(long) < len(short) + 2 or short[0] != long[0]:
        return False
    if long.startswith(short):
        return len(short) > _SHORTEST
    letters = iter(long)
    return not set(short[1:]) & set("aeiou") and all(letter in letters for letter in short)


def _meant(word: str, behind: Sequence[str]) -> tuple[str, ...]:
    """Return the words that one may be short for: what was done, where "by" follows."""
    found = _known().get(word, (word,))
    done = tuple(each for each in found if each.endswith("ed"))
    return (*done, *(each for each in found if each not in done)) if list(behind) == ["by"] else found


@cache
def _known() -> dict[str, tuple[str, ...]]:
    lines = (line.partition(":") for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {short.strip(): tuple(each.strip() for each in words.split(",")) for short, colon, words in lines if colon}
